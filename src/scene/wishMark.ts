import { mapPoint, type MapPoint } from '../geometry/frame.ts';
import type { PersonMark } from './types.ts';

/** How far the mark's middle is off the symbol's, sideways and up or down, as a share of the symbol's radius. */
const OFF = 0.78;
/** Radius of a mark that is not made smaller, in map units. */
export const MARK_RADIUS = 8;

/** The mark of a wish on somebody's symbol: `at` is counted from the symbol's middle. */
export function wishMark({ label }: Pick<PersonMark, 'label'>, symbolRadius: number): { at: MapPoint; scale: number } {
  // At the upper right, or wherever the name is not.
  const x = label?.side === 'right' ? -1 : 1;
  const y = label?.side === 'over' ? 1 : -1;
  return {
    at: mapPoint(x * symbolRadius * OFF, y * symbolRadius * OFF),
    // Small discs carry small marks, so that a mark never hides who it is about.
    scale: Math.min(1, Math.max(0.65, symbolRadius / 14)),
  };
}
