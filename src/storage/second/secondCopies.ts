import type { MapId } from '../../model/types.ts';
import type { Bytes, Digest } from '../chunks.ts';
import { join } from '../chunks.ts';
import { toStorageError } from '../errors.ts';
import { fits, type Manifest, readManifest } from '../manifest.ts';
import { fromBase64, toBase64 } from '../sealing/base64.ts';
import type { SpareKeys } from '../sealing/spareKeys.ts';
import type { FoundSecond } from './findSecondStore.ts';

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
  /** It is not gone after all, and is written again. */
  readonly stay: (id: MapId) => void;
};

const LINE_END = 10;

type Unpacked = SecondCopy & { readonly spareKey: Bytes | null };

/**
 * One file: the manifest as a line of JSON, then the sealed bytes. Without a passphrase the spare key goes along: what destroys
 * the database may take localStorage with it.
 */
function pack({ manifest, bytes }: SecondCopy, spareKey: Bytes | null): Bytes {
  const told = spareKey === null ? manifest : { ...manifest, spareKey: toBase64(spareKey) };
  return join([new TextEncoder().encode(`${JSON.stringify(told)}\n`), bytes]);
}

async function unpack(file: Bytes, digest: Digest): Promise<Unpacked | null> {
  const end = file.indexOf(LINE_END);
  if (end < 0) return null;
  try {
    const told: unknown = JSON.parse(new TextDecoder().decode(file.subarray(0, end)));
    const manifest = readManifest(told);
    const bytes = file.slice(end + 1);
    if (manifest === null || !(await fits(manifest, bytes, digest))) return null;
    const { spareKey } = Object(told) as { readonly spareKey?: unknown };
    return { manifest, bytes, spareKey: typeof spareKey === 'string' ? fromBase64(spareKey) : null };
  } catch {
    return null;
  }
}

/** Copies of the stored maps in another kind of storage, which what destroys the database leaves alone. */
export function createSecondCopies(
  second: FoundSecond,
  digest: Digest,
  spareKeys: SpareKeys | null = null,
): SecondCopies {
  const waiting = new Map<MapId, SecondCopy>();
  const writing = new Map<MapId, Promise<void>>();
  const removed = new Set<MapId>();

  const isOfDevice = ({ manifest }: SecondCopy): boolean => manifest.key?.kind === 'device';
  const packed = (id: MapId, copy: SecondCopy): Bytes =>
    pack(copy, isOfDevice(copy) ? (spareKeys?.read(id) ?? null) : null);

  const writeAll = async (id: MapId): Promise<void> => {
    for (let copy = waiting.get(id); copy !== undefined; copy = waiting.get(id)) {
      waiting.delete(id);
      const store = await second.stores();
      if (!removed.has(id)) await store?.put(id, packed(id, copy)).catch(() => undefined);
    }
    writing.delete(id);
  };

  const clear = async (id: MapId): Promise<void> => {
    waiting.delete(id);
    await writing.get(id);
    await (await second.stores())?.remove(id).catch((error: unknown) => {
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
      const store = await second.stores();
      const files = (await store?.getAll(id).catch(() => [])) ?? [];
      const whole = (await Promise.all(files.map((file) => unpack(file, digest)))).filter((it) => it !== null);
      const [newest] = whole.toSorted((a, b) => b.manifest.rev - a.manifest.rev);
      if (!newest) return null;
      const { spareKey, ...copy } = newest;
      if (spareKey !== null && isOfDevice(copy)) spareKeys?.putBack(id, spareKey);
      return copy;
    },
    ids: async () => (await second.names().catch(() => [])) as readonly MapId[],
    clear,
    remove: (id) => {
      removed.add(id);
      return clear(id);
    },
    stay: (id) => void removed.delete(id),
  };
}
