import type { Box } from './arrangement.ts';
import { type Frame, outerRadius, pointAt } from './frame.ts';

/** Where two sectors meet on the rim, their border can be taken hold of. */
export const HANDLE_RADIUS = 4.5;

/** The boxes of these handles, with some air. */
export function handleBoxes(frame: Frame): Box[] {
  const half = HANDLE_RADIUS + 1;
  return (frame.sectors.length > 1 ? frame.sectors : []).map(({ start }) => {
    const { x, y } = pointAt(frame, start, outerRadius(frame));
    return { x: x - half, y: y - half, width: 2 * half, height: 2 * half };
  });
}
