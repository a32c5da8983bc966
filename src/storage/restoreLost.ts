import type { MapId } from '../model/types.ts';
import { ask } from './ask.ts';
import { cut } from './chunks.ts';
import { mapOfKey, manifestKey } from './manifest.ts';
import { put } from './putCopy.ts';
import { inLine, type Shelf } from './shelf.ts';

/** Puts back what the database has lost and the second store still has, sealed as it is. Resolves with the maps. */
export async function restoreLost(shelf: Shelf): Promise<MapId[]> {
  const ids = (await shelf.second?.ids()) ?? [];
  if (ids.length === 0) return [];
  const keys = await shelf.inStore('readonly', (store) => ask<IDBValidKey[]>(() => store.getAllKeys()));
  const here = new Set(keys.map(mapOfKey));
  const restored: MapId[] = [];
  for (const id of ids.filter((it) => !here.has(it))) {
    if (await inLine(shelf, id, () => restore(shelf, id))) restored.push(id);
  }
  return restored;
}

async function restore(shelf: Shelf, id: MapId): Promise<boolean> {
  const copy = await shelf.second?.read(id);
  if (!copy) return false;
  return shelf.inStore('readwrite', async (store) => {
    // Saved meanwhile by a page that had it open, or deleted.
    const found = await ask<unknown>(() => store.get(manifestKey(id, 0)));
    if (found !== undefined || shelf.removed.has(id)) return false;
    put(store, id, 0, { manifest: copy.manifest, chunks: cut(copy.bytes) });
    return true;
  });
}
