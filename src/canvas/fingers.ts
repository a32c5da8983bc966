import { less, mapPoint, type MapPoint, type ScreenPoint } from '../geometry/frame.ts';
import { isInside } from '../geometry/hull.ts';
import type { CellPlace, GroupId, PersonId, RelationId, SectorId } from '../model/types.ts';
import { besideOthers } from './beside.ts';
import { panAtEdge } from './edgePan.ts';
import type { Action, GesturePorts } from './gestures.ts';
import { type Hit, hitTest } from './hitTest.ts';
import { placeAt } from './target.ts';
import type { Surface } from './surface.ts';

/** What fingers on the map ask and tell. */
export type FingerPorts = {
  readonly canEdit: () => boolean;
  /** Does a finger on empty paper draw round people instead of panning? */
  readonly lassoes: () => boolean;
  /** Does a finger from one person to another draw a line instead of moving the first? */
  readonly ties: () => boolean;
  readonly threshold: (pointerType: string) => number;
  readonly onTapPerson: (id: PersonId) => void;
  readonly onTapRelation: (id: RelationId) => void;
  readonly onTapGroup: (id: GroupId) => void;
  readonly onTapEgo: () => void;
  readonly onTapEmpty: (place: CellPlace, client: ScreenPoint) => void;
  /** @returns whether they have been moved, once they have: then the next picture shows them where they are */
  readonly onDrop: (id: PersonId, place: CellPlace | 'tray') => Promise<boolean>;
  readonly isOverTray: (client: ScreenPoint) => boolean;
  readonly onTie: (from: PersonId | 'ego', to: PersonId | 'ego') => void;
  readonly onLasso: (ids: readonly PersonId[]) => void;
  readonly onBorder: (sector: SectorId, degrees: number) => void;
};

type Acting =
  | { readonly kind: 'drag'; readonly id: PersonId; readonly grip: MapPoint }
  | { readonly kind: 'tie'; readonly from: TieEnd }
  | { readonly kind: 'lasso'; readonly points: MapPoint[] }
  | { readonly kind: 'border'; readonly sector: SectorId; readonly from: number };

/** Whoever a line begins or ends at. */
type TieEnd = { readonly id: PersonId | 'ego'; readonly at: MapPoint };

const angleOf = ({ x, y }: MapPoint) => Math.atan2(y, x);

/** What gestures do on the map: while they last nothing is written, at their end one thing is told. */
export function fingersOn(surface: Surface, ports: FingerPorts): GesturePorts {
  const { viewport } = surface;
  let acting: Acting | null = null;
  const edge = panAtEdge(surface, (client) => {
    if (acting) move(surface, acting, client, acting.kind === 'drag' && ports.isOverTray(client));
  });

  const clear = (): Acting | null => {
    const was = acting;
    acting = null;
    edge.leave();
    surface.air.light(null);
    surface.drawStroke([]);
    surface.air.letGo();
    return was;
  };

  return {
    hitAt: (client) =>
      surface.scene ? hitTest(surface.scene, viewport.toMap(client), viewport.zoom()) : { kind: 'empty' },
    intent: (hit) => {
      if (ports.ties() && (hit.kind === 'person' || hit.kind === 'ego')) return 'tie';
      if (hit.kind === 'person' && ports.canEdit()) return 'drag';
      if (hit.kind === 'border' && ports.canEdit()) return 'border';
      return ports.lassoes() ? 'lasso' : 'pan';
    },
    threshold: (pointerType) => ports.threshold(pointerType),
    tap: (hit, client) => tap(surface, ports, hit, client),
    start: (what, hit, client) => {
      acting = start(surface, what, hit, viewport.toMap(client));
    },
    move: (client) => {
      if (!acting) return;
      const isOverTray = acting.kind === 'drag' && ports.isOverTray(client);
      move(surface, acting, client, isOverTray);
      // Where the tray lies over the edge, a finger there means the tray.
      if (isOverTray) edge.leave();
      else edge.follow(client);
    },
    end: (client) => {
      const done = clear();
      if (done) end(surface, ports, done, client);
    },
    cancel: () => {
      clear();
      surface.draw();
    },
    pan: viewport.panBy,
    zoom: viewport.zoomAt,
    viewEnd: () => surface.viewEnded(),
  };
}

function start(surface: Surface, what: Action, hit: Hit, point: MapPoint): Acting {
  if (what === 'drag' && hit.kind === 'person') {
    const at = surface.scene?.people.find(({ id }) => id === hit.id)?.at ?? point;
    surface.air.lift(hit.id, at);
    return { kind: 'drag', id: hit.id, grip: less(point, at) };
  }
  const from = what === 'tie' ? tieEnd(surface, hit) : null;
  if (from) return { kind: 'tie', from };
  if (what === 'border' && hit.kind === 'border') return { kind: 'border', sector: hit.sector, from: angleOf(point) };
  return { kind: 'lasso', points: [point] };
}

function move(surface: Surface, acting: Acting, client: ScreenPoint, isOverTray: boolean): void {
  const point = surface.viewport.toMap(client);
  if (acting.kind === 'drag') {
    const at = less(point, acting.grip);
    surface.air.moveTo(at);
    surface.air.light(isOverTray ? null : at);
  } else if (acting.kind === 'tie') {
    // To whoever is under the finger, so that one sees whom the line will reach.
    surface.drawStroke([acting.from.at, otherEnd(surface, acting.from, point)?.at ?? point]);
  } else if (acting.kind === 'lasso') {
    acting.points.push(point);
    surface.drawStroke(acting.points);
  } else {
    surface.drawStroke([mapPoint(0, 0), point]);
  }
}

function end(surface: Surface, ports: FingerPorts, done: Acting, client: ScreenPoint): void {
  const { scene } = surface;
  if (!scene) return;
  const point = surface.viewport.toMap(client);
  if (done.kind === 'tie') {
    const to = otherEnd(surface, done.from, point);
    if (to) ports.onTie(done.from.id, to.id);
  } else if (done.kind === 'lasso') {
    ports.onLasso(scene.people.filter(({ at }) => isInside(done.points, at)).map(({ id }) => id));
  } else if (done.kind === 'border') {
    ports.onBorder(done.sector, degreesBetween(done.from, angleOf(point)));
  } else {
    const at = besideOthers(scene, done.id, less(point, done.grip));
    const place = ports.isOverTray(client) ? 'tray' : placeAt(scene.frame, at);
    // They stay where the finger left them until there is a picture that says where they stand.
    surface.air.moveTo(at);
    const takeBack = surface.leaveAt(done.id, at);
    const isMoved = place === null ? Promise.resolve(false) : ports.onDrop(done.id, place);
    void isMoved.then((moved) => {
      if (!moved) takeBack();
    });
  }
}

function tap(surface: Surface, ports: FingerPorts, hit: Hit, client: ScreenPoint): void {
  if (hit.kind === 'person') {
    surface.focusPerson(hit.id);
    ports.onTapPerson(hit.id);
  } else if (hit.kind === 'relation') ports.onTapRelation(hit.id);
  else if (hit.kind === 'group') ports.onTapGroup(hit.id);
  else if (hit.kind === 'ego') {
    surface.focusPerson('ego');
    ports.onTapEgo();
  } else {
    const place = surface.placeAtClient(client);
    if (place) ports.onTapEmpty(place, client);
  }
}

function tieEnd({ scene }: Surface, hit: Hit): TieEnd | null {
  if (hit.kind === 'ego') return { id: 'ego', at: mapPoint(0, 0) };
  const person = hit.kind === 'person' ? scene?.people.find(({ id }) => id === hit.id) : undefined;
  return person ? { id: person.id, at: person.at } : null;
}

function otherEnd(surface: Surface, from: TieEnd, point: MapPoint): TieEnd | null {
  if (!surface.scene) return null;
  const end = tieEnd(surface, hitTest(surface.scene, point, surface.viewport.zoom()));
  return end?.id === from.id ? null : end;
}

/** The shorter way round from one angle to another, in tenths of a degree. */
function degreesBetween(from: number, to: number): number {
  const turn = ((((to - from) * 180) / Math.PI + 540) % 360) - 180;
  return Math.round(turn * 10) / 10;
}
