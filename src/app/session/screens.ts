import type { Language } from '../../i18n/languages.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { MapId } from '../../model/types.ts';
import { rememberOpenMap } from '../../storage/openMap.ts';
import { createObservable, type Observable } from '../observable.ts';
import { isKept, type OpenedMap } from '../openedMap.ts';
import { QUIET, type Screen, type SessionState, type Trouble } from '../sessionState.ts';

/** Something that was asked for and takes a while; `id` of a stored map, null of a file. */
export type Asked = { readonly id: MapId | null };

/** The one screen that is shown, and what was asked for last. */
export class Screens {
  readonly state: Observable<SessionState>;
  /** Of several openings under way only this one is shown, and nothing that comes later than another screen. */
  #asked: Asked | null = null;

  constructor(language: Language, t: Translate) {
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

  /** From now on this is what is waited for; see `isAsked`. */
  ask(id: MapId | null): Asked {
    this.#asked = { id };
    return this.#asked;
  }

  /** Is it still wanted, nothing else having been asked for or shown since? */
  isAsked(asked: Asked): boolean {
    return this.#asked === asked;
  }

  /** Is this stored map what was asked for last? */
  isAskedFor(id: MapId): boolean {
    return this.#asked?.id === id;
  }

  /** What was asked for before and is not there yet would come too late. */
  go(screen: Screen, more: Partial<SessionState> = {}): void {
    this.#asked = null;
    this.state.set({ ...QUIET, covered: false, ...more, screen });
  }

  show(opened: OpenedMap): void {
    rememberOpenMap(isKept(opened) ? opened.id : null);
    this.go({ kind: 'map', opened }, { sealedFile: null });
  }

  showLocked(id: MapId): void {
    rememberOpenMap(id);
    this.go({ kind: 'locked', id });
  }

  toStart(): void {
    rememberOpenMap(null);
    this.go({ kind: 'start' });
  }

  fail(trouble: Trouble): void {
    this.go({ kind: 'trouble', trouble });
  }

  /** What somebody asked for, and waits for; that it can't be had is said. */
  tell(work: Promise<void>): void {
    work.catch(() => this.state.set({ ...QUIET, failure: 'failure.notLoaded' }));
  }

  /** Nothing of the open map is left on the page; it stays open behind the cover. */
  cover(): void {
    if (this.opened && !this.state.get().covered) this.state.set({ covered: true });
  }

  uncover(): void {
    this.state.set({ covered: false });
  }

  /** Somebody else may look at it from now on. */
  screenLost(): void {
    this.state.set({ timesLost: this.state.get().timesLost + 1 });
    this.cover();
  }
}
