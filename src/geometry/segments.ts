/** Plain arithmetic for lines between symbols; numbers instead of points because improvement asks millions of times. */

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
