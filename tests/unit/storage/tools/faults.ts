// Faults in the fake database, at every call the storage makes. Reaches into fake-indexeddb, which has no other way in.
import { IDBDatabase, IDBFactory, IDBObjectStore, IDBTransaction } from 'fake-indexeddb';

export const SITES = ['open', 'transaction', 'objectStore', 'get', 'getAll', 'delete', 'put', 'commit'] as const;
export type Site = (typeof SITES)[number];

export const FAULTS = [
  'throw',
  'error',
  'abortNull',
  'abortQuota',
  'unknown',
  'invalidState',
  'never',
  'close',
] as const;
export type Fault = (typeof FAULTS)[number];

/** `nth`: which call of its transaction, from 0; every transaction is hit while the fault is on. */
export type Plan = { readonly site: Site; readonly fault: Fault; readonly nth: number };

type InnerDatabase = IDBDatabase & {
  _closed: boolean;
  _closePending: boolean;
  _rawDatabase: { transactions: InnerTransaction[]; processTransactions: () => void };
  dispatchEvent: (event: unknown) => boolean;
};
type InnerTransaction = Omit<IDBTransaction, 'db' | 'error' | 'dispatchEvent'> & {
  db: InnerDatabase;
  error: DOMException | null;
  _abort: (name: string | null) => void;
  _start: () => void;
  _state: string;
  _rollbackLog: (() => void)[];
  _execRequestAsync: (job: { source: unknown; operation: () => never }) => IDBRequest;
  dispatchEvent: (event: { type: string }) => boolean;
};
type Method = (this: never, ...args: unknown[]) => unknown;

const NAMES: Readonly<Partial<Record<Fault, string>>> = {
  error: 'DataError',
  abortQuota: 'QuotaExceededError',
  unknown: 'UnknownError',
  invalidState: 'InvalidStateError',
};

function errorOf(fault: Fault): Error {
  const name = NAMES[fault];
  return name === undefined ? new Error('injected') : new DOMException('FILE_ERROR: injected', name);
}

/** An event as fake-indexeddb wants them; its class is not exported. */
const fakeEvent = (type: string) => ({
  type,
  eventPath: [],
  initialized: true,
  NONE: 0,
  CAPTURING_PHASE: 1,
  AT_TARGET: 2,
  BUBBLING_PHASE: 3,
});

/** As a browser does it: everything under way is aborted, then the page is told. */
function closeHard(database: InnerDatabase): void {
  for (const transaction of database._rawDatabase.transactions) {
    if (transaction.db === database && transaction._state !== 'finished') transaction._abort('AbortError');
  }
  database._closed = true;
  database._closePending = true;
  setImmediate(() => database.dispatchEvent(fakeEvent('close')));
}

/** What a request does instead, or null to let it go on. */
function strikeRequest(fault: Fault, store: IDBObjectStore): IDBRequest | null {
  const transaction = store.transaction as unknown as InnerTransaction;
  const soon = (strike: () => void): null => {
    setImmediate(() => transaction._state !== 'finished' && strike());
    return null;
  };
  switch (fault) {
    case 'throw':
    case 'invalidState':
      throw errorOf(fault);
    case 'error':
    case 'unknown':
      return transaction._execRequestAsync({
        source: store,
        operation: () => {
          throw errorOf(fault);
        },
      });
    case 'abortNull':
      return soon(() => transaction._abort(null));
    case 'abortQuota':
      // At once, so that requests are still waiting for an answer, and get the one of the abort.
      queueMicrotask(() => transaction._abort('QuotaExceededError'));
      return null;
    case 'never':
      transaction._start = () => undefined;
      return null;
    case 'close':
      return soon(() => closeHard(transaction.db));
  }
}

/** A transaction that has done everything, and does not get to say so. */
function strikeCommit(fault: Fault, transaction: InnerTransaction, dispatch: (type: string) => void): void {
  const { db } = transaction;
  db._rawDatabase.processTransactions();
  if (fault === 'never') return;
  if (fault === 'close') {
    closeHard(db);
    return;
  }
  for (const undo of transaction._rollbackLog.toReversed()) undo();
  transaction.error = fault === 'abortNull' ? null : new DOMException('injected', NAMES[fault] ?? 'AbortError');
  dispatch('abort');
}

function strikeOpen(fault: Fault): IDBOpenDBRequest {
  if (fault === 'throw') throw errorOf(fault);
  const request = { onerror: null as (() => void) | null, error: fault === 'abortNull' ? null : errorOf(fault) };
  if (fault !== 'never') setImmediate(() => request.onerror?.());
  return request as unknown as IDBOpenDBRequest;
}

/** Puts itself between the storage and fake-indexeddb, for the whole test file. `plan` says what goes wrong, if anything. */
export function plantFaults() {
  let plan: Plan | null = null;
  let struck = 0;
  let transactions: { mode: IDBTransactionMode; durability: string }[] = [];
  const calls = new WeakMap<object, Map<Site, number>>();

  const hits = (site: Site, scope: object): Fault | null => {
    const counts = calls.get(scope) ?? new Map<Site, number>();
    calls.set(scope, counts);
    const nth = counts.get(site) ?? 0;
    counts.set(site, nth + 1);
    if (plan?.site !== site || plan.nth !== nth) return null;
    struck += 1;
    return plan.fault;
  };
  const patch = (prototype: object, name: string, wrap: (real: Method) => Method): void => {
    const holder = prototype as Record<string, Method>;
    const real = holder[name];
    if (real === undefined) throw new Error(`fake-indexeddb has no ${name}`);
    holder[name] = wrap(real);
  };

  for (const site of ['get', 'getAll', 'delete', 'put'] as const) {
    patch(
      IDBObjectStore.prototype,
      site,
      (real) =>
        function (this: IDBObjectStore, ...args) {
          const fault = hits(site, this.transaction);
          return (fault === null ? null : strikeRequest(fault, this)) ?? real.apply(this as never, args);
        },
    );
  }
  patch(
    IDBTransaction.prototype,
    'objectStore',
    (real) =>
      function (this: InnerTransaction, ...args) {
        const fault = this.mode === ('versionchange' as string) ? null : hits('objectStore', this);
        if (fault !== null) throw errorOf(fault);
        return real.apply(this as never, args);
      },
  );
  patch(
    IDBTransaction.prototype,
    'dispatchEvent',
    (real) =>
      function (this: InnerTransaction, event) {
        const { type } = event as { type: string };
        const fault = type === 'complete' && this.mode === 'readwrite' ? hits('commit', this) : null;
        if (fault === null) return real.call(this as never, event);
        strikeCommit(fault, this, (other) => void real.call(this as never, fakeEvent(other)));
        return true;
      },
  );
  patch(
    IDBDatabase.prototype,
    'transaction',
    (real) =>
      function (this: InnerDatabase, ...args) {
        // fake-indexeddb upgrades through the same method.
        const fault = args[1] === 'versionchange' ? null : hits('transaction', {});
        if (fault === 'close') closeHard(this);
        else if (fault !== null) throw errorOf(fault);
        const made = real.apply(this as never, args) as IDBTransaction;
        transactions.push({ mode: made.mode, durability: made.durability });
        return made;
      },
  );
  patch(
    IDBFactory.prototype,
    'open',
    (real) =>
      function (this: IDBFactory, ...args) {
        const fault = hits('open', {});
        return fault === null ? real.apply(this as never, args) : strikeOpen(fault);
      },
  );

  return {
    set: (next: Plan | null): void => {
      plan = next;
      if (next !== null) struck = 0;
    },
    /** How often the fault has hit since it was set. */
    struck: () => struck,
    /** The transactions made since the last call of this. */
    transactions: () => transactions.splice(0),
    /** Every call goes on as usual meanwhile. */
    async without<T>(work: () => Promise<T>): Promise<T> {
      const kept = plan;
      plan = null;
      try {
        return await work();
      } finally {
        plan = kept;
      }
    },
  };
}

/** The faults that make sense at a place. */
export function faultsAt(site: Site): readonly Fault[] {
  switch (site) {
    case 'open':
      return FAULTS.filter((fault) => fault !== 'close');
    case 'transaction':
      return ['throw', 'unknown', 'invalidState', 'close'];
    case 'objectStore':
      return ['throw', 'unknown', 'invalidState'];
    case 'commit':
      return FAULTS.filter((fault) => fault !== 'throw');
    case 'get':
    case 'getAll':
    case 'delete':
    case 'put':
      return FAULTS;
  }
}
