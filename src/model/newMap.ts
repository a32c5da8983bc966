import { standardRings, standardSectors } from './presets.ts';
import type {
  Drawing,
  DrawingId,
  Invitation,
  IsoDate,
  IsoDateTime,
  LetterBlock,
  MapId,
  Meeting,
  MeetingId,
  NetworkMap,
  Person,
  PersonId,
} from './types.ts';
import { LETTER_BLOCKS } from './types.ts';

/** Makes a fresh id; handed in, because the pure layers have no randomness. The prefix keeps records in order of adding. */
export type NewId = (prefix: 'm' | 'd' | 'p' | 'g' | 's' | 'meeting' | 'f') => string;

function newDrawing(id: DrawingId, date: IsoDate): Drawing {
  return { id, date, title: '', kind: 'today', places: {}, relations: {}, groups: {}, frozen: null };
}

/** An empty map: five sectors, three rings, one drawing of today. */
export function newMap(newId: NewId, now: Date): NetworkMap {
  const iso = now.toISOString();
  return {
    id: newId('m') as MapId,
    title: '',
    createdAt: iso as IsoDateTime,
    ego: { name: '' },
    madeBy: '',
    madeWith: '',
    sectors: standardSectors(),
    rings: standardRings(3),
    widths: 'standard',
    oval: false,
    shapes: false,
    shown: { rings: true, relations: true, qualities: true, professionals: true },
    people: {},
    drawings: [newDrawing(newId('d') as DrawingId, localDate(now))],
    meetings: [],
  };
}

/** The calendar day where the tablet is, not in Greenwich. */
export function localDate(now: Date): IsoDate {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}` as IsoDate;
}

export function newPerson(id: PersonId, name: string): Person {
  return {
    id,
    kind: 'person',
    name,
    relation: '',
    deceased: false,
    child: false,
    symbol: 'neutral',
    note: '',
    offPaper: false,
  };
}

export const emptyInvitation: Invitation = {
  wish: null,
  askedWith: null,
  asker: null,
  askerName: '',
  means: null,
  answer: 'notAsked',
  needFlags: [],
  needs: '',
  contact: '',
  remark: '',
  guardian: '',
  letter: {},
  told: false,
  came: null,
};

/** Off until chosen: whatever tells about others, the clinic or the theme. */
const OFF_AT_FIRST: readonly LetterBlock[] = ['leaders', 'theme', 'others'];

const letterBlocks = () =>
  Object.fromEntries(
    LETTER_BLOCKS.map((block) => [block, { on: !OFF_AT_FIRST.includes(block), text: null }]),
  ) as Meeting['letter']['blocks'];

export function newMeeting(id: MeetingId, drawing: DrawingId): Meeting {
  return {
    id,
    drawing,
    date: null,
    time: '',
    minutes: 90,
    // With no place written: nothing is said of where it is.
    placeKind: 'other',
    place: '',
    link: '',
    leaders: [],
    theme: '',
    practical: '',
    agreement: '',
    calendarTitle: '',
    nextNotes: '',
    letter: { language: 'nb', blocks: letterBlocks(), replyTo: '', replyPhone: '', replyBy: null },
    status: 'planned',
    invitations: {},
    followUps: [],
  };
}
