/**
 * How much a map may hold. The reader refuses more (a hostile or broken file), so whatever makes a map – edits, forms,
 * foreign formats – keeps within the same numbers: what is written can always be read again.
 */
export const MAX_PEOPLE = 2_000;
/** In one drawing. */
export const MAX_RELATIONS = 10_000;
/** Unicode characters (code points) in one text: a name, a note, a sentence. */
export const MAX_TEXT = 10_000;
export const MAX_DRAWINGS = 500;
export const MAX_MEETINGS = 500;
/** In one drawing. */
export const MAX_GROUPS = 1_000;
/** In one meeting. */
export const MAX_FOLLOW_UPS = 1_000;
/** In one meeting. */
export const MAX_LEADERS = 50;
/** Fields that a file may bring; the interface offers fewer (`MAX_SECTORS`). */
export const MAX_SECTORS_READ = 24;
/** Degrees: a shown field narrower than this is no wedge any more. */
export const SMALLEST_SPAN = 1;
/** Share of the radius: a ring thinner than this holds nobody. */
export const SMALLEST_WIDTH = 0.01;
/** Spans add up to 360 and widths to 1 within this. */
export const SUM_TOLERANCE = 1e-6;

/** Do these sizes make a whole, each of them wide enough to hold somebody? Written so that NaN never does. */
export const makeWhole = (sizes: readonly number[], whole: number, smallest: number): boolean =>
  Math.abs(sizes.reduce((sum, size) => sum + size, 0) - whole) <= SUM_TOLERANCE &&
  sizes.every((size) => size >= smallest);

/** A text cut to what may be stored; the same text when it is short enough. Never cuts an emoji in two. */
export const cutText = (text: string): string =>
  text.length <= MAX_TEXT ? text : Array.from(text).slice(0, MAX_TEXT).join('');
export const isTextWithin = (text: string): boolean => cutText(text).length === text.length;
