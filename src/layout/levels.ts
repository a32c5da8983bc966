/**
 * How large everything is drawn, from the size that is wanted down to the smallest that can be read. All in map units.
 * One level holds for the whole map, so that no name looks more important than another.
 */
export type Level = {
  readonly nameSize: number;
  readonly symbolRadius: number;
  /** Least distance between a name and somebody else's symbol: larger than to its own, or nobody knows whose it is. */
  readonly clearance: number;
  /** Least distance between the rims of two symbols. */
  readonly symbolGap: number;
  /** Least distance between two names beside each other, and above each other. */
  readonly gapX: number;
  readonly gapY: number;
  /** Is what people are to each other written beside the names? Those words go before any name does. */
  readonly words: boolean;
};

const SMALLEST_TYPE = 11;
/** In a tiny cell with hundreds of people: dots, but each where it belongs and none over another. */
export const SMALLEST_SYMBOL = 0.3;
const CROWDED_GAP = 0.7;
const RELATION_SHARE = 0.86;
const SYMBOL_GAP = 3;
/** Distance of a symbol's rim from the walls of its cell. */
export const WALL_GAP = 1;
/** Distance from a symbol's rim to its own name. */
export const OWN_GAP = 2.5;

const level = (nameSize: number, symbolRadius: number, clearance: number, gapX: number, gapY: number): Level => ({
  nameSize,
  symbolRadius,
  clearance,
  symbolGap: SYMBOL_GAP,
  gapX,
  gapY,
  words: true,
});

const WITH_WORDS: readonly Level[] = [
  level(14, 14.7, 6, 10, 5),
  level(13.5, 13.8, 6, 10, 5),
  level(13, 12.8, 6, 9, 4),
  level(13, 11.6, 5, 9, 4),
  level(13, 10.4, 5, 8, 4),
  level(12.5, 9.8, 5, 7, 3),
  level(12, 9.4, 5, 7, 3),
  level(12, 8.5, 4, 6, 2),
  level(11.5, 8, 4, 6, 2),
  level(11, 7.4, 4, 6, 2),
  level(11, 6.6, 4, 5, 1),
  level(11, 6, 3.5, 5, 1),
];
const withoutWords = (one: Level): Level => ({ ...one, words: false });

/** Levels at which everybody has a name; the best that fits is taken. */
export const LEVELS: readonly Level[] = [...WITH_WORDS, ...WITH_WORDS.slice(8).map(withoutWords)];

/** The level of a map so full that some names are left out; the symbols are as large as the fullest cell allows. */
export const crowdedLevel = (symbolRadius: number): Level => ({
  ...withoutWords(level(SMALLEST_TYPE, symbolRadius, Math.min(3.5, symbolRadius), 5, 1)),
  symbolGap: Math.min(SYMBOL_GAP, CROWDED_GAP * symbolRadius),
});

/** Type size of the words beside names of this size, in map units. */
export const relationSize = (nameSize: number): number => Math.max(SMALLEST_TYPE, nameSize * RELATION_SHARE);

/** Names smaller than this are a reason to move people; above it they stay where they are. */
export const COMFORTABLE_TYPE = 12;

/** Among the comfortable levels the one to begin with is the largest at which no cell is fuller than this. */
export const AIRY = 0.95;
/** The smallest level that is chosen for air alone, where a larger one would fit with names packed tight. */
export const SMALLEST_AIRY = 4;
/** A level at which some cell is fuller than this is not tried: names may lie over the borders of a cell, but not so many. */
export const TOO_FULL = 1.2;
