import type { IsoDate } from './types.ts';

const DAY_MS = 86_400_000;

/** How many days after `from` `to` is; a calendar day is one day, whatever the clocks do in between. */
export const daysBetween = (from: IsoDate, to: IsoDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
