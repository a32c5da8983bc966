// Good files made bad in one to three ways, and what never was a file.
import type { Random } from '../../bench/random.ts';

export const whole = (random: Random, below: number): number => Math.floor(random() * below);
export const pick = <T>(random: Random, list: readonly T[]): T => {
  const found = list[whole(random, list.length)];
  if (found === undefined) throw new Error('Nothing to pick from.');
  return found;
};

const LETTERS = [
  'a',
  'Å',
  '"',
  '\\',
  '{',
  '}',
  '[',
  ',',
  ':',
  '0',
  '\u0000',
  '\u202e',
  '\ud800',
  '👩‍👧',
  '\u200d',
  '<',
  "'",
  '\n',
];
const VALUES = [
  'null',
  'true',
  '[]',
  '{}',
  '[[]]',
  '""',
  '-1',
  '0.5',
  '1e999',
  '-0',
  '9007199254740993',
  'NaN',
  'undefined',
  '"__proto__"',
  '"constructor"',
  '"ego"',
  '"tray"',
  '{"__proto__":{"polluted":1}}',
  '"\\ud800"',
  '"\\u0000"',
  '"2026-13-01"',
  '"2026-11-22"',
  '"x"',
  '3',
  '0',
  '"#000"',
  `"${'é'.repeat(300)}"`,
  `"${'x'.repeat(10_001)}"`,
];

export function randomText(random: Random): string {
  return Array.from({ length: whole(random, 300) }, () => pick(random, LETTERS)).join('');
}

/** The strings, numbers and words of a JSON text. */
const places = new Map<string, readonly { index: number; text: string }[]>();
function valuesOf(good: string) {
  const known = places.get(good);
  if (known) return known;
  const found = Array.from(
    good.matchAll(/(?<=[:[,]\s*)("(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null)/g),
    ({ index, 0: text }) => ({ index, text }),
  );
  places.set(good, found);
  return found;
}

type Mutation = (good: string, random: Random) => string;

const replaceValue: Mutation = (good, random) => {
  const { index, text } = pick(random, valuesOf(good));
  return good.slice(0, index) + pick(random, VALUES) + good.slice(index + text.length);
};

/** What somebody may really have written: another text in the place of a text. */
const otherText: Mutation = (good, random) => {
  const { index, text } = pick(random, valuesOf(good));
  if (!text.startsWith('"')) return good;
  return good.slice(0, index) + JSON.stringify(randomText(random).slice(0, 40)) + good.slice(index + text.length);
};

const cut: Mutation = (good, random) => {
  const from = whole(random, good.length);
  return good.slice(0, from) + good.slice(from + 1 + whole(random, 200));
};

const double: Mutation = (good, random) => {
  const from = whole(random, good.length);
  const to = from + whole(random, 200);
  return good.slice(0, to) + good.slice(from, to) + good.slice(to);
};

const overwrite: Mutation = (good, random) => {
  const from = whole(random, good.length);
  return good.slice(0, from) + pick(random, LETTERS) + good.slice(from + 1);
};

/** One value in the place of another of the same file: ids that meet where they never met. */
const exchange: Mutation = (good, random) => {
  const all = valuesOf(good);
  return good.replaceAll(pick(random, all).text, () => pick(random, all).text);
};

const MUTATIONS = [replaceValue, otherText, otherText, cut, double, overwrite, exchange];

export function mutate(good: string, random: Random): string {
  let text = good;
  // What the first has broken can't be read for values again, and need not be.
  for (let times = 1 + whole(random, 3); times > 0; times -= 1) {
    const mutation = pick(random, text === good ? MUTATIONS : [cut, double, overwrite]);
    text = mutation(text, random);
    if (mutation === otherText && random() < 0.7) break;
  }
  return text;
}
