import { type Language, loadTranslate } from '../i18n/languages.ts';
import type { PlainKey, Translate } from '../i18n/translate.ts';
import { newMap } from '../model/newMap.ts';
import type { MapId, NetworkMap } from '../model/types.ts';
import { rememberOpenMap } from '../storage/openMap.ts';
import { askToPersist } from '../storage/persistence.ts';
import type { SavedMaps } from '../storage/savedMaps.ts';
import { readSettings, writeSettings } from '../storage/settings.ts';
import { createKeeper } from './keeper.ts';
import { newId } from './newId.ts';
import { createObservable, type Observable } from './observable.ts';
import { isKept, openMap, type OpenedMap, type OpenNotes, type Origin, wouldBeLost } from './openedMap.ts';
import { type Read, readChosenFile, readCopy, readStored, type StoredTrouble } from './reading.ts';

export type Trouble = StoredTrouble & {
  readonly id: MapId;
  /** After several starts that came to nothing. */
  readonly recovery: boolean;
};

export type Screen =
  | { readonly kind: 'start' }
  | { readonly kind: 'map'; readonly opened: OpenedMap }
  | { readonly kind: 'trouble'; readonly trouble: Trouble };

export type SessionState = {
  readonly language: Language;
  readonly t: Translate;
  readonly screen: Screen;
  /** The map that was open before this one, or that was closed unsaved: one can go back to it. */
  readonly behind: OpenedMap | null;
  /** Why nothing was opened just now. */
  readonly failure: PlainKey | null;
  /** What was done, said once on the start screen. */
  readonly receipt: PlainKey | null;
  /** A newer build of the app waits: the way to use it, which loads the page anew. */
  readonly newer: (() => void) | null;
};

type Given = {
  readonly savedMaps: SavedMaps;
  readonly language: Language;
  readonly t: Translate;
  /** `?view=map`: maps open without bars and tools. */
  readonly mapOnly: boolean;
};

const START: Screen = { kind: 'start' };
export const QUIET = { failure: null, receipt: null } as const;

/** What is open, and the ways from one thing to the next. */
export class Session {
  readonly savedMaps: SavedMaps;
  readonly state: Observable<SessionState>;
  readonly #mapOnly: boolean;
  /** Kept maps of this window, until their last save has ended: opened again, they are the same ones. */
  readonly #alive = new Map<MapId, OpenedMap>();
  /** Maps that the database had lost, brought back at this start. */
  #restored: ReadonlySet<MapId> = new Set();
  /** Only the last of several openings under way is shown. */
  #opening = 0;

  constructor({ savedMaps, language, t, mapOnly }: Given) {
    this.savedMaps = savedMaps;
    this.#mapOnly = mapOnly;
    this.state = createObservable<SessionState>({ language, t, screen: START, behind: null, newer: null, ...QUIET });
  }

  get opened(): OpenedMap | null {
    const { screen } = this.state.get();
    return screen.kind === 'map' ? screen.opened : null;
  }

  async newMap(keep: boolean): Promise<void> {
    const opened = this.#open(newMap(newId, new Date()), 'new');
    this.#leave();
    this.#show(opened);
    if (keep) await this.keep(opened);
  }

  /** Stores a map that was only in memory, from now on. */
  async keep(opened: OpenedMap): Promise<void> {
    if (this.#alive.has(opened.id)) return;
    this.#alive.set(opened.id, opened);
    // Not waited for: the browser's question must not hold up the first save.
    void askToPersist();
    await opened.keeper.lock();
    opened.keeper.start(opened, true);
    if (this.opened === opened) rememberOpenMap(opened.id);
  }

  async openStored(id: MapId): Promise<void> {
    const alive = this.#alive.get(id);
    if (alive) {
      alive.keeper.resume();
      this.#leave(alive);
      this.#show(alive);
      return;
    }
    const opening = ++this.#opening;
    const keeper = createKeeper(id, this.savedMaps);
    const held = await keeper.lock();
    const opened = await this.#openStoredWith(id, keeper, !held);
    if (opening !== this.#opening || !opened) keeper.stop();
    if (opening !== this.#opening) return;
    this.#leave();
    if (opened) this.#show(opened);
  }

  async #openStoredWith(id: MapId, keeper: OpenedMap['keeper'], readOnly: boolean): Promise<OpenedMap | null> {
    const read = await readStored(id, this.savedMaps);
    if (!read.ok) {
      this.#fail({ ...read.failure, id, recovery: false });
      return null;
    }
    const { map, rev: stored, from, notes: found } = read.value;
    const notes = { ...found, restored: found.restored || this.#restored.has(id) };
    // What lay elsewhere is newer than the database, and goes there now.
    const elsewhere = from !== 'store';
    const rev = elsewhere ? stored + 1 : stored;
    const { language } = this.state.get();
    const mapOnly = this.#mapOnly;
    const opened = openMap({ map, rev, notes, readOnly, origin: 'stored', keeper, language, mapOnly, kept: true });
    if (!readOnly) keeper.start(opened, elsewhere);
    this.#alive.set(id, opened);
    return opened;
  }

  /** The other window has saved, or is given up on; what is stored now is what counts. */
  async takeOver(opened: OpenedMap): Promise<void> {
    if (!(await opened.keeper.takeOver())) return;
    const fresh = await this.#openStoredWith(opened.id, opened.keeper, false);
    if (fresh) this.#show(fresh);
  }

  async openFile(file: File): Promise<boolean> {
    const opening = ++this.#opening;
    const read = await readChosenFile(file);
    if (opening !== this.#opening) return false;
    if (!read.ok) {
      this.state.set({ ...QUIET, failure: read.failure });
      return false;
    }
    this.showInMemory(read.value, 'file');
    return true;
  }

  /** A map from elsewhere: in memory until somebody wants it kept; the one before waits behind it. */
  showInMemory({ map, notes }: Read, origin: Origin): void {
    const before = this.opened;
    const opened = this.#open(map, origin, notes);
    if (before) this.#release(this.state.get().behind);
    this.state.set({ behind: before ?? this.state.get().behind });
    this.#show(opened);
  }

  /** After failed starts: the stored map as a new one, in memory; what is stored stays as it is. */
  async openEarlier(id: MapId): Promise<boolean> {
    const loaded = await this.savedMaps.load(id);
    const read = loaded.kind === 'loaded' ? await readCopy(loaded.text) : null;
    if (read) this.showInMemory(read, 'file');
    return read !== null;
  }

  /** What is stored of a map, as text, however broken; '' when nothing can be read. */
  async rawOf(id: MapId): Promise<string> {
    const loaded = await this.savedMaps.load(id);
    if (loaded.kind === 'loaded') return loaded.text;
    return loaded.kind === 'unreadable' ? loaded.raw : '';
  }

  goBack(): void {
    const { behind } = this.state.get();
    if (!behind) return;
    const { opened } = this;
    const kept = opened && wouldBeLost(opened) ? opened : null;
    if (!kept) this.#release(opened);
    this.state.set({ behind: kept });
    behind.keeper.resume();
    this.#show(behind);
  }

  /** To the start screen. An edited map that is stored nowhere waits there until it is opened again or forgotten. */
  close(): void {
    this.#leave();
    this.#toStart();
  }

  /** To the start screen, and the open map, stored nowhere, is gone. */
  throwAway(): void {
    this.#release(this.opened);
    this.#toStart();
  }

  forgetBehind(): void {
    this.#release(this.state.get().behind);
    this.state.set({ behind: null });
  }

  async remove(id: MapId): Promise<void> {
    const alive = this.#alive.get(id);
    alive?.keeper.stop();
    this.#alive.delete(id);
    // Another window that has it open would store it again with its next edit, so the map is taken from it first.
    const keeper = createKeeper(id, this.savedMaps);
    if (!(await keeper.lock())) await keeper.takeOver();
    try {
      await this.savedMaps.remove(id);
    } finally {
      keeper.stop();
    }
    if (this.state.get().behind === alive) this.state.set({ behind: null });
  }

  /** Deletes the open map from the device; the receipt stands on the start screen. Rejects when it is still there. */
  async removeOpened(opened: OpenedMap): Promise<void> {
    try {
      await this.remove(opened.id);
    } catch (error) {
      await this.keep(opened);
      throw error;
    }
    this.#toStart();
    this.state.set({ receipt: 'start.delete.done' });
  }

  async setLanguage(language: Language): Promise<void> {
    const t = await loadTranslate(language);
    writeSettings({ ...readSettings(), language });
    document.documentElement.lang = language;
    forgetAskedLanguage();
    for (const opened of [this.opened, this.state.get().behind]) opened?.viewStore.getState().set({ language });
    this.state.set({ language, t });
  }

  recover(id: MapId): void {
    this.#fail({ id, failure: 'failure.recovery.body', raw: '', mayHelpToRetry: true, recovery: true });
  }

  toStart(): void {
    this.#toStart();
  }

  /** Before anything is opened: what the database has lost comes back from the second copies, and is said. */
  async restoreLost(): Promise<void> {
    const ids = await this.savedMaps.restoreLost().catch(() => []);
    if (ids.length === 0) return;
    this.#restored = new Set(ids);
    this.state.set({ receipt: 'guard.restored' });
  }

  /** The page is going away. */
  leave(): void {
    for (const opened of this.#alive.values()) opened.keeper.leave();
  }

  retry(): void {
    for (const opened of this.#alive.values()) opened.keeper.retry();
  }

  #open(map: NetworkMap, origin: Origin, notes?: OpenNotes): OpenedMap {
    const keeper = createKeeper(map.id, this.savedMaps);
    const { language } = this.state.get();
    const given = { map, origin, keeper, language, mapOnly: this.#mapOnly, kept: false };
    return openMap(notes ? { ...given, notes } : given);
  }

  #show(opened: OpenedMap): void {
    rememberOpenMap(isKept(opened) ? opened.id : null);
    this.state.set({ ...QUIET, screen: { kind: 'map', opened } });
  }

  #fail(trouble: Trouble): void {
    this.state.set({ ...QUIET, screen: { kind: 'trouble', trouble } });
  }

  #toStart(): void {
    rememberOpenMap(null);
    this.state.set({ ...QUIET, screen: START });
  }

  /** The open map is left for another, or for the start screen. */
  #leave(next: OpenedMap | null = null): void {
    const { opened } = this;
    const { behind } = this.state.get();
    const [kept = null] = [opened, behind].filter((it) => it !== null && it !== next && wouldBeLost(it));
    for (const it of [opened, behind]) if (it !== kept && it !== next) this.#release(it);
    this.state.set({ behind: kept });
  }

  #release(opened: OpenedMap | null): void {
    if (!opened) return;
    void opened.keeper.end().then((ended) => {
      if (ended && this.#alive.get(opened.id) === opened) this.#alive.delete(opened.id);
    });
  }
}

/** A choice made in the app goes before the address it was opened with, also after a reload. */
function forgetAskedLanguage(): void {
  const address = new URL(location.href);
  if (!address.searchParams.has('lang')) return;
  address.searchParams.delete('lang');
  history.replaceState(null, '', address);
}
