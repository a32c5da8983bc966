import type { MapId } from '../model/types.ts';
import { goodCopies, readCopies } from './copies.ts';
import type { Database } from './database.ts';
import { toStorageError } from './errors.ts';
import { restoreLost } from './restoreLost.ts';
import type { SecondCopy } from './second/secondCopies.ts';
import { unseal } from './sealedCopy.ts';
import type { Shelf } from './shelf.ts';

type Ways = Pick<Database, 'move' | 'deleteUsual'>;

/** Everything that the second store names, read and whole; `safe`: nothing would be lost with the database that can't be opened. */
async function inHand(shelf: Shelf): Promise<{ copies: ReadonlyMap<MapId, SecondCopy>; safe: boolean }> {
  const ids = (await shelf.second?.ids()) ?? [];
  const copies = new Map<MapId, SecondCopy>();
  let safe = ids.length > 0;
  for (const id of ids) {
    const copy = (await shelf.second?.read(id)) ?? null;
    if (copy) copies.set(id, copy);
    if (!copy || !(await canBeOpened(shelf, id, copy))) safe = false;
  }
  return { copies, safe };
}

/** By its passphrase, or by the key beside it. Else the only key lies in the database. */
const canBeOpened = (shelf: Shelf, id: MapId, { bytes, manifest: { key } }: SecondCopy): Promise<boolean> =>
  key?.kind === 'passphrase'
    ? Promise.resolve(true)
    : unseal(shelf, id, bytes, key).then(
        () => true,
        () => false,
      );

/** Is each of them in the database, whole, and not older? Read back from there. */
async function stand(shelf: Shelf, copies: ReadonlyMap<MapId, SecondCopy>): Promise<boolean> {
  for (const [id, { manifest }] of copies) {
    const [found] = goodCopies(await readCopies(shelf.inStore, id, shelf.digest));
    if (!found || found.manifest.rev < manifest.rev) return false;
  }
  return true;
}

/** Puts the copies into whatever database there is now. Null when there is none that takes and keeps them. */
async function fill(shelf: Shelf, copies: ReadonlyMap<MapId, SecondCopy>): Promise<readonly MapId[] | null> {
  const restored = await restoreLost(shelf).catch(() => null);
  return restored && (await stand(shelf, copies)) ? restored : null;
}

/**
 * The database can't be opened, and will not be: a new one from the second copies, which stay. First beside the old one, which
 * is deleted only when the new one has been read back; where this browser has room for one database only, the old one goes
 * first, but never before everything that the second store names is read and could be opened. Resolves with the maps that were
 * put back, or null: then nothing is lost that could be had before. Never rejects.
 */
export async function rebuild(shelf: Shelf, { move, deleteUsual }: Ways): Promise<readonly MapId[] | null> {
  const problem = await shelf
    .inStore('readonly', (store) => Promise.resolve(store.name))
    .then(() => null, toStorageError);
  const { copies, safe } = await inHand(shelf);
  // It opens after all.
  if (problem === null) return fill(shelf, copies);
  // In another window's hands, of a newer app, or out of reach: not damaged.
  if (problem.kind !== 'unknown') return null;
  if (await move(safe)) {
    const restored = await fill(shelf, copies);
    if (restored && safe) await deleteUsual();
    return restored;
  }
  return safe && (await deleteUsual()) ? fill(shelf, copies) : null;
}
