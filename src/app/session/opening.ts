import type { MapId } from '../../model/types.ts';
import type { SavedMaps } from '../../storage/savedMaps.ts';
import { createKeeper, type Keeper } from '../keeper.ts';
import { noteOpened } from '../oldMaps.ts';
import { type OpenedMap, openMap } from '../openedMap.ts';
import { readStored } from '../reading.ts';
import type { OpenMaps } from './openMaps.ts';
import type { Screens } from './screens.ts';

type Given = { readonly savedMaps: SavedMaps; readonly screens: Screens; readonly maps: OpenMaps };

/** The code that reads did not load. */
const NOT_READ = {
  ok: false,
  failure: { failure: 'failure.stored.failed', raw: '', mayHelpToRetry: true, locked: false },
} as const;

/** Opens maps that are stored here: one at a time, with their lock in hand before they are read. */
export class Opening {
  readonly #savedMaps: SavedMaps;
  readonly #screens: Screens;
  readonly #maps: OpenMaps;
  /** Stored maps that are being opened. Each holds the lock of its map meanwhile. */
  readonly #underWay = new Map<MapId, Promise<void>>();
  #broughtBack: ReadonlySet<MapId> = new Set();

  constructor({ savedMaps, screens, maps }: Given) {
    this.#savedMaps = savedMaps;
    this.#screens = screens;
    this.#maps = maps;
  }

  /** Maps that the database had lost and has again since this start: it is said of each when it is opened. */
  noteBroughtBack(ids: readonly MapId[]): void {
    this.#broughtBack = new Set(ids);
  }

  /** Shows a stored map, or why it can't be. Another one asked for meanwhile is shown instead. */
  async openStored(id: MapId): Promise<void> {
    const kept = this.#maps.kept.get(id);
    if (kept) {
      kept.keeper.resume();
      this.#maps.leave(kept);
      this.#screens.show(kept);
      return;
    }
    const underWay = this.#underWay.get(id);
    if (underWay && this.#screens.isAskedFor(id)) {
      await underWay;
      return;
    }
    const asked = this.#screens.ask(id);
    // One that was overtaken lets go of the lock first.
    await underWay;
    if (!this.#screens.isAsked(asked)) return;
    const work = this.#openNow(id, () => this.#screens.isAsked(asked)).finally(() => this.#underWay.delete(id));
    this.#underWay.set(id, work);
    await work;
  }

  async #openNow(id: MapId, isWanted: () => boolean): Promise<void> {
    const keeper = createKeeper(id, this.#savedMaps);
    let opened: OpenedMap | null = null;
    try {
      const held = await keeper.lock();
      const read = await this.#read(id);
      if (!isWanted()) return;
      this.#maps.leave();
      opened = this.#take(id, read, keeper, !held);
      if (opened) this.#screens.show(opened);
    } finally {
      if (!opened) keeper.stop();
    }
  }

  /** The other window has saved, or is given up on; what is stored now is what counts. */
  async takeOver(opened: OpenedMap): Promise<void> {
    if (!(await opened.keeper.takeOver())) return;
    const read = await this.#read(opened.id);
    // Covered meanwhile, it stays so.
    const { covered } = this.#screens.state.get();
    const fresh = this.#take(opened.id, read, opened.keeper, false);
    if (!fresh) {
      opened.keeper.stop();
      return;
    }
    this.#screens.show(fresh);
    if (covered) this.#screens.cover();
  }

  #read(id: MapId): ReturnType<typeof readStored> {
    return readStored(id, this.#savedMaps).catch(() => NOT_READ);
  }

  /** What was read, opened and kept from now on; null when it can't be, which is then on the screen. */
  #take(id: MapId, read: Awaited<ReturnType<typeof readStored>>, keeper: Keeper, readOnly: boolean): OpenedMap | null {
    if (!read.ok) {
      if (read.failure.locked) this.#screens.showLocked(id);
      else this.#screens.fail({ ...read.failure, id, recovery: false });
      return null;
    }
    const { map, rev: stored, from, notes: found } = read.value;
    const notes = { ...found, restored: found.restored || this.#broughtBack.has(id) };
    // What lay elsewhere is newer than the database, and goes there now.
    const elsewhere = from !== 'store';
    const rev = elsewhere ? stored + 1 : stored;
    const { language } = this.#screens.state.get();
    const { mapOnly } = this.#maps;
    const opened = openMap({ map, rev, notes, readOnly, origin: 'stored', keeper, language, mapOnly, kept: true });
    if (!readOnly) keeper.start(opened, elsewhere);
    this.#maps.kept.set(id, opened);
    noteOpened(id, this.#savedMaps);
    return opened;
  }
}
