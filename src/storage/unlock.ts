import type { MapId } from '../model/types.ts';
import { goodCopies, readCopies } from './copies.ts';
import type { Shelf } from './shelf.ts';

/**
 * Opens the keys of the stored copies that this passphrase opens, newest first. False when it opens none, and nothing is
 * told about how near it was. Rejects with a StorageError when the copies can't be read.
 */
export async function unlock(shelf: Shelf, id: MapId, passphrase: string): Promise<boolean> {
  const copies = await readCopies(shelf.inStore, id, shelf.digest);
  const failed = copies.find((copy) => copy.kind === 'failed');
  const good = goodCopies(copies);
  if (good.length === 0 && failed !== undefined) throw failed.error;
  let opened = false;
  for (const { manifest } of good) {
    if (manifest.key === null || shelf.keys.opened(manifest.key) !== null) continue;
    if ((await shelf.keys.openWithPassphrase(id, manifest.key, passphrase)) !== null) opened = true;
  }
  return opened;
}
