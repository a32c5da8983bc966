import type { MapId } from '../../model/types.ts';
import type { Bytes, Digest } from '../chunks.ts';
import { join } from '../chunks.ts';
import { toStorageError } from '../errors.ts';
import { fits, type Manifest, readManifest } from '../manifest.ts';
import type { SecondStore } from './secondStore.ts';

/** A map as the second store has it: whole, as the database had it when it was saved. */
export type SecondCopy = { readonly manifest: Manifest; readonly bytes: Bytes };

export type SecondCopies = {
  /** After a save. Written soon; of several that wait only the newest. Never rejects. */
  readonly push: (id: MapId, copy: SecondCopy) => Promise<void>;
  /** Null when there is none that is whole. Never rejects. */
  readonly read: (id: MapId) => Promise<SecondCopy | null>;
  /** The maps that there are files of. Never rejects. */
  readonly ids: () => Promise<readonly MapId[]>;
  /** Removes the file, until the next `push`. Rejects when it may still be there. */
  readonly clear: (id: MapId) => Promise<void>;
  /** Rejects when it may still be there. What is being written is waited for, and nothing is written after. */
  readonly remove: (id: MapId) => Promise<void>;
};

const LINE_END = 10;

/** One file: the manifest as a line of JSON, then the sealed bytes. */
function pack({ manifest, bytes }: SecondCopy): Bytes {
  return join([new TextEncoder().encode(`${JSON.stringify(manifest)}\n`), bytes]);
}

async function unpack(file: Bytes, digest: Digest): Promise<SecondCopy | null> {
  const end = file.indexOf(LINE_END);
  if (end < 0) return null;
  try {
    const manifest = readManifest(JSON.parse(new TextDecoder().decode(file.subarray(0, end))));
    const bytes = file.slice(end + 1);
    return manifest !== null && (await fits(manifest, bytes, digest)) ? { manifest, bytes } : null;
  } catch {
    return null;
  }
}

/** Copies of the stored maps in another kind of storage, which what destroys the database leaves alone. */
export function createSecondCopies(find: () => Promise<SecondStore | null>, digest: Digest): SecondCopies {
  const waiting = new Map<MapId, SecondCopy>();
  const writing = new Map<MapId, Promise<void>>();
  const removed = new Set<MapId>();

  const writeAll = async (id: MapId): Promise<void> => {
    for (let copy = waiting.get(id); copy !== undefined; copy = waiting.get(id)) {
      waiting.delete(id);
      const store = await find();
      if (!removed.has(id)) await store?.put(id, pack(copy)).catch(() => undefined);
    }
    writing.delete(id);
  };

  const clear = async (id: MapId): Promise<void> => {
    waiting.delete(id);
    await writing.get(id);
    await (await find())?.remove(id).catch((error: unknown) => {
      throw toStorageError(error);
    });
  };

  return {
    push: (id, copy) => {
      if (removed.has(id)) return Promise.resolve();
      waiting.set(id, copy);
      const work = writing.get(id) ?? writeAll(id);
      writing.set(id, work);
      return work;
    },
    read: async (id) => {
      const store = await find();
      const file = await store?.get(id).catch(() => null);
      return file ? unpack(file, digest) : null;
    },
    ids: async () => {
      const store = await find();
      return ((await store?.names().catch(() => [])) ?? []) as readonly MapId[];
    },
    clear,
    remove: (id) => {
      removed.add(id);
      return clear(id);
    },
  };
}
