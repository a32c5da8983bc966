import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import type { IsoDateTime } from '../../../src/model/types.ts';
import { createDatabase } from '../../../src/storage/database.ts';
import type { Receipt, Trace } from '../../../src/storage/removal.ts';
import { createSavedMaps } from '../../../src/storage/savedMaps.ts';
import { type Places, wipe } from '../../../src/storage/wipe.ts';
import { settle } from './tools/manualTimers.ts';
import { digest, ID, openPage, OTHER_ID, QUICK, textOf } from './tools/testMaps.ts';

/** As the browser's: entries that can be counted. */
function entries(initial: Readonly<Record<string, string>>) {
  const held = new Map(Object.entries(initial));
  const storage = {
    get length() {
      return held.size;
    },
    key: (at: number) => [...held.keys()][at] ?? null,
    removeItem: (key: string) => void held.delete(key),
  } as unknown as Storage;
  return { held, storage };
}

function fakeCaches(initial: Readonly<Record<string, readonly string[]>>) {
  const held = new Map(Object.entries(initial));
  const storage = {
    keys: async () => [...held.keys()],
    open: async (name: string) => ({
      keys: async () => (held.get(name) ?? []).map((url) => ({ url: `http://localhost${url}` })),
    }),
    delete: async (name: string) => held.delete(name),
  } as unknown as CacheStorage;
  return { held, storage };
}

function fakeFiles(names: readonly string[]) {
  const held = { names };
  const root = {
    getDirectoryHandle: async () => {
      if (held.names.length === 0) throw new DOMException('', 'NotFoundError');
      return { keys: () => held.names[Symbol.iterator]() };
    },
    removeEntry: async () => void (held.names = []),
  } as unknown as FileSystemDirectoryHandle;
  return { held, root };
}

/** A browser with two maps, and everything beside them that there can be. */
async function full() {
  const factory = new IDBFactory();
  const database = createDatabase({ factory: () => factory });
  const maps = createSavedMaps(database.useStore, { ...QUICK, digest });
  await maps.save(ID, textOf(1), 1);
  await maps.save(OTHER_ID, textOf(2), 1);
  await settle();
  const small = entries({
    'nettverkskart-settings': '{}',
    [`nettverkskart-key-${ID}`]: 'k',
    [`nettverkskart-notes-${ID}`]: '{}',
    [`nettverkskart-journal-${ID}`]: '{}',
    [`nettverkskart-second-${OTHER_ID}`]: 'b',
    'somebody-else': 'stays',
  });
  const tab = entries({ 'nettverkskart-open': ID });
  const cached = fakeCaches({ 'nettverkskart-build-1': ['/'], 'nettverkskart-second': [`/second/${ID}`], other: [] });
  const files = fakeFiles([ID, `${ID}.1.crswap`]);
  const ended = { workers: 0 };
  const places = {
    files: async () => files.root,
    caches: () => cached.storage,
    entries: [() => small.storage, () => tab.storage],
    workers: async () => [{ installing: null, unregister: async () => (ended.workers += 1) > 0 }],
  } satisfies Omit<Places, 'database'>;
  return { factory, database, maps, small, tab, cached, files, ended, places };
}

const of = (receipt: Receipt, trace: Trace) => receipt.find((one) => one.trace === trace);

describe('deleting everything', () => {
  test('removes each kind, counts it, and leaves what is not ours', async () => {
    const { factory, database, small, tab, cached, files, ended, places } = await full();
    const receipt = await wipe(database, places);
    expect(receipt).toEqual([
      { trace: 'maps', gone: 2, left: 0 },
      { trace: 'second', gone: 2, left: 0 },
      { trace: 'journal', gone: 1, left: 0 },
      { trace: 'keys', gone: 1, left: 0 },
      { trace: 'notes', gone: 1, left: 0 },
      { trace: 'settings', gone: 1, left: 0 },
      { trace: 'app', gone: 1, left: 0 },
    ]);
    expect([...small.held.keys()]).toEqual(['somebody-else']);
    expect([...tab.held.keys()]).toEqual([]);
    expect([...cached.held.keys()]).toEqual(['other']);
    expect(files.held.names).toEqual([]);
    expect(ended.workers).toBe(1);
    expect(await factory.databases()).toEqual([]);
  });

  test('counts each restore point once', async () => {
    const { database, places } = await full();
    const at = { minutes: 0 };
    const now = () => new Date(Date.UTC(2026, 10, 1) + at.minutes * 60_000).toISOString() as IsoDateTime;
    const maps = createSavedMaps(database.useStore, { ...QUICK, digest, now });
    for (const rev of [2, 3, 4]) {
      await maps.save(ID, textOf(rev), rev);
      await settle();
      at.minutes += 11;
    }
    const receipt = await wipe(database, places);
    expect(of(receipt, 'points')).toEqual({ trace: 'points', gone: 2, left: 0 });
  });

  test('afterwards the page opens the database no more', async () => {
    const { factory, database, maps, places } = await full();
    await wipe(database, places);
    await expect(maps.save(ID, textOf(3), 3)).rejects.toMatchObject({ kind: 'unavailable' });
    expect(await factory.databases()).toEqual([]);
  });

  test.each(['workers', 'caches', 'files'] as const)('ended at the %s, every map is still there', async (at) => {
    const { factory, database, places } = await full();
    const never = () => new Promise<never>(() => undefined);
    if (at === 'workers') Object.assign(places, { workers: never });
    if (at === 'caches') Object.assign(places.caches(), { delete: never });
    if (at === 'files') Object.assign(await places.files(), { removeEntry: never });
    void wipe(database, places);
    await settle();
    const { maps } = openPage(factory);
    expect(await maps.list()).toHaveLength(2);
    expect(await maps.load(ID)).toMatchObject({ kind: 'loaded', text: textOf(1), from: 'store' });
  });

  test('a database that can neither be opened nor deleted is said, and everything else goes', async () => {
    const { places, small, files } = await full();
    const broken = createDatabase({
      factory: () => {
        throw new DOMException('Internal error opening backing store', 'UnknownError');
      },
    });
    const receipt = await wipe(broken, places);
    expect(of(receipt, 'maps')).toEqual({ trace: 'maps', gone: 0, left: null });
    expect(of(receipt, 'second')).toEqual({ trace: 'second', gone: 2, left: 0 });
    expect([...small.held.keys()]).toEqual(['somebody-else']);
    expect(files.held.names).toEqual([]);
  });

  test('one that can be emptied but not deleted is gone all the same', async () => {
    const { factory, places } = await full();
    const stuck = new Proxy(factory, {
      get: (target, key) => {
        const value: unknown = Reflect.get(target, key);
        if (key === 'deleteDatabase') {
          return () => {
            throw new Error('no');
          };
        }
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    const receipt = await wipe(createDatabase({ factory: () => stuck }), places);
    expect(of(receipt, 'maps')).toEqual({ trace: 'maps', gone: 2, left: 0 });
    expect(await openPage(factory).maps.list()).toEqual([]);
  });

  test('what does not go, or can not be looked at, is in the receipt as left', async () => {
    const { database, places, small } = await full();
    small.storage.removeItem = () => undefined;
    const locked = { keys: () => Promise.reject(new DOMException('', 'SecurityError')) } as unknown as CacheStorage;
    const receipt = await wipe(database, {
      ...places,
      caches: () => locked,
    });
    expect(of(receipt, 'keys')).toEqual({ trace: 'keys', gone: 0, left: 1 });
    expect(of(receipt, 'app')).toEqual({ trace: 'app', gone: 0, left: null });
    expect(of(receipt, 'maps')).toEqual({ trace: 'maps', gone: 2, left: 0 });
  });

  test('what the browser does not have is neither there nor left', async () => {
    const { database, places } = await full();
    const none = (): never => {
      throw new ReferenceError('caches is not defined');
    };
    const receipt = await wipe(database, { ...places, caches: none, files: none, entries: [] });
    expect(receipt).toEqual([{ trace: 'maps', gone: 2, left: 0 }]);
  });
});

describe('the receipt of one map', () => {
  test('counts what there was, and another map is left alone', async () => {
    const { maps } = await full();
    const receipt = await maps.remove(ID);
    expect(receipt).toEqual([{ trace: 'maps', gone: 1, left: 0 }]);
    expect((await maps.list()).map(({ id }) => id)).toEqual([OTHER_ID]);
  });
});
