import { mapPoint, type MapPoint } from './frame.ts';

/** Convex hull, clockwise on screen (Andrew's monotone chain, 1979). */
export function convexHull(points: readonly MapPoint[]): MapPoint[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  if (sorted.length < 3) return sorted;
  const half = (order: readonly MapPoint[]) => {
    const chain: MapPoint[] = [];
    for (const point of order) {
      while (chain.length > 1 && turn(chain.at(-2), chain.at(-1), point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.toReversed())];
}

function turn(a: MapPoint | undefined, b: MapPoint | undefined, c: MapPoint): number {
  if (!a || !b) return 1;
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/** The points of a ring of `count` round each centre: their hull is the centres' hull grown by `radius`. */
export function grown(centres: readonly MapPoint[], radius: number, count = 12): MapPoint[] {
  const angles = Array.from({ length: count }, (_, index) => (index / count) * 2 * Math.PI);
  return centres.flatMap(({ x, y }) =>
    angles.map((angle) => mapPoint(x + radius * Math.cos(angle), y + radius * Math.sin(angle))),
  );
}

/** Is a point inside a closed polygon (even–odd)? */
export function isInside(polygon: readonly { x: number; y: number }[], { x, y }: { x: number; y: number }): boolean {
  let inside = false;
  polygon.forEach((a, index) => {
    const b = polygon[(index + 1) % polygon.length];
    if (b && a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside;
  });
  return inside;
}
