import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import type { UseStore } from 'idb-keyval';
import { afterEach, expect, test } from 'vitest';
import { createDatabase } from '../../../src/storage/database.ts';
import { StorageError, toStorageError } from '../../../src/storage/errors.ts';
import { createSavedMaps } from '../../../src/storage/savedMaps.ts';
import { plantFaults } from './tools/faults.ts';
import { settle } from './tools/manualTimers.ts';
import { digest, ID, LONG, openPage, QUICK, readElsewhere, runs, textOf } from './tools/testMaps.ts';

const faults = plantFaults();
afterEach(() => faults.set(null));

/** A page that has no lock: loads, adds a word, saves, and loads again when somebody else was there. */
async function addWords(maps: ReturnType<typeof createSavedMaps>, name: string, count: number): Promise<string[]> {
  const acknowledged: string[] = [];
  for (let word = 0; word < count; word += 1) {
    const loaded = await maps.load(ID);
    if (loaded.kind !== 'loaded') throw new Error(loaded.kind);
    const text = `${loaded.text} ${name}${word}`;
    // Higher numbers than are due must not help: a page that skips revisions has not seen more.
    const rev = loaded.rev + 1 + (word % 3);
    for (let tries = 0; tries < 4; tries += 1) {
      const kind = await maps.save(ID, text, rev).then(
        () => 'saved',
        (error: unknown) => toStorageError(error).kind,
      );
      if (kind === 'saved') acknowledged.push(`${name}${word}`);
      if (kind !== 'timeout') break;
    }
  }
  return acknowledged;
}

test(
  '2 to 4 pages without a lock, in any order, some answers lost: no acknowledged edit is overwritten',
  LONG,
  async () => {
    const pages = fc.integer({ min: 2, max: 4 });
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), pages, fc.infiniteStream(fc.nat(9)), async (scheduler, count, dice) => {
        const factory = new IDBFactory();
        await openPage(factory).maps.save(ID, 'start', 1);
        const open = () => {
          const { useStore: inStore } = createDatabase({ factory: () => factory });
          const useStore: UseStore = async (mode, work) => {
            const result = await inStore(mode, work);
            if (mode === 'readwrite' && dice.next().value === 0) throw new StorageError('timeout', 'answer lost');
            return result;
          };
          return createSavedMaps(useStore, { ...QUICK, digest: (bytes) => scheduler.schedule(digest(bytes)) });
        };
        const work = Promise.all(
          Array.from({ length: count }, (_, index) => addWords(open(), 'abcd'.charAt(index), 4)),
        );
        const acknowledged = (await scheduler.waitFor(work)).flat();
        const loaded = await readElsewhere(factory);
        const words = loaded.kind === 'loaded' ? loaded.text.split(' ') : [];
        expect(words).toEqual(expect.arrayContaining(acknowledged));
        expect(new Set(words).size, 'no word twice').toBe(words.length);
        expect(acknowledged.length).toBeGreaterThan(0);
      }),
      { numRuns: runs(60, 2000) },
    );
  },
);

test(
  'a page killed at any moment of a save leaves the last acknowledged text, or the one being written',
  LONG,
  async () => {
    const kill = fc.record({
      site: fc.constantFrom('get', 'delete', 'put', 'commit'),
      nth: fc.nat(4),
      fault: fc.constantFrom('abortNull', 'close'),
      bytes: fc.integer({ min: 0, max: 120_000 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(kill, { minLength: 1, maxLength: 6 }), async (kills) => {
        const factory = new IDBFactory();
        let acknowledged = textOf('first');
        let rev = 1;
        await openPage(factory).maps.save(ID, acknowledged, rev);
        for (const { bytes, ...plan } of kills) {
          const { maps } = openPage(factory);
          const loaded = await maps.load(ID);
          rev = loaded.kind === 'loaded' ? loaded.rev + 1 : Number.NaN;
          const text = textOf(`rev ${rev}`, bytes);
          faults.set(plan);
          // The page is gone in the middle: nobody hears the answer, and nobody tries again.
          const end = await Promise.race([
            maps.save(ID, text, rev).then(
              () => 'saved',
              () => 'failed',
            ),
            settle(150),
          ]);
          faults.set(null);
          if (end === 'saved') acknowledged = text;
          const found = await readElsewhere(factory);
          expect(found).toMatchObject({ kind: 'loaded', olderCopyUsed: false });
          const now = found.kind === 'loaded' ? found.text : '';
          expect([acknowledged, text]).toContain(now);
          acknowledged = now;
        }
      }),
      { numRuns: runs(60, 3000) },
    );
  },
);
