/** Plain arithmetic for lines between symbols; numbers instead of points because improvement asks millions of times. */
import type { MapPoint } from './frame.ts';

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

/** Square of the distance from a point to a quadratic curve, measured to a polyline of so many pieces. */
export function distanceToCurve2(at: MapPoint, from: MapPoint, control: MapPoint, to: MapPoint): number {
  let nearest = Infinity;
  let beforeX = from.x;
  let beforeY = from.y;
  for (let piece = 1; piece <= PIECES; piece++) {
    const t = piece / PIECES;
    const u = 1 - t;
    const x = u * u * from.x + 2 * u * t * control.x + t * t * to.x;
    const y = u * u * from.y + 2 * u * t * control.y + t * t * to.y;
    nearest = Math.min(nearest, distanceToLine2(at.x, at.y, beforeX, beforeY, x, y));
    beforeX = x;
    beforeY = y;
  }
  return nearest;
}
