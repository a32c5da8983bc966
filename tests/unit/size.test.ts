import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { checkLayout, checkSize } from '../checks/size.mjs';
import { plantTree } from '../support/tree.ts';

/** Script text that can't be packed: as large as it looks. */
const noise = (kB: number) => `export const noise = '${randomBytes(kB * 500).toString('hex')}';\n`;

const page = (...tags: string[]) => `<!doctype html><html><head>${tags.join('')}</head></html>`;
const ENTRY = '<script type="module" crossorigin src="./assets/main.js"></script>';

test('what the page loads at once is counted, what comes later is not', () => {
  const dist = plantTree({
    'index.html': page(ENTRY, '<link rel="stylesheet" crossorigin href="./assets/main.css">'),
    'assets/main.js': 'import{a}from"./part.js";import"./side.js";const later=()=>import("./later.js");',
    'assets/part.js': noise(40),
    'assets/side.js': noise(30),
    'assets/later.js': noise(500),
    'assets/main.css': 'p { color: red }',
  });
  const { ok, kB } = checkSize(dist, 100);
  expect(ok).toBe(true);
  expect(kB).toBeGreaterThan(35);
  expect(kB).toBeLessThan(100);
});

test('too much is too much, in the entry, in its imports and in what is preloaded', () => {
  const trees = [
    { 'assets/main.js': noise(120) },
    { 'assets/main.js': 'import{a}from"./part.js"', 'assets/part.js': noise(120) },
    { 'assets/main.js': '', 'assets/early.js': noise(120) },
  ];
  for (const files of trees) {
    const preload = 'assets/early.js' in files ? '<link rel="modulepreload" crossorigin href="./assets/early.js">' : '';
    expect(checkSize(plantTree({ 'index.html': page(ENTRY, preload), ...files }), 50).ok).toBe(false);
  }
});

test('nothing to measure is an error, not a pass', () => {
  expect(() => checkSize(plantTree({}))).toThrow(/index\.html is missing/);
  expect(() => checkSize(plantTree({ 'index.html': page() }))).toThrow(/loads no script/);
  expect(() => checkSize(plantTree({ 'index.html': page(ENTRY) }))).toThrow(/main\.js is missing/);
});

test('the layout is counted as the page uses it: without what only a worker or nobody uses', async () => {
  const used = "import { noise } from '../layout/near.ts';\nexport const all = noise;\n";
  const near = noise(20);
  const far = noise(40).replace('noise', 'distant');
  const tree = (files: Record<string, string>) =>
    plantTree({ 'canvas/picture.ts': used, 'layout/near.ts': near, 'layout/far.ts': far, ...files });
  const alone = await checkLayout(tree({}), 15);
  expect(alone.ok).toBe(true);
  expect(alone.kB).toBeGreaterThan(8);
  const worker = "import { distant } from '../layout/far.ts';\nexport const all = distant;\n";
  expect((await checkLayout(tree({ 'canvas/slowWorker.ts': worker }), 15)).kB).toBe(alone.kB);
  expect((await checkLayout(tree({ 'ui/page.tsx': worker }), 15)).ok).toBe(false);
});

test('the page loads no more of the layout than it should', async () => {
  const { ok, kB } = await checkLayout();
  expect(kB).toBeGreaterThan(5);
  expect(ok).toBe(true);
});
