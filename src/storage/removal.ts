import type { MapId } from '../model/types.ts';
import { ask } from './ask.ts';
import { mapRange } from './manifest.ts';
import { slotsIn } from './points.ts';
import type { Shelf } from './shelf.ts';

/** The kinds of things that are stored here; nothing in them says whose map it is. */
export const TRACES = ['maps', 'points', 'second', 'journal', 'keys', 'notes', 'settings', 'app'] as const;
export type Trace = (typeof TRACES)[number];

/** How many there are of each; null: it can't be told. */
export type Counts = Readonly<Partial<Record<Trace, number | null>>>;

/** What was removed: looked at before and after. `left` null: nobody could look, so it may still be there. */
export type Removed = { readonly trace: Trace; readonly gone: number; readonly left: number | null };
export type Receipt = readonly Removed[];

/** What the two looks say. Of what was not there before and is not there now nothing is said. */
export function receiptOf(before: Counts, after: Counts): Receipt {
  return TRACES.flatMap((trace) => {
    const was = before[trace] ?? null;
    const left = after[trace] === undefined ? 0 : after[trace];
    const gone = was === null || left === null ? 0 : Math.max(0, was - left);
    return gone > 0 || left !== 0 ? [{ trace, gone, left }] : [];
  });
}

async function inDatabase({ inStore }: Shelf, id: MapId): Promise<Counts> {
  return inStore('readonly', async (store) => {
    const [keys, points] = await Promise.all([
      ask<IDBValidKey[]>(() => store.getAllKeys(mapRange(id))),
      slotsIn(store, id),
    ]);
    return { maps: keys.length > 0 ? 1 : 0, points: points.length };
  });
}

/** What is stored of a map, wherever. Never rejects. */
export async function countOf(shelf: Shelf, id: MapId): Promise<Counts> {
  const { second, journal, spareKeys, notes } = shelf;
  const unknown: Counts = { maps: null, points: null };
  const [stored, ids = []] = await Promise.all([inDatabase(shelf, id).catch(() => unknown), second?.ids()]);
  return {
    ...stored,
    second: ids.includes(id) ? 1 : 0,
    journal: (journal?.read(id) ?? null) === null ? 0 : 1,
    keys: spareKeys.read(id) === null ? 0 : 1,
    notes: notes.has(id) ? 1 : 0,
  };
}
