import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MAX_FILE } from '../../../src/document/parseText.ts';
import { readAnyFile } from '../../../src/document/readAnyFile.ts';
import {
  READ_FAILURE_KINDS,
  type ReadFailure,
  type ReadFailureKind,
  readMapFile,
} from '../../../src/document/readMapFile.ts';
import { MAX_PEOPLE, MAX_RELATIONS, MAX_TEXT } from '../../../src/model/limits.ts';
import { must } from '../../support/must.ts';
import { outside } from './outside.ts';

const small = readFileSync('tests/files/v1/small.nettverkskart.json', 'utf8');
/** A small map as parsed, open to everything. */
type Thing = Record<string, unknown>;
type Loose = { people: Record<string, Thing>; sectors: [Thing]; drawings: [Thing] };
/** The small file with something done to its map. */
function changed(change: (map: Loose) => void): string {
  const file = JSON.parse(small) as { map: Loose };
  change(file.map);
  return JSON.stringify(file);
}
const many = (count: number, make: (index: number) => unknown) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`x-${index}`, make(index)]));
const set = (target: unknown, key: string, value: unknown) => void ((target as Record<string, unknown>)[key] = value);

const person = (index: number) => ({ id: `x-${index}`, kind: 'person', name: 'N' });
const relation = (index: number) => ({ id: `x-${index}`, kind: 'knows', between: ['p-1', 'ego'] });
const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;

const FAILURES = {
  tooLarge: [[`"${'x'.repeat(MAX_FILE)}"`, {}]],
  notJson: [
    ['', {}],
    ['\uFEFF', {}],
    ['{"format":"nettverkskart","version":1,', {}],
    ['PK\u0003\u0004', {}],
  ],
  notAMap: [
    ['null', {}],
    ['[]', {}],
    [deep, {}],
    ['{"format":"nettverkskart"}', {}],
    ['{"format":"nettverkskart","version":0,"map":{}}', {}],
    ['{"format":"nettverkskart","version":1.5,"map":{}}', {}],
    ['{"format":"other","version":1,"map":{}}', {}],
  ],
  fromNewerApp: [['{"format":"nettverkskart","version":2}', { version: 2 }]],
  tooMany: [
    [changed((map) => set(map, 'people', many(MAX_PEOPLE + 1, person))), { what: 'people' }],
    [changed((map) => set(map.drawings[0], 'relations', many(MAX_RELATIONS + 1, relation))), { what: 'relations' }],
    [changed((map) => set(map, 'title', 'x'.repeat(MAX_TEXT + 1))), { what: 'characters' }],
    [changed((map) => set(map, 'drawings', Array(501).fill(map.drawings[0]))), { what: 'parts' }],
  ],
  damaged: [
    ['{"format":"nettverkskart","version":1}', { where: 'map' }],
    [changed((map) => set(map.people['p-1'], 'name', 5)), { where: 'map.people.p-1.name' }],
    [changed((map) => set(map, 'drawings', [])), { where: 'map.drawings' }],
    [changed((map) => set(map, 'rings', [{ width: 1 }])), { where: 'map.rings' }],
    [changed((map) => set(map.drawings[0], 'date', '2026-02-29')), { where: 'map.drawings.0.date' }],
    [changed((map) => set(map.sectors[0], 'id', 'toString')), { where: 'map.sectors.0.id' }],
    [small.replace('"span": 72', '"span": 1e999'), { where: 'map.sectors.0.span' }],
    [small.replace('"ego"', '"constructor": {}, "ego"'), { where: 'map.constructor' }],
    [small.replace('"p-1": {', '"__proto__": { "polluted": true }, "p-1": {'), { where: 'map.people.__proto__' }],
    [small.replace('"ego"', `"extra": ${deep}, "ego"`), { where: expect.stringMatching(/^map\.extra(\.0){18}$/) }],
  ],
} satisfies Record<ReadFailureKind, [string, object][]>;

describe.each(READ_FAILURE_KINDS)('%s', (kind) => {
  it.each(FAILURES[kind].map(([text, more], index) => ({ index, text, more })))(
    'is named ($index)',
    ({ text, more }) => {
      const failure = { kind, ...more } as ReadFailure;
      expect(readMapFile(text)).toEqual({ ok: false, failure });
      expect(readAnyFile(text, outside())).toEqual({ ok: false, failure });
    },
  );
});

it('lists every kind of failure once', () => {
  expect([...READ_FAILURE_KINDS].toSorted()).toEqual(Object.keys(FAILURES).toSorted());
});

it('a byte order mark is no damage', () => {
  expect(readMapFile(`\uFEFF${small}`)).toEqual(readMapFile(small));
});

it('the most that is allowed is allowed', () => {
  const text = changed((map) => {
    set(map, 'people', { ...map.people, ...many(MAX_PEOPLE - 3, person) });
    set(map, 'title', '👋'.repeat(MAX_TEXT));
    const pairs = many(MAX_RELATIONS, (index) => ({
      ...relation(index),
      between: [`x-${index % 1990}`, `x-${(index % 1990) + 1 + Math.floor(index / 1990)}`],
    }));
    set(map.drawings[0], 'relations', pairs);
  });
  const { map, repairs } = must(readMapFile(text));
  expect(Object.keys(map.people)).toHaveLength(MAX_PEOPLE);
  expect(Object.keys(map.drawings[0]!.relations)).toHaveLength(MAX_RELATIONS);
  expect(repairs).toEqual([]);
});

it('ids stay as they are, whatever they look like', () => {
  const ids = ['0', '10', 'Åse B.', 'id "quoted"', 'hasownproperty', 'null'];
  const text = changed((map) => {
    set(map, 'people', Object.fromEntries(ids.map((id) => [id, { id, kind: 'person', name: id }])));
    set(map.drawings[0], 'places', Object.fromEntries(ids.map((id) => [id, 'tray'])));
    set(map.drawings[0], 'relations', {});
  });
  const { map, repairs } = must(readMapFile(text));
  expect(Object.keys(map.people).toSorted()).toEqual(ids.toSorted());
  expect(repairs).toEqual([]);
});

it('a file that would grow beyond what can be read again is refused at once', () => {
  // Terse in the file, and with all defaults written out many times as long.
  const people = many(MAX_PEOPLE, person);
  const scope = {
    sectors: (JSON.parse(small) as { map: Loose }).map.sectors,
    rings: [{ width: 0.5 }, { width: 0.5 }],
    people,
  };
  const text = changed((map) => {
    const earlier = Array.from({ length: 50 }, (_, index) => ({
      id: `e-${index}`,
      date: '2020-01-01',
      places: {},
      frozen: scope,
    }));
    set(map, 'drawings', [...earlier, map.drawings[0]]);
  });
  expect(text.length).toBeLessThan(MAX_FILE);
  expect(readAnyFile(text, outside())).toEqual({ ok: false, failure: { kind: 'tooLarge' } });
});
