import type { Cell, CellPlace, Ring, RingPlace, Sector, SectorId, Spot } from '../model/types.ts';

declare const space: unique symbol;
/**
 * A point on the map, in map units: ego at (0, 0), one unit = one CSS pixel when the map is fitted to its stage.
 * (DESIGN.md proposed the outer ring at radius 1; names have a size in pixels, so one shared unit is simpler.)
 */
export type MapPoint = { readonly x: number; readonly y: number; readonly [space]: 'map' };
/** A point in the page, in CSS pixels. */
export type ScreenPoint = { readonly x: number; readonly y: number; readonly [space]: 'screen' };

export const mapPoint = (x: number, y: number): MapPoint => ({ x, y }) as MapPoint;
/** The way from `b` to `a`. */
export const less = (a: MapPoint, b: MapPoint): MapPoint => mapPoint(a.x - b.x, a.y - b.y);
export const screenPoint = (x: number, y: number): ScreenPoint => ({ x, y }) as ScreenPoint;

export type SectorArc = {
  readonly id: SectorId;
  /** Radians clockwise from 3 o'clock (svg's y points down), `end > start`. */
  readonly start: number;
  readonly end: number;
};

/** The rings × sectors of one picture: where each cell lies. Ellipses when `ax ≠ ay`. */
export type Frame = {
  /** Stretch of the ellipse; 1 and 1 for a round map. A point's distance is measured after dividing by these. */
  readonly ax: number;
  readonly ay: number;
  /** [rim of ego, border of ring 0, …, outer rim] in map units; length = rings + 1. */
  readonly radii: readonly number[];
  /** Where the band "outside for now" begins and ends. */
  readonly outside: readonly [number, number];
  /** The shown sectors, clockwise from 12 o'clock. */
  readonly sectors: readonly SectorArc[];
  /** Half width and half height of the sheet or stage around ego: nothing may be drawn beyond. */
  readonly halfWidth: number;
  readonly halfHeight: number;
};

const TURN = 2 * Math.PI;
/** 12 o’clock, in radians clockwise from 3 o’clock. */
export const TOP = -Math.PI / 2;
const RAD = Math.PI / 180;
/** Space for the rim with the sectors' names. */
const RIM = 30;
const OUTSIDE_SHARE = 0.24;

export type StageSize = {
  readonly width: number;
  readonly height: number;
  /** May the rings be ellipses that fill a wide stage? */
  readonly oval: boolean;
  /** Is anybody outside, so that the band must be in sight? */
  readonly withOutside: boolean;
};

const MAX_STRETCH = 1.38;

/** The frame of a stage or sheet: the largest rings that leave room for the rim. */
export function createFrame(sectors: readonly Sector[], rings: readonly Ring[], stage: StageSize): Frame {
  const halfWidth = stage.width / 2;
  const halfHeight = stage.height / 2;
  const smaller = Math.max(60, Math.min(halfWidth, halfHeight) - RIM);
  const wide = Math.max(60, Math.max(halfWidth, halfHeight) - RIM);
  const radius = stage.withOutside ? (smaller + RIM - 8) / (1 + OUTSIDE_SHARE + RIM / smaller) : smaller;
  const outside = [radius + RIM, radius + RIM + radius * OUTSIDE_SHARE] as const;
  // The rim is as wide on an oval as on a round map, but the band beyond it is stretched along.
  const widest = stage.withOutside ? Math.min(wide / smaller, (wide + RIM) / outside[1]) : wide / smaller;
  const stretch = stage.oval ? Math.max(1, Math.min(MAX_STRETCH, widest)) : 1;
  const egoRadius = Math.min(34, Math.max(17, radius * 0.085));
  let at = egoRadius;
  const radii = [egoRadius, ...rings.map(({ width }) => (at += width * (radius - egoRadius)))];
  radii[radii.length - 1] = radius;
  const shown = sectors.filter(({ hidden }) => !hidden);
  let angle = TOP;
  return {
    ax: halfWidth >= halfHeight ? stretch : 1,
    ay: halfWidth >= halfHeight ? 1 : stretch,
    radii,
    outside,
    sectors: shown.map(({ id, span }) => ({ id, start: angle, end: (angle += span * RAD) })),
    halfWidth,
    halfHeight,
  };
}

/** Of the outermost ring, in map units before the stretch; 0 for a frame without rings. */
export const outerRadius = (frame: Frame): number => frame.radii.at(-1) ?? 0;
/** Of the disc in the centre, in map units before the stretch. */
export const egoRadius = (frame: Frame): number => frame.radii[0] ?? 0;

/** The radii between which a ring lies, or null for a ring that is not in the frame. */
export function ringBand(frame: Frame, ring: RingPlace): readonly [number, number] | null {
  if (ring === 'outside') return frame.outside;
  const inner = frame.radii[ring];
  const outer = frame.radii[ring + 1];
  return inner === undefined || outer === undefined ? null : [inner, outer];
}

/** Null for a sector that is not in the frame: hidden, or gone. */
export const sectorArc = (frame: Frame, id: SectorId): SectorArc | null =>
  frame.sectors.find((sector) => sector.id === id) ?? null;

/** The point at an angle and a distance, stretched as the frame is. */
export const pointAt = (frame: Frame, angle: number, radius: number): MapPoint =>
  mapPoint(frame.ax * radius * Math.cos(angle), frame.ay * radius * Math.sin(angle));

/**
 * Angle (radians clockwise, within [−π/2, 3π/2): from 12 o'clock once round) and distance of a point, unstretched.
 * @internal
 */
export function polar(frame: Frame, { x, y }: { x: number; y: number }): { angle: number; radius: number } {
  const ux = x / frame.ax;
  const uy = y / frame.ay;
  const raw = Math.atan2(uy, ux);
  return { angle: raw < TOP ? raw + TURN : raw, radius: Math.hypot(ux, uy) };
}

/** The point at a spot in a cell, the middle of the cell when there is none; null when the cell is not shown. */
export function pointInCell(frame: Frame, cell: Cell, spot: Pick<Spot, 'along' | 'across'> | null): MapPoint | null {
  const arc = sectorArc(frame, cell.sector);
  const band = ringBand(frame, cell.ring);
  if (!arc || !band) return null;
  const { along, across } = spot ?? { along: 0.5, across: 0.5 };
  return pointAt(frame, arc.start + along * (arc.end - arc.start), band[0] + across * (band[1] - band[0]));
}

/** The cell and the spot under a point; null over ego. Beyond the outer rim everything is `outside`. */
export function cellAt(frame: Frame, point: { x: number; y: number }, by: Spot['by']): CellPlace | null {
  const { angle, radius } = polar(frame, point);
  if (radius < egoRadius(frame)) return null;
  const arc = frame.sectors.find(({ start, end }) => angle >= start && angle < end) ?? frame.sectors.at(-1);
  if (!arc) return null;
  const ring = ringAt(frame, radius);
  const band = ringBand(frame, ring);
  if (!band) return null;
  const along = Math.min(1, Math.max(0, (angle - arc.start) / (arc.end - arc.start)));
  const across = Math.min(1, Math.max(0, (radius - band[0]) / (band[1] - band[0])));
  return { sector: arc.id, ring, spot: { along, across, by } };
}

function ringAt(frame: Frame, radius: number): RingPlace {
  if (radius >= outerRadius(frame)) return 'outside';
  return Math.max(0, frame.radii.findIndex((border) => border > radius) - 1);
}
