import type { MapId, NetworkMap } from '../../model/types.ts';
import { rememberOpenMap } from '../../storage/openMap.ts';
import { askToPersist } from '../../storage/persistence.ts';
import type { SavedMaps } from '../../storage/savedMaps.ts';
import { createKeeper } from '../keeper.ts';
import { type OpenedMap, openMap, type OpenNotes, type Origin, wouldBeLost } from '../openedMap.ts';
import type { Screens } from './screens.ts';

type Given = { readonly savedMaps: SavedMaps; readonly screens: Screens; readonly mapOnly: boolean };

/** The maps that this window holds: the one on the screen, the ones behind it, and those whose last save has not ended. */
export class OpenMaps {
  /** Kept maps, until their last save has ended: opened again, they are the same ones. */
  readonly kept = new Map<MapId, OpenedMap>();
  /** `?view=map`: maps open without bars and tools. */
  readonly mapOnly: boolean;
  readonly #savedMaps: SavedMaps;
  readonly #screens: Screens;
  /** Unsaved maps further back than the one behind; nothing that would be lost is let go without being asked. */
  #further: readonly OpenedMap[] = [];

  constructor({ savedMaps, screens, mapOnly }: Given) {
    this.#savedMaps = savedMaps;
    this.#screens = screens;
    this.mapOnly = mapOnly;
  }

  get #behind(): OpenedMap | null {
    return this.#screens.state.get().behind;
  }

  /** Everything that is open here, kept or not, on the screen or behind it. */
  all(): ReadonlySet<OpenedMap> {
    const maybe = [...this.kept.values(), this.#screens.opened, this.#behind];
    return new Set(maybe.filter((it) => it !== null));
  }

  /** In memory only, and not on the screen yet. */
  make(map: NetworkMap, origin: Origin, notes?: OpenNotes): OpenedMap {
    const keeper = createKeeper(map.id, this.#savedMaps);
    const { language } = this.#screens.state.get();
    const given = { map, origin, keeper, language, mapOnly: this.mapOnly, kept: false };
    return openMap(notes ? { ...given, notes } : given);
  }

  /** Stores a map that was only in memory, from now on. */
  async keep(opened: OpenedMap): Promise<void> {
    if (this.kept.has(opened.id)) return;
    this.kept.set(opened.id, opened);
    // Not waited for: the browser's question must not hold up the first save.
    void askToPersist();
    await opened.keeper.lock();
    opened.keeper.start(opened, true);
    if (this.#screens.opened === opened) rememberOpenMap(opened.id);
  }

  /** The open map is left for another, or for the start screen. */
  leave(next: OpenedMap | null = null): void {
    const others = [this.#screens.opened, this.#behind].filter((it) => it !== next);
    this.#further = this.#further.filter((it) => it !== next);
    this.#putBehind(null, others);
  }

  /** Another map comes before the one on the screen, which waits behind it whatever it is worth. */
  stepAside(): void {
    const { opened } = this.#screens;
    if (opened) this.#putBehind(opened, [this.#behind]);
  }

  /** The map behind comes back to the screen, and the one on it goes behind if it would be lost. */
  goBack(): void {
    const behind = this.#behind;
    if (!behind) return;
    this.#putBehind(null, [this.#screens.opened]);
    behind.keeper.resume();
    this.#screens.show(behind);
  }

  /** The map behind, which would be lost, is not wanted any more. */
  letBehindGo(): void {
    this.release(this.#behind);
    this.#putBehind(null, []);
  }

  /** It is not there to be gone back to any more: deleted or locked. */
  notBehind(opened: OpenedMap): void {
    if (this.#behind === opened) this.#putBehind(null, []);
  }

  /** Waits for the last save of a map, and then lets go of it. */
  release(opened: OpenedMap | null): void {
    if (!opened) return;
    void opened.keeper.end().then((ended) => {
      if (!ended || this.kept.get(opened.id) !== opened) return;
      this.kept.delete(opened.id);
      // Closed, it opens with its passphrase only.
      if (this.#savedMaps.hasPassphrase(opened.id)) this.#savedMaps.lock(opened.id);
    });
  }

  /** Not one more write from this window, because all of it is deleted. Returns what was kept. */
  dropAll(): readonly MapId[] {
    const ids = [...this.kept.keys()];
    for (const { keeper } of this.kept.values()) keeper.stop();
    this.kept.clear();
    this.#further = [];
    return ids;
  }

  /** Behind what is open: `first`, else the nearest that would be lost. What is saved of the others is let go. */
  #putBehind(first: OpenedMap | null, others: readonly (OpenedMap | null)[]): void {
    const isLost = (it: OpenedMap | null): it is OpenedMap => it !== null && wouldBeLost(it);
    for (const it of others) if (!isLost(it)) this.release(it);
    const [behind = null, ...further] = [...(first ? [first] : []), ...others.filter(isLost), ...this.#further];
    this.#further = further;
    this.#screens.state.set({ behind });
  }
}
