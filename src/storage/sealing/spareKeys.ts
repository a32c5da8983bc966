import type { MapId } from '../../model/types.ts';
import type { Bytes } from '../chunks.ts';
import { type SmallStorage, smallEntry } from '../smallStore.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { KEY_BYTES, randomBytes } from './cipher.ts';

/** The device's key of a map once more, outside the database, as bytes. Only for maps without a passphrase. */
export type SpareKeys = {
  /** The key; made when there is none. Null where nothing can be kept. */
  readonly make: (id: MapId) => Bytes | null;
  readonly read: (id: MapId) => Bytes | null;
  /** Where there is none any more: found elsewhere. */
  readonly putBack: (id: MapId, key: Bytes) => void;
  /** Gone; says whether. */
  readonly drop: (id: MapId) => boolean;
};

const device = (): SmallStorage => localStorage;

/** In localStorage, one entry a map, as base64. Where that is blocked nothing is kept, and nothing throws. */
export function createSpareKeys(storage: () => SmallStorage = device): SpareKeys {
  const entry = (id: MapId) => smallEntry(storage, `nettverkskart-key-${id}`);
  const read = (id: MapId): Bytes | null => {
    const found = fromBase64(entry(id).read() ?? '');
    return found?.length === KEY_BYTES ? found : null;
  };
  return {
    read,
    make: (id) => {
      const found = read(id);
      if (found !== null) return found;
      const made = randomBytes(KEY_BYTES);
      return entry(id).write(toBase64(made)) ? made : null;
    },
    putBack: (id, key) => {
      if (read(id) === null && key.length === KEY_BYTES) entry(id).write(toBase64(key));
    },
    drop: (id) => entry(id).write(null),
  };
}
