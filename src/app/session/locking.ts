import { newMap } from '../../model/newMap.ts';
import type { MapId } from '../../model/types.ts';
import type { SavedMaps } from '../../storage/savedMaps.ts';
import { newId } from '../newId.ts';
import { isKept, type OpenedMap } from '../openedMap.ts';
import type { Opening } from './opening.ts';
import type { OpenMaps } from './openMaps.ts';
import type { Screens } from './screens.ts';

type Given = {
  readonly savedMaps: SavedMaps;
  readonly screens: Screens;
  readonly maps: OpenMaps;
  readonly opening: Opening;
};

/** Maps with a passphrase: begun, sealed, locked, opened again. */
export class Locking {
  readonly #savedMaps: SavedMaps;
  readonly #screens: Screens;
  readonly #maps: OpenMaps;
  readonly #opening: Opening;

  constructor({ savedMaps, screens, maps, opening }: Given) {
    this.#savedMaps = savedMaps;
    this.#screens = screens;
    this.#maps = maps;
    this.#opening = opening;
  }

  /** The tablet is handed over: what is open is covered, and what has a passphrase is locked. */
  async lock(): Promise<void> {
    this.#screens.cover();
    await this.lockSealed();
  }

  /**
   * Locks every open map that has a passphrase: saved first, then its key, its history and what is on the page are gone. One
   * that can be saved nowhere is covered and stays open, because locking must not lose anything.
   */
  async lockSealed(): Promise<void> {
    const isSealed = (it: OpenedMap) => isKept(it) && this.#savedMaps.hasPassphrase(it.id);
    const sealed = [...this.#maps.all()].filter(isSealed);
    if (sealed.some((it) => it === this.#screens.opened)) this.#screens.cover();
    for (const opened of sealed) if (await opened.keeper.secure()) this.#lockOne(opened);
  }

  #lockOne(opened: OpenedMap): void {
    opened.keeper.stop();
    this.#savedMaps.lock(opened.id);
    this.#maps.kept.delete(opened.id);
    this.#maps.notBehind(opened);
    if (this.#screens.opened === opened) this.#screens.showLocked(opened.id);
  }

  /** `failed`: what the passphrase is tried on could not be read. */
  async unlock(id: MapId, passphrase: string): Promise<'opened' | 'wrong' | 'failed'> {
    const fits = await this.#savedMaps.unlock(id, passphrase).catch(() => null);
    if (fits === null) return 'failed';
    if (!fits) return 'wrong';
    await this.#opening.openStored(id);
    return 'opened';
  }

  /** To the screen on which a passphrase is chosen for a new map. */
  choosePassphrase(): void {
    this.#maps.leave();
    this.#screens.go({ kind: 'newPassphrase' });
  }

  /** A new map that only the passphrase opens, from its first save on. */
  async newMapWith(passphrase: string): Promise<boolean> {
    const opened = this.#maps.make(newMap(newId, new Date()), 'new');
    if (!(await this.sealWith(opened.id, { passphrase }))) return false;
    this.#screens.show(opened);
    await this.#maps.keep(opened);
    return true;
  }

  /** Says whether all that is stored of the map is sealed so now, a passphrase tried once more from what is stored. */
  async sealWith(id: MapId, choice: Parameters<SavedMaps['sealWith']>[1]): Promise<boolean> {
    try {
      await this.#savedMaps.sealWith(id, choice);
      const isStored = this.#maps.kept.has(id);
      return choice === 'device' || !isStored || (await this.#savedMaps.unlock(id, choice.passphrase));
    } catch {
      return false;
    }
  }
}
