import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readAnyFile } from '../../../src/document/readAnyFile.ts';
import { CURRENT_VERSION, readMapFile } from '../../../src/document/readMapFile.ts';
import { writeMapFile } from '../../../src/document/writeMapFile.ts';
import { brokenInvariants } from '../../../src/model/invariants.ts';
import { must } from '../../support/must.ts';
import { outside } from './outside.ts';

const FOLDER = 'tests/files';
const namesIn = (folder: string) => readdirSync(`${FOLDER}/${folder}`).map((name) => `${folder}/${name}`);
const open = (name: string) => readFileSync(`${FOLDER}/${name}`, 'utf8');

const own = Array.from({ length: CURRENT_VERSION }, (_, index) => namesIn(`v${index + 1}`)).flat();
const foreign = namesIn('foreign');
const future = namesIn('future');

it('there are files to open, of every version', () => {
  expect(own.length).toBeGreaterThanOrEqual(4 * CURRENT_VERSION);
  expect(foreign.length).toBeGreaterThanOrEqual(2);
  expect(future).toHaveLength(1);
});

describe.each(own)('%s', (name) => {
  it('opens, needs no repair, and is the same when written and opened again', () => {
    const { map, repairs } = must(readMapFile(open(name)));
    expect({ repairs, broken: brokenInvariants(map) }).toEqual({ repairs: [], broken: [] });
    expect(must(readMapFile(writeMapFile(map))).map).toEqual(map);
  });
});

it.each(foreign)('%s opens as a sound map', (name) => {
  expect(brokenInvariants(must(readAnyFile(open(name), outside())).map)).toEqual([]);
});

it.each(future)('%s is refused as what it is', (name) => {
  expect(readMapFile(open(name))).toEqual({ ok: false, failure: { kind: 'fromNewerApp', version: 99 } });
});

it('every field of the rich file comes through, and it has every field', () => {
  const file = JSON.parse(open('v1/rich.nettverkskart.json')) as { map: object };
  const { map } = must(readMapFile(open('v1/rich.nettverkskart.json')));
  expect(map).toEqual(file.map);
  expect(JSON.parse(writeMapFile(map))).toEqual(file);
});

it('what we do not know is dropped, and the rest is the same', () => {
  const { map: known } = must(readMapFile(open('v1/small.nettverkskart.json')));
  const { map } = must(readMapFile(open('v1/unknownKeys.nettverkskart.json')));
  expect(map).toEqual({ ...known, id: 'm-unknown' });
});

it('a file with only what is required gets the defaults', () => {
  const { map } = must(readMapFile(open('v1/minimal.nettverkskart.json')));
  expect(map).toMatchObject({ madeBy: '', widths: 'standard', shown: { professionals: true }, meetings: [] });
  expect(map.sectors.map(({ hue }) => hue)).toEqual([0, 4]);
  expect(map.drawings[0]).toMatchObject({ kind: 'today', relations: {}, groups: {}, frozen: null });
});
