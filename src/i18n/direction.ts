/** Letters of scripts that run from right to left, and the signs that turn text round. */
const TURNS =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]|[\ud802\ud803\ud83a\ud83b]/;

/** Does a text, alone in its element, find its own direction only when it is told to look? */
export const turnsRound = (text: string): boolean => TURNS.test(text);

/**
 * Keeps a name's direction to the name: between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE, so that it can't turn
 * the words round it. What runs from left to right all the same is left as it is.
 */
export const isolated = (text: string): string => (turnsRound(text) ? `\u2068${text}\u2069` : text);
