import { forceCloseDatabase, IDBDatabase, IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { get, set, setMany, update } from 'idb-keyval';
import { afterEach, describe, expect, test } from 'vitest';
import { createDatabase } from '../../../src/storage/database.ts';
import { toStorageError } from '../../../src/storage/errors.ts';
import { plantFaults } from './tools/faults.ts';
import { manualTimers, settle } from './tools/manualTimers.ts';

const faults = plantFaults();
afterEach(() => faults.set(null));

function stage() {
  const factory = new IDBFactory();
  const clock = manualTimers();
  const opened: IDBDatabase[] = [];
  const counting = {
    open: (name: string, version: number) => {
      const request = factory.open(name, version);
      request.addEventListener('success', () => opened.push(request.result));
      return request;
    },
  } as unknown as IDBFactory;
  return { factory, clock, opened, database: createDatabase({ factory: () => counting, timers: clock.timers }) };
}

describe('as a store of idb-keyval', () => {
  test('writes strictly, reads, and keeps one connection', async () => {
    const { database, opened } = stage();
    faults.transactions();
    await Promise.all([set('a', 1, database.useStore), set('b', 2, database.useStore)]);
    await update<number>('a', (old = 0) => old + 10, database.useStore);
    expect(await get('a', database.useStore)).toBe(11);
    expect(opened).toHaveLength(1);
    const modes = faults
      .transactions()
      .filter(({ mode }) => mode !== 'versionchange')
      .map(({ mode, durability }) => `${mode} ${durability}`);
    expect(modes).toEqual([...Array.from({ length: 3 }, () => 'readwrite strict'), 'readonly default']);
  });

  test('what cannot be stored fails as a whole', async () => {
    const { database } = stage();
    const cannot = () => undefined;
    const work = setMany(
      [
        ['a', 1],
        ['b', cannot],
      ],
      database.useStore,
    );
    await expect(work).rejects.toMatchObject({ name: 'StorageError', kind: 'unknown' });
    expect(await get('a', database.useStore)).toBeUndefined();
  });

  test('is version 1 with one store', async () => {
    const { database, factory, opened } = stage();
    await set('a', 1, database.useStore);
    expect(await factory.databases()).toEqual([{ name: 'nettverkskart', version: 1 }]);
    expect([...(opened[0]?.objectStoreNames ?? [])]).toHaveLength(1);
  });

  test('is done when the transaction is complete, not when its requests are', async () => {
    const { database, clock } = stage();
    await set('a', 1, database.useStore);
    faults.set({ site: 'commit', fault: 'never', nth: 0 });
    let done = false;
    const work = database.useStore('readwrite', (store) => void store.put(2, 'a')).finally(() => (done = true));
    work.catch(() => undefined);
    await settle();
    expect(done).toBe(false);
    await clock.pass(5000, 500);
    await expect(work).rejects.toMatchObject({ kind: 'timeout' });
  });
});

describe('a failure', () => {
  test('is named by why the transaction fell, not by what its requests say', async () => {
    const { database } = stage();
    await set('a', 1, database.useStore);
    faults.set({ site: 'get', fault: 'abortQuota', nth: 0 });
    await expect(get('a', database.useStore)).rejects.toMatchObject({ kind: 'full' });
    faults.set({ site: 'get', fault: 'abortNull', nth: 0 });
    await expect(get('a', database.useStore)).rejects.toMatchObject({ kind: 'aborted' });
  });
});

describe('the connection', () => {
  test('closed under a transaction that will never end is found out without waiting for a time-out', async () => {
    const { database } = stage();
    await set('a', 1, database.useStore);
    faults.set({ site: 'commit', fault: 'close', nth: 0 });
    await expect(set('a', 2, database.useStore)).rejects.toMatchObject({ kind: 'lost' });
    expect(faults.struck()).toBe(3);
  });

  test('comes back after the browser has closed it', async () => {
    const { database, opened } = stage();
    await set('a', 1, database.useStore);
    const [closed] = opened;
    if (closed === undefined) throw new Error('not opened');
    forceCloseDatabase(closed as never);
    await settle();
    // The dead one is not even asked: in Safari that is what failed over and over.
    closed.transaction = () => {
      throw new Error('must not be asked');
    };
    await set('a', 2, database.useStore);
    expect(await get('a', database.useStore)).toBe(2);
    expect(opened).toHaveLength(2);
  });

  test('is tried three times, then the loss is told; and again at the next call', async () => {
    const { database, opened } = stage();
    faults.set({ site: 'transaction', fault: 'invalidState', nth: 0 });
    await expect(set('a', 1, database.useStore)).rejects.toMatchObject({ kind: 'lost' });
    expect([faults.struck(), opened.length]).toEqual([3, 3]);
    faults.set(null);
    await set('a', 2, database.useStore);
    expect(await get('a', database.useStore)).toBe(2);
  });

  test('gives way to a page that wants to delete the database', async () => {
    const { database, factory } = stage();
    await set('a', 1, database.useStore);
    const answer = await new Promise((resolve) => {
      const request = factory.deleteDatabase('nettverkskart');
      request.onsuccess = () => resolve('deleted');
      request.onblocked = () => resolve('blocked');
    });
    expect(answer).toBe('deleted');
  });

  test('that takes longer than 3 s is given up, and closed should it come later', async () => {
    const factory = new IDBFactory();
    const clock = manualTimers();
    const late: { succeed: () => void; closed: boolean }[] = [];
    const slow = {
      open: () => {
        const entry = { succeed: () => request.onsuccess?.(), closed: false };
        const request = {
          onsuccess: null as (() => void) | null,
          result: { close: () => (entry.closed = true) },
        };
        late.push(entry);
        return request;
      },
    } as unknown as IDBFactory;
    let current = slow;
    const database = createDatabase({ factory: () => current, timers: clock.timers });
    const work = set('a', 1, database.useStore);
    work.catch(() => undefined);
    await clock.pass(3000, 500);
    await expect(work).rejects.toMatchObject({ kind: 'timeout' });
    current = factory;
    late[0]?.succeed();
    expect(late[0]?.closed).toBe(true);
    await set('a', 1, database.useStore);
    expect(await get('a', database.useStore)).toBe(1);
    expect(clock.pending(), 'no timer is left behind').toBe(0);
  });

  test('closed on purpose opens again when needed', async () => {
    const { database, opened } = stage();
    await set('a', 1, database.useStore);
    database.close();
    expect(await get('a', database.useStore)).toBe(1);
    expect(opened).toHaveLength(2);
  });

  test('tells when the browser has thrown everything away', async () => {
    let wiped = 0;
    const real = new IDBFactory();
    const factory = {
      open: (name: string) => {
        const request = real.open(name, 1);
        request.addEventListener('upgradeneeded', (event) => Object.assign(event, { dataLoss: 'total' }));
        return request;
      },
    } as unknown as IDBFactory;
    await get('a', createDatabase({ factory: () => factory, onWiped: () => (wiped += 1) }).useStore);
    await get('a', createDatabase({ factory: () => real, onWiped: () => (wiped += 1) }).useStore);
    expect(wiped).toBe(1);
  });
});

describe('no storage at all', () => {
  test.each([
    [
      'touching it throws',
      () => {
        throw new DOMException('', 'SecurityError');
      },
    ],
    ['there is none', () => (globalThis as unknown as { nowhere: { open: IDBFactory } }).nowhere.open],
    [
      'opening throws',
      () =>
        ({
          open: () => {
            throw new DOMException('', 'SecurityError');
          },
        }) as unknown as IDBFactory,
    ],
  ] as [string, () => IDBFactory][])('%s', async (_, factory) => {
    const { useStore } = createDatabase({ factory });
    await expect(get('a', useStore)).rejects.toMatchObject({ name: 'StorageError' });
    await expect(set('a', 1, useStore)).rejects.toMatchObject({ name: 'StorageError' });
  });

  test('a database of a newer program is left alone', async () => {
    const factory = new IDBFactory();
    const newer = await new Promise<IDBDatabase>((resolve) => {
      const request = factory.open('nettverkskart', 2);
      request.onsuccess = () => resolve(request.result);
    });
    newer.close();
    const { useStore } = createDatabase({ factory: () => factory });
    await expect(set('a', 1, useStore)).rejects.toMatchObject({ kind: 'unavailable' });
    expect(await factory.databases()).toEqual([{ name: 'nettverkskart', version: 2 }]);
  });
});

test.each([
  [null, 'aborted'],
  [undefined, 'aborted'],
  ['text', 'unknown'],
  [new TypeError('x'), 'unknown'],
  [new DOMException('x', 'QuotaExceededError'), 'full'],
  [new DOMException('Internal error: FILE_ERROR_NO_SPACE', 'UnknownError'), 'full'],
  [new DOMException('Connection to Indexed Database server lost. Refresh the page', 'UnknownError'), 'lost'],
  [new DOMException('The database connection is closing.', 'InvalidStateError'), 'lost'],
  [new DOMException('Internal error opening backing store', 'UnknownError'), 'unknown'],
  [new DOMException('x', 'AbortError'), 'aborted'],
  [new DOMException('x', 'VersionError'), 'unavailable'],
  [new ReferenceError('indexedDB is not defined'), 'unavailable'],
])('%s is named %s', (error, kind) => {
  const named = toStorageError(error);
  expect(named).toMatchObject({ name: 'StorageError', kind });
  expect(toStorageError(named)).toBe(named);
});
