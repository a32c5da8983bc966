import type { MapId } from '../model/types.ts';
import { goodCopies, readCopies } from './copies.ts';
import { StorageError } from './errors.ts';
import { openKeyOf } from './sealedCopy.ts';
import { remember, type Remembered, type Shelf } from './shelf.ts';

/**
 * Looks at what is stored before this page writes a map for the first time, so that the good copy is left alone. Rejects with a
 * StorageError: `conflict` when nothing of it can be read, because then nothing may be written over it.
 */
export async function learn(shelf: Shelf, id: MapId): Promise<Remembered> {
  const copies = await readCopies(shelf.inStore, id, shelf.digest);
  const failed = copies.find((copy) => copy.kind === 'failed');
  if (failed !== undefined) throw failed.error;
  const readable = copies.some((copy) => copy.kind === 'good') || copies.every((copy) => copy.kind === 'absent');
  if (!readable) throw new StorageError('conflict', 'What is stored can not be read, and is not overwritten');
  const header = goodCopies(copies)[0]?.manifest.key ?? null;
  // A key chosen for this map already, before anything was stored, is kept.
  if (header !== null && shelf.keys.current(id) === null) shelf.keys.use(id, await openKeyOf(shelf, id, header));
  return remember(shelf, id, copies);
}
