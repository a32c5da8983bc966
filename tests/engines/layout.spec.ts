// The same file, the same picture: in every engine everybody stands in the same cell, at the same spot, and nobody over
// anybody.
import { readFileSync } from 'node:fs';
import { mapFileOf } from '../bench/mapFile.ts';
import { makeNetwork } from '../bench/networks.ts';
import type { Faults } from '../support/overlaps.ts';
import type { Engine } from './engine.ts';
import { expect, test, withTab } from './fixtures.ts';
import { MapTab, type Standing } from './mapTab.ts';

const example = (file: string) => () => readFileSync(`src/document/examples/${file}.json`, 'utf8');
const generated = (people: number) => () => mapFileOf(makeNetwork(people));

const MAPS: readonly [name: string, people: number, text: () => string][] = [
  ['Ung, med nær familie', 18, example('youngCloseFamily')],
  ['Mange rundt, noen på video', 27, example('variedWithGroups')],
  ['Mange fagfolk, få andre', 15, example('smallManyProfessionals')],
  ['25 invented people', 25, generated(25)],
  ['60 invented people', 60, generated(60)],
];

const CLEAN = { outOfCell: [], symbols: [], names: [], nameOverSymbol: [], withoutName: [] };
/** Of a cell's length and depth. Written down with four decimals: one more or less in the last is rounding. */
const ROUNDING = 0.0002;

type Spots = Readonly<Record<string, readonly [along: number, across: number]>>;
type Seen = {
  readonly faults: Faults;
  readonly standing: readonly Standing[];
  readonly spots: Spots;
  /** The file to keep, as the page wrote it. */
  readonly file: string;
};

/** Opens a map as a file, looks, and takes the file to keep. */
async function see(map: MapTab, text: string): Promise<Seen> {
  await map.openFile(text);
  const faults = await map.faults();
  const standing = (await map.standing()).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  await map.openOut();
  await map.choose('Fil');
  const file = (await map.save()).bytes.toString('utf8');
  return { faults, standing, spots: storedSpots(file), file };
}

function storedSpots(text: string): Spots {
  const { map } = JSON.parse(text) as {
    map: { drawings: { places: Record<string, 'tray' | { spot: { along: number; across: number } | null }> }[] };
  };
  const places = Object.entries(map.drawings.at(-1)?.places ?? {});
  return Object.fromEntries(
    places.map(([id, place]) => {
      if (place === 'tray' || place.spot === null) throw new Error(`${id} was stored without a spot.`);
      return [id, [place.spot.along, place.spot.across]];
    }),
  );
}

/** What Chromium shows of each map, and the file it leaves; looked at once. */
const inChromium = new Map<string, Promise<Seen>>();

function referenceOf(engine: Engine, home: string, name: string, text: string): Promise<Seen> {
  const known = inChromium.get(name) ?? seeIn(engine, home, text);
  inChromium.set(name, known);
  return known;
}

async function seeIn(engine: Engine, home: string, text: string): Promise<Seen> {
  const seen: Seen[] = [];
  await withTab(await engine.newTab(), async (tab) => void seen.push(await see(new MapTab(tab, home), text)));
  const [one] = seen;
  if (!one) throw new Error('Nothing was seen.');
  return one;
}

const apart = (a: Spots, b: Spots) =>
  Object.entries(a).filter(([id, spot]) => spot.some((value, at) => Math.abs(value - (b[id]?.[at] ?? NaN)) > ROUNDING));

for (const [name, people, text] of MAPS) {
  test(`${name}: laid out by this engine, nobody over anybody, everybody in the cell where Chromium puts them`, async ({
    map,
    reference,
    baseURL,
  }) => {
    const expected = await referenceOf(await reference.engine(), baseURL ?? '', name, text());
    const seen = await see(map, text());
    expect(seen.faults).toMatchObject({ people, ...CLEAN });
    expect(seen.standing).toEqual(expected.standing);
  });

  test(`${name}: laid out by Chromium, everybody at the same spot in this engine, and nobody over anybody`, async ({
    map,
    reference,
    baseURL,
  }) => {
    const expected = await referenceOf(await reference.engine(), baseURL ?? '', name, text());
    const seen = await see(map, expected.file);
    expect(seen.faults).toMatchObject({ people, ...CLEAN });
    expect(seen.standing).toEqual(expected.standing);
    expect(Object.keys(seen.spots).toSorted()).toEqual(Object.keys(expected.spots).toSorted());
    expect(apart(seen.spots, expected.spots), 'stored spots that differ').toEqual([]);
  });
}
