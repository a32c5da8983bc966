import { StorageError } from '../errors.ts';
import { browserTimers, type Timers } from '../timers.ts';
import { cacheStore } from './cacheStore.ts';
import { opfsStore } from './opfsStore.ts';
import type { SecondStore } from './secondStore.ts';
import { smallSecondStore } from './smallSecondStore.ts';

/** Nothing that goes on with a map may wait for its second copy longer than this. */
const PATIENCE_MS = 2000;

function within<T>(work: Promise<T>, timers: Timers): Promise<T> {
  return new Promise((resolve, reject) => {
    const callOff = timers.set(
      () => reject(new StorageError('timeout', 'The second store did not answer')),
      PATIENCE_MS,
    );
    work.then(resolve, reject).finally(callOff);
  });
}

const KINDS = [opfsStore, cacheStore, smallSecondStore];
const PROBE = 'probe';

/** Keeps what it is given, byte for byte? A name that exists promises nothing. */
async function works(store: SecondStore): Promise<boolean> {
  const bytes = Uint8Array.of(1, 2, 3);
  await store.put(PROBE, bytes);
  const found = await store.get(PROBE);
  await store.remove(PROBE);
  return found?.length === 3 && found.every((byte, index) => byte === bytes[index]);
}

/** The first that works here, tried once and when first needed. `get` answers null where none does, and nothing rejects late. */
export function findSecondStore(
  kinds: readonly (() => SecondStore)[] = KINDS,
  timers: Timers = browserTimers,
): () => Promise<SecondStore | null> {
  let found: Promise<SecondStore | null> | null = null;
  const find = async (): Promise<SecondStore | null> => {
    for (const make of kinds) {
      const store = await within(
        (async () => make())().then(async (it) => ((await works(it)) ? it : null)),
        timers,
      ).catch(() => null);
      if (store !== null) return impatient(store, timers);
    }
    return null;
  };
  return () => (found ??= find());
}

const impatient = (store: SecondStore, timers: Timers): SecondStore => ({
  put: (name, bytes) => within(store.put(name, bytes), timers),
  get: (name) => within(store.get(name), timers),
  names: () => within(store.names(), timers),
  remove: (name) => within(store.remove(name), timers),
});
