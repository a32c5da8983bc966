import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const sheets = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.css'));

it('nothing is styled by :has() on what holds the map: each field that opens would style the whole map anew', () => {
  expect(sheets.length).toBeGreaterThan(20);
  const slow = sheets.filter((file) => /map-screen:(not\()?:?has\(/.test(readFileSync(`src/${file}`, 'utf8')));
  expect(slow, 'useStandsIn says what stands there').toEqual([]);
});
