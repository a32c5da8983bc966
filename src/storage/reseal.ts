import type { MapId } from '../model/types.ts';
import { type GoodCopy, goodCopies, readCopies, readCopy } from './copies.ts';
import { cut } from './chunks.ts';
import { tidyKeys } from './deviceKeys.ts';
import { StorageError } from './errors.ts';
import { chunkRange, GENERATIONS, type Generation, manifestKey, type PointSlot, type Slot } from './manifest.ts';
import { put, storedManifest } from './putCopy.ts';
import { dropPoint, slotsIn } from './points.ts';
import { keyToSaveWith, openKeyOf, type Sealed, sealCopy, unseal } from './sealedCopy.ts';
import type { OpenKey } from './sealing/keyring.ts';
import { remember, type Shelf } from './shelf.ts';

/** How a map is sealed: with this passphrase, or so that this device opens it by itself. */
export type Choice = { readonly passphrase: string } | 'device';

type Renewed<Place extends Slot = Generation> = {
  readonly generation: Place;
  readonly from: string;
  readonly sealed: Sealed;
};

/** Something else was written meanwhile: it is looked at again, so many times. */
const TRIES = 5;

async function renew<Place extends Slot>(
  shelf: Shelf,
  id: MapId,
  { generation, manifest, bytes }: GoodCopy<Place>,
  key: OpenKey,
): Promise<Renewed<Place>> {
  const plain = await unseal(shelf, id, bytes, manifest.key);
  return { generation, from: manifest.sha256, sealed: await sealCopy(shelf, id, plain, manifest, key) };
}

/**
 * Puts the copies in the place of those that they were made from, all or none; false when one of these is no longer there.
 * `damaged`: what lies in these places could not be read and goes too; so does a restore point that is not among `points`.
 */
function replace(
  shelf: Shelf,
  id: MapId,
  key: OpenKey,
  renewed: readonly Renewed[],
  damaged: readonly Generation[],
  points: readonly Renewed<PointSlot>[] | null = null,
): Promise<boolean> {
  return shelf.inStore('readwrite', async (store) => {
    const stored = await Promise.all(GENERATIONS.map((generation) => storedManifest(store, id, generation)));
    if (shelf.removed.has(id) || renewed.some(({ generation, from }) => stored[generation]?.sha256 !== from))
      return false;
    const before = stored.map((manifest) => manifest?.key ?? null);
    const after = [...before];
    for (const generation of damaged) {
      store.delete(chunkRange(id, generation));
      store.delete(manifestKey(id, generation));
      after[generation] = null;
    }
    for (const { generation, sealed } of renewed) {
      put(store, id, generation, sealed);
      after[generation] = key.header;
    }
    for (const slot of points === null ? [] : await slotsIn(store, id)) {
      const one = points?.find(({ generation }) => generation === slot);
      if (one) put(store, id, slot, one.sealed);
      else dropPoint(store, id, slot);
    }
    await tidyKeys(store, id, { before, after, key });
    return true;
  });
}

/** Seals what an earlier version of the app left open, in its place: the same text, revision and times. */
export async function sealOpenCopies(shelf: Shelf, id: MapId): Promise<void> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const copies = await readCopies(shelf.inStore, id, shelf.digest);
    const open = goodCopies(copies).filter(({ manifest }) => manifest.key === null);
    if (open.length === 0) return;
    const sealedAlready = goodCopies(copies).find(({ manifest }) => manifest.key !== null)?.manifest.key ?? null;
    if (sealedAlready !== null && shelf.keys.current(id) === null) {
      shelf.keys.use(id, await openKeyOf(shelf, id, sealedAlready));
    }
    const key = await keyToSaveWith(shelf, id);
    const renewed = await Promise.all(open.map((copy) => renew(shelf, id, copy, key)));
    if (await replace(shelf, id, key, renewed, [])) return;
  }
  throw new StorageError('conflict', 'The map is being saved');
}

/** The restore points, sealed anew; one that can't be opened is of no use to anybody, and is left out. */
async function renewPoints(shelf: Shelf, id: MapId, key: OpenKey): Promise<Renewed<PointSlot>[]> {
  const slots = await shelf.inStore('readonly', (store) => slotsIn(store, id));
  const renewed: Renewed<PointSlot>[] = [];
  for (const slot of slots) {
    const copy = await readCopy(shelf.inStore, id, slot, shelf.digest);
    const one = copy.kind === 'good' ? await renew(shelf, id, copy, key).catch(() => null) : null;
    if (one !== null) renewed.push(one);
  }
  return renewed;
}

/**
 * Seals all that is stored of a map anew, with a new key, in one step: after it nothing opens with the old one, and if it
 * fails what is in the database is as before. A map that is not stored yet will be sealed so. Rejects with a StorageError.
 */
export async function rekey(shelf: Shelf, id: MapId, choice: Choice): Promise<void> {
  const old = shelf.keys.current(id);
  const made = await (choice === 'device'
    ? shelf.keys.makeForDevice(id)
    : shelf.keys.makeForPassphrase(id, choice.passphrase));
  for (let tries = 0; tries < TRIES; tries += 1) {
    const copies = await readCopies(shelf.inStore, id, shelf.digest);
    const failed = copies.find((copy) => copy.kind === 'failed');
    if (failed !== undefined) throw failed.error;
    const good = goodCopies(copies);
    if (good.length === 0 && copies.some((copy) => copy.kind === 'damaged')) {
      throw new StorageError('conflict', 'What is stored can not be read, and is not overwritten');
    }
    const renewed = await Promise.all(good.map((copy) => renew(shelf, id, copy, made)));
    const damaged = GENERATIONS.filter((generation) => copies[generation]?.kind === 'damaged');
    const points = await renewPoints(shelf, id, made);
    // What opens with the old key goes first where it can't go in the same step: the database still has everything.
    await shelf.second?.clear(id);
    let isSealed = false;
    try {
      isSealed = await replace(shelf, id, made, renewed, damaged, points);
    } finally {
      const [newest] = good;
      if (!isSealed && newest) void shelf.second?.push(id, newest);
    }
    if (!isSealed) continue;
    shelf.keys.use(id, made);
    if (old !== null && choice !== 'device') shelf.spareKeys.drop(id);
    shelf.journal?.drop(id);
    shelf.journal?.forget(id);
    await goOn(shelf, id, made);
    return;
  }
  throw new StorageError('conflict', 'The map is being saved');
}

/** From now on with the new copies; the second store gets the newest. */
async function goOn(shelf: Shelf, id: MapId, key: OpenKey): Promise<void> {
  const copies = await readCopies(shelf.inStore, id, shelf.digest);
  const [newest] = goodCopies(copies);
  if (newest === undefined) return;
  remember(shelf, id, copies);
  const history = shelf.history.get(id);
  const last = { manifest: newest.manifest, chunks: cut(newest.bytes) };
  shelf.history.set(id, { last, pointAt: history?.pointAt ?? Date.parse(newest.manifest.savedAt) });
  void shelf.second?.push(id, newest);
  shelf.journal?.prepare(id, key).catch(() => undefined);
}
