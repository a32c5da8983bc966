import type { UseStore } from 'idb-keyval';
import type { IsoDateTime, MapId } from '../model/types.ts';
import { ask } from './ask.ts';
import { type Bytes, type Digest, join, randomToken, sha256 } from './chunks.ts';
import { StorageError, toStorageError } from './errors.ts';
import { createJournal, type Journal } from './journal.ts';
import { type LoadedMap, loadMap } from './loadMap.ts';
import { GENERATIONS, manifestKey, mapOfKey, mapRange, newest, readManifest } from './manifest.ts';
import { createNotes, type NotesOfMaps } from './mapNotes.ts';
import { countOf, type Receipt, receiptOf } from './removal.ts';
import type { Database } from './database.ts';
import { rebuild } from './rebuild.ts';
import { secondMaps, secondText, type SecondMap } from './rescue.ts';
import { restoreLost } from './restoreLost.ts';
import { everyText } from './everyText.ts';
import { type Earlier, saveAlone } from './saveAlone.ts';
import { saveMap } from './saveMap.ts';
import { createSecondCopies, type SecondCopies } from './second/secondCopies.ts';
import { findSecondStore } from './second/findSecondStore.ts';
import { listPoints, readPoint, type RestorePoint } from './points.ts';
import { type Choice, rekey, sealOpenCopies } from './reseal.ts';
import type { Subtle } from './sealing/cipher.ts';
import { createKeyring } from './sealing/keyring.ts';
import { createSpareKeys, type SpareKeys } from './sealing/spareKeys.ts';
import { inLine, type Shelf } from './shelf.ts';
import { unlock } from './unlock.ts';

/** A map on this device as the start screen may show it: when, never who. Times are null where they can't be read. */
export type StoredMap = {
  readonly id: MapId;
  readonly createdAt: IsoDateTime | null;
  readonly savedAt: IsoDateTime | null;
  /** It opens with a passphrase only. */
  readonly passphrase: boolean;
};

export type SavedMaps = {
  /** Rejects with a StorageError; see `saveMap`. `rev` is a whole number ≥ 0 that grows with every edit. */
  readonly save: (id: MapId, text: string, rev: number) => Promise<void>;
  readonly load: (id: MapId) => Promise<LoadedMap>;
  /** Every map of which anything at all is stored, last saved first. Rejects with a StorageError. */
  readonly list: () => Promise<StoredMap[]>;
  /**
   * Deletes all that is stored of a map and looks whether it is gone; this page never stores it again. Another page that has it
   * open could. Rejects with a StorageError when the database could not delete it: then it is saved on as before.
   */
  readonly remove: (id: MapId) => Promise<Receipt>;
  /** Opens what a passphrase has sealed, for `load` and `save` in this page; false when it is the wrong one. */
  readonly unlock: (id: MapId, passphrase: string) => Promise<boolean>;
  /** No key of the map is left in this page. What is being saved must have been saved before. */
  readonly lock: (id: MapId) => void;
  /**
   * The page is going away and this could not be saved any more: written down at once, beside the database, and found by the
   * next `load`. False when it could not be.
   */
  readonly leave: (id: MapId, text: string, rev: number) => boolean;
  /** How the map was before. Rejects with a StorageError. */
  readonly points: (id: MapId) => Promise<readonly RestorePoint[]>;
  readonly readPoint: (id: MapId, slot: RestorePoint['slot']) => Promise<string | null>;
  /** Brings back into the database what only the second store has, as it lies there. Rejects with a StorageError. */
  readonly restoreLost: () => Promise<readonly MapId[]>;
  /** A new database from the second copies, where the old one can't be opened; see `rebuild`. Null when that failed. Never rejects. */
  readonly rebuild: (database: Pick<Database, 'move' | 'deleteUsual'>) => Promise<readonly MapId[] | null>;
  /** What the second store has, and what can be had of it without the database. Neither rejects. */
  readonly secondMaps: () => Promise<readonly SecondMap[]>;
  readonly secondText: (id: MapId) => Promise<string | null>;
  /** Is an open map, or one that is being begun, sealed with a passphrase? */
  readonly hasPassphrase: (id: MapId) => boolean;
  /** From now on, and all that is stored too: sealed with a passphrase, or by this device alone. The old key is gone then. */
  readonly sealWith: (id: MapId, choice: Choice) => Promise<void>;
  /** Stores a map and leaves nothing else of it: no earlier copy, restore point, second copy or journal. See `saveAlone`. */
  readonly saveAlone: (id: MapId, text: string, rev: number) => Promise<Earlier>;
  /** Every text that is stored of a map, to be looked through; null for one that can't be opened. Rejects with a StorageError. */
  readonly everyText: (id: MapId) => Promise<readonly (string | null)[]>;
  /** Seals what earlier versions of the app stored open. Rejects with a StorageError; what was not sealed is as it was. */
  readonly sealOpenCopies: () => Promise<void>;
  /** From now on this page stores none of these maps, and has none of their keys; what is stored of them is not touched. */
  readonly giveUp: (ids: readonly MapId[]) => void;
  /** When a stored map was opened here, and when it last left as a file. */
  readonly notes: NotesOfMaps;
};

type Ports = {
  readonly digest?: Digest;
  readonly subtle?: Subtle;
  readonly spareKeys?: SpareKeys;
  /** null: none. Without it, whatever this browser has. */
  readonly second?: SecondCopies | null;
  readonly journal?: Journal | null;
  readonly notes?: NotesOfMaps;
  readonly now?: () => IsoDateTime;
  readonly writer?: string;
};

async function storedMap(store: IDBObjectStore, id: MapId): Promise<StoredMap> {
  const found = await Promise.all(
    GENERATIONS.map((generation) => ask<unknown>(() => store.get(manifestKey(id, generation)))),
  );
  const manifest = newest(found.map(readManifest));
  return {
    id,
    createdAt: manifest?.createdAt ?? null,
    savedAt: manifest?.savedAt ?? null,
    passphrase: manifest?.key?.kind === 'passphrase',
  };
}

async function lostMap({ second }: Shelf, id: MapId): Promise<StoredMap | null> {
  const manifest = (await second?.read(id))?.manifest;
  if (!manifest) return null;
  const { createdAt, savedAt, key } = manifest;
  return { id, createdAt, savedAt, passphrase: key?.kind === 'passphrase' };
}

async function listOfStore({ inStore }: Shelf): Promise<StoredMap[]> {
  return inStore('readonly', async (store) => {
    const keys = await ask<IDBValidKey[]>(() => store.getAllKeys());
    const ids = new Set(keys.map(mapOfKey).filter((id) => id !== null));
    return Promise.all([...ids].map((id) => storedMap(store, id)));
  });
}

/** Also what only the second store has: the database has lost it, and opening it brings it back. */
async function list(shelf: Shelf): Promise<StoredMap[]> {
  const [inStore, ids] = await Promise.all([
    listOfStore(shelf).catch((error: unknown) => toStorageError(error)),
    shelf.second?.ids() ?? [],
  ]);
  if (inStore instanceof StorageError && (inStore.kind !== 'unknown' || ids.length === 0)) throw inStore;
  const found = inStore instanceof StorageError ? [] : inStore;
  const known = new Set(found.map(({ id }) => id));
  const lost = await Promise.all(ids.filter((id) => !known.has(id)).map((id) => lostMap(shelf, id)));
  const maps = [...found, ...lost.filter((it) => it !== null)];
  return maps.toSorted((a, b) => (b.savedAt ?? '').localeCompare(a.savedAt ?? ''));
}

function giveUp(shelf: Shelf, id: MapId): void {
  shelf.removed.add(id);
  shelf.known.delete(id);
  shelf.trying.delete(id);
  shelf.history.delete(id);
  shelf.keys.forget(id);
  shelf.journal?.forget(id);
}

/** The database goes last: should the others fail or the page end, the map is still there, and can be deleted again. */
async function remove(shelf: Shelf, id: MapId): Promise<Receipt> {
  const before = await countOf(shelf, id);
  const spareKey = shelf.spareKeys.read(id);
  // Not one more save; but its keys stay in the hand until it is gone.
  shelf.removed.add(id);
  try {
    shelf.journal?.drop(id);
    shelf.spareKeys.drop(id);
    shelf.notes.drop(id);
    await shelf.second?.remove(id);
    await shelf.inStore('readwrite', (store) => void store.delete(mapRange(id)));
  } catch (error) {
    stay(shelf, id, spareKey);
    throw toStorageError(error);
  }
  giveUp(shelf, id);
  return receiptOf(before, await countOf(shelf, id));
}

/** A map that could not be deleted is saved on as before, second copy included. */
function stay(shelf: Shelf, id: MapId, spareKey: Bytes | null): void {
  shelf.removed.delete(id);
  if (spareKey !== null) shelf.spareKeys.putBack(id, spareKey);
  shelf.second?.stay(id);
  const last = shelf.history.get(id)?.last;
  if (last) void shelf.second?.push(id, { manifest: last.manifest, bytes: join(last.chunks) });
}

/** The maps on this device, as written text. One per page: it remembers what it has read and written. */
export function createSavedMaps(useStore: UseStore, ports: Ports = {}): SavedMaps {
  const subtle = ports.subtle ?? crypto.subtle;
  const spareKeys = ports.spareKeys ?? createSpareKeys();
  const digest = ports.digest ?? sha256;
  const shelf: Shelf = {
    inStore: useStore,
    digest,
    subtle,
    spareKeys,
    keys: createKeyring({ subtle, spareKeys }),
    second: ports.second === undefined ? createSecondCopies(findSecondStore(), digest, spareKeys) : ports.second,
    journal: ports.journal === undefined ? createJournal({ subtle }) : ports.journal,
    notes: ports.notes ?? createNotes(),
    history: new Map(),
    now: ports.now ?? (() => new Date().toISOString() as IsoDateTime),
    writer: ports.writer ?? randomToken(),
    known: new Map(),
    line: new Map(),
    trying: new Map(),
    since: new Map(),
    removed: new Set(),
  };
  return {
    save: (id, text, rev) => inLine(shelf, id, () => saveMap(shelf, id, text, rev)),
    load: (id) => loadMap(shelf, id),
    list: () => list(shelf),
    remove: (id) => remove(shelf, id),
    giveUp: (ids) => ids.forEach((id) => giveUp(shelf, id)),
    notes: shelf.notes,
    unlock: (id, passphrase) => unlock(shelf, id, passphrase),
    lock: (id) => {
      shelf.keys.forget(id);
      shelf.journal?.forget(id);
      shelf.history.delete(id);
      // What is saved next is met as by a page that knows nothing: it needs the passphrase.
      shelf.known.delete(id);
    },
    leave: (id, text, rev) => !shelf.removed.has(id) && (shelf.journal?.leave(id, text, rev) ?? false),
    points: (id) => listPoints(shelf, id),
    readPoint: (id, slot) => readPoint(shelf, id, slot),
    restoreLost: () => restoreLost(shelf),
    rebuild: (database) => rebuild(shelf, database),
    secondMaps: () => secondMaps(shelf),
    secondText: (id) => secondText(shelf, id),
    hasPassphrase: (id) => shelf.keys.current(id)?.header.kind === 'passphrase',
    sealWith: (id, choice) => inLine(shelf, id, () => rekey(shelf, id, choice)),
    saveAlone: (id, text, rev) => inLine(shelf, id, () => saveAlone(shelf, id, text, rev)),
    everyText: (id) => inLine(shelf, id, () => everyText(shelf, id)),
    sealOpenCopies: async () => {
      for (const { id } of await list(shelf)) await inLine(shelf, id, () => sealOpenCopies(shelf, id));
    },
  };
}
