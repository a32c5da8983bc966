import { browserTimers, type Timers, within } from '../timers.ts';
import { cacheStore } from './cacheStore.ts';
import { inAll } from './inAll.ts';
import { opfsStore } from './opfsStore.ts';
import type { SecondStore, SecondStores } from './secondStore.ts';
import { smallSecondStore } from './smallSecondStore.ts';

/** Nothing that goes on with a map may wait for its second copy longer than this. */
const PATIENCE_MS = 2000;

/** All that work are used. */
const KINDS = [opfsStore, cacheStore];
/** Only where none of them does. */
const OTHERWISE = [smallSecondStore];
const PROBE = 'probe';

/** Keeps what it is given, byte for byte? A name that exists promises nothing. */
async function works(store: SecondStore): Promise<boolean> {
  const bytes = Uint8Array.of(1, 2, 3);
  await store.put(PROBE, bytes);
  const found = await store.get(PROBE);
  await store.remove(PROBE);
  return found?.length === 3 && found.every((byte, index) => byte === bytes[index]);
}

/** What second stores this browser has. */
export type FoundSecond = {
  /** Those that work here, tried once and when first needed; null where none does. Nothing rejects late. */
  readonly stores: () => Promise<SecondStores | null>;
  /** What they hold. Rejects where those that work can't say. */
  readonly names: () => Promise<readonly string[]>;
};

export function findSecondStore(
  kinds: readonly (() => SecondStore)[] = KINDS,
  timers: Timers = browserTimers,
  otherwise: readonly (() => SecondStore)[] = OTHERWISE,
): FoundSecond {
  let found: Promise<SecondStores | null> | null = null;
  const tried = async (make: () => SecondStore): Promise<SecondStore | null> => {
    const trial = (async () => make())().then(async (store) => ((await works(store)) ? store : null));
    const store = await within(trial, PATIENCE_MS, timers).catch(() => null);
    return store && impatient(store, timers);
  };
  const find = async (): Promise<SecondStores | null> => {
    for (const some of [kinds, otherwise]) {
      const stores = (await Promise.all(some.map(tried))).filter((store) => store !== null);
      if (stores.length > 0) return inAll(stores);
    }
    return null;
  };
  const stores = () => (found ??= find());
  const namesIn = async (some: typeof kinds): Promise<string[]> => {
    const asked = some.map((make) => within((async () => make().names())(), PATIENCE_MS, timers).catch(() => []));
    return [...new Set((await Promise.all(asked)).flat())].filter((name) => name !== PROBE);
  };
  return {
    stores,
    // The start of the app waits for this: to look takes a few steps, to find out what can be written to takes many.
    names: async () => {
      const names = await namesIn(kinds);
      if (names.length > 0) return names;
      return (await namesIn(otherwise)).length > 0 ? ((await (await stores())?.names()) ?? []) : [];
    },
  };
}

const impatient = (store: SecondStore, timers: Timers): SecondStore => ({
  put: (name, bytes) => within(store.put(name, bytes), PATIENCE_MS, timers),
  get: (name) => within(store.get(name), PATIENCE_MS, timers),
  names: () => within(store.names(), PATIENCE_MS, timers),
  remove: (name) => within(store.remove(name), PATIENCE_MS, timers),
});
