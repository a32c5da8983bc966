import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { createDatabase } from '../../../src/storage/database.ts';
import { createJournal } from '../../../src/storage/journal.ts';
import { createSavedMaps } from '../../../src/storage/savedMaps.ts';
import { createSpareKeys } from '../../../src/storage/sealing/spareKeys.ts';
import { createSecondCopies } from '../../../src/storage/second/secondCopies.ts';
import { settle } from './tools/manualTimers.ts';
import { foundSecond, memoryEntries, memorySecond } from './tools/memoryStores.ts';
import { quickSubtle } from './tools/quickSubtle.ts';
import { digest, ID, OTHER_ID } from './tools/testMaps.ts';

const WORDS = 'fjord kaffe lue vinter stige';
const TEXT = '{"people":["Bente"]}';

const BROKEN = {
  refuses: (): IDBFactory => {
    throw new DOMException('Internal error opening backing store', 'UnknownError');
  },
  'is blocked': (): IDBFactory => {
    throw new DOMException('', 'SecurityError');
  },
};

/** One map sealed by the device, one by a passphrase; then a page whose database can't be opened. */
async function device(broken: () => IDBFactory) {
  const second = memorySecond();
  const { storage, entries } = memoryEntries();
  const healthy = new IDBFactory();
  const open = (factory: () => IDBFactory) =>
    createSavedMaps(createDatabase({ factory }).useStore, {
      digest,
      subtle: quickSubtle,
      spareKeys: createSpareKeys(storage),
      second: createSecondCopies(foundSecond(second.store), digest),
      journal: createJournal({ subtle: quickSubtle, storage }),
    });
  const before = open(() => healthy);
  await before.save(ID, TEXT, 1);
  await before.sealWith(OTHER_ID, { passphrase: WORDS });
  await before.save(OTHER_ID, TEXT, 1);
  await settle();
  return { maps: open(broken), second, entries };
}

describe.each(Object.entries(BROKEN))('a database that %s', (_, broken) => {
  test('is told from an empty one, and the second copies are offered', async () => {
    const { maps } = await device(broken);
    await expect(maps.restoreLost()).rejects.toMatchObject({ name: 'StorageError' });
    const found = await maps.secondMaps();
    expect(new Map(found.map(({ id, passphrase }) => [id, passphrase]))).toEqual(
      new Map([
        [ID, false],
        [OTHER_ID, true],
      ]),
    );
  });

  test('does not keep the copies shut: the spare key opens one, the passphrase the other', async () => {
    const { maps } = await device(broken);
    expect(await maps.secondText(ID)).toBe(TEXT);
    expect(await maps.secondText(OTHER_ID)).toBeNull();
    expect(await maps.unlock(OTHER_ID, 'noe annet')).toBe(false);
    expect(await maps.secondText(OTHER_ID)).toBeNull();
    expect(await maps.unlock(OTHER_ID, WORDS)).toBe(true);
    expect(await maps.secondText(OTHER_ID)).toBe(TEXT);
  });

  test('and no spare key: nothing is made up', async () => {
    const { maps, entries } = await device(broken);
    entries.clear();
    expect(await maps.secondText(ID)).toBeNull();
  });

  test('and a second store that fails too: nothing is offered, and nothing rejects', async () => {
    const { maps, second } = await device(broken);
    second.set('fails');
    expect(await maps.secondMaps()).toEqual([]);
    expect(await maps.secondText(ID)).toBeNull();
  });
});
