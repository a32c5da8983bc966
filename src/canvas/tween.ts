import { mapPoint, type MapPoint } from '../geometry/frame.ts';
import type { PersonId } from '../model/types.ts';

const DURATION = 200;

export type Moves = ReadonlyMap<PersonId, { readonly from: MapPoint; readonly to: MapPoint }>;

/** Eased so that it starts and ends softly; shows where somebody went, nothing more. */
const ease = (t: number) => (t < 0.5 ? 2 * t * t : 1 - (-2 * t + 2) ** 2 / 2);

/**
 * Calls `step` with the positions between two pictures for 200 ms, then `done`.
 * @returns stops it; `done` is not called then
 */
export function tween(moves: Moves, step: (at: ReadonlyMap<PersonId, MapPoint>) => void, done: () => void): () => void {
  let frame = 0;
  let begun: number | null = null;
  const tick = (now: number) => {
    begun ??= now;
    const part = Math.min(1, (now - begun) / DURATION);
    const t = ease(part);
    step(
      new Map(
        [...moves].map(([id, { from, to }]) => [
          id,
          mapPoint(from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t),
        ]),
      ),
    );
    if (part < 1) frame = requestAnimationFrame(tick);
    else done();
  };
  frame = requestAnimationFrame(tick);
  return () => cancelAnimationFrame(frame);
}
