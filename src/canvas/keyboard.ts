import { type Direction, nearestInDirection } from '../geometry/nearest.ts';
import { type Frame, mapPoint, type MapPoint, pointInCell } from '../geometry/frame.ts';
import type { CellPlace, PersonId } from '../model/types.ts';
import type { MapScene } from '../scene/types.ts';
import { placeAt } from './moving.ts';

export type KeyboardPorts = {
  readonly scene: () => MapScene;
  readonly turned: () => boolean;
  readonly focus: () => PersonId | null;
  readonly setFocus: (id: PersonId) => void;
  /** Shows somebody elsewhere while the keys move them; null puts them back. */
  readonly preview: (id: PersonId, at: MapPoint | null) => void;
  readonly drop: (id: PersonId, place: CellPlace) => void;
  readonly activate: (id: PersonId, several: boolean) => void;
  readonly moveStarted: (id: PersonId) => void;
  readonly moveCancelled: (id: PersonId) => void;
  readonly canEdit: () => boolean;
  /** Everything else that has a key: answers whether it was used. */
  readonly command: (event: KeyboardEvent, focus: PersonId | null) => boolean;
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

/**
 * The map's keys: arrows go to the nearest person, Enter opens, M moves. One Tab stop for the whole map.
 * @returns how to undo it
 */
export function listenToKeys(svg: SVGSVGElement, ports: KeyboardPorts): () => void {
  let moving: { id: PersonId; at: MapPoint } | null = null;

  const endMove = (keep: boolean) => {
    if (!moving) return;
    const { id, at } = moving;
    moving = null;
    const place = keep ? placeAt(ports.scene().frame, at) : null;
    ports.preview(id, null);
    if (place) ports.drop(id, place);
    else ports.moveCancelled(id);
  };

  const startMove = (id: PersonId) => {
    const mark = ports.scene().people.find((person) => person.id === id);
    if (!mark) return;
    moving = { id, at: mark.at };
    ports.moveStarted(id);
    ports.preview(id, mark.at);
  };

  const arrow = (direction: Direction, event: KeyboardEvent) => {
    const way = ports.turned() ? OPPOSITE[direction] : direction;
    const { people, frame } = ports.scene();
    if (moving) {
      moving = { id: moving.id, at: event.shiftKey ? nextCell(frame, moving.at, direction) : nudge(moving.at, way) };
      ports.preview(moving.id, moving.at);
      return;
    }
    const focus = ports.focus();
    const current = people.find(({ id }) => id === focus);
    const next = current ? nearestInDirection(people, current.at, way) : people[0];
    if (next) ports.setFocus(next.id);
  };

  const key = (event: KeyboardEvent): boolean => {
    const direction = ARROWS[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    if (direction) {
      arrow(direction, event);
      return true;
    }
    if (moving && (event.key === 'Enter' || event.key === 'Escape')) {
      endMove(event.key === 'Enter');
      return true;
    }
    const focus = ports.focus();
    if (event.key === 'Enter' && focus) {
      ports.activate(focus, event.shiftKey);
      return true;
    }
    if (event.key.toLowerCase() === 'm' && focus && ports.canEdit()) {
      startMove(focus);
      return true;
    }
    return ports.command(event, focus);
  };

  const stop = new AbortController();
  const options = { signal: stop.signal };
  svg.addEventListener('keydown', (event) => key(event) && event.preventDefault(), options);
  svg.addEventListener(
    'focusout',
    (event) => {
      if (!(event.relatedTarget instanceof Node && svg.contains(event.relatedTarget))) endMove(false);
    },
    options,
  );
  return () => {
    endMove(false);
    stop.abort();
  };
}

const nudge = (at: MapPoint, way: Direction): MapPoint =>
  mapPoint(
    at.x + (way === 'left' ? -STEP : way === 'right' ? STEP : 0),
    at.y + (way === 'up' ? -STEP : way === 'down' ? STEP : 0),
  );

/** Shift + up and down go nearer and further away, left and right to the previous and next sector. */
function nextCell(frame: Frame, at: MapPoint, direction: Direction): MapPoint {
  const place = placeAt(frame, at);
  if (!place) return at;
  if (direction === 'left' || direction === 'right')
    return inSector(frame, place, direction === 'right' ? 1 : -1) ?? at;
  const order: CellPlace['ring'][] = [...frame.radii.slice(1).keys(), 'outside'];
  const ring = order[order.indexOf(place.ring) + (direction === 'up' ? -1 : 1)];
  return ring === undefined ? at : (middleOf(frame, { ...place, ring }) ?? at);
}

function inSector(frame: Frame, place: CellPlace, step: -1 | 1): MapPoint | null {
  const index = frame.sectors.findIndex(({ id }) => id === place.sector);
  const next = frame.sectors[(index + step + frame.sectors.length) % frame.sectors.length];
  return next ? middleOf(frame, { ...place, sector: next.id }) : null;
}

const middleOf = (frame: Frame, place: CellPlace): MapPoint | null =>
  pointInCell(frame, place, { along: place.spot?.along ?? 0.5, across: 0.5 });
