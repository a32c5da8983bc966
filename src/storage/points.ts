import type { IsoDateTime, MapId } from '../model/types.ts';
import { ask } from './ask.ts';
import { cut } from './chunks.ts';
import { type GoodCopy, readCopy } from './copies.ts';
import {
  chunkRange,
  manifestKey,
  pointOfKey,
  pointRange,
  type PointSlot,
  pointSlot,
  readManifest,
} from './manifest.ts';
import { put } from './putCopy.ts';
import { unseal } from './sealedCopy.ts';
import { inLine, type Shelf, type StoredCopy } from './shelf.ts';

/** How a map was at some time. */
export type RestorePoint = { readonly slot: PointSlot; readonly at: IsoDateTime };

/** So many of each map; the oldest goes first. */
const KEPT = 20;
/** While a map is worked on, in milliseconds. */
const APART_MS = 10 * 60_000;

/** The restore points of a map, the oldest first: in the order of their keys. Rejects when the request fails. */
export function slotsIn(store: IDBObjectStore, id: MapId): Promise<PointSlot[]> {
  return ask<IDBValidKey[]>(() => store.getAllKeys(pointRange(id))).then((keys) => [...new Set(keys.map(pointOfKey))]);
}

/** Asks the open transaction to delete a restore point; done when the transaction is. */
export function dropPoint(store: IDBObjectStore, id: MapId, slot: PointSlot): void {
  store.delete(chunkRange(id, slot));
  store.delete(manifestKey(id, slot));
}

/** What was opened: the first change of it makes a restore point of it. */
export function beginHistory(
  { history }: Shelf,
  id: MapId,
  { manifest, bytes }: Pick<GoodCopy, 'manifest' | 'bytes'>,
): void {
  history.set(id, { last: { manifest, chunks: cut(bytes) }, pointAt: -Infinity });
}

/** After a save: of what stood there before it, when the last point is long ago. Never rejects; nothing waits for it. */
export async function keepPoint(shelf: Shelf, id: MapId, now: StoredCopy): Promise<void> {
  const before = shelf.history.get(id);
  const at = Date.parse(now.manifest.savedAt);
  const due = before !== undefined && at - before.pointAt >= APART_MS;
  // A new map has nothing behind it yet.
  shelf.history.set(id, { last: now, pointAt: due || before === undefined ? at : before.pointAt });
  // What lies open is not kept once more, and a clock that was set back must not make a point of every letter.
  if (due && before.last.manifest.key !== null) await writePoint(shelf, id, before.last).catch(() => undefined);
}

/** Keeps a copy as a restore point, unless there is one from nearly the same time. Rejects with a StorageError. */
export function writePoint(shelf: Shelf, id: MapId, copy: StoredCopy, always = false): Promise<void> {
  return inLine(shelf, id, () =>
    shelf.inStore('readwrite', async (store) => {
      // Sealed anew or deleted meanwhile: then this one must not come back.
      if (shelf.removed.has(id) || shelf.keys.current(id)?.header.wrapped !== copy.manifest.key?.wrapped) return;
      if (copy.manifest.rev < (shelf.since.get(id) ?? 0)) return;
      const slots = await slotsIn(store, id);
      const since = Date.parse(copy.manifest.savedAt) - timeOf(slots.at(-1));
      if (!always && Math.abs(since) < APART_MS) return;
      for (const slot of slots.slice(0, Math.max(0, slots.length + 1 - KEPT))) dropPoint(store, id, slot);
      put(store, id, pointSlot(copy.manifest), copy);
    }),
  );
}

const timeOf = (slot: PointSlot | undefined): number => (slot ? Date.parse(slot.split(' ')[1] ?? '') : -Infinity);

/** Newest first. Rejects with a StorageError. */
export async function listPoints({ inStore }: Shelf, id: MapId): Promise<RestorePoint[]> {
  const found = await inStore('readonly', async (store) => {
    const slots = await slotsIn(store, id);
    const values = await Promise.all(slots.map((slot) => ask<unknown>(() => store.get(manifestKey(id, slot)))));
    return slots.map((slot, index) => ({ slot, at: readManifest(values[index])?.savedAt ?? null }));
  });
  return found.filter((it): it is RestorePoint => it.at !== null).toReversed();
}

/** The text of a restore point; null when it is gone or damaged. Rejects with a StorageError. */
export async function readPoint(shelf: Shelf, id: MapId, slot: PointSlot): Promise<string | null> {
  const copy = await readCopy(shelf.inStore, id, slot, shelf.digest);
  if (copy.kind !== 'good') return null;
  const bytes = await unseal(shelf, id, copy.bytes, copy.manifest.key);
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}
