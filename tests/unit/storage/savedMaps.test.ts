import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import type { UseStore } from 'idb-keyval';
import { describe, expect, test } from 'vitest';
import type { IsoDateTime, MapId } from '../../../src/model/types.ts';
import { CHUNK_BYTES, sha256 } from '../../../src/storage/chunks.ts';
import { createDatabase } from '../../../src/storage/database.ts';
import { StorageError } from '../../../src/storage/errors.ts';
import { createSavedMaps } from '../../../src/storage/savedMaps.ts';
import {
  fingerprint,
  ID,
  LONG,
  openPage,
  OTHER_ID,
  QUICK,
  rawRecords,
  readElsewhere,
  runs,
  textOf,
} from './tools/testMaps.ts';

const conflict = { name: 'StorageError', kind: 'conflict' };

describe('what was saved comes back', () => {
  test('nothing stored is something of its own', async () => {
    expect(await openPage().maps.load(ID)).toEqual({ kind: 'absent' });
  });

  test.each([
    ['empty', ''],
    ['a byte order mark', '\uFEFF{}'],
    ['exactly one chunk', 'x'.repeat(CHUNK_BYTES)],
    ['one byte more', 'x'.repeat(CHUNK_BYTES + 1)],
    ['letters cut in two by a chunk', 'x' + 'ø'.repeat(CHUNK_BYTES)],
    ['4 MB', textOf(1, 4 * 1024 * 1024)],
  ])('%s', async (_, text) => {
    const factory = new IDBFactory();
    await openPage(factory).maps.save(ID, text, 1);
    expect(await readElsewhere(factory)).toEqual({ kind: 'loaded', text, rev: 1, olderCopyUsed: false, from: 'store' });
  });

  test('with the browser’s own SHA-256', async () => {
    const factory = new IDBFactory();
    await openPage(factory, undefined, sha256).maps.save(ID, textOf(1), 1);
    expect(await sha256(new TextEncoder().encode('abc'))).toMatch(/^ba7816bf/);
    expect(await readElsewhere(factory)).toMatchObject({ kind: 'loaded', text: textOf(1) });
  });

  test('any text, grown and shrunk, over many saves and pages', LONG, async () => {
    const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 20 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(texts, fc.nat(4), async (lines, repeat) => {
        const factory = new IDBFactory();
        const written = lines.map((line, index) => (line + index).repeat(1 + ((repeat * index) % 5) * 4000));
        for (const [index, text] of written.entries()) {
          // Every other time in a page that knows nothing yet.
          const { maps, database } = openPage(factory);
          await maps.save(ID, text, 2 * index + 1);
          await maps.save(ID, text, 2 * index + 2);
          database.close();
        }
        const expected = { text: written.at(-1), rev: 2 * written.length, olderCopyUsed: false };
        expect(await readElsewhere(factory)).toMatchObject(expected);
      }),
      { numRuns: runs(25, 1000) },
    );
  });
});

describe('how it is stored', () => {
  test('in chunks of 32 kB at most that carry nothing else along, with a manifest, in two generations', async () => {
    const factory = new IDBFactory();
    const { maps } = openPage(factory);
    await maps.save(ID, textOf(1, 200_000), 1);
    await maps.save(ID, textOf(2, 70_000), 2);
    await maps.save(ID, textOf(3, 70_000), 3);
    const records = await rawRecords(factory);
    const chunks = records.map(({ value }) => value).filter((value) => value instanceof Uint8Array);
    // Of the first, longer text in the same generation nothing is left.
    expect(chunks).toHaveLength(6);
    // With two manifests and one key.
    expect(records).toHaveLength(9);
    for (const chunk of chunks) expect(chunk.buffer.byteLength).toBeLessThanOrEqual(32_768);
  });

  test('without anything of the text in keys or manifests', async () => {
    const factory = new IDBFactory();
    await openPage(factory).maps.save(ID, '{"title":"Familien Hansen","name":"Bente"}', 1);
    const told = (await rawRecords(factory)).map(({ key, value }) => [key, value instanceof Uint8Array ? '' : value]);
    expect(JSON.stringify(told)).not.toMatch(/Hansen|Bente/);
  });
});

describe('revisions', () => {
  test('a lower or equal revision is refused, and nothing is written', async () => {
    const factory = new IDBFactory();
    const { maps } = openPage(factory);
    await maps.save(ID, textOf(5), 5);
    const before = await fingerprint(factory);
    await expect(maps.save(ID, textOf(5), 5)).rejects.toMatchObject(conflict);
    await expect(maps.save(ID, textOf(6), 5)).rejects.toMatchObject(conflict);
    await expect(maps.save(ID, textOf(6), 4)).rejects.toMatchObject(conflict);
    expect(await fingerprint(factory)).toBe(before);
  });

  test('two pages with the same revision at the same time: one is stored, the other told', async () => {
    const factory = new IDBFactory();
    const pages = [openPage(factory), openPage(factory)];
    await Promise.all(pages.map(({ maps }) => maps.load(ID)));
    const ends = await Promise.allSettled(pages.map(({ maps }, index) => maps.save(ID, textOf(index), 1)));
    expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const winner = ends.findIndex(({ status }) => status === 'fulfilled');
    expect(ends[1 - winner]).toMatchObject({ reason: conflict });
    expect(await readElsewhere(factory)).toMatchObject({ text: textOf(winner) });
  });

  test('two saves of one page with the same revision: one is stored, the other told', async () => {
    const { maps } = openPage();
    const ends = await Promise.allSettled([maps.save(ID, 'a', 1), maps.save(ID, 'b', 1)]);
    expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('a higher revision is refused too when it was not made from what is stored', async () => {
    const factory = new IDBFactory();
    const [here, there] = [openPage(factory).maps, openPage(factory).maps];
    await here.save(ID, textOf('first'), 1);
    await there.load(ID);
    await there.save(ID, textOf('theirs'), 2);
    await expect(here.save(ID, textOf('mine'), 9)).rejects.toMatchObject(conflict);
    expect(await here.load(ID)).toMatchObject({ text: textOf('theirs'), rev: 2 });
    await here.save(ID, textOf('mine on theirs'), 3);
    await expect(there.save(ID, textOf('late'), 4)).rejects.toMatchObject(conflict);
  });

  test('a save of which the answer was lost counts when it is repeated, and is not made twice', async () => {
    const factory = new IDBFactory();
    const { useStore: inStore } = createDatabase({ factory: () => factory });
    let deaf = true;
    const useStore: UseStore = async (mode, work) => {
      const result = await inStore(mode, work);
      if (mode === 'readwrite' && deaf) throw new StorageError('timeout', 'no answer');
      return result;
    };
    const maps = createSavedMaps(useStore, QUICK);
    await expect(maps.save(ID, textOf(1), 1)).rejects.toMatchObject({ kind: 'timeout' });
    deaf = false;
    const before = await fingerprint(factory);
    await expect(maps.save(ID, textOf('other'), 1)).rejects.toMatchObject(conflict);
    await maps.save(ID, textOf(1), 1).catch(() => undefined);
    expect(await fingerprint(factory)).toBe(before);
    await maps.save(ID, textOf(2), 2);
    deaf = true;
    await expect(maps.save(ID, textOf(3), 3)).rejects.toMatchObject({ kind: 'timeout' });
    deaf = false;
    await expect(maps.save(ID, textOf(3), 3)).resolves.toBeUndefined();
    expect(await readElsewhere(factory)).toMatchObject({ text: textOf(3), rev: 3 });
  });

  test('a map that the browser threw away while it was open is written again', async () => {
    const factory = new IDBFactory();
    const { maps } = openPage(factory);
    await maps.save(ID, textOf(1), 1);
    // Answers once the open connection has given way.
    await new Promise<void>((done) => {
      factory.deleteDatabase('nettverkskart').onsuccess = () => done();
    });
    expect(await readElsewhere(factory)).toEqual({ kind: 'absent' });
    await maps.save(ID, textOf(2), 2);
    expect(await readElsewhere(factory)).toMatchObject({ text: textOf(2), rev: 2 });
  });
});

describe('the list, and deleting', () => {
  const now = (times: readonly string[]) => {
    let at = 0;
    return () => times[at++ % times.length] as IsoDateTime;
  };

  test('says when, last saved first, and keeps when it was made', async () => {
    const { useStore } = createDatabase({
      factory: (
        (factory) => () =>
          factory
      )(new IDBFactory()),
    });
    const times = ['2026-01-01T10:00:00.000Z', '2026-02-01T10:00:00.000Z', '2026-03-01T10:00:00.000Z'];
    const maps = createSavedMaps(useStore, { ...QUICK, now: now(times) });
    await maps.save(ID, 'a', 1);
    await maps.save(OTHER_ID, 'b', 1);
    await maps.save(ID, 'c', 2);
    expect(await maps.list()).toEqual([
      { id: ID, createdAt: times[0], savedAt: times[2], passphrase: false },
      { id: OTHER_ID, createdAt: times[1], savedAt: times[1], passphrase: false },
    ]);
    const later = createSavedMaps(useStore, { ...QUICK, now: now(['2027-01-01T10:00:00.000Z']) });
    await later.load(OTHER_ID);
    await later.save(OTHER_ID, 'd', 2);
    expect((await later.list())[0]).toMatchObject({ id: OTHER_ID, createdAt: times[1] });
  });

  test('a clock set back changes nothing: revisions order', async () => {
    const factory = new IDBFactory();
    const { useStore } = createDatabase({ factory: () => factory });
    const times = ['2027-01-01T10:00:00.000Z', '2020-01-01T10:00:00.000Z'];
    const maps = createSavedMaps(useStore, { ...QUICK, now: now(times) });
    await maps.save(ID, 'before', 1);
    await maps.save(ID, 'after', 2);
    expect(await readElsewhere(factory)).toMatchObject({ text: 'after', olderCopyUsed: false });
  });

  test('removes every key of the map and of no other, even with ids that begin alike', async () => {
    const factory = new IDBFactory();
    const { maps } = openPage(factory);
    const ids = ['m', 'm-1', 'm-10', 'm-1,0', ''].map((id) => id as MapId);
    for (const id of ids) {
      await maps.save(id, textOf(id), 1);
      await maps.save(id, textOf(id), 2);
    }
    await maps.remove('m-1' as MapId);
    expect((await maps.list()).map(({ id }) => id).toSorted()).toEqual(['', 'm', 'm-1,0', 'm-10']);
    expect(await rawRecords(factory)).toHaveLength(4 * 9);
    expect(await maps.load('m-1' as MapId)).toEqual({ kind: 'absent' });
    expect(await maps.load('m-10' as MapId)).toMatchObject({ text: textOf('m-10') });
  });

  test('a late save does not bring a deleted map back', async () => {
    const factory = new IDBFactory();
    const { maps } = openPage(factory);
    await maps.save(ID, textOf(1), 1);
    const [late] = await Promise.allSettled([maps.save(ID, textOf(2), 2), maps.remove(ID)]);
    expect(late).toMatchObject({ reason: conflict });
    await expect(maps.save(ID, textOf(3), 3)).rejects.toMatchObject(conflict);
    expect(await rawRecords(factory)).toEqual([]);
  });

  test('what is given up is never stored again, and stays until it is removed', async () => {
    const factory = new IDBFactory();
    const { maps } = openPage(factory);
    await maps.save(ID, textOf(1), 1);
    await maps.save(OTHER_ID, textOf(2), 1);
    const before = await rawRecords(factory);
    maps.giveUp([ID, OTHER_ID]);
    expect(await rawRecords(factory)).toEqual(before);
    await expect(maps.save(ID, textOf(3), 3)).rejects.toMatchObject(conflict);
  });
});
