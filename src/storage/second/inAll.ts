import type { SecondStore, SecondStores } from './secondStore.ts';

/**
 * Several kinds of storage as one, written to all of them: after a full disk Chromium may lose the database, the private files
 * and localStorage together, because all three keep their directory in a database of one kind. Its caches stay.
 */
export function inAll(stores: readonly SecondStore[]): SecondStores {
  const inEach = async <T>(act: (store: SecondStore) => Promise<T>) => {
    const ended = await Promise.allSettled(stores.map(act));
    return {
      done: ended.flatMap((it) => (it.status === 'fulfilled' ? [it.value] : [])),
      reasons: ended.flatMap((it): unknown[] => (it.status === 'rejected' ? [it.reason] : [])),
    };
  };
  /** One that answers is enough. */
  const some = async <T>(act: (store: SecondStore) => Promise<T>): Promise<readonly T[]> => {
    const { done, reasons } = await inEach(act);
    if (done.length === 0) throw reasons[0];
    return done;
  };
  return {
    put: async (name, bytes) => void (await some((store) => store.put(name, bytes))),
    getAll: async (name) => (await some((store) => store.get(name))).filter((file) => file !== null),
    names: async () => [...new Set((await some((store) => store.names())).flat())],
    remove: async (name) => {
      const { reasons } = await inEach((store) => store.remove(name));
      if (reasons.length > 0) throw reasons[0];
    },
  };
}
