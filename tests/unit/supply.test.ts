import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isAllowed } from '../checks/licences.mjs';

const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>;

test('every package is pinned to one version', () => {
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(([, at]) => !/^\d+\.\d+\.\d+$/.test(at));
  expect(loose).toEqual([]);
  expect(Object.keys(dependencies).length).toBeGreaterThan(10);
});

test.each([
  ['MIT', true],
  ['(MPL-2.0 OR Apache-2.0)', true],
  ['(MIT AND Zlib)', true],
  ['MPL-2.0', false],
  ['GPL-3.0-only', false],
  ['LGPL-2.1-or-later', false],
  ['unknown', false],
  ['MIT AND GPL-2.0', false],
])('%s may be shipped: %s', (licence, may) => {
  expect(isAllowed(licence)).toBe(may);
});
