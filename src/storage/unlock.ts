import type { MapId } from '../model/types.ts';
import { goodCopies, readCopies } from './copies.ts';
import type { Shelf } from './shelf.ts';

/**
 * Opens the keys of the stored copies that this passphrase opens, newest first. False when it opens none, and nothing is
 * told about how near it was. Rejects with a StorageError when the copies can't be read.
 */
export async function unlock(shelf: Shelf, id: MapId, passphrase: string): Promise<boolean> {
  const [copies, second] = await Promise.all([
    readCopies(shelf.inStore, id, shelf.digest),
    shelf.second?.read(id) ?? null,
  ]);
  const failed = copies.find((copy) => copy.kind === 'failed');
  const manifests = [...goodCopies(copies), ...(second ? [second] : [])].map(({ manifest }) => manifest);
  if (manifests.length === 0 && failed !== undefined) throw failed.error;
  const headers = new Map(manifests.toSorted((a, b) => b.rev - a.rev).map(({ key }) => [key?.wrapped, key]));
  let opened = false;
  for (const header of headers.values()) {
    if (header && (await shelf.keys.openWithPassphrase(id, header, passphrase)) !== null) opened = true;
  }
  return opened;
}
