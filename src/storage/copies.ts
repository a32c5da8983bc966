import type { UseStore } from 'idb-keyval';
import type { MapId } from '../model/types.ts';
import { ask } from './ask.ts';
import { type Bytes, type Digest, join } from './chunks.ts';
import { type StorageError, toStorageError } from './errors.ts';
import {
  chunkRange,
  fits,
  type Generation,
  GENERATIONS,
  type Manifest,
  manifestKey,
  readManifest,
  type Slot,
} from './manifest.ts';

/** What lies in one generation's place. */
export type Copy<Place extends Slot = Generation> =
  | { readonly kind: 'absent' }
  | GoodCopy<Place>
  | { readonly kind: 'damaged'; readonly manifest: Manifest | null; readonly bytes: Bytes }
  | { readonly kind: 'failed'; readonly error: StorageError };

export type GoodCopy<Place extends Slot = Generation> = {
  readonly kind: 'good';
  readonly generation: Place;
  readonly manifest: Manifest;
  readonly bytes: Bytes;
};

/** Reads and verifies what lies in one place. Rejects with a StorageError. */
export async function readCopy<Place extends Slot>(
  inStore: UseStore,
  id: MapId,
  generation: Place,
  digest: Digest,
): Promise<Copy<Place>> {
  const [found, chunks] = await inStore('readonly', (store) =>
    Promise.all([
      ask<unknown>(() => store.get(manifestKey(id, generation))),
      ask<unknown[]>(() => store.getAll(chunkRange(id, generation))),
    ]),
  );
  if (found === undefined && chunks.length === 0) return { kind: 'absent' };
  const manifest = readManifest(found);
  const bytes = join(chunks);
  const good = manifest !== null && (await fits(manifest, bytes, digest));
  return good ? { kind: 'good', generation, manifest, bytes } : { kind: 'damaged', manifest, bytes };
}

/**
 * A copy that could not be read stands in the way of the other one, which may be older, except where asking again will
 * not help: Chromium says UnknownError for files that are damaged.
 */
export const standsInTheWay = (copy: Copy): boolean => copy.kind === 'failed' && copy.error.kind !== 'unknown';

/**
 * Reads and verifies the generations of a map, each in a transaction of its own: where the browser can't read the one, it
 * may still read the other. Ends at a copy that stands in the way. Never rejects.
 */
export async function readCopies(inStore: UseStore, id: MapId, digest: Digest): Promise<Copy[]> {
  const copies: Copy[] = [];
  for (const generation of GENERATIONS) {
    const copy = await readCopy(inStore, id, generation, digest).catch((error: unknown): Copy => ({
      kind: 'failed',
      error: toStorageError(error),
    }));
    copies.push(copy);
    if (standsInTheWay(copy)) break;
  }
  return copies;
}

/** Those that are whole, the newest (highest revision) first. */
export function goodCopies(copies: readonly Copy[]): GoodCopy[] {
  return copies.filter((copy) => copy.kind === 'good').toSorted((a, b) => b.manifest.rev - a.manifest.rev);
}
