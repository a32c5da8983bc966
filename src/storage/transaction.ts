import { STORE } from './connection.ts';
import { StorageError, toStorageError } from './errors.ts';
import type { Timers } from './timers.ts';

type Work<T> = (store: IDBObjectStore) => T | PromiseLike<T>;

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It has ended already.
  }
}

/**
 * Runs `work` in one transaction and resolves with its result when the transaction is complete: a request that succeeded
 * is not a write that is kept. Rejects with a StorageError, and then the transaction is aborted if it still can be.
 */
export function transact<T>(
  database: IDBDatabase,
  mode: IDBTransactionMode,
  work: Work<T>,
  { timers, patienceMs }: { readonly timers: Timers; readonly patienceMs: number },
): Promise<T> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORE, mode, mode === 'readwrite' ? { durability: 'strict' } : {});
    let result: { readonly value: T } | null = null;
    let complete = false;

    let ended = false;
    const end = (settle: () => void): void => {
      if (ended) return;
      ended = true;
      callOff();
      database.removeEventListener('close', onClose);
      settle();
    };
    const fail = (error: unknown): void => {
      abort(transaction);
      end(() => reject(toStorageError(error)));
    };
    const finish = (): void => {
      if (complete && result !== null) {
        const { value } = result;
        end(() => resolve(value));
      }
    };
    const onClose = (): void => fail(new StorageError('lost', 'The connection was closed'));
    const callOff = timers.set(
      () => fail(new StorageError('timeout', `The transaction did not end within ${patienceMs} ms`)),
      patienceMs,
    );

    database.addEventListener('close', onClose);
    transaction.addEventListener('abort', () => fail(transaction.error));
    transaction.addEventListener('complete', () => {
      complete = true;
      finish();
    });
    const keep = (value: T): void => {
      result = { value };
      finish();
    };
    // Requests that fall with their transaction say only AbortError; why it fell stands in the transaction.
    const blame = (error: unknown): void => fail(error instanceof StorageError ? error : (transaction.error ?? error));
    try {
      Promise.resolve(work(transaction.objectStore(STORE))).then(keep, blame);
    } catch (error) {
      blame(error);
    }
  });
}
