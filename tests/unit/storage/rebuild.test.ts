import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { createDatabase } from '../../../src/storage/database.ts';
import type { Bucket, Buckets } from '../../../src/storage/home.ts';
import { createJournal } from '../../../src/storage/journal.ts';
import { createSavedMaps } from '../../../src/storage/savedMaps.ts';
import { createSecondCopies } from '../../../src/storage/second/secondCopies.ts';
import { createSpareKeys } from '../../../src/storage/sealing/spareKeys.ts';
import { settle } from './tools/manualTimers.ts';
import { foundSecond, memoryEntries, memorySecond } from './tools/memoryStores.ts';
import { quickSubtle } from './tools/quickSubtle.ts';
import { digest, ID, OTHER_ID, textOf } from './tools/testMaps.ts';

const WORDS = 'fjord kaffe lue vinter stige';
const TEXT = textOf('Bente', 40_000);

/** A browser whose usual database opens, is damaged, or is damaged and can't be deleted either; what is done to it, in order. */
function browser(withBuckets: boolean) {
  const done: string[] = [];
  const second = memorySecond();
  const { storage, entries } = memoryEntries();
  let [usual, state] = [new IDBFactory(), 'opens' as 'opens' | 'damaged' | 'stuck' | 'newer'];
  const unlessBroken = (): IDBFactory => {
    if (state === 'newer') throw new DOMException('', 'VersionError');
    if (state !== 'opens') throw new DOMException('Internal error opening backing store', 'UnknownError');
    return usual;
  };
  const factory = {
    open: (name: string, version?: number) => unlessBroken().open(name, version),
    deleteDatabase: (name: string) => {
      done.push('deleteDatabase');
      if (state === 'damaged') [usual, state] = [new IDBFactory(), 'opens'];
      return unlessBroken().deleteDatabase(name);
    },
  } as IDBFactory;
  const held = new Map<string, Bucket>();
  const full = { buckets: false };
  const noRoom = (): never => {
    throw new DOMException('', 'QuotaExceededError');
  };
  const buckets: Buckets = {
    keys: async () => [...held.keys()],
    open: async (name) => {
      done.push('bucket');
      const bucket = held.get(name) ?? {
        indexedDB: full.buckets ? Object.assign(new IDBFactory(), { open: noRoom }) : new IDBFactory(),
      };
      held.set(name, bucket);
      return bucket;
    },
    delete: async (name) => {
      done.push('delete bucket');
      held.delete(name);
    },
  };
  const open = () => {
    const database = createDatabase({ factory: () => factory, buckets: () => (withBuckets ? buckets : undefined) });
    const spareKeys = createSpareKeys(storage);
    const maps = createSavedMaps(database.useStore, {
      digest,
      subtle: quickSubtle,
      spareKeys,
      second: createSecondCopies(foundSecond(second.store), digest),
      journal: createJournal({ subtle: quickSubtle, storage }),
    });
    return { database, maps };
  };
  return { done, second, entries, held, full, open, set: (next: typeof state) => void (state = next) };
}

/** One map sealed by the device, one by a passphrase; then the usual database is `state`. */
async function broken(withBuckets: boolean, state: 'damaged' | 'stuck' | 'newer' = 'damaged') {
  const it = browser(withBuckets);
  const { maps, database } = it.open();
  await maps.save(ID, TEXT, 7);
  await maps.sealWith(OTHER_ID, { passphrase: WORDS });
  await maps.save(OTHER_ID, TEXT, 3);
  await settle();
  database.close();
  it.set(state);
  it.done.length = 0;
  return it;
}

const rebuild = ({ open }: Awaited<ReturnType<typeof broken>>) => {
  const { maps, database } = open();
  return maps.rebuild(database);
};

describe.each([true, false])(
  'a database that is damaged, in a browser with room for another one: %s',
  (withBuckets) => {
    test('is built anew, and the maps open from it at every later start, without the second copies', async () => {
      const it = await broken(withBuckets);
      expect(new Set(await rebuild(it))).toEqual(new Set([ID, OTHER_ID]));
      expect(it.second.files.size).toBe(2);
      it.second.set('fails');
      const { maps } = it.open();
      expect(await maps.load(ID)).toMatchObject({ kind: 'loaded', text: TEXT, rev: 7, from: 'store' });
      expect(await maps.unlock(OTHER_ID, WORDS)).toBe(true);
      expect(await maps.load(OTHER_ID)).toMatchObject({ kind: 'loaded', text: TEXT, rev: 3, from: 'store' });
      await maps.save(ID, textOf(8), 8);
      expect(await it.open().maps.load(ID)).toMatchObject({ text: textOf(8), from: 'store' });
    });

    test('whose second copy is damaged too is not deleted', async () => {
      const it = await broken(withBuckets);
      const file = it.second.files.get(ID);
      if (file) file[file.length - 1] = (file.at(-1) ?? 0) ^ 1;
      await rebuild(it);
      expect(it.done).not.toContain('deleteDatabase');
    });

    test('which may hold the only key of a copy is not deleted', async () => {
      const it = await broken(withBuckets);
      it.entries.clear();
      await rebuild(it);
      expect(it.done).not.toContain('deleteDatabase');
    });

    test('and a second store that fails: nothing is deleted', async () => {
      const it = await broken(withBuckets);
      it.second.set('fails');
      await rebuild(it);
      expect(it.done).not.toContain('deleteDatabase');
    });

    test('that opens after all stays as it is', async () => {
      const it = await broken(withBuckets);
      it.set('opens');
      expect(await rebuild(it)).toEqual([]);
      expect(it.done).not.toContain('deleteDatabase');
      expect(it.held.size).toBe(0);
    });

    test('that a newer app has made is left alone', async () => {
      const it = await broken(withBuckets, 'newer');
      expect(await rebuild(it)).toBeNull();
      expect(it.done).not.toContain('deleteDatabase');
      expect(it.held.size).toBe(0);
    });
  },
);

test('the old one is deleted when the new one has been read back, never before', async () => {
  const it = await broken(true);
  await rebuild(it);
  expect(it.done.indexOf('deleteDatabase')).toBeGreaterThan(it.done.indexOf('bucket'));
  // Where the new one takes nothing, the old one stays.
  const other = await broken(true);
  const { maps, database } = other.open();
  other.full.buckets = true;
  expect(await maps.rebuild(database)).toBeNull();
  expect(other.done).not.toContain('deleteDatabase');
  expect(await maps.secondText(ID)).toBe(TEXT);
});

test('one that can be neither opened nor deleted is left, where there is room for no other; the copies can still be had', async () => {
  const it = await broken(false, 'stuck');
  const { maps, database } = it.open();
  expect(await maps.rebuild(database)).toBeNull();
  expect(await maps.secondText(ID)).toBe(TEXT);
});

test('the new one damaged as well: it is made once more', async () => {
  const it = await broken(true, 'stuck');
  await rebuild(it);
  const [bucket] = it.held.values();
  Object.assign(bucket?.indexedDB ?? {}, {
    open: () => {
      throw new DOMException('', 'UnknownError');
    },
  });
  await expect(it.open().maps.restoreLost()).rejects.toMatchObject({ kind: 'unknown' });
  expect(new Set(await rebuild(it))).toEqual(new Set([ID, OTHER_ID]));
  expect(await it.open().maps.load(ID)).toMatchObject({ text: TEXT, from: 'store' });
});

test('deleting everything takes both, and says so when the old one can not be deleted', async () => {
  const it = await broken(true);
  await rebuild(it);
  it.set('stuck');
  expect(await it.open().database.destroy()).toBe(false);
  expect(it.held.size).toBe(0);
  const other = await broken(true);
  await rebuild(other);
  expect(await other.open().database.destroy()).toBe(true);
  expect(other.held.size).toBe(0);
});

test('a browser that does not answer for its other places is not waited for', async () => {
  const it = browser(false);
  const never = () => new Promise<never>(() => undefined);
  const buckets = { keys: never, open: never, delete: never };
  const usual = new IDBFactory();
  const { useStore } = createDatabase({ factory: () => usual, buckets: () => buckets });
  expect(await useStore('readonly', async (store) => store.name)).toBe('values');
  expect(it.done).toEqual([]);
});
