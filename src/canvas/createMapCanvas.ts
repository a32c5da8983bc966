import type { ScreenPoint } from '../geometry/frame.ts';
import type { CellPlace, PersonId } from '../model/types.ts';
import type { MapColours } from '../scene/colours.ts';
import type { MapScene } from '../scene/types.ts';
import { panAtEdge } from './edgePan.ts';
import type { Emphasis } from './emphasis.ts';
import { type FingerPorts, fingersOn } from './fingers.ts';
import { listenToPointers } from './gestures.ts';
import { type KeyPorts, listenToKeys } from './keyboard.ts';
import { type Insets, makeWay } from './makeWay.ts';
import { Surface, type SurfacePorts } from './surface.ts';

/** What the canvas asks and tells; properties, so that they can be passed on. No store and no React behind here. */
export type MapCanvasPorts = SurfacePorts & FingerPorts & KeyPorts;

export type MapCanvas = {
  readonly show: (scene: MapScene, colours: MapColours) => void;
  readonly emphasise: (emphasis: Emphasis) => void;
  /** How many pixels a unit of the stage is. */
  readonly setScale: (scale: number) => void;
  readonly setTurned: (turned: boolean) => void;
  readonly setAwaiting: (isAwaiting: boolean) => void;
  readonly zoomBy: (factor: number) => void;
  readonly fit: () => void;
  /** Makes somebody the one Tab stop, also who will only be drawn in a moment. */
  readonly standOn: (id: PersonId) => void;
  /** Shows where somebody from the tray would land, and pans at the edge under them; null ends it. */
  readonly previewAt: (client: ScreenPoint | null) => void;
  readonly placeAtClient: (client: ScreenPoint) => CellPlace | null;
  /** Makes way for a sheet about somebody; null: the sheet has gone, and the map comes back. */
  readonly makeWayFor: (id: PersonId | null, insets: Insets) => void;
  /** Is somebody in the air? */
  readonly isCarrying: () => boolean;
  /** Readies a drag, in a moment in which nobody waits. */
  readonly rehearse: () => void;
  readonly destroy: () => void;
};

/** Owns everything inside the given svg; React mounts it and never looks in. */
export function createMapCanvas(svg: SVGSVGElement, idPrefix: string, ports: MapCanvasPorts): MapCanvas {
  const surface = new Surface(svg, idPrefix, ports);
  const { viewport } = surface;
  const way = makeWay(svg, viewport);
  const stopPointers = listenToPointers(svg, fingersOn(surface, ports));
  const stopKeys = listenToKeys(svg, surface, ports);
  const light = (client: ScreenPoint) => surface.air.light(viewport.toMap(client));
  const edge = panAtEdge(surface, light);
  return {
    show: (scene, colours) => surface.show(scene, colours),
    emphasise: (emphasis) => surface.emphasise(emphasis),
    setScale: (scale) => {
      viewport.setScale(scale);
      surface.viewEnded();
    },
    setTurned: (turned) => surface.setTurned(turned),
    setAwaiting: (isAwaiting) => surface.setAwaiting(isAwaiting),
    zoomBy: (factor) => {
      viewport.zoomBy(factor);
      surface.viewEnded();
    },
    fit: () => {
      viewport.fit();
      surface.viewEnded();
    },
    standOn: (id) => surface.standOn(id),
    previewAt: (client) => {
      if (client === null) {
        edge.leave();
        surface.air.light(null);
        return;
      }
      light(client);
      edge.follow(client);
    },
    placeAtClient: (client) => surface.placeAtClient(client),
    makeWayFor: (id, insets) => {
      const at = surface.scene?.people.find((person) => person.id === id)?.at;
      if (at ? way.for(at, insets) : way.back()) surface.viewEnded();
    },
    isCarrying: () => surface.air.isCarrying,
    rehearse: () => surface.rehearse(),
    destroy: () => {
      edge.leave();
      stopPointers();
      stopKeys();
      surface.destroy();
    },
  };
}
