/** Plain arithmetic for lines between symbols; numbers instead of points because improvement asks millions of times. */
import type { TieCurve } from './arrangement.ts';

/** Squared distance of a point from the line a–b, which ends at a and b; in the unit of the points, squared. */
export function distanceToLine2(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const dx = bx - ax;
  const dy = by - ay;
  const length2 = dx * dx + dy * dy;
  let share = length2 > 0 ? ((x - ax) * dx + (y - ay) * dy) / length2 : 0;
  share = share < 0 ? 0 : share > 1 ? 1 : share;
  const px = x - ax - share * dx;
  const py = y - ay - share * dy;
  return px * px + py * py;
}

/** Does the line a–b pass through a box given by its middle and half its sides? */
export function lineMeetsBox(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  middleX: number,
  middleY: number,
  halfWidth: number,
  halfHeight: number,
): boolean {
  const fromX = ax - middleX;
  const fromY = ay - middleY;
  const toX = bx - middleX;
  const toY = by - middleY;
  if (fromX > halfWidth && toX > halfWidth) return false;
  if (fromX < -halfWidth && toX < -halfWidth) return false;
  if (fromY > halfHeight && toY > halfHeight) return false;
  if (fromY < -halfHeight && toY < -halfHeight) return false;
  // Only the line's own direction is left as a separating axis.
  const dx = toX - fromX;
  const dy = toY - fromY;
  return Math.abs(dx * fromY - dy * fromX) <= halfWidth * Math.abs(dy) + halfHeight * Math.abs(dx);
}

const PIECES = 12;
/** x, y, x, y … of the ends of a curve's pieces; one for all, because it is asked for thousands of times. */
const ends = new Float64Array(2 * (PIECES + 1));

/**
 * How far points are from a tie: from a straight line, or from a quadratic curve as a line of so many short pieces. Holds until
 * it is asked about the next curve.
 * @returns the squared distance; a point is nearest beside the nearest end of a piece, because a map's curves are gentle
 */
export function distanceToTie2({ from, control, to }: TieCurve): (x: number, y: number) => number {
  if (!control) return (x, y) => distanceToLine2(x, y, from.x, from.y, to.x, to.y);
  for (let piece = 0; piece <= PIECES; piece++) {
    const t = piece / PIECES;
    const u = 1 - t;
    ends[2 * piece] = u * u * from.x + 2 * u * t * control.x + t * t * to.x;
    ends[2 * piece + 1] = u * u * from.y + 2 * u * t * control.y + t * t * to.y;
  }
  return distanceToPieces2;
}

function distanceToPieces2(x: number, y: number): number {
  let nearest = 0;
  let least = Infinity;
  for (let at = 0; at < ends.length; at += 2) {
    const dx = (ends[at] as number) - x;
    const dy = (ends[at + 1] as number) - y;
    const distance = dx * dx + dy * dy;
    if (distance >= least) continue;
    least = distance;
    nearest = at;
  }
  if (nearest > 0) least = Math.min(least, distanceToPiece2(x, y, nearest - 2));
  return nearest < 2 * PIECES ? Math.min(least, distanceToPiece2(x, y, nearest)) : least;
}

const distanceToPiece2 = (x: number, y: number, at: number): number =>
  distanceToLine2(x, y, ends[at] as number, ends[at + 1] as number, ends[at + 2] as number, ends[at + 3] as number);
