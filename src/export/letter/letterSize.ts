import type { LetterPart } from './letterText.ts';

/** CSS px of an A4 page with 25 mm round the text (letterSheet.css). */
const LINE = 605;
const PAGE = 885;
/** The largest is for eyes that want large print: most letters are short. */
const SIZES = [20, 19, 18, 17, 16, 15, 14, 13, 12, 11] as const;
/** A letter's width and a line's height, as shares of the type size: a little more than Inter takes. */
const LETTER = 0.56;
const LEADING = 1.55;
const GAP = 0.95;

/** The largest type with which a letter keeps to one page; an endless one goes on over the next, and is never cut. */
export const letterSize = (parts: readonly LetterPart[]): number =>
  SIZES.find((size) => heightAt(parts, size) <= PAGE) ?? SIZES[SIZES.length - 1] ?? 11;

function heightAt(parts: readonly LetterPart[], size: number): number {
  const perLine = Math.floor(LINE / (size * LETTER));
  const lines = parts
    .flatMap(({ text }) => text.split('\n'))
    // Words are not broken: a line is rarely full to its end.
    .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.08) / perLine)), 0);
  return (lines * LEADING + parts.length * GAP) * size;
}
