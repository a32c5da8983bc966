import type { MapId } from '../model/types.ts';
import { readCopy } from './copies.ts';
import { GENERATIONS, type Slot } from './manifest.ts';
import { slotsIn } from './points.ts';
import { openKeyOf, unseal } from './sealedCopy.ts';
import type { Shelf } from './shelf.ts';

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Every text that is stored of a map, wherever it lies; null for one that can't be opened. Rejects with a StorageError. */
export async function everyText(shelf: Shelf, id: MapId): Promise<(string | null)[]> {
  const slots = await shelf.inStore('readonly', (store) => slotsIn(store, id));
  const places: readonly Slot[] = [...GENERATIONS, ...slots];
  const texts: (string | null)[] = [];
  for (const place of places) {
    const copy = await readCopy(shelf.inStore, id, place, shelf.digest);
    if (copy.kind === 'absent') continue;
    const open = copy.kind === 'good' ? unseal(shelf, id, copy.bytes, copy.manifest.key).then(decode) : null;
    texts.push((await open?.catch(() => null)) ?? null);
  }
  const second = await shelf.second?.read(id);
  if (second) texts.push(await unseal(shelf, id, second.bytes, second.manifest.key).then(decode, () => null));
  const left = shelf.journal?.read(id);
  if (left) {
    const opened = openKeyOf(shelf, id, left.header).then(({ dataKey }) => shelf.journal?.open(id, left, dataKey));
    texts.push((await opened.catch(() => null)) ?? null);
  }
  return texts;
}
