import type { FoundSecond } from '../../../../src/storage/second/findSecondStore.ts';
import type { SecondStore, SecondStores } from '../../../../src/storage/second/secondStore.ts';

/** A second store in memory, that does as it is told. */
export function memorySecond() {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  let fault: 'none' | 'fails' | 'never' = 'none';
  const act = <T>(work: () => T): Promise<T> => {
    if (fault === 'never') return new Promise(() => undefined);
    return fault === 'fails' ? Promise.reject(new Error('injected')) : Promise.resolve(work());
  };
  const store: SecondStore & SecondStores = {
    put: (name, bytes) => act(() => void files.set(name, bytes.slice())),
    get: (name) => act(() => files.get(name)?.slice() ?? null),
    getAll: (name) => act(() => [files.get(name)?.slice()].filter((file) => file !== undefined)),
    names: () => act(() => [...files.keys()]),
    remove: (name) => act(() => void files.delete(name)),
  };
  return {
    files,
    store,
    set: (next: typeof fault): void => {
      fault = next;
    },
  };
}

/** As the app finds it, without being tried. */
export const foundSecond = (stores: SecondStores): FoundSecond => ({
  stores: async () => stores,
  names: () => stores.names(),
});

/** A localStorage of its own. */
export function memoryEntries() {
  const entries = new Map<string, string>();
  const storage = {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
    removeItem: (key: string) => void entries.delete(key),
  };
  return { entries, storage: () => storage };
}
