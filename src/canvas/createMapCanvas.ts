import { select } from 'd3-selection';
import { mapPoint, type MapPoint, type ScreenPoint } from '../geometry/frame.ts';
import { isInside } from '../geometry/hull.ts';
import type { CellPlace, GroupId, PersonId, RelationId, SectorId } from '../model/types.ts';
import type { MapColours } from '../scene/colours.ts';
import type { MapScene } from '../scene/types.ts';
import { cellsOf, drawMap, layerOf } from './drawMap.ts';
import { type Emphasis, showEmphasis } from './emphasis.ts';
import { listenToPointers } from './gestures.ts';
import { type Hit, hitTest } from './hitTest.ts';
import { listenToKeys } from './keyboard.ts';
import { moveDrawn, personElement, placeAt, showTarget } from './moving.ts';
import { type Moves, tween } from './tween.ts';
import { createViewport } from './viewport.ts';

/** What the canvas asks and tells; properties, so that they can be passed on. No store and no React behind here. */
export type MapCanvasPorts = {
  readonly canEdit: () => boolean;
  /** Does a finger on empty paper draw round people instead of panning? */
  readonly lassoes: () => boolean;
  readonly threshold: (pointerType: string) => number;
  readonly reducedMotion: () => boolean;
  readonly onTapPerson: (id: PersonId, several: boolean) => void;
  readonly onTapRelation: (id: RelationId) => void;
  readonly onTapGroup: (id: GroupId) => void;
  readonly onTapEgo: () => void;
  readonly onTapEmpty: (place: CellPlace, client: ScreenPoint) => void;
  readonly onDrop: (id: PersonId, place: CellPlace | 'tray') => void;
  readonly isOverTray: (client: ScreenPoint) => boolean;
  /** The cell under the finger in words; also what is said while it changes. */
  readonly cellWords: (place: CellPlace) => string;
  readonly onHover: (words: string) => void;
  readonly onLasso: (ids: readonly PersonId[]) => void;
  readonly onBorder: (sector: SectorId, degrees: number) => void;
  readonly onFocus: (id: PersonId) => void;
  readonly onMoveStarted: (id: PersonId) => void;
  readonly onMoveCancelled: (id: PersonId) => void;
  readonly onCommandKey: (event: KeyboardEvent, focus: PersonId | null) => boolean;
  readonly onFirstPicture: () => void;
  readonly onSettled: () => void;
};

export type MapCanvas = {
  readonly show: (scene: MapScene, colours: MapColours) => void;
  readonly emphasise: (emphasis: Emphasis) => void;
  readonly setTurned: (turned: boolean) => void;
  readonly zoomBy: (factor: number) => void;
  readonly fit: () => void;
  /** Shows where somebody from the tray would land; null ends it. */
  readonly previewAt: (client: ScreenPoint | null) => CellPlace | null;
  readonly placeAtClient: (client: ScreenPoint) => CellPlace | null;
  readonly clientOf: (point: MapPoint) => ScreenPoint;
  /** Pans just so far that a person is clear of the insets (pixels) that sheets and bars cover. */
  readonly reveal: (id: PersonId, insets: { top: number; right: number; bottom: number; left: number }) => void;
  readonly focusPerson: (id: PersonId) => void;
  readonly destroy: () => void;
};

type Acting =
  | { readonly kind: 'drag'; readonly id: PersonId; readonly grip: MapPoint }
  | { readonly kind: 'lasso'; readonly points: MapPoint[] }
  | { readonly kind: 'border'; readonly sector: SectorId; readonly from: number };

const NO_EMPHASIS: Emphasis = { people: [], relation: null };
const STILL = 0.5;

/** Owns everything inside the given svg; React mounts it and never looks in. */
export function createMapCanvas(svg: SVGSVGElement, idPrefix: string, ports: MapCanvasPorts): MapCanvas {
  const root = select(svg).append('g').attr('data-viewport', '').node() as SVGGElement;
  let scene: MapScene | null = null;
  let colours: MapColours | null = null;
  let emphasis = NO_EMPHASIS;
  /** The person that the arrow keys stand on: the map's one Tab stop. */
  let focus: PersonId | null = null;
  let turned = false;
  let acting: Acting | null = null;
  let stopTween = () => {};
  let hovered = '';

  const viewport = createViewport(svg, root, () => {});
  const viewEnd = () => {
    if (!scene) return;
    const zoom = viewport.zoom();
    const { frame } = scene;
    svg.setAttribute('data-cells', cellsOf({ ...frame, radii: frame.radii.map((r) => r * zoom) }, viewport.centre()));
    layerOf(root, 'people')
      .selectAll('circle[data-hit]')
      .attr('r', Math.max(22 / zoom, scene.symbolRadius));
  };
  const settled = (isSettled: boolean) => {
    svg.setAttribute('data-settled', String(isSettled));
    if (isSettled) ports.onSettled();
  };

  const focused = (): PersonId | null =>
    scene?.people.some(({ id }) => id === focus) ? focus : (scene?.people[0]?.id ?? null);

  const draw = () => {
    if (!scene || !colours) return;
    drawMap(root, scene, colours, idPrefix);
    showEmphasis(root, scene, colours, emphasis, focused());
    viewEnd();
  };

  const show = (next: MapScene, nextColours: MapColours) => {
    stopTween();
    const before = scene;
    scene = next;
    colours = nextColours;
    const moves = before && !ports.reducedMotion() ? movesBetween(before, next) : new Map();
    draw();
    if (!before) ports.onFirstPicture();
    if (moves.size === 0) {
      settled(true);
      return;
    }
    settled(false);
    stopTween = tween(
      moves,
      (at) => moveDrawn(root, next, at),
      () => {
        draw();
        settled(true);
      },
    );
    moveDrawn(root, next, new Map([...moves].map(([id, { from }]) => [id, from])));
  };

  const target = (place: CellPlace | null, at: MapPoint) => {
    if (!scene || !colours) return;
    const words = place ? ports.cellWords(place) : '';
    showTarget(root, scene.frame, colours, place ? { place, words, at, turned } : null);
    if (words !== hovered && words !== '') ports.onHover(words);
    hovered = words;
  };

  const clearGesture = () => {
    target(null, mapPoint(0, 0));
    layerOf(root, 'over').selectAll('path[data-lasso]').remove();
    if (scene && acting?.kind === 'drag') draw();
    acting = null;
  };

  const drawLasso = (points: readonly MapPoint[]) => {
    layerOf(root, 'over')
      .selectAll('path[data-lasso]')
      .data([points])
      .join('path')
      .attr('data-lasso', '')
      .attr('d', `M${points.map(({ x, y }) => `${x} ${y}`).join('L')}`)
      .attr('fill', 'none')
      .attr('stroke', colours?.ink ?? '#000')
      .attr('stroke-width', 2 / viewport.zoom())
      .attr('stroke-dasharray', '6 5');
  };

  const hitAt = (client: ScreenPoint): Hit =>
    scene ? hitTest(scene, viewport.toMap(client), viewport.zoom()) : { kind: 'empty' };

  const tap = (hit: Hit, client: ScreenPoint) => {
    if (hit.kind === 'person') {
      focusPerson(hit.id);
      ports.onFocus(hit.id);
      ports.onTapPerson(hit.id, false);
    } else if (hit.kind === 'relation') ports.onTapRelation(hit.id);
    else if (hit.kind === 'group') ports.onTapGroup(hit.id);
    else if (hit.kind === 'ego') ports.onTapEgo();
    else if (scene) {
      const place = placeAt(scene.frame, viewport.toMap(client));
      if (place) ports.onTapEmpty(place, client);
    }
  };

  const move = (client: ScreenPoint) => {
    if (!scene || !acting) return;
    const point = viewport.toMap(client);
    if (acting.kind === 'drag') {
      const at = mapPoint(point.x - acting.grip.x, point.y - acting.grip.y);
      moveDrawn(root, scene, new Map([[acting.id, at]]));
      target(ports.isOverTray(client) ? null : placeAt(scene.frame, at), at);
    } else if (acting.kind === 'lasso') {
      acting.points.push(point);
      drawLasso(acting.points);
    } else {
      drawLasso([mapPoint(0, 0), point]);
    }
  };

  const end = (client: ScreenPoint) => {
    if (!scene || !acting) return;
    const done = acting;
    const point = viewport.toMap(client);
    if (done.kind === 'drag') {
      const at = mapPoint(point.x - done.grip.x, point.y - done.grip.y);
      const place = ports.isOverTray(client) ? 'tray' : placeAt(scene.frame, at);
      // What the finger left is where the tween begins.
      scene = { ...scene, people: scene.people.map((person) => (person.id === done.id ? { ...person, at } : person)) };
      target(null, at);
      acting = null;
      if (place) ports.onDrop(done.id, place);
      else clearGesture();
      return;
    }
    clearGesture();
    if (done.kind === 'lasso') {
      ports.onLasso(scene.people.filter(({ at }) => isInside(done.points, at)).map(({ id }) => id));
    } else {
      ports.onBorder(done.sector, degreesBetween(done.from, Math.atan2(point.y, point.x)));
    }
  };

  const stopPointers = listenToPointers(svg, {
    hitAt,
    intent: (hit) => {
      if (hit.kind === 'person' && ports.canEdit()) return 'drag';
      if (hit.kind === 'border' && ports.canEdit()) return 'border';
      return ports.lassoes() ? 'lasso' : 'pan';
    },
    threshold: ports.threshold,
    tap,
    start: (what, hit, client) => {
      const point = viewport.toMap(client);
      if (what === 'drag' && hit.kind === 'person') {
        const person = scene?.people.find(({ id }) => id === hit.id);
        const { x, y } = person?.at ?? point;
        const element = personElement(layerOf(root, 'people').node(), hit.id);
        element?.parentNode?.appendChild(element);
        acting = { kind: 'drag', id: hit.id, grip: mapPoint(point.x - x, point.y - y) };
      } else if (what === 'border' && hit.kind === 'border') {
        acting = { kind: 'border', sector: hit.sector, from: Math.atan2(point.y, point.x) };
      } else {
        acting = { kind: 'lasso', points: [point] };
      }
    },
    move,
    end,
    cancel: clearGesture,
    pan: viewport.panBy,
    zoom: viewport.zoomAt,
    viewEnd,
  });

  const stopKeys = listenToKeys(svg, {
    scene: () => scene ?? EMPTY_SCENE,
    turned: () => turned,
    focus: focused,
    setFocus: (id) => {
      ports.onFocus(id);
      focusPerson(id);
    },
    preview: (id, at) => {
      if (!scene) return;
      if (at) moveDrawn(root, scene, new Map([[id, at]]));
      else draw();
      target(at ? placeAt(scene.frame, at) : null, at ?? mapPoint(0, 0));
    },
    drop: (id, place) => ports.onDrop(id, place),
    activate: ports.onTapPerson,
    moveStarted: ports.onMoveStarted,
    moveCancelled: ports.onMoveCancelled,
    canEdit: ports.canEdit,
    command: ports.onCommandKey,
  });

  const focusPerson = (id: PersonId) => {
    focus = id;
    if (scene && colours) showEmphasis(root, scene, colours, emphasis, focused());
    personElement(layerOf(root, 'people').node(), id)?.focus({ preventScroll: true });
  };

  const reveal: MapCanvas['reveal'] = (id, insets) => {
    const person = scene?.people.find((mark) => mark.id === id);
    if (!person) return;
    const { left, top, right, bottom } = svg.getBoundingClientRect();
    const { x, y } = viewport.toClient(person.at);
    const margin = 60;
    const dx = Math.max(0, left + insets.left + margin - x) - Math.max(0, x - (right - insets.right - margin));
    const dy = Math.max(0, top + insets.top + margin - y) - Math.max(0, y - (bottom - insets.bottom - margin));
    if (dx !== 0 || dy !== 0) {
      viewport.panBy(dx, dy);
      viewEnd();
    }
  };

  viewport.fit();
  return {
    show,
    emphasise: (next) => {
      emphasis = next;
      if (scene && colours) showEmphasis(root, scene, colours, emphasis, focused());
    },
    setTurned: (next) => {
      turned = next;
      viewport.setTurned(next);
      viewEnd();
    },
    zoomBy: (factor) => {
      const { left, top, width, height } = svg.getBoundingClientRect();
      viewport.zoomAt({ x: left + width / 2, y: top + height / 2 } as ScreenPoint, factor);
      viewEnd();
    },
    fit: () => {
      viewport.fit();
      viewEnd();
    },
    previewAt: (client) => {
      if (!scene || client === null) {
        target(null, mapPoint(0, 0));
        return null;
      }
      const point = viewport.toMap(client);
      const place = placeAt(scene.frame, point);
      target(place, point);
      return place;
    },
    placeAtClient: (client) => (scene ? placeAt(scene.frame, viewport.toMap(client)) : null),
    clientOf: viewport.toClient,
    reveal,
    focusPerson,
    destroy: () => {
      stopTween();
      stopPointers();
      stopKeys();
      root.remove();
    },
  };
}

const EMPTY_SCENE = { people: [], relations: [], sectors: [] } as unknown as MapScene;

function movesBetween(before: MapScene, next: MapScene): Moves {
  const old = new Map(before.people.map(({ id, at }) => [id, at]));
  return new Map(
    next.people.flatMap(({ id, at }) => {
      const from = old.get(id);
      return from && Math.hypot(at.x - from.x, at.y - from.y) > STILL ? [[id, { from, to: at }] as const] : [];
    }),
  );
}

function degreesBetween(from: number, to: number): number {
  const turn = ((((to - from) * 180) / Math.PI + 540) % 360) - 180;
  return Math.round(turn * 10) / 10;
}
