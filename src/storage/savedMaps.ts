import { clear, type UseStore } from 'idb-keyval';
import type { IsoDateTime, MapId } from '../model/types.ts';
import { ask } from './ask.ts';
import { type Digest, randomToken, sha256 } from './chunks.ts';
import { type LoadedMap, loadMap } from './loadMap.ts';
import { GENERATIONS, manifestKey, mapOfKey, mapRange, newest, readManifest } from './manifest.ts';
import { saveMap } from './saveMap.ts';
import { noSeal, type Seal } from './seal.ts';
import type { Shelf } from './shelf.ts';

/** A map on this device as the start screen may show it: when, never who. Times are null where they can't be read. */
export type StoredMap = {
  readonly id: MapId;
  readonly createdAt: IsoDateTime | null;
  readonly savedAt: IsoDateTime | null;
};

export type SavedMaps = {
  /** Rejects with a StorageError; see `saveMap`. `rev` is a whole number ≥ 0 that grows with every edit. */
  readonly save: (id: MapId, text: string, rev: number) => Promise<void>;
  readonly load: (id: MapId) => Promise<LoadedMap>;
  /** Every map of which anything at all is stored, last saved first. Rejects with a StorageError. */
  readonly list: () => Promise<StoredMap[]>;
  /** Deletes all that is stored of a map; this page never stores it again. Another page that has it open could. */
  readonly remove: (id: MapId) => Promise<void>;
  /** Deletes everything in the store. */
  readonly removeAll: () => Promise<void>;
};

type Ports = {
  readonly digest?: Digest;
  readonly seal?: Seal;
  readonly now?: () => IsoDateTime;
  readonly writer?: string;
};

async function storedMap(store: IDBObjectStore, id: MapId): Promise<StoredMap> {
  const found = await Promise.all(
    GENERATIONS.map((generation) => ask<unknown>(() => store.get(manifestKey(id, generation)))),
  );
  const manifest = newest(found.map(readManifest));
  return { id, createdAt: manifest?.createdAt ?? null, savedAt: manifest?.savedAt ?? null };
}

async function list({ inStore }: Shelf): Promise<StoredMap[]> {
  const maps = await inStore('readonly', async (store) => {
    const keys = await ask<IDBValidKey[]>(() => store.getAllKeys());
    const ids = new Set(keys.map(mapOfKey).filter((id) => id !== null));
    return Promise.all([...ids].map((id) => storedMap(store, id)));
  });
  return maps.toSorted((a, b) => (b.savedAt ?? '').localeCompare(a.savedAt ?? ''));
}

async function remove(shelf: Shelf, ids: readonly MapId[], fromStore: () => Promise<void>): Promise<void> {
  for (const id of ids) {
    shelf.removed.add(id);
    shelf.known.delete(id);
    shelf.trying.delete(id);
  }
  await fromStore();
}

/** The maps on this device, as written text. One per page: it remembers what it has read and written. */
export function createSavedMaps(useStore: UseStore, ports: Ports = {}): SavedMaps {
  const shelf: Shelf = {
    inStore: useStore,
    digest: ports.digest ?? sha256,
    seal: ports.seal ?? noSeal,
    now: ports.now ?? (() => new Date().toISOString() as IsoDateTime),
    writer: ports.writer ?? randomToken(),
    known: new Map(),
    trying: new Map(),
    removed: new Set(),
  };
  return {
    save: (id, text, rev) => saveMap(shelf, id, text, rev),
    load: (id) => loadMap(shelf, id),
    list: () => list(shelf),
    remove: (id) => remove(shelf, [id], () => shelf.inStore('readwrite', (store) => void store.delete(mapRange(id)))),
    removeAll: () => remove(shelf, [...shelf.known.keys(), ...shelf.trying.keys()], () => clear(useStore)),
  };
}
