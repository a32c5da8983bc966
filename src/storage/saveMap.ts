import type { MapId } from '../model/types.ts';
import { join } from './chunks.ts';
import { tidyKeys } from './deviceKeys.ts';
import { StorageError, toStorageError } from './errors.ts';
import { learn } from './learn.ts';
import { keepPoint } from './points.ts';
import { put, storedManifest } from './putCopy.ts';
import { keyToSaveWith, type Sealed, sealCopy } from './sealedCopy.ts';
import type { Remembered, Shelf } from './shelf.ts';
import { takeTurn, type Turn } from './turn.ts';

type Ready = Sealed & { readonly again: boolean };

const conflict = (message: string): StorageError => new StorageError('conflict', message);

/** Everything that takes time without the database: a transaction ends by itself when nothing is asked of it. */
async function prepare(shelf: Shelf, id: MapId, text: string, rev: number, known: Remembered): Promise<Ready> {
  const last = shelf.trying.get(id);
  const again = last !== undefined && last.rev === rev && last.text === text;
  shelf.trying.set(id, { rev, text });
  const key = await keyToSaveWith(shelf, id);
  const savedAt = shelf.now();
  const told = { rev, createdAt: known.createdAt ?? savedAt, savedAt, writer: shelf.writer };
  return { ...(await sealCopy(shelf, id, new TextEncoder().encode(text), told, key)), again };
}

/** Looks and writes in one transaction, so that nobody can come between. */
function write(shelf: Shelf, id: MapId, ready: Ready, known: Remembered): Promise<Turn> {
  return shelf.inStore('readwrite', async (store) => {
    const stored = await Promise.all([storedManifest(store, id, 0), storedManifest(store, id, 1)]);
    // Asked here and not before: the map may have been deleted since this write began.
    if (shelf.removed.has(id)) throw conflict('The map was deleted');
    const turn = takeTurn(stored, known, { rev: ready.manifest.rev, writer: shelf.writer, again: ready.again });
    if (turn.kind === 'write') {
      put(store, id, turn.generation, ready);
      const before = stored.map((manifest) => manifest?.key ?? null);
      const after = before.with(turn.generation, ready.key.header);
      await tidyKeys(store, id, { before, after, key: ready.key });
    }
    return turn;
  });
}

/** What stands beside the database: the second copy, the key for the last edit, a restore point, and the journal is done with. */
function follow(shelf: Shelf, id: MapId, ready: Ready): void {
  const { manifest, chunks, key } = ready;
  void shelf.second?.push(id, { manifest, bytes: join(chunks) });
  // Without it only an edit made in the very moment of leaving is at risk.
  shelf.journal?.prepare(id, key).catch(() => undefined);
  const left = shelf.journal?.read(id) ?? null;
  if (left !== null && left.rev <= manifest.rev) shelf.journal?.drop(id);
  void keepPoint(shelf, id, { manifest, chunks });
}

/**
 * Stores a map as revision `rev`, beside the last good copy. Resolves when it is on the disk; rejects with a StorageError,
 * and then it counts as not saved. A write of which the end is not known is repeated with the same text and revision.
 */
export async function saveMap(shelf: Shelf, id: MapId, text: string, rev: number): Promise<void> {
  let ready: Ready | null = null;
  try {
    const known = shelf.known.get(id) ?? (await learn(shelf, id));
    ready = await prepare(shelf, id, text, rev, known);
    const turn = await write(shelf, id, ready, known);
    if (turn.kind === 'conflict') throw conflict(`Revision ${rev} does not follow what is stored`);
    const { writer, createdAt } = ready.manifest;
    shelf.known.set(id, { good: turn.generation, newest: { rev, writer }, createdAt });
    shelf.trying.delete(id);
    follow(shelf, id, ready);
  } catch (error) {
    // Deleted while this was being made ready: then whatever it stumbled over is that.
    const named = shelf.removed.has(id) ? conflict('The map was deleted') : toStorageError(error);
    // Not saved, and said so; but the other store may still take it.
    if (ready !== null && named.kind !== 'conflict') {
      void shelf.second?.push(id, { manifest: ready.manifest, bytes: join(ready.chunks) });
    }
    throw named;
  }
}
