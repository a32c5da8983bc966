import type { MapId } from '../model/types.ts';
import { type SmallStorage, smallEntry } from './smallStore.ts';

const OPEN = 'nettverkskart-open';
const BOOTS = 'nettverkskart-boots';

/** Of this tab only, and gone with it: the next family must not meet the last one's map. */
const tab = (): SmallStorage => sessionStorage;

/** Which map is open in this tab, so that a reload brings it back; the id only. Never throws. */
export function rememberOpenMap(id: MapId | null, storage: () => SmallStorage = tab): void {
  smallEntry(storage, OPEN).write(id);
}

/** The map that was open in this tab; null when none was, or nothing can be read. Never throws. */
export function openMapId(storage: () => SmallStorage = tab): MapId | null {
  const id = smallEntry(storage, OPEN).read();
  return id === null || id === '' ? null : (id as MapId);
}

/**
 * Counts this start and gives how many starts in a row, just before it, never got to `bootSucceeded`. From two on the
 * recovery screen is due. Where nothing can be kept it is always 0.
 */
export function bootStarted(storage: () => SmallStorage = tab): number {
  const entry = smallEntry(storage, BOOTS);
  const found = Number(entry.read());
  const failed = Number.isSafeInteger(found) && found > 0 ? found : 0;
  entry.write(String(failed + 1));
  return failed;
}

/** The app is there: the next start begins to count anew. Never throws. */
export function bootSucceeded(storage: () => SmallStorage = tab): void {
  smallEntry(storage, BOOTS).write(null);
}
