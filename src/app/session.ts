import { type Language, loadTranslate } from '../i18n/languages.ts';
import type { PlainKey, Translate } from '../i18n/translate.ts';
import type { BackupReason } from '../model/backupReason.ts';
import { newMap } from '../model/newMap.ts';
import type { MapId } from '../model/types.ts';
import { createDatabase, type Database } from '../storage/database.ts';
import type { StorageError } from '../storage/errors.ts';
import type { Receipt } from '../storage/removal.ts';
import type { SavedMaps } from '../storage/savedMaps.ts';
import { readSettings, writeSettings } from '../storage/settings.ts';
import { createGuard, type Guard } from './guard.ts';
import { newId } from './newId.ts';
import type { Observable } from './observable.ts';
import { type OpenedMap, type Origin, wouldBeLost } from './openedMap.ts';
import type { ChosenFile, Read } from './reading.ts';
import { FromOutside } from './session/fromOutside.ts';
import { Locking } from './session/locking.ts';
import { Opening } from './session/opening.ts';
import { OpenMaps } from './session/openMaps.ts';
import { Removing } from './session/removing.ts';
import { Restoring } from './session/restoring.ts';
import { Screens } from './session/screens.ts';
import type { SessionState } from './sessionState.ts';

type Given = {
  readonly savedMaps: SavedMaps;
  /** What all of them lie in. */
  readonly database?: Pick<Database, 'useStore' | 'destroy' | 'move' | 'deleteUsual'>;
  readonly language: Language;
  readonly t: Translate;
  /** `?view=map`: maps open without bars and tools. */
  readonly mapOnly: boolean;
};

/** What is open, and the ways from one thing to the next. How each of them is gone stands in `session/`, a subject a file. */
export class Session {
  readonly savedMaps: SavedMaps;
  /** Covers and locks by itself, when nobody is there. */
  readonly guard: Guard;
  /** Reasons to make a file that were told since the start; see `BackupNotice`. */
  readonly told = new Set<BackupReason>();
  readonly #screens: Screens;
  readonly #maps: OpenMaps;
  readonly #opening: Opening;
  readonly #fromOutside: FromOutside;
  readonly #removing: Removing;
  readonly #locking: Locking;
  readonly #restoring: Restoring;

  constructor({ savedMaps, database = createDatabase(), language, t, mapOnly }: Given) {
    const screens = new Screens(language, t);
    const maps = new OpenMaps({ savedMaps, screens, mapOnly });
    const opening = new Opening({ savedMaps, screens, maps });
    const locking = new Locking({ savedMaps, screens, maps, opening });
    this.savedMaps = savedMaps;
    this.#screens = screens;
    this.#maps = maps;
    this.#opening = opening;
    this.#fromOutside = new FromOutside({ screens, maps });
    this.#removing = new Removing({ savedMaps, database, screens, maps });
    this.#locking = locking;
    this.#restoring = new Restoring({ savedMaps, database, screens, opening });
    this.guard = createGuard({
      now: () => Date.now(),
      times: readSettings,
      cover: () => screens.cover(),
      screenLost: () => screens.screenLost(),
      lock: () => void locking.lockSealed(),
    });
  }

  get state(): Observable<SessionState> {
    return this.#screens.state;
  }

  get opened(): OpenedMap | null {
    return this.#screens.opened;
  }

  /** How many kept maps this window holds. @internal */
  openCount(): number {
    return this.#maps.kept.size;
  }

  // Opening, and going from one map to another.

  async newMap(keep: boolean): Promise<void> {
    const opened = this.#maps.make(newMap(newId, new Date()), 'new');
    this.#maps.leave();
    this.#screens.show(opened);
    if (keep) await this.keep(opened);
  }

  keep(opened: OpenedMap): Promise<void> {
    return this.#maps.keep(opened);
  }

  openStored(id: MapId): Promise<void> {
    return this.#opening.openStored(id);
  }

  takeOver(opened: OpenedMap): Promise<void> {
    return this.#opening.takeOver(opened);
  }

  openFile(file: File | ChosenFile): Promise<boolean> {
    return this.#fromOutside.openFile(file);
  }

  unlockFile(passphrase: string): Promise<'opened' | 'wrong'> {
    return this.#fromOutside.unlockFile(passphrase);
  }

  forgetFile(): void {
    this.#fromOutside.forgetFile();
  }

  showInMemory(read: Read, origin: Origin): void {
    this.#fromOutside.showInMemory(read, origin);
  }

  goBack(): void {
    this.#maps.goBack();
  }

  forgetBehind(): void {
    this.#maps.letBehindGo();
  }

  /** To the start screen. An edited map that is stored nowhere waits there until it is opened again or forgotten. */
  close(): void {
    this.#maps.leave();
    this.toStart();
  }

  /** To the start screen, and the open map, stored nowhere, is gone. */
  throwAway(receipt: PlainKey | null = null): void {
    this.#maps.release(this.opened);
    this.toStart();
    this.state.set({ receipt });
  }

  toStart(): void {
    this.#screens.toStart();
  }

  tell(work: Promise<void>): void {
    this.#screens.tell(work);
  }

  // Deleting.

  remove(id: MapId): Promise<Receipt> {
    return this.#removing.remove(id);
  }

  removeOpened(opened: OpenedMap): Promise<void> {
    return this.#removing.removeOpened(opened);
  }

  removeEverything(): Promise<void> {
    return this.#removing.removeEverything();
  }

  stopKeeping(opened: OpenedMap): Promise<boolean> {
    return this.#removing.stopKeeping(opened);
  }

  // Covering, locking, passphrases.

  cover(): void {
    this.#screens.cover();
  }

  uncover(): void {
    this.#screens.uncover();
  }

  lock(): Promise<void> {
    return this.#locking.lock();
  }

  unlock(id: MapId, passphrase: string): Promise<'opened' | 'wrong' | 'failed'> {
    return this.#locking.unlock(id, passphrase);
  }

  choosePassphrase(): void {
    this.#locking.choosePassphrase();
  }

  newMapWith(passphrase: string): Promise<boolean> {
    return this.#locking.newMapWith(passphrase);
  }

  sealWith(id: MapId, choice: Parameters<SavedMaps['sealWith']>[1]): Promise<boolean> {
    return this.#locking.sealWith(id, choice);
  }

  // A start that does not go as it should.

  restoreLost(restored: Promise<readonly MapId[] | StorageError>): Promise<boolean> {
    return this.#restoring.restoreLost(restored);
  }

  rebuild(): Promise<boolean> {
    return this.#restoring.rebuild();
  }

  goOnUnsaved(): void {
    this.#restoring.goOnUnsaved();
  }

  recover(id: MapId): void {
    this.#restoring.recover(id);
  }

  // The page, and the language it speaks.

  /** Would something be lost with this page that is nowhere else? */
  wouldLose(): boolean {
    return this.state.get().behind !== null || (this.opened !== null && wouldBeLost(this.opened));
  }

  /** The page is going away. */
  leave(): void {
    for (const { stage, keeper } of this.#maps.kept.values()) {
      stage.finish();
      keeper.leave();
    }
  }

  /** The page is there again: what could not be saved is tried once more. */
  retry(): void {
    for (const opened of this.#maps.kept.values()) opened.keeper.retry();
  }

  async setLanguage(language: Language): Promise<void> {
    const t = await loadTranslate(language);
    writeSettings({ ...readSettings(), language });
    document.documentElement.lang = language;
    forgetAskedLanguage();
    for (const opened of [this.opened, this.state.get().behind]) opened?.viewStore.getState().set({ language });
    this.state.set({ language, t });
  }
}

/** A choice made in the app goes before the address it was opened with, also after a reload. */
function forgetAskedLanguage(): void {
  const address = new URL(location.href);
  if (!address.searchParams.has('lang')) return;
  address.searchParams.delete('lang');
  history.replaceState(null, '', address);
}
