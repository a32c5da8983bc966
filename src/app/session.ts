import { type Language, loadTranslate } from '../i18n/languages.ts';
import type { Result } from '../document/result.ts';
import type { PlainKey, Translate } from '../i18n/translate.ts';
import type { BackupReason } from '../model/backupReason.ts';
import { newMap } from '../model/newMap.ts';
import type { MapId, NetworkMap } from '../model/types.ts';
import { createDatabase, type Database } from '../storage/database.ts';
import { openMapId, rememberOpenMap } from '../storage/openMap.ts';
import { StorageError, toStorageError } from '../storage/errors.ts';
import { askToPersist } from '../storage/persistence.ts';
import type { Receipt } from '../storage/removal.ts';
import type { SavedMaps } from '../storage/savedMaps.ts';
import { readSettings, writeSettings } from '../storage/settings.ts';
import { selectMap } from '../store/mapStore.ts';
import { deleteEverything, deleteMap } from './deleting.ts';
import { createGuard, type Guard } from './guard.ts';
import { createKeeper } from './keeper.ts';
import { newId } from './newId.ts';
import { noteOpened } from './oldMaps.ts';
import { createObservable, type Observable } from './observable.ts';
import { isKept, openMap, type OpenedMap, type OpenNotes, type Origin, wouldBeLost } from './openedMap.ts';
import { openSealedFile, type Read, readChosenFile, readStored } from './reading.ts';
import { QUIET, type Screen, type SessionState, type Trouble } from './sessionState.ts';

type Given = {
  readonly savedMaps: SavedMaps;
  /** What all of them lie in. */
  readonly database?: Pick<Database, 'useStore' | 'destroy' | 'move' | 'deleteUsual'>;
  readonly language: Language;
  readonly t: Translate;
  /** `?view=map`: maps open without bars and tools. */
  readonly mapOnly: boolean;
};

/** The code that reads did not load. */
const NOT_READ = {
  ok: false,
  failure: { failure: 'failure.stored.failed', raw: '', mayHelpToRetry: true, locked: false },
} as const;

/** What is open, and the ways from one thing to the next. */
export class Session {
  readonly savedMaps: SavedMaps;
  readonly state: Observable<SessionState>;
  /** Covers and locks by itself, when nobody is there. */
  readonly guard: Guard = createGuard({
    now: () => Date.now(),
    times: readSettings,
    cover: () => this.cover(),
    screenLost: () => this.screenLost(),
    lock: () => void this.#lockSealed(),
  });
  /** Reasons to make a file that were told since the start; see `BackupNotice`. */
  readonly told = new Set<BackupReason>();
  readonly #mapOnly: boolean;
  readonly #database: NonNullable<Given['database']>;
  /** Kept maps of this window, until their last save has ended: opened again, they are the same ones. */
  readonly #alive = new Map<MapId, OpenedMap>();
  /** Maps that the database had lost, brought back at this start. */
  #restored: ReadonlySet<MapId> = new Set();
  /** What somebody asked for last: of several openings under way only that one is shown, and nothing that comes later than another screen. */
  #opening: { readonly id: MapId | null } | null = null;
  /** Stored maps that are being opened. Each holds the lock of its map meanwhile. */
  readonly #underWay = new Map<MapId, Promise<void>>();
  /** Unsaved maps further back than the one behind; nothing that would be lost is let go without being asked. */
  #further: readonly OpenedMap[] = [];

  constructor({ savedMaps, database = createDatabase(), language, t, mapOnly }: Given) {
    this.savedMaps = savedMaps;
    this.#database = database;
    this.#mapOnly = mapOnly;
    this.state = createObservable<SessionState>({
      language,
      t,
      screen: { kind: 'start' },
      covered: false,
      sealedFile: null,
      timesLost: 0,
      behind: null,
      newer: null,
      ...QUIET,
    });
  }

  get opened(): OpenedMap | null {
    const { screen } = this.state.get();
    return screen.kind === 'map' ? screen.opened : null;
  }

  /** How many kept maps this window holds. @internal */
  openCount(): number {
    return this.#alive.size;
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
    const underWay = this.#underWay.get(id);
    if (underWay && this.#opening?.id === id) {
      await underWay;
      return;
    }
    const opening = { id };
    this.#opening = opening;
    // One that was overtaken lets go of the lock first.
    await underWay;
    if (this.#opening !== opening) return;
    const work = this.#openStoredNow(id, () => this.#opening === opening).finally(() => this.#underWay.delete(id));
    this.#underWay.set(id, work);
    await work;
  }

  async #openStoredNow(id: MapId, isWanted: () => boolean): Promise<void> {
    const keeper = createKeeper(id, this.savedMaps);
    let opened: OpenedMap | null = null;
    try {
      const held = await keeper.lock();
      const read = await readStored(id, this.savedMaps).catch(() => NOT_READ);
      if (!isWanted()) return;
      this.#leave();
      opened = this.#openRead(id, read, keeper, !held);
      if (opened) this.#show(opened);
    } finally {
      if (!opened) keeper.stop();
    }
  }

  /** What was read, opened and kept from now on; null when it can't be, which is then on the screen. */
  #openRead(
    id: MapId,
    read: Awaited<ReturnType<typeof readStored>>,
    keeper: OpenedMap['keeper'],
    readOnly: boolean,
  ): OpenedMap | null {
    if (!read.ok) {
      if (read.failure.locked) this.#showLocked(id);
      else this.#fail({ ...read.failure, id, recovery: false });
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
    noteOpened(id, this.savedMaps);
    return opened;
  }

  /** The other window has saved, or is given up on; what is stored now is what counts. */
  async takeOver(opened: OpenedMap): Promise<void> {
    if (!(await opened.keeper.takeOver())) return;
    const read = await readStored(opened.id, this.savedMaps).catch(() => NOT_READ);
    // Covered meanwhile, it stays so.
    const { covered } = this.state.get();
    const fresh = this.#openRead(opened.id, read, opened.keeper, false);
    if (!fresh) {
      opened.keeper.stop();
      return;
    }
    this.#show(fresh);
    if (covered) this.cover();
  }

  async openFile(file: File): Promise<boolean> {
    const opening = { id: null };
    this.#opening = opening;
    const read = await readChosenFile(file);
    if (this.#opening !== opening) return false;
    if ('sealed' in read) {
      this.state.set({ ...QUIET, sealedFile: read.sealed });
      return false;
    }
    return this.#showRead(read);
  }

  #showRead(read: Result<Read, PlainKey>): boolean {
    if (read.ok) this.showInMemory(read.value, 'file');
    else this.state.set({ ...QUIET, sealedFile: null, failure: read.failure });
    return read.ok;
  }

  /** The file that waits for its passphrase. */
  async unlockFile(passphrase: string): Promise<'opened' | 'wrong'> {
    const { sealedFile } = this.state.get();
    if (!sealedFile) return 'opened';
    const read = await openSealedFile(sealedFile, passphrase);
    if (this.state.get().sealedFile !== sealedFile) return 'opened';
    if (read === 'refused') return 'wrong';
    this.#showRead(read);
    return 'opened';
  }

  forgetFile(): void {
    this.state.set({ sealedFile: null });
  }

  /** A map from elsewhere: in memory until somebody wants it kept; the one before waits behind it. */
  showInMemory({ map, notes }: Read, origin: Origin): void {
    const before = this.opened;
    const { behind } = this.state.get();
    const opened = this.#open(map, origin, notes);
    if (before) this.#putBehind(before, [behind]);
    this.#show(opened);
  }

  goBack(): void {
    const { behind } = this.state.get();
    if (!behind) return;
    this.#putBehind(null, [this.opened]);
    behind.keeper.resume();
    this.#show(behind);
  }

  /** To the start screen. An edited map that is stored nowhere waits there until it is opened again or forgotten. */
  close(): void {
    this.#leave();
    this.toStart();
  }

  /** To the start screen, and the open map, stored nowhere, is gone. */
  throwAway(receipt: PlainKey | null = null): void {
    this.#release(this.opened);
    this.toStart();
    this.state.set({ receipt });
  }

  forgetBehind(): void {
    this.#release(this.state.get().behind);
    this.#putBehind(null, []);
  }

  /** Rejects when it is still there: then it is saved on as before. */
  async remove(id: MapId): Promise<Receipt> {
    const alive = this.#alive.get(id);
    const savedRev = alive?.viewStore.getState().saveState === 'saved' ? alive.mapStore.getState().rev : null;
    alive?.keeper.stop();
    this.#alive.delete(id);
    try {
      const receipt = await deleteMap(id, this.savedMaps);
      if (alive && this.state.get().behind === alive) this.#putBehind(null, []);
      return receipt;
    } catch (error) {
      if (alive) await this.#keepOn(alive, savedRev);
      throw error;
    }
  }

  /** `savedRev`: what is stored of it; null when that is not known. */
  async #keepOn(opened: OpenedMap, savedRev: number | null): Promise<void> {
    this.#alive.set(opened.id, opened);
    await opened.keeper.lock();
    opened.keeper.start(opened, opened.mapStore.getState().rev !== savedRev);
  }

  /** Everything that this browser has of the app, also what is open. The receipt is all that is left on the page. */
  async removeEverything(): Promise<void> {
    const open = [...this.#alive.values()];
    for (const { keeper } of open) keeper.stop();
    this.#alive.clear();
    this.#further = [];
    const removed = await deleteEverything(
      this.savedMaps,
      this.#database,
      open.map(({ id }) => id),
    );
    this.#go({ kind: 'gone', removed }, { sealedFile: null, behind: null });
  }

  /** Deletes the open map from the device; the receipt stands on the start screen. Rejects when it is still there. */
  async removeOpened(opened: OpenedMap): Promise<void> {
    const removed = await this.remove(opened.id);
    this.toStart();
    this.state.set({ receipt: 'start.delete.done', removed });
  }

  /** What somebody asked for, and waits for; that it can't be had is said. */
  tell(work: Promise<void>): void {
    work.catch(() => this.state.set({ ...QUIET, failure: 'failure.notLoaded' }));
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
    const trouble = { failure: 'failure.recovery.body', raw: '', mayHelpToRetry: true, locked: false } as const;
    this.#fail({ ...trouble, id, recovery: true });
  }

  toStart(): void {
    rememberOpenMap(null);
    this.#go({ kind: 'start' });
  }

  /**
   * Before anything is opened: what the database has lost comes back from the second copies, and is said. False when it can't be
   * opened at all: then the second copies are offered as they are.
   */
  async restoreLost(): Promise<boolean> {
    const ids = await this.savedMaps.restoreLost().catch(toStorageError);
    if (ids instanceof StorageError) {
      const copies = await this.savedMaps.secondMaps();
      this.state.set({ ...QUIET, screen: { kind: 'rescue', copies, damaged: ids.kind === 'unknown' } });
      return false;
    }
    if (ids.length === 0) return true;
    this.#restored = new Set(ids);
    this.state.set({ receipt: 'guard.restored' });
    return true;
  }

  /** A new database in the place of the one that can't be opened; then on with the map that was open. False when there is none. */
  async rebuild(): Promise<boolean> {
    const ids = await this.savedMaps.rebuild(this.#database);
    if (ids === null) return false;
    this.#restored = new Set(ids);
    const id = openMapId();
    this.toStart();
    if (id === null) this.state.set({ receipt: ids.length > 0 ? 'guard.restored' : 'rescue.rebuilt' });
    else await this.openStored(id);
    return true;
  }

  /** Without the database: to the start screen, where it is said what that means. */
  goOnUnsaved(): void {
    this.toStart();
    this.state.set({ receipt: 'rescue.unsaved' });
  }

  /** Nothing of the open map is left on the page; it stays open behind the cover. */
  cover(): void {
    if (this.opened && !this.state.get().covered) this.state.set({ covered: true });
  }

  uncover(): void {
    this.state.set({ covered: false });
  }

  screenLost(): void {
    this.state.set({ timesLost: this.state.get().timesLost + 1 });
    this.cover();
  }

  /** The tablet is handed over: what is open is covered, and what has a passphrase is locked. */
  async lock(): Promise<void> {
    this.cover();
    await this.#lockSealed();
  }

  /**
   * Locks every open map that has a passphrase: saved first, then its key, its history and what is on the page are gone. One
   * that can be saved nowhere is covered and stays open, because locking must not lose anything.
   */
  async #lockSealed(): Promise<void> {
    const open = new Set([...this.#alive.values(), this.opened, this.state.get().behind]);
    const isSealed = (it: OpenedMap | null) => it !== null && isKept(it) && this.savedMaps.hasPassphrase(it.id);
    if (isSealed(this.opened)) this.cover();
    for (const opened of [...open].filter(isSealed))
      if (opened && (await opened.keeper.secure())) this.#lockOne(opened);
  }

  #lockOne(opened: OpenedMap): void {
    opened.keeper.stop();
    this.savedMaps.lock(opened.id);
    this.#alive.delete(opened.id);
    if (this.state.get().behind === opened) this.#putBehind(null, []);
    if (this.opened === opened) this.#showLocked(opened.id);
  }

  async unlock(id: MapId, passphrase: string): Promise<'opened' | 'wrong' | 'failed'> {
    const fits = await this.savedMaps.unlock(id, passphrase).catch(() => null);
    if (fits === null) return 'failed';
    if (!fits) return 'wrong';
    await this.openStored(id);
    return 'opened';
  }

  choosePassphrase(): void {
    this.#leave();
    this.#go({ kind: 'newPassphrase' });
  }

  /** A new map that only the passphrase opens, from its first save on. */
  async newMapWith(passphrase: string): Promise<boolean> {
    const opened = this.#open(newMap(newId, new Date()), 'new');
    if (!(await this.sealWith(opened.id, { passphrase }))) return false;
    this.#show(opened);
    await this.keep(opened);
    return true;
  }

  /** Says whether all that is stored of the map is sealed so now, a passphrase tried once more from what is stored. */
  async sealWith(id: MapId, choice: Parameters<SavedMaps['sealWith']>[1]): Promise<boolean> {
    try {
      await this.savedMaps.sealWith(id, choice);
      const isStored = this.#alive.has(id);
      return choice === 'device' || !isStored || (await this.savedMaps.unlock(id, choice.passphrase));
    } catch {
      return false;
    }
  }

  /** From now on stored nowhere: what was stored is gone, and the map stays open under a new identity. */
  async stopKeeping(opened: OpenedMap): Promise<boolean> {
    const map = selectMap(opened.mapStore.getState());
    try {
      await this.remove(opened.id);
    } catch {
      return false;
    }
    this.#show({ ...this.#open({ ...map, id: newId('m') as MapId }, 'new'), wasKept: true });
    return true;
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
    this.#go({ kind: 'map', opened }, { sealedFile: null });
  }

  #showLocked(id: MapId): void {
    rememberOpenMap(id);
    this.#go({ kind: 'locked', id });
  }

  #fail(trouble: Trouble): void {
    this.#go({ kind: 'trouble', trouble });
  }

  /** What was asked for before and is not there yet would come too late. */
  #go(screen: Screen, more: Partial<SessionState> = {}): void {
    this.#opening = null;
    this.state.set({ ...QUIET, covered: false, ...more, screen });
  }

  /** The open map is left for another, or for the start screen. */
  #leave(next: OpenedMap | null = null): void {
    const { opened } = this;
    const { behind } = this.state.get();
    this.#further = this.#further.filter((it) => it !== next);
    this.#putBehind(
      null,
      [opened, behind].filter((it) => it !== next),
    );
  }

  /** Behind what is open: `first`, else the nearest that would be lost. What is saved of the others is let go. */
  #putBehind(first: OpenedMap | null, others: readonly (OpenedMap | null)[]): void {
    const isLost = (it: OpenedMap | null): it is OpenedMap => it !== null && wouldBeLost(it);
    for (const it of others) if (!isLost(it)) this.#release(it);
    const [behind = null, ...further] = [...(first ? [first] : []), ...others.filter(isLost), ...this.#further];
    this.#further = further;
    this.state.set({ behind });
  }

  #release(opened: OpenedMap | null): void {
    if (!opened) return;
    void opened.keeper.end().then((ended) => {
      if (!ended || this.#alive.get(opened.id) !== opened) return;
      this.#alive.delete(opened.id);
      // Closed, it opens with its passphrase only.
      if (this.savedMaps.hasPassphrase(opened.id)) this.savedMaps.lock(opened.id);
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
