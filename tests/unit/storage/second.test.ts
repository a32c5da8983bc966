import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IsoDateTime } from '../../../src/model/types.ts';
import { createDatabase } from '../../../src/storage/database.ts';
import { createJournal } from '../../../src/storage/journal.ts';
import { chunkKey, manifestKey } from '../../../src/storage/manifest.ts';
import { createSavedMaps } from '../../../src/storage/savedMaps.ts';
import { createSpareKeys } from '../../../src/storage/sealing/spareKeys.ts';
import { inAll } from '../../../src/storage/second/inAll.ts';
import type { SecondStores } from '../../../src/storage/second/secondStore.ts';
import { findSecondStore } from '../../../src/storage/second/findSecondStore.ts';
import { createSecondCopies } from '../../../src/storage/second/secondCopies.ts';
import { manualTimers, settle } from './tools/manualTimers.ts';
import { foundSecond, memoryEntries, memorySecond } from './tools/memoryStores.ts';
import { quickSubtle } from './tools/quickSubtle.ts';
import { damage, digest, ID, LONG, OTHER_ID, rawRecords, runs, textOf } from './tools/testMaps.ts';

const WORDS = 'fjord kaffe lue vinter stige';

/** A device: the database, the second store and localStorage; `open` is a page on it. */
function device() {
  const second = memorySecond();
  const { entries, storage } = memoryEntries();
  const held = { factory: new IDBFactory(), minutes: 0, refuses: false };
  const open = (stores: SecondStores = second.store) => {
    const { useStore: inStore } = createDatabase({ factory: () => held.factory });
    const useStore: typeof inStore = (mode, work) =>
      held.refuses && mode === 'readwrite' ? Promise.reject(new DOMException('', 'UnknownError')) : inStore(mode, work);
    return createSavedMaps(useStore, {
      digest,
      subtle: quickSubtle,
      spareKeys: createSpareKeys(storage),
      second: createSecondCopies(foundSecond(stores), digest, createSpareKeys(storage)),
      journal: createJournal({ subtle: quickSubtle, storage }),
      now: () => new Date(Date.UTC(2026, 10, 1) + held.minutes * 60_000).toISOString() as IsoDateTime,
    });
  };
  return { second, entries, held, open };
}

const loaded = (text: string, from: string) => ({ kind: 'loaded', text, from, olderCopyUsed: false });
const spoil = (value: unknown) =>
  Uint8Array.from(value as Uint8Array, (byte, index) => (index === 17 ? byte ^ 1 : byte));

describe('the second copy', () => {
  test('is there after a save, sealed, and the newest', async () => {
    const { second, open } = device();
    const maps = open();
    for (const rev of [1, 2, 3]) await maps.save(ID, `{"name":"Bente ${rev}"}`, rev);
    await settle();
    const file = Buffer.from(second.files.get(ID) ?? []).toString('latin1');
    expect(JSON.parse(file.split('\n')[0] ?? '')).toMatchObject({ rev: 3 });
    expect(file).not.toContain('Bente');
  });

  test.each(['device', 'passphrase'] as const)('a wiped database comes back from it (sealed by %s)', async (how) => {
    const { held, open, second } = device();
    const before = open();
    if (how === 'passphrase') await before.sealWith(ID, { passphrase: WORDS });
    await before.save(ID, textOf(1), 1);
    await before.save(ID, textOf(2), 2);
    await before.save(OTHER_ID, textOf(3), 1);
    await settle();
    held.factory = new IDBFactory();
    const maps = open();
    expect((await maps.list()).map(({ id }) => id).toSorted()).toEqual([ID, OTHER_ID]);
    expect([...(await maps.restoreLost())].toSorted()).toEqual([ID, OTHER_ID]);
    expect(await maps.restoreLost()).toEqual([]);
    // From the database now: what happens to the second store does not matter.
    second.files.clear();
    const page = open();
    // Opens nothing where the device does.
    expect(await page.unlock(ID, WORDS)).toBe(how === 'passphrase');
    expect(await page.load(ID)).toMatchObject({ ...loaded(textOf(2), 'store'), rev: 2 });
    await page.save(ID, textOf(4), 3);
    await settle();
    expect(second.files.size).toBe(1);
  });

  test('a wiped database, and nobody has asked for it to be brought back: opening does', async () => {
    const { held, open } = device();
    await open().save(ID, textOf(1), 1);
    await settle();
    held.factory = new IDBFactory();
    const maps = open();
    expect(await maps.load(ID)).toMatchObject({ ...loaded(textOf(1), 'second'), rev: 1 });
    await maps.save(ID, textOf(1), 2);
    expect(await open().load(ID)).toMatchObject({ ...loaded(textOf(1), 'store'), rev: 2 });
  });

  test('takes the place of copies that are all damaged, and then of none', async () => {
    const { held, open } = device();
    await open().save(ID, textOf(1), 1);
    await settle();
    await damage(held.factory, chunkKey(ID, 0, 1), spoil);
    const maps = open();
    expect(await maps.load(ID)).toMatchObject(loaded(textOf(1), 'second'));
    await maps.save(ID, textOf(2), 2);
    await settle();
    expect(await open().load(ID)).toMatchObject({ text: textOf(2), from: 'store' });
  });

  test('that is damaged itself is as good as none', async () => {
    const { held, open, second } = device();
    await open().save(ID, textOf(1), 1);
    await settle();
    const file = second.files.get(ID) ?? new Uint8Array();
    for (const at of [0, 5, 300, 900, file.length - 1]) {
      second.files.set(
        ID,
        Uint8Array.from(file, (byte, index) => (index === at ? byte ^ 4 : byte)),
      );
      expect(await open().load(ID)).toMatchObject(loaded(textOf(1), 'store'));
    }
    second.files.set(ID, file.slice(0, 1000));
    held.factory = new IDBFactory();
    expect(await open().load(ID)).toEqual({ kind: 'absent' });
    expect(await open().restoreLost()).toEqual([]);
  });

  test('a database that was set back in silence loses to it, and what it had is kept', async () => {
    const { held, open } = device();
    const maps = open();
    await maps.save(ID, textOf(1), 1);
    await maps.save(ID, textOf(2), 2);
    await settle();
    for (const { key } of await rawRecords(held.factory)) {
      if ((key as unknown[])[2] === 1) await damage(held.factory, key as IDBValidKey, () => undefined);
    }
    const page = open();
    expect(await page.load(ID)).toMatchObject({ ...loaded(textOf(2), 'second'), rev: 2 });
    await page.save(ID, textOf(2), 3);
    const [point] = await page.points(ID);
    expect(await page.readPoint(ID, point?.slot ?? 'point ')).toBe(textOf(1));
  });

  test('whichever is newer wins, however far each of them is set back', LONG, async () => {
    const revs = fc.integer({ min: 2, max: 6 });
    await fc.assert(
      fc.asyncProperty(
        revs,
        fc.integer({ min: 1, max: 6 }),
        fc.boolean(),
        fc.boolean(),
        async (last, at, back, wiped) => {
          const { second, held, open } = device();
          const maps = open();
          const files: (Uint8Array<ArrayBuffer> | undefined)[] = [];
          for (let rev = 1; rev <= last; rev += 1) {
            await maps.save(ID, `text ${rev}`, rev);
            await settle(8);
            files[rev] = second.files.get(ID);
          }
          const inSecond = Math.min(at, last);
          second.files.set(ID, files[inSecond] ?? new Uint8Array());
          if (back) await rollBack(held.factory, last);
          if (wiped) held.factory = new IDBFactory();
          const inStore = wiped ? 0 : last - Number(back);
          const expected = loaded(`text ${Math.max(inStore, inSecond)}`, inSecond > inStore ? 'second' : 'store');
          expect(await open().load(ID)).toMatchObject(expected);
        },
      ),
      { numRuns: runs(60, 1000) },
    );
  });
});

/** Takes revision `rev` out of the database, as a cut log does. */
async function rollBack(factory: IDBFactory, rev: number): Promise<void> {
  for (const generation of [0, 1] as const) {
    const records = await rawRecords(factory);
    const manifest = records.find(
      ({ key }) => JSON.stringify(key) === JSON.stringify(manifestKey(ID, generation)),
    )?.value;
    if ((manifest as { rev?: number } | undefined)?.rev !== rev) continue;
    for (const { key } of records) {
      if ((key as unknown[])[2] === generation) await damage(factory, key as IDBValidKey, () => undefined);
    }
  }
}

describe('when the second store fails', () => {
  test.each(['fails', 'never'] as const)('(%s) saving and reading go on', async (fault) => {
    const { second, open } = device();
    second.set(fault);
    const maps = open();
    await maps.save(ID, textOf(1), 1);
    await maps.save(ID, textOf(2), 2);
    second.set('none');
    expect(await open().load(ID)).toMatchObject(loaded(textOf(2), 'store'));
  });

  test('a deletion is not called done', async () => {
    const { second, open } = device();
    const maps = open();
    await maps.save(ID, textOf(1), 1);
    await settle();
    second.set('fails');
    await expect(maps.remove(ID)).rejects.toMatchObject({ name: 'StorageError' });
    expect(await open().list()).toMatchObject([{ id: ID }]);
    second.set('none');
    await maps.remove(ID);
    expect(second.files.size).toBe(0);
    expect(await open().list()).toEqual([]);
  });

  test('a deleted map is not written there late', async () => {
    const { second, open } = device();
    const maps = open();
    await maps.save(ID, textOf(1), 1);
    await Promise.all([maps.save(ID, textOf(2), 2).catch(() => undefined), maps.remove(ID)]);
    await settle();
    expect(second.files.size).toBe(0);
  });

  test('the first kind that keeps what it is given is used; one that hangs, throws or forgets is not', async () => {
    const clock = manualTimers();
    const [hangs, forgets, works] = [memorySecond(), memorySecond(), memorySecond()];
    hangs.set('never');
    const missing = () => {
      throw new TypeError('no such thing here');
    };
    const { stores: find } = findSecondStore(
      [missing, () => hangs.store, () => ({ ...forgets.store, get: async () => null }), () => works.store],
      clock.timers,
    );
    const found = find();
    await clock.pass(2500);
    await (await found)?.put('a', Uint8Array.of(7));
    expect(works.files.get('a')).toEqual(Uint8Array.of(7));
    expect(await findSecondStore([missing], clock.timers).stores()).toBeNull();
  });

  test('what they hold is said without writing anything; the small one is asked only where the others hold nothing', async () => {
    const clock = manualTimers();
    const [one, other, small] = [memorySecond(), memorySecond(), memorySecond()];
    const writes: string[] = [];
    const seen = ({ store }: typeof one, name: string) => ({
      ...store,
      put: (file: string, bytes: Uint8Array<ArrayBuffer>) => {
        writes.push(name);
        return store.put(file, bytes);
      },
    });
    const find = () =>
      findSecondStore([() => seen(one, 'one'), () => seen(other, 'other')], clock.timers, [() => seen(small, 'small')]);
    expect(await find().names()).toEqual([]);
    await one.store.put('a', Uint8Array.of(1));
    await one.store.put('probe', Uint8Array.of(1));
    await other.store.put('b', Uint8Array.of(1));
    await other.store.put('a', Uint8Array.of(1));
    await small.store.put('c', Uint8Array.of(1));
    expect((await find().names()).toSorted()).toEqual(['a', 'b']);
    one.set('fails');
    expect((await find().names()).toSorted()).toEqual(['a', 'b']);
    one.set('never');
    const named = find().names();
    await clock.pass(2500);
    expect((await named).toSorted(), 'one that hangs is not waited for').toEqual(['a', 'b']);
    expect(writes).toEqual([]);
    // What lies in the small one counts only where no other works.
    one.set('none');
    one.files.clear();
    other.files.clear();
    expect(await find().names()).toEqual([]);
    one.set('fails');
    other.set('fails');
    expect(await find().names()).toEqual(['c']);
  });
});

describe('two second stores', () => {
  const bytes = (...all: number[]) => Uint8Array.of(...all);

  test('are both written to; what one of them has lost the other still has, and deleting empties both', async () => {
    const [one, other] = [memorySecond(), memorySecond()];
    const store = inAll([one.store, other.store]);
    await store.put('a', bytes(1));
    one.files.delete('a');
    await store.put('b', bytes(2));
    expect(await store.getAll('a')).toEqual([bytes(1)]);
    expect(await store.getAll('b')).toEqual([bytes(2), bytes(2)]);
    expect((await store.names()).toSorted()).toEqual(['a', 'b']);
    one.set('fails');
    await store.put('c', bytes(3));
    expect(await store.getAll('c')).toEqual([bytes(3)]);
    await expect(store.remove('c'), 'what may still be there is not called gone').rejects.toThrow('injected');
    one.set('none');
    for (const name of ['a', 'b', 'c']) await store.remove(name);
    expect([...one.files, ...other.files]).toEqual([]);
    for (const it of [one, other]) it.set('fails');
    await expect(store.put('d', bytes(4))).rejects.toThrow('injected');
  });

  // A full disk, in Chromium: database, private files and localStorage are gone at the next start, the caches are not.
  test('the newest whole copy wins, and opens although both keys are lost', async () => {
    const it = device();
    const maps = it.open();
    await maps.save(ID, textOf(1), 1);
    await settle();
    const older = new Map(it.second.files);
    await maps.save(ID, textOf(2), 2);
    await settle();
    const [file] = it.second.files.values();
    if (!file) throw new Error('There is no second copy.');
    it.held.factory = new IDBFactory();
    it.entries.clear();
    const getAll = async (name: string) => [older.get(name), file].filter((one) => one !== undefined);
    const again = it.open({ ...it.second.store, getAll });
    expect(await again.restoreLost()).toEqual([ID]);
    expect(await again.load(ID)).toMatchObject({ kind: 'loaded', text: textOf(2) });
    expect(it.entries.size, 'the spare key is back').toBe(1);
  });

  test('hold no key of a map that has a passphrase', async () => {
    const { second, open } = device();
    const maps = open();
    await maps.save(ID, textOf(1), 1);
    await settle();
    const said = () => Array.from(second.files.values(), (file) => Buffer.from(file).toString('latin1')).join();
    expect(said()).toContain('spareKey');
    await maps.sealWith(ID, { passphrase: WORDS });
    await settle();
    expect(second.files.size).toBe(1);
    expect(said()).not.toContain('spareKey');
  });
});

describe('what a page leaves behind', () => {
  async function left() {
    const it = device();
    const maps = it.open();
    await maps.save(ID, textOf(1), 1);
    await settle();
    // The cipher comes with an import of its own.
    await expect.poll(() => maps.leave(ID, textOf('Bente'), 2)).toBe(true);
    return { ...it, maps };
  }

  test('is sealed, is what the next start reads, and is gone when it is saved', async () => {
    const { entries, open } = await left();
    expect(JSON.stringify([...entries])).not.toContain('Bente');
    const page = open();
    expect(await page.load(ID)).toMatchObject({ ...loaded(textOf('Bente'), 'journal'), rev: 2 });
    await page.save(ID, textOf('Bente'), 3);
    expect([...entries.keys()].filter((key) => key.includes('journal'))).toEqual([]);
    expect(await open().load(ID)).toMatchObject({ ...loaded(textOf('Bente'), 'store'), rev: 3 });
  });

  test('is not read when it was saved after all, or something newer', async () => {
    const { open, maps, entries } = await left();
    const journal = [...entries].filter(([key]) => key.includes('journal'));
    await maps.save(ID, textOf('Bente'), 2);
    for (const [key, value] of journal) entries.set(key, value);
    expect(await open().load(ID)).toMatchObject({ ...loaded(textOf('Bente'), 'store'), rev: 2 });
    await maps.save(ID, textOf('newer'), 3);
    for (const [key, value] of journal) entries.set(key, value);
    expect(await open().load(ID)).toMatchObject({ ...loaded(textOf('newer'), 'store'), rev: 3 });
  });

  test('with a passphrase: only after it has been given', async () => {
    const { open } = device();
    const maps = open();
    await maps.sealWith(ID, { passphrase: WORDS });
    await maps.save(ID, textOf(1), 1);
    await expect.poll(() => maps.leave(ID, textOf('Bente'), 2)).toBe(true);
    maps.lock(ID);
    expect(maps.leave(ID, textOf('late'), 3)).toBe(false);
    const page = open();
    expect(await page.load(ID)).toEqual({ kind: 'locked' });
    await page.unlock(ID, WORDS);
    expect(await page.load(ID)).toMatchObject({ text: textOf('Bente'), from: 'journal' });
  });

  test('whatever stands in its place: the map is read as it is stored', async () => {
    const { open, entries } = await left();
    const key = [...entries.keys()].find((it) => it.includes('journal')) ?? '';
    const good = entries.get(key) ?? '';
    const cut = fc.nat(good.length).map((at) => good.slice(0, at));
    const changed = fc
      .tuple(fc.nat(good.length - 1), fc.string({ minLength: 1, maxLength: 1 }))
      .map(([at, letter]) => good.slice(0, at) + letter + good.slice(at + 1));
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json(), cut, changed), async (text) => {
        entries.set(key, text);
        const found = await open().load(ID);
        expect([textOf(1), textOf('Bente')]).toContain(found.kind === 'loaded' ? found.text : found.kind);
      }),
      { numRuns: runs(100, 1000) },
    );
  });

  test('is removed with the map, and not left for a removed one', async () => {
    const { maps, entries } = await left();
    await maps.remove(ID);
    expect(maps.leave(ID, 'x', 9)).toBe(false);
    expect(entries.size).toBe(0);
  });
});

describe('restore points', () => {
  test('of what was opened, and every ten minutes of work; twenty are kept', async () => {
    const { open, held } = device();
    let rev = 0;
    const maps = open();
    for (; rev < 130; held.minutes += 2) await maps.save(ID, `text ${(rev += 1)}`, rev);
    await settle();
    const points = await maps.points(ID);
    expect(points).toHaveLength(20);
    const minutes = points.map(({ at }) => Date.parse(at) / 60_000);
    const gaps = minutes.slice(1).map((at, index) => (minutes[index] ?? 0) - at);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(10);
    held.minutes += 600;
    const page = open();
    await page.load(ID);
    await page.save(ID, 'next day', rev + 1);
    await settle();
    const [newest] = await page.points(ID);
    expect(await page.readPoint(ID, newest?.slot ?? 'point ')).toBe(`text ${rev}`);
    expect(await open().load(ID)).toMatchObject({ text: 'next day', olderCopyUsed: false });
  });

  test('are sealed anew with the map, and go with it', async () => {
    const { open, held } = device();
    const maps = open();
    for (let rev = 1; rev < 20; held.minutes += 6) await maps.save(ID, `text ${rev}`, rev++);
    await settle();
    const points = await maps.points(ID);
    expect(points.length).toBeGreaterThan(5);
    await maps.sealWith(ID, { passphrase: WORDS });
    const page = open();
    await expect(page.readPoint(ID, points[0]?.slot ?? 'point ')).rejects.toMatchObject({ kind: 'sealed' });
    await page.unlock(ID, WORDS);
    const opened = await Promise.all(points.map(({ slot }) => page.readPoint(ID, slot)));
    expect(opened.every((text) => text?.startsWith('text '))).toBe(true);
    await page.remove(ID);
    expect(await rawRecords(held.factory)).toEqual([]);
  });
});

describe('a new passphrase', () => {
  test('is needed for the second copy too, and the journal of the old key is gone', async () => {
    const { open, second, entries, held } = device();
    const maps = open();
    await maps.save(ID, textOf(1), 1);
    await settle();
    await expect.poll(() => maps.leave(ID, textOf(2), 2)).toBe(true);
    const before = second.files.get(ID);
    await maps.sealWith(ID, { passphrase: WORDS });
    await settle();
    expect(second.files.get(ID)).not.toEqual(before);
    expect(entries.size).toBe(0);
    held.factory = new IDBFactory();
    const page = open();
    expect(await page.load(ID)).toEqual({ kind: 'locked' });
    expect(await page.unlock(ID, 'wrong')).toBe(false);
    expect(await page.unlock(ID, WORDS)).toBe(true);
    expect(await page.load(ID)).toMatchObject({ text: textOf(1), from: 'second' });
  });

  test('is not set while the second copy of the old one can not be removed', async () => {
    const { open, second } = device();
    const maps = open();
    await maps.save(ID, textOf(1), 1);
    await settle();
    second.set('fails');
    await expect(maps.sealWith(ID, { passphrase: WORDS })).rejects.toBeInstanceOf(Error);
    second.set('none');
    expect(await open().load(ID)).toMatchObject(loaded(textOf(1), 'store'));
  });
});

describe.each([null, WORDS])('a database that refuses, passphrase %s', (passphrase) => {
  async function kept() {
    const at = device();
    const maps = at.open();
    if (passphrase !== null) await maps.sealWith(ID, { passphrase });
    await maps.save(ID, '{"name":"Bente"}', 1);
    await settle();
    return { ...at, maps };
  }
  const openedLater = async ({ open }: ReturnType<typeof device>) => {
    const later = open();
    if (passphrase !== null) expect(await later.unlock(ID, passphrase)).toBe(true);
    return later.load(ID);
  };

  test('to delete a map: it is saved on as before, with its second copy', async () => {
    const at = await kept();
    at.held.refuses = true;
    await expect(at.maps.remove(ID)).rejects.toMatchObject({ kind: 'unknown' });
    await settle();
    at.held.refuses = false;
    expect(await at.second.store.names()).toEqual([ID]);
    await at.maps.save(ID, '{"name":"Bente 2"}', 2);
    await settle();
    expect(await openedLater(at)).toMatchObject(loaded('{"name":"Bente 2"}', 'store'));
    at.held.factory = new IDBFactory();
    const bare = at.open();
    await bare.restoreLost();
    expect(await openedLater(at)).toMatchObject({ kind: 'loaded', text: '{"name":"Bente 2"}' });
  });

  test('to seal it anew: the second copy is there again', async () => {
    const at = await kept();
    at.held.refuses = true;
    await expect(at.maps.sealWith(ID, { passphrase: 'helt andre ord enn disse' })).rejects.toThrow(DOMException);
    await settle();
    at.held.refuses = false;
    expect(await at.second.store.names()).toEqual([ID]);
    expect(await openedLater(at)).toMatchObject(loaded('{"name":"Bente"}', 'store'));
  });
});
