// The examples and a map of the neighbouring tool, on the screen and on every sheet: nobody over anybody.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makePicture, settleOnStage, withOpeningWidths } from '../../../src/canvas/picture.ts';
import { readAnyFile } from '../../../src/document/readAnyFile.ts';
import { loadTranslate } from '../../../src/i18n/languages.ts';
import type { NetworkMap } from '../../../src/model/types.ts';
import { mapOnScreen, picturedPeople } from '../../../src/scene/pictured.ts';
import { faultsOf } from './faults.ts';
import { measureText } from './measureText.ts';

const t = await loadTranslate('nb');

const FILES = [
  'src/document/examples/youngCloseFamily.json',
  'src/document/examples/variedWithGroups.json',
  'src/document/examples/smallManyProfessionals.json',
  'tests/files/foreign/easynwk-two-versions.json',
];

/** The whole app's stage at 1180 × 820, and what the sheets leave for the map (A4 and A3, both ways), CSS pixels. */
const STAGES = {
  screen: { width: 1180, height: 762 },
  'A4 landscape': { width: 762, height: 718 },
  'A4 portrait': { width: 718, height: 726 },
  'A3 landscape': { width: 1227, height: 1047 },
  'a phone': { width: 390, height: 640 },
};

function opened(file: string): NetworkMap {
  let count = 0;
  const read = readAnyFile(readFileSync(file, 'utf8'), { newId: (prefix) => `${prefix}-${++count}`, now: new Date(0) });
  if (!read.ok) throw new Error(`${file} does not open`);
  const stage = { ...STAGES.screen, oval: false };
  return settleOnStage(withOpeningWidths(read.value.map, stage, measureText, t), stage, measureText, t);
}

describe.each(FILES)('%s', (file) => {
  const map = opened(file);

  it.each(Object.entries(STAGES))('is clean on %s', (_, stage) => {
    const layers = { ...mapOnScreen(map), paper: true };
    const { arrangement, frame } = makePicture({
      map,
      layers,
      stage: { ...stage, oval: false },
      measure: measureText,
      t,
    });
    const people = picturedPeople(map, layers, t).map(({ person, place, name, relation }) => ({
      id: person.id,
      cell: { sector: place.sector, ring: place.ring },
      spot: place.spot,
      name,
      relation,
    }));
    expect(people.length).toBeGreaterThan(0);
    expect(faultsOf({ frame, people, ties: [], measure: measureText, obstacles: [] }, arrangement)).toEqual([]);
    expect([...arrangement.people.values()].filter(({ label }) => label === null)).toEqual([]);
    expect(arrangement.nameSize).toBeGreaterThanOrEqual(11);
  });

  it('stays as it is when it is settled again', () => {
    expect(settleOnStage(map, { ...STAGES.screen, oval: false }, measureText, t)).toBe(map);
  });
});
