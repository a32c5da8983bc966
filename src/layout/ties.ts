import type { PlacedPerson, TieCurve } from '../geometry/arrangement.ts';
import { egoRadius, mapPoint } from '../geometry/frame.ts';
import type { Frame, MapPoint } from '../geometry/frame.ts';
import { distanceToLine2, distanceToTie2 } from '../geometry/segments.ts';
import type { PersonId, Relation, RelationId } from '../model/types.ts';

/** A symbol: a tie's own end, or somebody else's. */
type End = { readonly at: MapPoint; readonly radius: number };
/** How far somebody else's symbol is off the straight line, to its right; to its left below 0. */
type Near = End & { readonly off: number };
/** Where a curve's control point lies: over which share of the straight line, and how high, as a share of its length. */
type Bend = { readonly along: number; readonly height: number };

/** Above so many people curves turn into a cocoon; straight and faint is calmer. */
const MOST_CURVED = 80;
/** Gentlest first, to both sides; leaning towards an end where a symbol stands near that end. */
const BENDS: readonly Bend[] = [0.05, 0.08, 0.11, 0.14, 0.17, 0.2, 0.23, 0.27, 0.31].flatMap((height) =>
  [0.5, 0.35, 0.65].flatMap((along) => [
    { along, height },
    { along, height: -height },
  ]),
);
/** A line this much off a symbol's rim still reads as passing by. */
const PASSING = 0.5;
/** Prices: a line through the middle of a symbol reads as a tie to it, one along its rim only looks careless. */
const THROUGH = 1;
const ALONG_RIM = 0.3;
const RIM = 3;
/** … and a wide curve must be worth it. */
const CURVED = 0.4;

/** How every tie runs: straight where it meets nobody else's symbol, else the gentlest curve that meets the fewest. */
export function tieCurves(
  frame: Frame,
  people: ReadonlyMap<PersonId, PlacedPerson>,
  symbolRadius: number,
  ties: readonly Pick<Relation, 'id' | 'between'>[],
): Map<RelationId, TieCurve> {
  const curves = new Map<RelationId, TieCurve>();
  // Ego too: a line through ego would look like two ties to ego.
  const ends = new Map<PersonId | 'ego', End>([['ego', { at: mapPoint(0, 0), radius: egoRadius(frame) }]]);
  for (const [id, { at }] of people) ends.set(id, { at, radius: symbolRadius });
  const symbols = people.size <= MOST_CURVED ? [...ends.values()] : [];
  for (const { id, between } of ties) {
    const from = ends.get(between[0]);
    const to = ends.get(between[1]);
    if (from && to) curves.set(id, curveBetween(from, to, nearLine(from.at, to.at, symbols)));
  }
  return curves;
}

function curveBetween(from: End, to: End, near: readonly Near[]): TieCurve {
  const length = Math.hypot(to.at.x - from.at.x, to.at.y - from.at.y);
  const by = (control: MapPoint | null): TieCurve => ({
    from: towards(from.at, control ?? to.at, from.radius),
    to: towards(to.at, control ?? from.at, to.radius),
    control,
  });
  let best = by(null);
  let least = priceOf(best, 0, near, Infinity);
  for (const bend of least > 0 ? BENDS : []) {
    const curved = CURVED * Math.abs(bend.height);
    if (curved >= least) break;
    const curve = by(bentBy(from.at, to.at, bend));
    const price = curved + priceOf(curve, (bend.height * length) / 4, near, least - curved);
    if (price >= least) continue;
    least = price;
    best = curve;
  }
  return best;
}

/** The symbols of others that even the widest curve could meet. */
function nearLine(from: MapPoint, to: MapPoint, symbols: readonly End[]): Near[] {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.hypot(dx, dy);
  const near: Near[] = [];
  for (const { at, radius } of symbols) {
    const reach = radius + PASSING + 0.175 * length;
    const off = ((at.y - from.y) * dx - (at.x - from.x) * dy) / length;
    // Most are far off to a side: no more is asked of them.
    if (Math.abs(off) >= reach || at === from || at === to) continue;
    if (distanceToLine2(at.x, at.y, from.x, from.y, to.x, to.y) < reach ** 2) near.push({ at, radius, off });
  }
  return near;
}

function bentBy(from: MapPoint, to: MapPoint, { along, height }: Bend): MapPoint {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  return mapPoint(from.x + along * dx - height * dy, from.y + along * dy + height * dx);
}

/**
 * What the symbols on a curve cost; stops adding up past `limit`.
 * @param middle how far off the straight line a curve's middle is, half as high as its control point: all of it lies on one side
 */
function priceOf(curve: TieCurve, middle: number, near: readonly Near[], limit: number): number {
  const distance2 = distanceToTie2(curve);
  let sum = 0;
  for (const { at, radius, off } of near) {
    if (Math.abs(off - middle) >= Math.abs(middle) + 1.5 * radius) continue;
    const nearest = distance2(at.x, at.y);
    if (nearest >= (radius + PASSING) ** 2) continue;
    sum += nearest < (radius - RIM) ** 2 ? THROUGH : ALONG_RIM;
    if (sum > limit) break;
  }
  return sum;
}

/** From the middle of a symbol to its rim, in the direction of a point; not past that point. */
function towards(from: MapPoint, to: MapPoint, radius: number): MapPoint {
  const distance = Math.hypot(to.x - from.x, to.y - from.y);
  if (distance === 0) return from;
  const share = Math.min(radius, distance / 2) / distance;
  return mapPoint(from.x + share * (to.x - from.x), from.y + share * (to.y - from.y));
}
