import { type Frame, mapPoint, type MapPoint, pointAt } from './frame.ts';

/** Numbers in paths, rounded to hundredths of a map unit: enough for print, short in files. */
const n = (value: number): string => String(Math.round(value * 100) / 100);
const xy = ({ x, y }: { x: number; y: number }) => `${n(x)} ${n(y)}`;

/** An arc of the frame's ellipse from one angle to another, clockwise when `to > from`. */
export function arcPath(frame: Frame, radius: number, from: number, to: number, start: 'M' | 'L' = 'M'): string {
  const sweep = to > from ? 1 : 0;
  const large = Math.abs(to - from) > Math.PI ? 1 : 0;
  const rx = n(frame.ax * radius);
  const ry = n(frame.ay * radius);
  return `${start}${xy(pointAt(frame, from, radius))}A${rx} ${ry} 0 ${large} ${sweep} ${xy(pointAt(frame, to, radius))}`;
}

/** A whole ellipse as a path of two arcs. */
function ellipsePath(frame: Frame, radius: number): string {
  return `${arcPath(frame, radius, 0, Math.PI)}${arcPath(frame, radius, Math.PI, 2 * Math.PI, 'L')}Z`;
}

/** A wedge between two radii and two angles; a whole turn becomes a band. */
export function wedgePath(frame: Frame, radii: readonly [number, number], from: number, to: number): string {
  const [inner, outer] = radii;
  if (to - from > 2 * Math.PI - 1e-6) return `${ellipsePath(frame, outer)}${ellipsePath(frame, inner)}`;
  return `${arcPath(frame, outer, from, to)}${arcPath(frame, inner, to, from, 'L')}Z`;
}

/** A straight line, as the `d` of an svg path in map units. */
export const linePath = (from: MapPoint, to: MapPoint): string => `M${xy(from)}L${xy(to)}`;

/** A quadratic curve, as the `d` of an svg path in map units. */
export const curvePath = (from: MapPoint, control: MapPoint, to: MapPoint): string =>
  `M${xy(from)}Q${xy(control)} ${xy(to)}`;

/** The point at a fraction of a line or quadratic curve. */
export function along(from: MapPoint, control: MapPoint | null, to: MapPoint, t: number): MapPoint {
  const middle = control ?? mapPoint((from.x + to.x) / 2, (from.y + to.y) / 2);
  const u = 1 - t;
  return mapPoint(
    u * u * from.x + 2 * u * t * middle.x + t * t * to.x,
    u * u * from.y + 2 * u * t * middle.y + t * t * to.y,
  );
}

/** A polygon of points as a path. */
export const polygonPath = (points: readonly MapPoint[]): string => `M${points.map(xy).join('L')}Z`;

/** A smooth closed curve through the middles of a polygon's sides. */
export function smoothClosedPath(points: readonly MapPoint[]): string {
  const middle = (a: MapPoint, b: MapPoint) => mapPoint((a.x + b.x) / 2, (a.y + b.y) / 2);
  const last = points.at(-1);
  const first = points[0];
  if (!last || !first) return '';
  const parts = points.map(
    (point, index) => `Q${xy(point)} ${xy(middle(point, points[(index + 1) % points.length] ?? first))}`,
  );
  return `M${xy(middle(last, first))}${parts.join('')}Z`;
}
