import type { MapId } from '../../model/types.ts';
import type { Database } from '../../storage/database.ts';
import { StorageError } from '../../storage/errors.ts';
import { openMapId } from '../../storage/openMap.ts';
import type { SavedMaps } from '../../storage/savedMaps.ts';
import { QUIET } from '../sessionState.ts';
import type { Opening } from './opening.ts';
import type { Screens } from './screens.ts';

type Given = {
  readonly savedMaps: SavedMaps;
  readonly database: Pick<Database, 'move' | 'deleteUsual'>;
  readonly screens: Screens;
  readonly opening: Opening;
};

/** A start that does not go as it should: the database has lost something, can't be opened, or the map won't. */
export class Restoring {
  readonly #savedMaps: SavedMaps;
  readonly #database: Given['database'];
  readonly #screens: Screens;
  readonly #opening: Opening;

  constructor({ savedMaps, database, screens, opening }: Given) {
    this.#savedMaps = savedMaps;
    this.#database = database;
    this.#screens = screens;
    this.#opening = opening;
  }

  /**
   * Before anything is opened: what the database has lost comes back from the second copies, and is said. False when it can't be
   * opened at all: then the second copies are offered as they are.
   * @param restored what came back; begun by whoever starts the app, while the words are on their way
   */
  async restoreLost(restored: Promise<readonly MapId[] | StorageError>): Promise<boolean> {
    const ids = await restored;
    if (ids instanceof StorageError) {
      const copies = await this.#savedMaps.secondMaps();
      this.#screens.state.set({ ...QUIET, screen: { kind: 'rescue', copies, damaged: ids.kind === 'unknown' } });
      return false;
    }
    if (ids.length === 0) return true;
    this.#opening.noteBroughtBack(ids);
    this.#screens.state.set({ receipt: 'guard.restored' });
    return true;
  }

  /** A new database in the place of the one that can't be opened; then on with the map that was open. False when there is none. */
  async rebuild(): Promise<boolean> {
    const ids = await this.#savedMaps.rebuild(this.#database);
    if (ids === null) return false;
    this.#opening.noteBroughtBack(ids);
    const id = openMapId();
    this.#screens.toStart();
    if (id === null) this.#screens.state.set({ receipt: ids.length > 0 ? 'guard.restored' : 'rescue.rebuilt' });
    else await this.#opening.openStored(id);
    return true;
  }

  /** Without the database: to the start screen, where it is said what that means. */
  goOnUnsaved(): void {
    this.#screens.toStart();
    this.#screens.state.set({ receipt: 'rescue.unsaved' });
  }

  /** After several starts that came to nothing: the map is not opened by itself, and the ways out of it are shown. */
  recover(id: MapId): void {
    const trouble = { failure: 'failure.recovery.body', raw: '', mayHelpToRetry: true, locked: false } as const;
    this.#screens.fail({ ...trouble, id, recovery: true });
  }
}
