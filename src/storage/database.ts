import type { UseStore } from 'idb-keyval';
import { ask } from './ask.ts';
import { createConnection, deleteDatabase } from './connection.ts';
import { StorageError, toStorageError } from './errors.ts';
import { type Buckets, createHome, type Home } from './home.ts';
import { browserTimers, type Timers } from './timers.ts';
import { transact } from './transaction.ts';

const NAME = 'nettverkskart';
const TRIES = 3;
/** A write of 4 MB takes well under a second; one that hangs is found out soon enough to be saved within five of its end. */
const TRANSACTION_MS = 5000;

type Options = {
  readonly name?: string;
  readonly factory?: () => IDBFactory;
  readonly timers?: Timers;
  readonly onWiped?: () => void;
  /** Other places for a database; undefined where the browser has none. */
  readonly buckets?: () => Buckets | undefined;
};

export type Database = {
  /** For idb-keyval, and for work of one's own in one transaction. May run the callback again on a new connection. */
  readonly useStore: UseStore;
  /** From now on no write is started: one begun while the page goes away is lost, and in Safari hangs the next page. */
  readonly stopWriting: () => void;
  readonly resumeWriting: () => void;
  readonly close: () => void;
  /**
   * For a database that can't be opened: from now on another one, beside it, is used. False where this browser has no place for
   * another, or there is one already; with `anew` that one is deleted and made again. Never rejects.
   */
  readonly move: (anew: boolean) => Promise<boolean>;
  /** Deletes the one in the usual place, and says whether it is gone for certain. The next use makes it anew. Never rejects. */
  readonly deleteUsual: () => Promise<boolean>;
  /**
   * Empties and deletes the database; this page never opens it again. Says whether it is gone for certain: a broken one can
   * often be neither opened nor deleted. Never rejects.
   */
  readonly destroy: () => Promise<boolean>;
};

/** Every database of the app goes; says whether. The one that could not be opened is still there beside the one that took its place. */
async function leave(home: Home, deleteUsual: () => Promise<boolean>, emptied: boolean): Promise<boolean> {
  if (!(await home.hasMoved())) return (await deleteUsual()) || emptied;
  const gone = (await home.moveBack()) || emptied;
  return (await deleteUsual()) && gone;
}

/**
 * The IndexedDB of this app as a store function for idb-keyval: strict durability, time-outs, a connection that comes
 * back, and a StorageError for every failure. Opens at the first use.
 */
export function createDatabase({
  name = NAME,
  factory = () => indexedDB,
  timers = browserTimers,
  onWiped = () => undefined,
  buckets,
}: Options = {}): Database {
  const home = createHome(factory, timers, buckets);
  const connection = createConnection({ name, factory: home.factory, timers, onWiped });
  let stopped = false;
  let destroyed = false;

  const refuseWhenLeaving = (mode: IDBTransactionMode): void => {
    if (stopped && mode === 'readwrite') throw new StorageError('unavailable', 'The page is going away');
  };

  const once: UseStore = async (mode, callback) => {
    // Twice: opening takes a while, and is itself a write when the database is new.
    refuseWhenLeaving(mode);
    if (destroyed) throw new StorageError('unavailable', 'Everything was deleted');
    const database = await connection.get();
    refuseWhenLeaving(mode);
    try {
      return await transact(database, mode, callback, { timers, patienceMs: TRANSACTION_MS });
    } catch (error) {
      const { kind } = toStorageError(error);
      if (kind === 'lost' || kind === 'timeout' || kind === 'unknown') connection.drop(database);
      throw error;
    }
  };

  const inStore: UseStore = async (mode, callback) => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await once(mode, callback);
      } catch (error) {
        const named = toStorageError(error);
        if (named.kind !== 'lost' || tries === TRIES) throw named;
      }
    }
  };

  const deleteUsual = () => deleteDatabase({ name, factory, timers });

  return {
    useStore: inStore,
    stopWriting: () => void (stopped = true),
    resumeWriting: () => void (stopped = false),
    close: connection.close,
    move: async (anew) => {
      connection.close();
      return home.move(anew);
    },
    deleteUsual,
    destroy: async () => {
      // Either is enough: what was emptied is gone, also where the empty database can't be deleted.
      const emptied = await inStore('readwrite', (store) => ask(() => store.clear())).then(
        () => true,
        () => false,
      );
      destroyed = true;
      connection.close();
      return leave(home, deleteUsual, emptied);
    },
  };
}
