import { expect, test } from 'vitest';
import { breakInTwo, fillTwoLines, shorten, shortenAtWord } from '../../../src/layout/wrap.ts';

/** Every letter as wide as the next; an emoji of several parts counts as they do. */
const width = (text: string): number => text.length;

test.each([
  ['Kristoffer Wessel', ['Kristoffer', 'Wessel']],
  ['Anne-Lise Vik', ['Anne-Lise', 'Vik']],
  ['Anne-Margrethe', ['Anne-', 'Margrethe']],
  ['Per Ole Bakke Haug', ['Per Ole', 'Bakke Haug']],
])('%s is broken where the wider line is narrowest', (name, lines) => {
  expect(breakInTwo(name, width)).toEqual(lines);
});

test('a name without space or hyphen stays whole', () => {
  expect(breakInTwo('Muhammed', width)).toBeNull();
  expect(breakInTwo('-', width)).toBeNull();
});

test('what is too long ends in "…" and fits', () => {
  expect(shorten('Wolfeschlegelstein', width, 8)).toBe('Wolfesc…');
  expect(shorten('Mia', width, 8)).toBe('Mia');
});

test('an emoji is never cut in half', () => {
  expect(shorten('👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', width, 10)).toBe('👩‍👩‍👧…');
  expect(shorten('👩‍👩‍👧👩‍👩‍👧', width, 1)).toBe('👩‍👩‍👧…');
});

test('two lines hold whole words while they can, and only the end is cut', () => {
  expect(fillTwoLines('Wilhelmina Alexandra Bergersen Haugland', width, 20)).toEqual([
    'Wilhelmina Alexandra',
    'Bergersen Haugland',
  ]);
  expect(fillTwoLines('Wilhelmina Alexandra Bergersen Haugland', width, 14)).toEqual(['Wilhelmina', 'Alexandra Ber…']);
});

test('a relation word is cut between words where that leaves most of it', () => {
  expect(shortenAtWord('psykisk helsearbeider, kommunen', width, 26)).toBe('psykisk helsearbeider…');
  expect(shortenAtWord('en fylkesmannsfullmektig', width, 16)).toBe('en fylkesmannsf…');
});
