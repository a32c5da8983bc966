/**
 * The document: a person's network as drawn together, the same shape in memory as on disk (file version 1).
 * Words follow the field's literature: see the README's word list. Everything is readonly; changes are made by `edits`.
 */
declare const brand: unique symbol;
type Branded<Text extends string, Name extends string> = Text & { readonly [brand]: Name };

export type MapId = Branded<string, 'MapId'>;
/** Someone (or something: pet, group, place) around ego; the literature's "alter". One identity in all drawings. */
export type PersonId = Branded<string, 'PersonId'>;
export type RelationId = Branded<string, 'RelationId'>;
export type SectorId = Branded<string, 'SectorId'>;
export type GroupId = Branded<string, 'GroupId'>;
export type DrawingId = Branded<string, 'DrawingId'>;
export type MeetingId = Branded<string, 'MeetingId'>;
export type FollowUpId = Branded<string, 'FollowUpId'>;
/** `2026-11-21` */
export type IsoDate = Branded<string, 'IsoDate'>;
/** `2026-11-21T14:03:00.000Z` */
export type IsoDateTime = Branded<string, 'IsoDateTime'>;

/** 0 is the innermost ring: the people closest to ego. */
export type RingIndex = number;
export type RingPlace = RingIndex | 'outside';

export const SECTOR_KINDS = [
  'family',
  'relatives',
  'friends',
  'neighbours',
  'leisure',
  'work',
  'professionals',
  'own',
] as const;
export type SectorKind = (typeof SECTOR_KINDS)[number];

export const HUES = [0, 1, 2, 3, 4, 5, 6, 7] as const;
export type Hue = (typeof HUES)[number];

export const PERSON_KINDS = ['person', 'animal', 'group', 'place'] as const;
export type PersonKind = (typeof PERSON_KINDS)[number];

export const SYMBOLS = ['neutral', 'circle', 'square', 'other'] as const;
/** Shape by gender, shown only where the map's setting `shapes` is on; never inferred. */
export type PersonSymbol = (typeof SYMBOLS)[number];

export const RELATION_KINDS = ['knows', 'strong', 'loose', 'onAndOff', 'difficult', 'noContact', 'wished'] as const;
export type RelationKind = (typeof RELATION_KINDS)[number];

export const SUPPORTS = ['none', 'given', 'received', 'mutual'] as const;
/** `given`: the first of `between` supports the second. */
export type Support = (typeof SUPPORTS)[number];

export type Sector = {
  readonly id: SectorId;
  readonly kind: SectorKind;
  /** null: the kind's name in the language of the interface. */
  readonly name: string | null;
  readonly hue: Hue;
  /** Degrees; the spans of the shown sectors add up to 360. */
  readonly span: number;
  readonly hidden: boolean;
};

export type Ring = {
  readonly name: string | null;
  /** Share of the distance from ego's rim to the outer rim; the widths add up to 1. */
  readonly width: number;
};

export type Person = {
  readonly id: PersonId;
  readonly kind: PersonKind;
  readonly name: string;
  readonly relation: string;
  readonly deceased: boolean;
  readonly child: boolean;
  readonly symbol: PersonSymbol;
  readonly note: string;
  /** On the map, but never on paper, image, list or a file to share. */
  readonly offPaper: boolean;
};

/** Where in its own cell a person stands, as fractions 0–1 of the arc and of the ring, and who chose it. */
export type Spot = { readonly along: number; readonly across: number; readonly by: 'hand' | 'layout' };
export type Cell = { readonly sector: SectorId; readonly ring: RingPlace };
export type CellPlace = Cell & { readonly spot: Spot | null };
export type Place = 'tray' | CellPlace;

export type Group = { readonly label: string; readonly members: readonly PersonId[] };

export type Relation = {
  readonly id: RelationId;
  /** ego always stands second; nobody is tied to themselves. */
  readonly between: readonly [PersonId, PersonId | 'ego'];
  readonly kind: RelationKind;
  readonly support: Support;
};

/** What an earlier picture looked like when a newer drawing was begun. */
export type Frozen = {
  readonly sectors: readonly Sector[];
  readonly rings: readonly Ring[];
  readonly people: Readonly<Record<PersonId, Person>>;
};

/** One dated picture of the network; the literature's "wave". */
export type Drawing = {
  readonly id: DrawingId;
  readonly date: IsoDate;
  readonly title: string;
  readonly kind: 'today' | 'wished';
  readonly places: Readonly<Record<PersonId, Place>>;
  readonly relations: Readonly<Record<RelationId, Relation>>;
  readonly groups: Readonly<Record<GroupId, Group>>;
  readonly frozen: Frozen | null;
};

export const LETTER_BLOCKS = [
  'greeting',
  'reason',
  'when',
  'where',
  'leaders',
  'noPreparation',
  'theme',
  'others',
  'answer',
  'closing',
] as const;
/** The parts of an invitation text, in the order in which they stand. */
export type LetterBlock = (typeof LETTER_BLOCKS)[number];
export const LETTER_LANGUAGES = ['nb', 'nn', 'en'] as const;

export const WISHES = ['yes', 'maybe', 'notNow'] as const;
export type Wish = (typeof WISHES)[number];
export const ASKERS = ['me', 'leader', 'together', 'other'] as const;
export type Asker = (typeof ASKERS)[number];
export const MEANS = ['meet', 'call', 'message', 'letter', 'email', 'video'] as const;
export type Means = (typeof MEANS)[number];
export const ANSWERS = ['notAsked', 'asked', 'coming', 'unsure', 'cannot'] as const;
export type Answer = (typeof ANSWERS)[number];
export const NEED_FLAGS = ['interpreter', 'transport', 'childcare', 'video'] as const;
export type NeedFlag = (typeof NEED_FLAGS)[number];
export const PLACE_KINDS = ['myHome', 'clinic', 'municipality', 'video', 'other'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];
export const MEETING_STATUSES = ['planned', 'moved', 'cancelled', 'held'] as const;
export type MeetingStatus = (typeof MEETING_STATUSES)[number];

export type Invitation = {
  /** null keeps what was filled in when a tap goes round to "nothing". */
  readonly wish: Wish | null;
  readonly askedWith: PersonId | null;
  readonly asker: Asker | null;
  readonly askerName: string;
  readonly means: Means | null;
  readonly answer: Answer;
  readonly needFlags: readonly NeedFlag[];
  readonly needs: string;
  readonly contact: string;
  readonly remark: string;
  /** For a child: who consents, and who looks after the child in the meeting. */
  readonly guardian: string;
  readonly letter: Readonly<Partial<Record<LetterBlock, string>>>;
  /** Has heard that the meeting is moved or falls away, as it is now. */
  readonly told: boolean;
  readonly came: boolean | null;
};

export type FollowUp = {
  readonly id: FollowUpId;
  readonly matter: string;
  readonly who: string;
  readonly whoId: PersonId | null;
  readonly due: IsoDate | null;
  readonly openlyDiscussed: boolean;
  readonly done: boolean;
};

export type Letter = {
  readonly language: (typeof LETTER_LANGUAGES)[number];
  readonly blocks: Readonly<Record<LetterBlock, { readonly on: boolean; readonly text: string | null }>>;
  readonly replyTo: string;
  readonly replyPhone: string;
  readonly replyBy: IsoDate | null;
};

export type Meeting = {
  readonly id: MeetingId;
  readonly drawing: DrawingId;
  readonly date: IsoDate | null;
  /** `17:00`, or as written by the user. */
  readonly time: string;
  readonly minutes: number;
  readonly placeKind: PlaceKind;
  readonly place: string;
  readonly link: string;
  readonly leaders: readonly string[];
  readonly theme: string;
  readonly practical: string;
  readonly agreement: string;
  readonly calendarTitle: string;
  readonly nextNotes: string;
  readonly letter: Letter;
  readonly status: MeetingStatus;
  readonly invitations: Readonly<Record<PersonId, Invitation>>;
  readonly followUps: readonly FollowUp[];
};

/** What is drawn and printed; kept in the document, so that what was hidden does not come back next week. */
export type Shown = {
  readonly rings: boolean;
  readonly relations: boolean;
  readonly qualities: boolean;
  readonly professionals: boolean;
};

export type NetworkMap = {
  readonly id: MapId;
  readonly title: string;
  readonly createdAt: IsoDateTime;
  /** '' is shown as "Meg". */
  readonly ego: { readonly name: string };
  readonly madeBy: string;
  readonly madeWith: string;
  /** Clockwise from 12 o'clock. */
  readonly sectors: readonly Sector[];
  /** Innermost first, 2 to 4. */
  readonly rings: readonly Ring[];
  /** Who chose spans and ring widths. */
  readonly widths: 'standard' | 'user' | 'content';
  readonly oval: boolean;
  readonly shapes: boolean;
  readonly shown: Shown;
  readonly people: Readonly<Record<PersonId, Person>>;
  /** At least one; the last of kind 'today' is the current one. */
  readonly drawings: readonly Drawing[];
  readonly meetings: readonly Meeting[];
};

export const MIN_RINGS = 2;
export const MAX_RINGS = 4;
export const MAX_SECTORS = 8;
export const MIN_SPAN = 15;
