import type { MapId } from '../../model/types.ts';
import type { Database } from '../../storage/database.ts';
import type { Receipt } from '../../storage/removal.ts';
import type { SavedMaps } from '../../storage/savedMaps.ts';
import { selectMap } from '../../store/mapStore.ts';
import { deleteEverything, deleteMap } from '../deleting.ts';
import { newId } from '../newId.ts';
import type { OpenedMap } from '../openedMap.ts';
import type { OpenMaps } from './openMaps.ts';
import type { Screens } from './screens.ts';

type Given = {
  readonly savedMaps: SavedMaps;
  readonly database: Pick<Database, 'useStore' | 'destroy'>;
  readonly screens: Screens;
  readonly maps: OpenMaps;
};

/** Deletes what is stored, also of maps that are open here; what can't be deleted is saved on. */
export class Removing {
  readonly #savedMaps: SavedMaps;
  readonly #database: Given['database'];
  readonly #screens: Screens;
  readonly #maps: OpenMaps;

  constructor({ savedMaps, database, screens, maps }: Given) {
    this.#savedMaps = savedMaps;
    this.#database = database;
    this.#screens = screens;
    this.#maps = maps;
  }

  /** Rejects when it is still there: then it is saved on as before. */
  async remove(id: MapId): Promise<Receipt> {
    const kept = this.#maps.kept.get(id);
    const savedRev = kept?.viewStore.getState().saveState === 'saved' ? kept.mapStore.getState().rev : null;
    kept?.keeper.stop();
    this.#maps.kept.delete(id);
    try {
      const receipt = await deleteMap(id, this.#savedMaps);
      if (kept) this.#maps.notBehind(kept);
      return receipt;
    } catch (error) {
      if (kept) await this.#keepOn(kept, savedRev);
      throw error;
    }
  }

  /** `savedRev`: what is stored of it; null when that is not known. */
  async #keepOn(opened: OpenedMap, savedRev: number | null): Promise<void> {
    this.#maps.kept.set(opened.id, opened);
    await opened.keeper.lock();
    opened.keeper.start(opened, opened.mapStore.getState().rev !== savedRev);
  }

  /** Deletes the open map from the device; the receipt stands on the start screen. Rejects when it is still there. */
  async removeOpened(opened: OpenedMap): Promise<void> {
    const removed = await this.remove(opened.id);
    this.#screens.toStart();
    this.#screens.state.set({ receipt: 'start.delete.done', removed });
  }

  /** From now on stored nowhere: what was stored is gone, and the map stays open under a new identity. False: still stored. */
  async stopKeeping(opened: OpenedMap): Promise<boolean> {
    const map = selectMap(opened.mapStore.getState());
    try {
      await this.remove(opened.id);
    } catch {
      return false;
    }
    this.#screens.show({ ...this.#maps.make({ ...map, id: newId('m') as MapId }, 'new'), wasKept: true });
    return true;
  }

  /** Everything that this browser has of the app, also what is open. The receipt is all that is left on the page. */
  async removeEverything(): Promise<void> {
    const open = this.#maps.dropAll();
    const removed = await deleteEverything(this.#savedMaps, this.#database, open);
    this.#screens.go({ kind: 'gone', removed }, { sealedFile: null, behind: null });
  }
}
