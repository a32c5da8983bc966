import { createStore } from 'zustand/vanilla';
import type { Language } from '../i18n/languages.ts';
import type { GroupId, MeetingId, PersonId, RelationId, RelationKind } from '../model/types.ts';

export type Screen = 'map' | 'list' | 'meeting';
/** What stands over the screen: the preview of what leaves, the invitations, sectors and rings, settings, the keys, help. */
export type Dialog = 'out' | 'letters' | 'fields' | 'settings' | 'keys' | 'help' | 'ego' | 'forget' | 'home';
/** What a tap on the map does. */
export type Mode = 'person' | 'tie' | 'ring' | 'invite' | 'move';
export type SaveState = 'saved' | 'saving' | 'failed' | 'off';

export type Selection = {
  readonly people: readonly PersonId[];
  readonly relation: RelationId | null;
};

/** The cards with questions: which one lies on top, the name being written on it, and whether it has given one already. */
export type Prompts = {
  readonly open: boolean;
  readonly card: number;
  readonly name: string;
  readonly answered: boolean;
};

export type Lens = { readonly away: readonly PersonId[] };

export type ViewState = {
  readonly screen: Screen;
  readonly dialog: Dialog | null;
  readonly mode: Mode;
  readonly selection: Selection;
  /** The kind of line that *Strek* draws. */
  readonly tieKind: RelationKind;
  /** Whoever was tapped first in *Strek*. */
  readonly tieFrom: PersonId | null;
  /** The tray's field is open: names one after the other. */
  readonly writingNames: boolean;
  /** *Snu kartet*: turned 180° for the one who sits opposite. */
  readonly turned: boolean;
  /** *Bare kartet*: tools away. */
  readonly mapOnly: boolean;
  readonly language: Language;
  readonly saveState: SaveState;
  /** Said by the live region; the count lets the same sentence be said twice. */
  readonly announcement: { readonly text: string; readonly count: number };
  /** Does the sheet show all its fields ("Mer om …")? */
  readonly sheetOpen: boolean;
  /** A group's sheet. */
  readonly group: GroupId | null;
  /** The meeting that the meeting screen looks at; null is the last. */
  readonly meeting: MeetingId | null;
  /** *Slik blir møtet*: only those who are to be there, and who of them is thought away just now. */
  readonly lens: Lens | null;
  readonly prompts: Prompts;
  /** Whom *Fjern overalt* asks about. */
  readonly forgetting: PersonId | null;
};

export type ViewStoreState = ViewState & {
  readonly set: (patch: Partial<ViewState>) => void;
  readonly select: (people: readonly PersonId[]) => void;
  readonly selectRelation: (relation: RelationId | null) => void;
  readonly announce: (text: string) => void;
};

const NOTHING_SELECTED: Selection = { people: [], relation: null };

export const createViewStore = (language: Language, mapOnly = false) =>
  createStore<ViewStoreState>()((set) => ({
    screen: 'map',
    dialog: null,
    mode: 'person',
    selection: NOTHING_SELECTED,
    tieKind: 'knows',
    tieFrom: null,
    writingNames: false,
    turned: false,
    mapOnly,
    language,
    saveState: 'saved',
    announcement: { text: '', count: 0 },
    sheetOpen: false,
    group: null,
    meeting: null,
    lens: null,
    prompts: { open: false, card: 0, name: '', answered: false },
    forgetting: null,
    // *Slik blir møtet* is over when one leaves the map: a faded map must not wait for whoever comes back.
    set: (patch) => set(patch.screen === undefined || patch.screen === 'map' ? patch : { ...patch, lens: null }),
    select: (people) => set({ selection: { people, relation: null }, group: null, sheetOpen: false }),
    selectRelation: (relation) => set({ selection: { people: [], relation }, group: null }),
    announce: (text) => set(({ announcement: { count } }) => ({ announcement: { text, count: count + 1 } })),
  }));

export type ViewStore = ReturnType<typeof createViewStore>;

/**
 * Where each field of the view lives; a new one doesn't compile until it says so.
 * @internal
 */
export const VIEW_FIELDS_KEPT = {
  screen: 'nowhere',
  dialog: 'nowhere',
  mode: 'nowhere',
  selection: 'nowhere',
  tieKind: 'nowhere',
  tieFrom: 'nowhere',
  writingNames: 'nowhere',
  turned: 'nowhere',
  mapOnly: 'nowhere',
  language: 'settings',
  saveState: 'nowhere',
  announcement: 'nowhere',
  sheetOpen: 'nowhere',
  group: 'nowhere',
  meeting: 'nowhere',
  lens: 'nowhere',
  prompts: 'nowhere',
  forgetting: 'nowhere',
} as const satisfies Record<keyof ViewState, 'settings' | 'nowhere'>;
