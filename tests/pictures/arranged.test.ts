// Six maps as the layout arranges them, to look at: whoever changes the layout sees here what has moved.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makePicture, settleOnStage, withOpeningWidths } from '../../src/canvas/picture.ts';
import { handleBoxes } from '../../src/geometry/handles.ts';
import type { MapScene } from '../../src/scene/types.ts';
import { readAnyFile } from '../../src/document/readAnyFile.ts';
import { loadTranslate } from '../../src/i18n/languages.ts';
import { mapOnScreen } from '../../src/scene/pictured.ts';
import { mapFileOf } from '../bench/mapFile.ts';
import { makeNetwork } from '../bench/networks.ts';
import { picture } from '../support/drawn.ts';
import { measureText } from '../unit/layout/measureText.ts';

const t = await loadTranslate('nb');
const SCREEN = { width: 1180, height: 762 };
const example = (name: string) => readFileSync(`src/document/examples/${name}.json`, 'utf8');

const MAPS: readonly [name: string, file: () => string, stage?: { width: number; height: number }, oval?: boolean][] = [
  ['a young person', () => example('youngCloseFamily')],
  ['groups and words', () => example('variedWithGroups')],
  ['many professionals', () => example('smallManyProfessionals')],
  ['many professionals on a phone', () => example('smallManyProfessionals'), { width: 390, height: 640 }],
  ['sixty people', () => mapFileOf(makeNetwork(60))],
  ['a hundred people in the oval', () => mapFileOf(makeNetwork(100)), SCREEN, true],
];

/** Whose name lies over a place where the border of a sector is taken hold of. */
const namesOverHandles = ({ frame, people }: MapScene) =>
  people
    .filter(({ at, label }) =>
      handleBoxes(frame).some(
        (handle) =>
          label &&
          at.x + label.box.x < handle.x + handle.width &&
          handle.x < at.x + label.box.x + label.box.width &&
          at.y + label.box.y < handle.y + handle.height &&
          handle.y < at.y + label.box.y + label.box.height,
      ),
    )
    .map(({ name }) => name);

describe('the arranged map', { timeout: 60_000 }, () => {
  it.each(MAPS)('%s', async (name, file, size = SCREEN, oval = false) => {
    let count = 0;
    const read = readAnyFile(file(), { newId: (prefix) => `${prefix}-${++count}`, now: new Date(0) });
    if (!read.ok) throw new Error('the file does not open');
    const stage = { ...size, oval };
    const map = settleOnStage(withOpeningWidths(read.value.map, stage, measureText, t), stage, measureText, t);
    const { scene } = makePicture({ map, layers: mapOnScreen(map), stage, measure: measureText, t });
    expect(scene.people.length).toBeGreaterThan(9);
    expect(namesOverHandles(scene)).toEqual([]);
    await expect(picture(scene, 0)).toMatchFileSnapshot(`arranged-${name.replaceAll(' ', '-')}.svg`);
  });
});
