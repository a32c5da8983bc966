import type { MapId } from '../model/types.ts';
import { ask } from './ask.ts';
import { chunkKey, chunkRange, type Manifest, manifestKey, readManifest, type Slot } from './manifest.ts';
import type { StoredCopy } from './shelf.ts';

export async function storedManifest(store: IDBObjectStore, id: MapId, generation: Slot): Promise<Manifest | null> {
  return readManifest(await ask(() => store.get(manifestKey(id, generation))));
}

export function put(store: IDBObjectStore, id: MapId, generation: Slot, { manifest, chunks }: StoredCopy): void {
  store.delete(chunkRange(id, generation));
  chunks.forEach((chunk, index) => store.put(chunk, chunkKey(id, generation, index)));
  store.put(manifest, manifestKey(id, generation));
}
