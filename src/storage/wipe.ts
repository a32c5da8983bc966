import { ask } from './ask.ts';
import type { Database } from './database.ts';
import { isPointManifest, mapOfKey } from './manifest.ts';
import { type Counts, type Receipt, receiptOf } from './removal.ts';
import { KEPT_FOR_APP, SECOND_CACHE } from './second/cacheStore.ts';
import { OPFS_FOLDER } from './second/opfsStore.ts';

/** Everything of this app in this browser begins so; another app at the same address is left alone. */
const OURS = 'nettverkskart';

/** What there is to be looked at and removed; anything may be missing here, throw or reject. */
export type Places = {
  readonly database: Pick<Database, 'useStore' | 'destroy'>;
  readonly files: () => Promise<FileSystemDirectoryHandle>;
  readonly caches: () => CacheStorage;
  readonly entries: readonly (() => Storage)[];
  readonly workers: () => Promise<readonly Pick<ServiceWorkerRegistration, 'unregister' | 'installing'>[]>;
};

const browserPlaces = (database: Places['database']): Places => ({
  database,
  files: () => navigator.storage.getDirectory(),
  caches: () => caches,
  entries: [() => localStorage, () => sessionStorage],
  workers: async () => (await workerContainer()?.getRegistrations()) ?? [],
});

const workerContainer = () => (navigator as { readonly serviceWorker?: ServiceWorkerContainer }).serviceWorker;

/** Is the thing missing in this browser? Then nothing of ours can lie there. */
async function unlessMissing<T>(look: () => T | Promise<T>, nothing: T): Promise<T | null> {
  try {
    return await look();
  } catch (error) {
    const { name } = Object(error) as { readonly name?: unknown };
    return name === 'NotFoundError' || name === 'ReferenceError' || name === 'TypeError' ? nothing : null;
  }
}

async function inDatabase({ database }: Places): Promise<Counts> {
  const keys = await database.useStore('readonly', (store) => ask<IDBValidKey[]>(() => store.getAllKeys()));
  return { maps: new Set(keys.map(mapOfKey)).size, points: keys.filter(isPointManifest).length };
}

/** Files by name; what a killed page left half written (`.crswap`) counts as its file. */
async function filesOf({ files }: Places): Promise<readonly string[]> {
  const folder = await (await files()).getDirectoryHandle(OPFS_FOLDER);
  const names: string[] = [];
  for await (const name of folder.keys()) names.push(decodeURIComponent(name.replace(/(\.\d+)?\.crswap$/, '')));
  return names;
}

async function cachesOf({
  caches: storage,
}: Places): Promise<{ readonly second: readonly string[]; readonly app: number }> {
  const names = await storage().keys();
  const second = names.includes(SECOND_CACHE) ? await (await storage().open(SECOND_CACHE)).keys() : [];
  return {
    second: second.map(({ url }) => decodeURIComponent(url.split('/').at(-1) ?? '')),
    app: names.filter((name) => name.startsWith(KEPT_FOR_APP)).length,
  };
}

const keysOf = (storage: Storage): string[] =>
  Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '').filter((key) => key.startsWith(OURS));

async function entriesOf({ entries }: Places): Promise<readonly string[] | null> {
  const all = await Promise.all(entries.map((storage) => unlessMissing(() => keysOf(storage()), [])));
  return all.some((keys) => keys === null) ? null : all.flatMap((keys) => keys ?? []);
}

/** A map may have a copy in several stores, and is counted once; null: one of them could not be looked at. */
const mapsIn = (...stores: readonly (readonly string[] | null)[]): number | null =>
  stores.includes(null) ? null : new Set(stores.flatMap((names) => names ?? [])).size;

/** Everything of ours that lies in this browser, by kind. Never rejects. */
async function lookEverywhere(places: Places, inStore: () => Promise<Counts>): Promise<Counts> {
  const [stored, files, cached, keys] = await Promise.all([
    inStore().catch((): Counts => ({ maps: null, points: null })),
    unlessMissing(() => filesOf(places), []),
    unlessMissing(() => cachesOf(places), { second: [], app: 0 }),
    entriesOf(places),
  ]);
  const named = (part: string) =>
    keys && keys.filter((key) => key.startsWith(`${OURS}-${part}-`)).map((key) => key.slice(`${OURS}-${part}-`.length));
  const count = (part: string) => named(part)?.length ?? null;
  return {
    ...stored,
    second: mapsIn(files, cached && cached.second, named('second')),
    journal: count('journal'),
    keys: count('key'),
    notes: count('notes'),
    settings: keys && keys.filter((key) => key === `${OURS}-settings`).length,
    app: cached && cached.app,
  };
}

/** A worker that is just being installed fills its cache to the end: waited for, but not longer than this. */
const INSTALL_MS = 3000;

function installed(worker: ServiceWorker | null): Promise<void> {
  if (!worker) return Promise.resolve();
  return new Promise((resolve) => {
    worker.addEventListener('statechange', () => resolve(), { once: true });
    setTimeout(resolve, INSTALL_MS);
  });
}

async function endWorkers({ workers }: Places): Promise<void> {
  for (const worker of await workers()) {
    await installed(worker.installing);
    await worker.unregister();
  }
}

async function removeEntries({ entries }: Places): Promise<void> {
  for (const storage of entries) {
    await unlessMissing(() => keysOf(storage()).forEach((key) => storage().removeItem(key)), undefined);
  }
}

async function removeCaches({ caches: storage }: Places): Promise<void> {
  const names = await storage().keys();
  await Promise.all(names.filter((name) => name.startsWith(OURS)).map((name) => storage().delete(name)));
}

/**
 * Removes everything of the app from this browser: each kind by itself, so that one that can't be removed keeps no other. The
 * database goes last, in one step: should the page end before, every map is still there and can be deleted again; emptied first, it
 * would be filled from what second copies are left. Then looks whether all is gone. The page stores nothing any more afterwards.
 * Never rejects.
 */
export async function wipe(database: Places['database'], given: Partial<Places> = {}): Promise<Receipt> {
  const places = { ...browserPlaces(database), ...given };
  const before = await lookEverywhere(places, () => inDatabase(places));
  // First those who could put a cache back.
  await unlessMissing(() => endWorkers(places), undefined);
  await unlessMissing(() => removeCaches(places), undefined);
  await unlessMissing(async () => (await places.files()).removeEntry(OPFS_FOLDER, { recursive: true }), undefined);
  await removeEntries(places);
  const isDatabaseGone = await database.destroy();
  const after = await lookEverywhere(places, async () =>
    isDatabaseGone ? { maps: 0, points: 0 } : { maps: null, points: null },
  );
  return receiptOf(before, after);
}
