import type { Language } from '../i18n/languages.ts';
import type { PlainKey, Translate } from '../i18n/translate.ts';
import type { MapId } from '../model/types.ts';
import type { Receipt } from '../storage/removal.ts';
import type { SecondMap } from '../storage/rescue.ts';
import type { OpenedMap } from './openedMap.ts';
import type { SealedFile, StoredTrouble } from './reading.ts';

export type Trouble = StoredTrouble & {
  readonly id: MapId;
  /** After several starts that came to nothing. */
  readonly recovery: boolean;
};

export type Screen =
  | { readonly kind: 'start' }
  | { readonly kind: 'map'; readonly opened: OpenedMap }
  /** Whose it is is not known until the passphrase is given. */
  | { readonly kind: 'locked'; readonly id: MapId }
  /** A passphrase is chosen for a map that is about to be begun. */
  | { readonly kind: 'newPassphrase' }
  /** The database can't be opened; these copies can be had all the same. */
  | {
      readonly kind: 'rescue';
      readonly copies: readonly SecondMap[];
      /** Not only out of reach: a new one may take its place. */
      readonly damaged: boolean;
    }
  /** Everything was deleted; this page stores nothing any more. */
  | { readonly kind: 'gone'; readonly removed: Receipt }
  | { readonly kind: 'trouble'; readonly trouble: Trouble };

export type SessionState = {
  readonly language: Language;
  readonly t: Translate;
  readonly screen: Screen;
  /** The map is open, and nothing of it is on the page. */
  readonly covered: boolean;
  /** A chosen file waits for its passphrase; what is open stays open behind it. */
  readonly sealedFile: SealedFile | null;
  /** How often the screen was lost: what was shown by a tap is hidden again then. */
  readonly timesLost: number;
  /** The map that was open before this one, or that was closed unsaved: one can go back to it. */
  readonly behind: OpenedMap | null;
  /** Why nothing was opened just now. */
  readonly failure: PlainKey | null;
  /** What was done, said once on the start screen. */
  readonly receipt: PlainKey | null;
  /** … and of a map that was deleted, what there was of it. */
  readonly removed: Receipt | null;
  /** A newer build of the app waits: the way to use it, which loads the page anew. */
  readonly newer: (() => void) | null;
};

/** Nothing to say. */
export const QUIET = { failure: null, receipt: null, removed: null } as const;
