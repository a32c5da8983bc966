import type { PlacedPerson } from '../geometry/arrangement.ts';
import { egoRadius, mapPoint } from '../geometry/frame.ts';
import type { Frame, MapPoint } from '../geometry/frame.ts';
import type { PersonId, Relation, RelationId } from '../model/types.ts';

/** A line between two symbols, from rim to rim; a quadratic curve where it has a control point. */
export type TiePath = { readonly start: MapPoint; readonly end: MapPoint; readonly control: MapPoint | null };

/** A symbol: a tie's own end, or somebody else's. */
type End = { readonly at: MapPoint; readonly radius: number };

/** Above so many people curves turn into a cocoon; straight and faint is calmer. */
const MOST_CURVED = 80;
/** Height of the control point over the straight line, as a share of its length; gentlest first. */
const BENDS = [0.05, -0.05, 0.08, -0.08, 0.11, -0.11, 0.14, -0.14, 0.17, -0.17, 0.2, -0.2];
/** A line this much off a symbol's rim still reads as passing by. */
const PASSING = 0.5;
const PIECES = 12;

/** How every tie runs: straight where it meets nobody else's symbol, else the gentlest curve that meets the fewest. */
export function tiePaths(
  frame: Frame,
  people: ReadonlyMap<PersonId, PlacedPerson>,
  symbolRadius: number,
  ties: readonly Pick<Relation, 'id' | 'between'>[],
): Map<RelationId, TiePath> {
  const paths = new Map<RelationId, TiePath>();
  const ego: End = { at: mapPoint(0, 0), radius: egoRadius(frame) };
  // A line through ego would look like two ties to ego.
  const symbols: End[] = [ego, ...Array.from(people.values(), ({ at }) => ({ at, radius: symbolRadius }))];
  const curved = people.size <= MOST_CURVED;
  const endOf = (id: PersonId | 'ego'): End | null => {
    if (id === 'ego') return ego;
    const person = people.get(id);
    return person ? { at: person.at, radius: symbolRadius } : null;
  };
  for (const { id, between } of ties) {
    const from = endOf(between[0]);
    const to = endOf(between[1]);
    if (!from || !to) continue;
    const others = symbols.filter(({ at }) => at !== from.at && at !== to.at);
    paths.set(id, pathBetween(from, to, curved ? others : []));
  }
  return paths;
}

function pathBetween(from: End, to: End, others: readonly End[]): TiePath {
  const near = nearLine(from.at, to.at, others);
  let control: MapPoint | null = null;
  let fewest = symbolsMet([from.at, to.at], near);
  for (const bend of fewest > 0 ? BENDS : []) {
    const through = bentBy(from.at, to.at, bend);
    const met = symbolsMet(curvePoints(from.at, through, to.at), near);
    if (met >= fewest) continue;
    fewest = met;
    control = through;
  }
  return {
    start: towards(from.at, control ?? to.at, from.radius),
    end: towards(to.at, control ?? from.at, to.radius),
    control,
  };
}

/** The symbols that even the widest curve could meet. */
function nearLine(from: MapPoint, to: MapPoint, others: readonly End[]): End[] {
  const reach = PASSING + 0.11 * Math.hypot(to.x - from.x, to.y - from.y);
  return others.filter(({ at, radius }) => distanceToLine(at, from, to) < radius + reach);
}

function bentBy(from: MapPoint, to: MapPoint, bend: number): MapPoint {
  const x = (from.x + to.x) / 2 - (to.y - from.y) * bend;
  const y = (from.y + to.y) / 2 + (to.x - from.x) * bend;
  return mapPoint(x, y);
}

function curvePoints(from: MapPoint, control: MapPoint, to: MapPoint): MapPoint[] {
  return Array.from({ length: PIECES + 1 }, (_, index) => {
    const t = index / PIECES;
    const u = 1 - t;
    return mapPoint(
      u * u * from.x + 2 * u * t * control.x + t * t * to.x,
      u * u * from.y + 2 * u * t * control.y + t * t * to.y,
    );
  });
}

function symbolsMet(line: readonly MapPoint[], symbols: readonly End[]): number {
  return symbols.filter(({ at, radius }) =>
    line.some((point, index) => {
      const previous = line[index - 1];
      return previous !== undefined && distanceToLine(at, previous, point) < radius + PASSING;
    }),
  ).length;
}

function distanceToLine(point: MapPoint, from: MapPoint, to: MapPoint): number {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / length;
  const at = Math.min(1, Math.max(0, share));
  return Math.hypot(point.x - from.x - at * dx, point.y - from.y - at * dy);
}

/** From the middle of a symbol to its rim, in the direction of a point; not past that point. */
function towards(from: MapPoint, to: MapPoint, radius: number): MapPoint {
  const distance = Math.hypot(to.x - from.x, to.y - from.y);
  if (distance === 0) return from;
  const share = Math.min(radius, distance / 2) / distance;
  return mapPoint(from.x + share * (to.x - from.x), from.y + share * (to.y - from.y));
}
