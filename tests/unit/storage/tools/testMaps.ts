import { createHash } from 'node:crypto';
import { IDBFactory } from 'fake-indexeddb';
import type { MapId } from '../../../../src/model/types.ts';
import type { Digest } from '../../../../src/storage/chunks.ts';
import { createDatabase, type Database } from '../../../../src/storage/database.ts';
import { createSavedMaps, type SavedMaps } from '../../../../src/storage/savedMaps.ts';
import type { Timers } from '../../../../src/storage/timers.ts';
import { noSpareKeys, quickSubtle } from './quickSubtle.ts';

/** Everyday runs are short; TEST_FULL asks for many more. */
export const runs = <T>(everyday: T, full: T): T => (process.env['TEST_FULL'] ? full : everyday);

/** For tests that try many cases: a busy machine must not make a fault of the time alone. */
export const LONG = { timeout: runs(300_000, 1_200_000) };

export const ID = 'm-1' as MapId;
export const OTHER_ID = 'm-2' as MapId;

/** Answers in the same task, so that a test can tell when everything is at rest. */
export const digest: Digest = async (bytes) => createHash('sha256').update(bytes).digest('hex');

/** What a page's maps are made with where nothing else is said. */
export const QUICK = { digest, subtle: quickSubtle, spareKeys: noSpareKeys, second: null, journal: null };

export type Page = { readonly database: Database; readonly maps: SavedMaps };

/** A page with its own connection to what `factory` holds. */
export function openPage(factory: IDBFactory = new IDBFactory(), timers?: Timers, useDigest = digest): Page {
  const database = createDatabase({ factory: () => factory, ...(timers === undefined ? {} : { timers }) });
  return { database, maps: createSavedMaps(database.useStore, { ...QUICK, digest: useDigest }) };
}

/** What another, healthy page reads. */
export async function readElsewhere(factory: IDBFactory, id: MapId = ID) {
  const { database, maps } = openPage(factory);
  const loaded = await maps.load(id);
  database.close();
  return loaded;
}

/** Text of about so many bytes that differs everywhere from that of another seed. */
export function textOf(seed: number | string, bytes = 70_000): string {
  const line = `${seed}: Åse, Čárán og Łukasz – «nær»\n`;
  return line.repeat(Math.ceil(bytes / Buffer.byteLength(line)));
}

/** Every stored key and value, read past the code under test. */
export async function rawRecords(factory: IDBFactory): Promise<{ key: unknown; value: unknown }[]> {
  const { useStore: inStore, close } = createDatabase({ factory: () => factory });
  const records = await inStore('readonly', async (store) => {
    const [keys, values] = await Promise.all([answer(store.getAllKeys()), answer(store.getAll())]);
    return keys.map((key, index) => ({ key, value: values[index] as unknown }));
  });
  close();
  return records;
}

/** The same for the same records: comparing 70 kB byte by byte takes a test framework long. */
export async function fingerprint(factory: IDBFactory): Promise<string> {
  const hash = createHash('sha256');
  for (const { key, value } of await rawRecords(factory)) {
    hash.update(JSON.stringify(key)).update(value instanceof Uint8Array ? value : JSON.stringify(value));
  }
  return hash.digest('hex');
}

/** Changes what is stored, past the code under test; `change` gives undefined to delete the record. */
export async function damage(
  factory: IDBFactory,
  key: IDBValidKey,
  change: (value: unknown) => unknown,
): Promise<void> {
  const { useStore: inStore, close } = createDatabase({ factory: () => factory });
  await inStore('readwrite', async (store) => {
    const value = change(await answer(store.get(key) as IDBRequest<unknown>));
    if (value === undefined) store.delete(key);
    else store.put(value, key);
  });
  close();
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('aborted'));
  });
}
