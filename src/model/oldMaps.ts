import { daysBetween } from './days.ts';
import type { IsoDate } from './types.ts';

/** After so many days without use a stored map is asked about. */
const OLD_DAYS = 90;

type Use = {
  /** The day it was last saved, and opened; null: not known. */
  readonly saved: IsoDate | null;
  readonly opened: IsoDate | null;
  /** Of which last day of use it was said: keep it. */
  readonly kept: IsoDate | null;
};

/** The day a map was last used; null when nobody knows. */
export const lastUse = ({ saved, opened }: Pick<Use, 'saved' | 'opened'>): IsoDate | null =>
  [saved, opened]
    .filter((day) => day !== null)
    .toSorted()
    .at(-1) ?? null;

/** Is it to be asked whether this map is to be kept? Once for each time it was left lying. */
export function isToAsk(use: Use, today: IsoDate): boolean {
  const last = lastUse(use);
  return last !== null && daysBetween(last, today) > OLD_DAYS && use.kept !== last;
}
