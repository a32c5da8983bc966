import type { MapId } from '../model/types.ts';
import { join } from './chunks.ts';
import { tidyKeys } from './deviceKeys.ts';
import { StorageError, toStorageError } from './errors.ts';
import { learn } from './learn.ts';
import { mapRange } from './manifest.ts';
import { slotsIn } from './points.ts';
import { put, storedManifest } from './putCopy.ts';
import { sealCopy } from './sealedCopy.ts';
import type { Shelf } from './shelf.ts';
import { takeTurn } from './turn.ts';

/** What there was of a map besides the text that is stored now, and is gone. */
export type Earlier = { readonly copies: number; readonly points: number };

/**
 * Stores a map so that nothing else is left of it: no other generation, restore point, second copy or journal. In the
 * database in one step, all or nothing. Where there is no passphrase, with a new key: what the browser has not yet cleared off
 * the disk opens with none. Rejects with a StorageError, and then the database is as before.
 */
export async function saveAlone(shelf: Shelf, id: MapId, text: string, rev: number): Promise<Earlier> {
  const known = shelf.known.get(id) ?? (await learn(shelf, id));
  const old = shelf.keys.current(id);
  const key = old?.header.kind === 'passphrase' ? old : await shelf.keys.makeForDevice(id);
  const savedAt = shelf.now();
  const told = { rev, createdAt: known.createdAt ?? savedAt, savedAt, writer: shelf.writer };
  const ready = await sealCopy(shelf, id, new TextEncoder().encode(text), told, key);
  const before = shelf.history.get(id) ?? null;
  // Beside the database first: ended in between, the map is as it was, and the user has been told nothing.
  shelf.journal?.drop(id);
  await shelf.second?.clear(id);
  try {
    const gone = await shelf.inStore('readwrite', async (store) => {
      const stored = await Promise.all([storedManifest(store, id, 0), storedManifest(store, id, 1)]);
      const turn = takeTurn(stored, known, { rev, writer: shelf.writer, again: false });
      if (shelf.removed.has(id) || turn.kind !== 'write') throw new StorageError('conflict', 'The map is being saved');
      const points = await slotsIn(store, id);
      store.delete(mapRange(id));
      put(store, id, 0, ready);
      await tidyKeys(store, id, { before: [], after: [key.header], key });
      return { copies: stored.filter((it) => it !== null).length, points: points.length };
    });
    // A restore point that waits for its turn is of what was before.
    shelf.since.set(id, rev);
    shelf.keys.forget(id);
    shelf.keys.use(id, key);
    shelf.trying.delete(id);
    shelf.known.set(id, { good: 0, newest: { rev, writer: shelf.writer }, createdAt: told.createdAt });
    shelf.history.set(id, { last: ready, pointAt: Date.parse(savedAt) });
    shelf.journal?.forget(id);
    shelf.journal?.prepare(id, key).catch(() => undefined);
    void shelf.second?.push(id, { manifest: ready.manifest, bytes: join(ready.chunks) });
    return gone;
  } catch (error) {
    if (before) {
      const { manifest, chunks } = before.last;
      void shelf.second?.push(id, { manifest, bytes: join(chunks) });
    }
    throw toStorageError(error);
  }
}
