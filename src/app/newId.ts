import type { NewId } from '../model/newMap.ts';

const LETTERS = '0123456789abcdefghijklmnopqrstuvwxyz';

/** "p-4k2m…": twelve characters from the browser's own dice; `crypto.randomUUID` is missing on plain http. */
export const newId: NewId = (prefix) => {
  const dice = crypto.getRandomValues(new Uint8Array(12));
  return `${prefix}-${Array.from(dice, (value) => LETTERS[value % LETTERS.length]).join('')}`;
};
