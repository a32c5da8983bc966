import { expect, test } from 'vitest';
import { labelVariants } from '../../../src/layout/labels.ts';
import type { Variant } from '../../../src/layout/labels.ts';
import { LEVELS, relationSize } from '../../../src/layout/levels.ts';
import { measureText } from './measureText.ts';
import { present } from './present.ts';
import { personIn } from './requests.ts';

const largest = present(LEVELS[0]);
const variantsOf = (name: string, relation = ''): Variant[] =>
  labelVariants(personIn(1, { name, relation }), largest, measureText);
const firstLines = (name: string, relation = ''): string[] =>
  present(variantsOf(name, relation)[0]).label.lines.map(({ text }) => text);

test('a short name stands on one line under the symbol', () => {
  const { label } = present(variantsOf('Onkel Dag')[0]);
  expect(label.side).toBe('under');
  expect(label.anchor).toBe('middle');
  expect(label.lines.map(({ text }) => text)).toEqual(['Onkel Dag']);
});

test('a long name stands on two lines, a very long one is shortened', () => {
  expect(firstLines('Kristoffer Wessel')).toEqual(['Kristoffer', 'Wessel']);
  const [long] = variantsOf('Wolfeschlegelsteinhausenbergerdorff den eldre av Østre Toten');
  expect(present(long).label.shortened).toBe(true);
  expect(present(long).label.lines.at(-1)?.text).toMatch(/…$/u);
  expect(present(long).right - present(long).left).toBeLessThanOrEqual(12 * 14);
});

test('the relation stands under the name, smaller but never below 11', () => {
  const { label } = present(variantsOf('Thor', 'fetter')[0]);
  expect(label.lines.map(({ text, weight }) => [text, weight])).toEqual([
    ['Thor', 'name'],
    ['fetter', 'relation'],
  ]);
  expect(label.lines[1]?.size).toBeLessThan(14);
  for (const { nameSize } of LEVELS) expect(relationSize(nameSize)).toBeGreaterThanOrEqual(11);
});

test('without a name the relation stands alone, without both there is nothing', () => {
  expect(firstLines('', 'nabo')).toEqual(['nabo']);
  expect(variantsOf('  ')).toEqual([]);
});

test('a name can stand on all four sides, and never over its own symbol', () => {
  const variants = variantsOf('Kristoffer Wessel', 'venn');
  expect(new Set(variants.map(({ label }) => label.side))).toEqual(new Set(['under', 'right', 'left', 'over']));
  for (const { left, right, top, bottom, label } of variants) {
    const dx = Math.max(left, 0, -right);
    const dy = Math.max(top, 0, -bottom);
    expect(Math.hypot(dx, dy)).toBeGreaterThan(largest.symbolRadius);
    for (const { dy: baseline, size } of label.lines) {
      expect(baseline - 0.7 * size).toBeGreaterThanOrEqual(label.box.y);
      expect(baseline).toBeLessThanOrEqual(label.box.y + label.box.height);
    }
  }
});
