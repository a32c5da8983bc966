import { StorageError, toStorageError } from './errors.ts';
import type { Timers } from './timers.ts';

/** For ever: documents carry versions, the database does not. An upgrade that throws would shut the store for good. */
const VERSION = 1;
/** The first open after a start can hang in Safari; nothing may wait for it longer than this. */
const OPEN_MS = 3000;
export const STORE = 'values';

export type ConnectionOptions = {
  readonly name: string;
  /** A function, because merely touching `indexedDB` throws where storage is blocked. */
  readonly factory: () => IDBFactory | Promise<IDBFactory>;
  readonly timers: Timers;
  /** The browser found its files damaged and threw everything away (Chromium says so, others don't). */
  readonly onWiped: () => void;
};

export type Connection = {
  /** The open database. Rejects with a StorageError; the next call tries anew. */
  readonly get: () => Promise<IDBDatabase>;
  /** Forgets this database, so that the next `get` opens anew; what runs on it may end. */
  readonly drop: (database: IDBDatabase) => void;
  readonly close: () => void;
};

function prepare(event: IDBVersionChangeEvent, database: IDBDatabase, onWiped: () => void): void {
  if (!database.objectStoreNames.contains(STORE)) database.createObjectStore(STORE);
  if ('dataLoss' in event && event.dataLoss === 'total') onWiped();
}

function open(place: IDBFactory, { name, timers, onWiped }: ConnectionOptions): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    let late = false;
    const request = place.open(name, VERSION);
    const callOff = timers.set(() => {
      late = true;
      reject(new StorageError('timeout', `The database did not open within ${OPEN_MS} ms`));
    }, OPEN_MS);
    request.onupgradeneeded = (event) => prepare(event, request.result, onWiped);
    request.onsuccess = () => {
      callOff();
      // Nobody waits for it any more, and a connection left open would block the deletion of the database.
      if (late) request.result.close();
      resolve(request.result);
    };
    request.onerror = () => {
      callOff();
      reject(toStorageError(request.error));
    };
  });
}

/** Says whether it is gone. Another page that has it open is asked to let go (`versionchange`), and not waited for longer than an opening. */
export function deleteDatabase({
  name,
  factory,
  timers,
}: Pick<ConnectionOptions, 'name' | 'timers'> & { readonly factory: () => IDBFactory }): Promise<boolean> {
  return new Promise((resolve) => {
    const callOff = timers.set(() => resolve(false), OPEN_MS);
    const end = (gone: boolean) => () => {
      callOff();
      resolve(gone);
    };
    try {
      const request = factory().deleteDatabase(name);
      request.onsuccess = end(true);
      request.onerror = end(false);
    } catch {
      end(false)();
    }
  });
}

/** One shared connection that opens when needed, and again after the browser has closed it. */
export function createConnection(options: ConnectionOptions): Connection {
  let opening: Promise<IDBDatabase> | null = null;
  let current: IDBDatabase | null = null;

  const forget = (database: IDBDatabase): void => {
    if (current !== database) return;
    current = null;
    opening = null;
  };
  const drop = (database: IDBDatabase): void => {
    forget(database);
    database.close();
  };
  const connect = async (): Promise<IDBDatabase> => {
    const place = options.factory();
    // In the same task, if nothing has to be asked first.
    const database = await open(place instanceof Promise ? await place : place, options);
    current = database;
    database.onclose = () => forget(database);
    // Another page wants to delete or change the database: in its way it would wait for ever.
    database.onversionchange = () => drop(database);
    return database;
  };

  return {
    get: () => {
      const mine = (opening ??= connect());
      return mine.catch((error: unknown) => {
        if (opening === mine) opening = null;
        throw toStorageError(error);
      });
    },
    drop,
    close: () => {
      const last = opening;
      opening = null;
      current = null;
      last?.then(
        (database) => database.close(),
        () => undefined,
      );
    },
  };
}
