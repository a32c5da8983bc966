import { type Frame, mapPoint, type MapPoint, pointInCell } from '../geometry/frame.ts';
import { type Direction, nearestInDirection } from '../geometry/nearest.ts';
import type { CellPlace, PersonId } from '../model/types.ts';
import { placeAt } from './target.ts';
import type { Surface } from './surface.ts';

export type KeyPorts = {
  readonly canEdit: () => boolean;
  readonly onEnterPerson: (id: PersonId, several: boolean) => void;
  readonly onTapEgo: () => void;
  readonly onDrop: (id: PersonId, place: CellPlace) => Promise<boolean>;
  readonly onMoveStarted: (id: PersonId) => void;
  readonly onMoveCancelled: (id: PersonId) => void;
  readonly onCommandKey: (event: KeyboardEvent, focus: PersonId | null) => boolean;
};

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};
const STEP = 8;
const OPPOSITE = { up: 'down', down: 'up', left: 'right', right: 'left' } as const satisfies Record<
  Direction,
  Direction
>;

/** Somebody who is being moved by the arrow keys; nothing is written until Enter. */
type KeyMove = { readonly id: PersonId; readonly at: MapPoint };

/**
 * The map's keys: arrows go to the nearest person or to the centre, Enter opens, M moves. One Tab stop for the whole map.
 * @returns how to undo it
 */
export function listenToKeys(svg: SVGSVGElement, surface: Surface, ports: KeyPorts): () => void {
  let moving: KeyMove | null = null;

  const preview = (next: KeyMove) => {
    moving = next;
    surface.movePeople(new Map([[next.id, next.at]]));
    surface.air.light(next.at);
  };

  const endMove = (keep: boolean) => {
    if (!moving) return;
    const { id, at } = moving;
    moving = null;
    surface.air.light(null);
    const place = keep && surface.frame ? placeAt(surface.frame, at) : null;
    if (place) {
      const takeBack = surface.leaveAt(id, at);
      void ports.onDrop(id, place).then((moved) => {
        if (!moved) takeBack();
      });
    } else {
      surface.draw();
      if (surface.scene?.people.some((person) => person.id === id)) ports.onMoveCancelled(id);
    }
  };

  const press = (event: KeyboardEvent): boolean => {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    const direction = ARROWS[event.key];
    if (direction) {
      if (moving) preview({ id: moving.id, at: movedBy(surface, moving.at, direction, event.shiftKey) });
      else walk(surface, direction);
      return true;
    }
    if (moving && (event.key === 'Enter' || event.key === 'Escape')) {
      endMove(event.key === 'Enter');
      return true;
    }
    if (event.key === 'Enter' && enter(surface, ports, event.shiftKey)) return true;
    const mark = surface.scene?.people.find(({ id }) => id === surface.focused);
    if (event.key.toLowerCase() === 'm' && mark && ports.canEdit()) {
      preview({ id: mark.id, at: mark.at });
      ports.onMoveStarted(mark.id);
      return true;
    }
    return ports.onCommandKey(event, mark?.id ?? null);
  };

  const stop = new AbortController();
  const options = { signal: stop.signal };
  const use = (event: KeyboardEvent) => !event.defaultPrevented && press(event) && event.preventDefault();
  svg.addEventListener('keydown', use, options);
  svg.addEventListener('focusin', ({ target }) => surface.focusMoved(target), options);
  // Whoever walks away in the middle of a move has not set anybody down. The focus goes also in the middle of a draw, with
  // somebody who is taken away (which is said): the next draw waits until that one is done.
  const leave = () => queueMicrotask(() => endMove(false));
  svg.addEventListener('focusout', ({ relatedTarget }) => stays(svg, relatedTarget) || leave(), options);
  return () => {
    endMove(false);
    stop.abort();
  };
}

const stays = (svg: SVGSVGElement, to: EventTarget | null) => to instanceof Node && svg.contains(to);

/** Enter on whoever has the keys; false when that is nobody. */
function enter({ focused }: Surface, ports: KeyPorts, several: boolean): boolean {
  if (focused === 'ego') ports.onTapEgo();
  else if (focused !== null) ports.onEnterPerson(focused, several);
  return focused !== null;
}

function walk(surface: Surface, direction: Direction): void {
  const marks = [...(surface.scene?.people ?? []), { id: 'ego', at: mapPoint(0, 0) } as const];
  const current = marks.find(({ id }) => id === surface.focused);
  const way = surface.turned ? OPPOSITE[direction] : direction;
  // Where nobody is further on, whoever has the keys has them, and is seen to: also when the map itself had the focus so far.
  const next = (current && nearestInDirection(marks, current.at, way)) ?? current ?? marks[0];
  if (!next) return;
  surface.focusPerson(next.id);
  surface.showFocused();
}

/** A little within the cell; with Shift, nearer or further away (up, down), or to the next sector (left, right). */
function movedBy({ frame, turned }: Surface, at: MapPoint, direction: Direction, far: boolean): MapPoint {
  if (!frame) return at;
  if (far) return nextCell(frame, at, direction);
  const way = turned ? OPPOSITE[direction] : direction;
  const step = { up: [0, -STEP], down: [0, STEP], left: [-STEP, 0], right: [STEP, 0] } as const;
  return mapPoint(at.x + step[way][0], at.y + step[way][1]);
}

function nextCell(frame: Frame, at: MapPoint, direction: Direction): MapPoint {
  const place = placeAt(frame, at);
  if (!place) return at;
  const along = place.spot?.along ?? 0.5;
  const middle = (cell: CellPlace) => pointInCell(frame, cell, { along, across: 0.5 }) ?? at;
  if (direction === 'left' || direction === 'right') {
    const step = direction === 'right' ? 1 : -1;
    const index = frame.sectors.findIndex(({ id }) => id === place.sector);
    const next = frame.sectors[(index + step + frame.sectors.length) % frame.sectors.length];
    return next ? middle({ ...place, sector: next.id }) : at;
  }
  const rings: CellPlace['ring'][] = [...frame.radii.slice(1).keys(), 'outside'];
  const ring = rings[rings.indexOf(place.ring) + (direction === 'up' ? -1 : 1)];
  return ring === undefined ? at : middle({ ...place, ring });
}
