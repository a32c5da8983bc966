import type { MapId } from '../model/types.ts';
import type { Database } from '../storage/database.ts';
import type { Receipt } from '../storage/removal.ts';
import type { SavedMaps } from '../storage/savedMaps.ts';
import { wipe } from '../storage/wipe.ts';
import { createKeeper } from './keeper.ts';
import { forgetOffline } from './offline/offline.ts';
import { wait } from './wait.ts';

/** Another window that does not answer is not waited for: what it has open is deleted all the same. */
const PATIENCE_MS = 3000;

/** Another window that has the map open would store it again with its next edit, so the map is taken from it first. */
async function takeFromOthers(id: MapId, savedMaps: SavedMaps): Promise<() => void> {
  const keeper = createKeeper(id, savedMaps);
  if (!(await keeper.lock())) await keeper.takeOver();
  return keeper.stop;
}

/** Deletes all that is stored of a map. Rejects when it is still there. */
export async function deleteMap(id: MapId, savedMaps: SavedMaps): Promise<Receipt> {
  const letGo = await takeFromOthers(id, savedMaps);
  try {
    return await savedMaps.remove(id);
  } finally {
    letGo();
  }
}

/** Deletes everything of the app in this browser, also when the database is broken; `open`: what this page has open. Never rejects. */
export async function deleteEverything(
  savedMaps: SavedMaps,
  database: Pick<Database, 'useStore' | 'destroy'>,
  open: readonly MapId[],
): Promise<Receipt> {
  const listed = await savedMaps.list().catch(() => []);
  const ids = [...new Set([...open, ...listed.map(({ id }) => id)])];
  savedMaps.giveUp(ids);
  forgetOffline();
  const taken = Promise.all(ids.map((id) => takeFromOthers(id, savedMaps).catch(() => () => undefined)));
  await Promise.race([taken, wait(PATIENCE_MS)]);
  const receipt = await wipe(database);
  void taken.then((keepers) => keepers.forEach((letGo) => letGo()));
  return receipt;
}
