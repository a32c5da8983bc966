import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test } from 'vitest';
import type { IsoDateTime } from '../../../src/model/types.ts';
import { createDatabase } from '../../../src/storage/database.ts';
import { createJournal } from '../../../src/storage/journal.ts';
import { createSavedMaps } from '../../../src/storage/savedMaps.ts';
import { createSpareKeys } from '../../../src/storage/sealing/spareKeys.ts';
import { createSecondCopies } from '../../../src/storage/second/secondCopies.ts';
import { plantFaults } from './tools/faults.ts';
import { settle } from './tools/manualTimers.ts';
import { foundSecond, memoryEntries, memorySecond } from './tools/memoryStores.ts';
import { quickSubtle } from './tools/quickSubtle.ts';
import { digest, ID, rawRecords } from './tools/testMaps.ts';

const WORDS = 'fjord kaffe lue vinter stige';
const WITH = '{"people":["Bente","Noah"]}';
const WITHOUT = '{"people":["Noah"]}';

const faults = plantFaults();
afterEach(() => faults.set(null));

function device() {
  const second = memorySecond();
  const { entries, storage } = memoryEntries();
  const held = { factory: new IDBFactory(), minutes: 0 };
  const open = () =>
    createSavedMaps(createDatabase({ factory: () => held.factory }).useStore, {
      digest,
      subtle: quickSubtle,
      spareKeys: createSpareKeys(storage),
      second: createSecondCopies(foundSecond(second.store), digest),
      journal: createJournal({ subtle: quickSubtle, storage }),
      now: () => new Date(Date.UTC(2026, 10, 1) + held.minutes * 60_000).toISOString() as IsoDateTime,
    });
  return { second, entries, held, open };
}

const HOWS = ['device', 'passphrase'] as const;

/** A map with two generations, restore points, a second copy and a journal, Bente in all of them. */
async function fullOf(how: (typeof HOWS)[number]) {
  const it = device();
  const maps = it.open();
  if (how === 'passphrase') await maps.sealWith(ID, { passphrase: WORDS });
  for (const rev of [1, 2, 3, 4]) {
    await maps.save(ID, `${WITH.slice(0, -1)},"rev":${rev}}`, rev);
    await settle();
    it.held.minutes += 11;
  }
  expect(maps.leave(ID, WITH, 5)).toBe(true);
  await settle();
  return { ...it, maps };
}

const slots = async (factory: IDBFactory) =>
  new Set((await rawRecords(factory)).map(({ key }) => String((key as unknown[])[2])));

describe.each(HOWS)('a text that is stored alone (sealed by %s)', (how) => {
  test('is all that opens with any key afterwards', async () => {
    const { maps, held, second, entries } = await fullOf(how);
    const before = await maps.everyText(ID);
    expect(before.length).toBeGreaterThanOrEqual(5);
    expect(before.every((text) => text?.includes('Bente'))).toBe(true);
    const earlier = await maps.saveAlone(ID, WITHOUT, 6);
    await settle();
    expect(earlier.copies).toBe(2);
    expect(earlier.points).toBeGreaterThan(0);
    expect(await maps.everyText(ID)).toEqual([WITHOUT, WITHOUT]);
    expect([...(await slots(held.factory))].toSorted()).toEqual(how === 'device' ? ['0', 'key'] : ['0']);
    expect([...entries.keys()].filter((key) => key.includes('journal'))).toEqual([]);
    expect(second.files.size).toBe(1);
  });

  test('is saved over as any other, also by the next page', async () => {
    const { maps, open } = await fullOf(how);
    await maps.saveAlone(ID, WITHOUT, 6);
    await maps.save(ID, `${WITHOUT} `, 7);
    await settle();
    expect(await maps.everyText(ID)).toEqual([WITHOUT, `${WITHOUT} `, `${WITHOUT} `]);
    const next = open();
    expect(await next.unlock(ID, WORDS)).toBe(how === 'passphrase');
    expect(await next.load(ID)).toMatchObject({ kind: 'loaded', text: `${WITHOUT} `, rev: 7 });
  });

  test('a restore point that waited for its turn does not come back', async () => {
    const { maps, held } = await fullOf(how);
    // The save makes a point of what stood before it, in line behind it: so behind `saveAlone` here.
    const saving = maps.save(ID, WITH, 6);
    const alone = maps.saveAlone(ID, WITHOUT, 7);
    await Promise.all([saving, alone]);
    await settle();
    expect((await maps.everyText(ID)).filter((text) => text?.includes('Bente'))).toEqual([]);
    expect([...(await slots(held.factory))].filter((slot) => slot.startsWith('point'))).toEqual([]);
  });

  test('a late save of an older text is refused', async () => {
    const { maps } = await fullOf(how);
    await maps.saveAlone(ID, WITHOUT, 7);
    await expect(maps.save(ID, WITH, 6)).rejects.toMatchObject({ kind: 'conflict' });
    await settle();
    expect((await maps.everyText(ID)).filter((text) => text?.includes('Bente'))).toEqual([]);
  });

  test('when the database refuses, everything in it is as before, and the second copy is back', async () => {
    const { maps, held, second } = await fullOf(how);
    const before = await slots(held.factory);
    faults.set({ site: 'put', fault: 'abortNull', nth: 0 });
    await expect(maps.saveAlone(ID, WITHOUT, 6)).rejects.toMatchObject({ name: 'StorageError' });
    faults.set(null);
    await settle();
    expect(await slots(held.factory)).toEqual(before);
    expect(second.files.size).toBe(1);
    expect((await maps.everyText(ID)).some((text) => text?.includes('Bente'))).toBe(true);
  });

  test('when the second copy can not be cleared, nothing is removed', async () => {
    const { maps, second, held } = await fullOf(how);
    const before = await slots(held.factory);
    second.set('fails');
    await expect(maps.saveAlone(ID, WITHOUT, 6)).rejects.toMatchObject({ name: 'StorageError' });
    second.set('none');
    expect(await slots(held.factory)).toEqual(before);
  });
});
