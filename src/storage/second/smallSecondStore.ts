import { fromBase64, toBase64 } from '../sealing/base64.ts';
import type { SecondStore } from './secondStore.ts';

const PREFIX = 'nettverkskart-second-';

/** Where there is nothing better: small, and full sooner. */
export function smallSecondStore(storage: Storage = localStorage): SecondStore {
  return {
    put: async (name, bytes) => storage.setItem(PREFIX + name, toBase64(bytes)),
    get: async (name) => {
      const text = storage.getItem(PREFIX + name);
      return text === null ? null : fromBase64(text);
    },
    names: async () =>
      Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
        .filter((key) => key.startsWith(PREFIX))
        .map((key) => key.slice(PREFIX.length)),
    remove: async (name) => storage.removeItem(PREFIX + name),
  };
}
