import { mapPoint, pointAt, ringBand, sectorArc } from '../geometry/frame.ts';
import type { Frame, MapPoint } from '../geometry/frame.ts';
import type { Cell, Spot } from '../model/types.ts';
import { WALL_GAP } from './levels.ts';

/** One ring × sector of a frame with what the layout asks it again and again. Lengths in map units, angles in radians. */
export type CellShape = {
  readonly key: string;
  readonly frame: Frame;
  readonly start: number;
  readonly end: number;
  readonly inner: number;
  readonly outer: number;
  /** The only sector of the map has no walls beside it. */
  readonly whole: boolean;
  readonly area: number;
  readonly centre: MapPoint;
  /** Unit vectors along the two walls that run outward from ego. */
  readonly walls: readonly [Direction, Direction];
};
type Direction = { readonly x: number; readonly y: number };

/** What rounding a spot, and an oval's walls, may cost of the distance from a wall. */
export const ROUNDING = 0.3;
const TURN = 2 * Math.PI;
/** Spots are written with so many steps from wall to wall: less than a tenth of a pixel, and short in the file. */
const SPOT_STEPS = 10_000;

/** The same text for the same cell; no two cells share one, because a ring is written without a space. */
export const cellKey = (cell: Cell): string => `${cell.sector} ${cell.ring}`;

/** Null for a cell of a hidden sector, or of a ring that is not there. */
export function cellShape(frame: Frame, cell: Cell): CellShape | null {
  const arc = sectorArc(frame, cell.sector);
  const band = ringBand(frame, cell.ring);
  if (!arc || !band) return null;
  const [inner, outer] = band;
  const { start, end } = arc;
  return {
    key: cellKey(cell),
    frame,
    start,
    end,
    inner,
    outer,
    whole: end - start > TURN - 1e-6,
    area: ((end - start) / 2) * (outer ** 2 - inner ** 2) * frame.ax * frame.ay,
    // The middle of the area, not of the radii: half of the paper lies on either side.
    centre: pointAt(frame, (start + end) / 2, Math.sqrt((inner ** 2 + outer ** 2) / 2)),
    walls: [wallDirection(frame, start), wallDirection(frame, end)],
  };
}

function wallDirection(frame: Frame, angle: number): Direction {
  const x = frame.ax * Math.cos(angle);
  const y = frame.ay * Math.sin(angle);
  const length = Math.hypot(x, y);
  return { x: x / length, y: y / length };
}

/** How far the angle is past the cell's first wall, in [0, 2π). */
function anglePast(cell: CellShape, x: number, y: number): number {
  const raw = Math.atan2(y / cell.frame.ay, x / cell.frame.ax) - cell.start;
  return raw - TURN * Math.floor(raw / TURN);
}

/** Distance from the nearest wall of the cell; negative outside. In an oval it is a little too small, never too large. */
export function wallDistance(cell: CellShape, x: number, y: number): number {
  const { ax, ay } = cell.frame;
  const radius = Math.hypot(x / ax, y / ay);
  const rings = Math.min(radius - cell.inner, cell.outer - radius) * Math.min(ax, ay);
  if (cell.whole) return rings;
  const span = cell.end - cell.start;
  const past = anglePast(cell, x, y);
  if (past > span) return Math.min(rings, -Math.min(past - span, TURN - past) * radius);
  let nearest = rings;
  if (past < Math.PI / 2) nearest = Math.min(nearest, Math.abs(x * cell.walls[0].y - y * cell.walls[0].x));
  if (span - past < Math.PI / 2) nearest = Math.min(nearest, Math.abs(x * cell.walls[1].y - y * cell.walls[1].x));
  return nearest;
}

/** The nearest point whose distance from all walls is `margin`, or the middle of the cell where it is too narrow. */
export function clampIntoCell(cell: CellShape, x: number, y: number, margin: number): MapPoint {
  const { frame, inner, outer } = cell;
  const least = margin / Math.min(frame.ax, frame.ay);
  const middle = (inner + outer) / 2;
  const span = cell.end - cell.start;
  const wanted = Math.hypot(x / frame.ax, y / frame.ay);
  let radius = between(wanted, Math.min(inner + least, middle), Math.max(outer - least, middle));
  const past = anglePast(cell, x, y);
  if (cell.whole) return pointAt(frame, cell.start + past, radius);
  // Too near ego a narrow sector has no room for the symbol: outward until it has.
  const room = least / Math.sin(Math.min(span, Math.PI) / 2);
  radius = Math.max(radius, Math.min(room, Math.max(outer - least, middle)));
  const angle = Math.min(span / 2, Math.asin(Math.min(1, least / radius)) * 1.0001);
  const near = past <= span || past - span < TURN - past ? past : past - TURN;
  return pointAt(frame, cell.start + between(near, angle, span - angle), radius);
}

const between = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** The spot of a point in its cell, rounded; what lies outside comes to the wall. */
export function spotAt(cell: CellShape, x: number, y: number): Spot {
  const { frame, inner, outer } = cell;
  const span = cell.end - cell.start;
  const past = anglePast(cell, x, y);
  const along = past > span && TURN - past < past - span ? 0 : past / span;
  const across = (Math.hypot(x / frame.ax, y / frame.ay) - inner) / (outer - inner);
  return { along: rounded(along), across: rounded(across), by: 'layout' };
}

const rounded = (share: number): number => Math.round(between(share, 0, 1) * SPOT_STEPS) / SPOT_STEPS;

/** The point that a spot (shares of the way along and across the cell) stands for, in map units. */
export function pointAtSpot(cell: CellShape, spot: Pick<Spot, 'along' | 'across'>): MapPoint {
  const angle = cell.start + spot.along * (cell.end - cell.start);
  return pointAt(cell.frame, angle, cell.inner + spot.across * (cell.outer - cell.inner));
}

/** How far a symbol's middle must be from the walls; in a cell too narrow for it, as far as one can be. */
export function marginIn(cell: CellShape, symbolRadius: number): number {
  const wanted = symbolRadius + WALL_GAP;
  const middle = clampIntoCell(cell, cell.centre.x, cell.centre.y, wanted);
  return Math.min(wanted, wallDistance(cell, middle.x, middle.y));
}

/** A lattice of points in the cell, each at least `margin` from its walls; rows shifted like bricks. */
export function latticeIn(cell: CellShape, step: number, margin: number): MapPoint[] {
  const { left, right, top, bottom } = cellExtent(cell);
  const rowStep = step * 0.866;
  const points: MapPoint[] = [];
  for (let row = Math.ceil(top / rowStep); row * rowStep <= bottom; row++) {
    const shift = row % 2 === 0 ? 0 : step / 2;
    for (let column = Math.ceil((left - shift) / step); column * step + shift <= right; column++) {
      const point = mapPoint(column * step + shift, row * rowStep);
      if (wallDistance(cell, point.x, point.y) >= margin) points.push(point);
    }
  }
  return points;
}

function cellExtent({ frame, start, end, inner, outer }: CellShape): {
  left: number;
  right: number;
  top: number;
  bottom: number;
} {
  const quarter = Math.PI / 2;
  const angles = [start, end];
  for (let angle = Math.ceil(start / quarter) * quarter; angle < end; angle += quarter) angles.push(angle);
  const corners = angles.flatMap((angle) => [pointAt(frame, angle, inner), pointAt(frame, angle, outer)]);
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

/** The radius of the largest symbol that the cell has room for. */
export function widestSymbol(cell: CellShape): number {
  const scale = Math.min(cell.frame.ax, cell.frame.ay);
  const thickness = ((cell.outer - cell.inner) / 2) * scale;
  if (cell.whole) return thickness;
  const sine = Math.sin(Math.min(Math.PI, cell.end - cell.start) / 2);
  return Math.min(thickness, ((cell.outer * sine) / (1 + sine)) * scale);
}
