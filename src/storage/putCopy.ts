import type { MapId } from '../model/types.ts';
import { ask } from './ask.ts';
import { chunkKey, chunkRange, type Manifest, manifestKey, readManifest, type Slot } from './manifest.ts';
import type { StoredCopy } from './shelf.ts';

/** What stands in this place; null when there is nothing, or nothing that can be read. Rejects when the request fails. */
export async function storedManifest(store: IDBObjectStore, id: MapId, generation: Slot): Promise<Manifest | null> {
  return readManifest(await ask(() => store.get(manifestKey(id, generation))));
}

/** Asks the open transaction to put a copy in the place of what is there; done when the transaction is. */
export function put(store: IDBObjectStore, id: MapId, generation: Slot, { manifest, chunks }: StoredCopy): void {
  store.delete(chunkRange(id, generation));
  chunks.forEach((chunk, index) => store.put(chunk, chunkKey(id, generation, index)));
  store.put(manifest, manifestKey(id, generation));
}
