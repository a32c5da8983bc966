// Maps as they never come by chance: forty invitees with long names in the scripts of the world.
import { richFile } from './paper.ts';

const NAMES = {
  latin: ['Bjørg Åshild Østensjø-Sæther', 'Kari', 'Maximilian Christoffersen-Wetterstad von und zu Lichtenstein'],
  sami: ['Máret Ánne Čáŋgguin Ŧuŋŋur', 'Ŋiŧŧá Đuođđar', 'Áŋŋel-Biret Sárá Ravdna Iŋgá Eliisa Vuolab-Mággá Guttorm'],
  vietnamese: [
    'Nguyễn Thị Phương Thảo',
    'Đặng Hữu Lượng',
    'Trần Nguyễn Hoàng Bảo Ngọc Quỳnh Như Thủy Tiên Ánh Dương Đỗ',
  ],
  cyrillic: ['Наталья Сергеевна', 'Олександра', 'Александра Константиновна Рождественская-Преображенская'],
  arabic: ['محمد', 'فاطمة الزهراء بنت عبد الرحمن', 'عبد الرحمن بن محمد بن عبد الله الحسيني القرشي الهاشمي الكبير'],
} as const;

/** A PDF's letters hold these; the others are drawn as pictures. */
const WRITTEN = [...NAMES.latin, ...NAMES.sami, ...NAMES.vietnamese, ...NAMES.cyrillic];
const ALL = [...WRITTEN, ...NAMES.arabic];

/** The same numbers each time, for each map. */
function dice(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) | 0;
    return (state >>> 8) % below;
  };
}

export type Crowd = {
  readonly seed: number;
  readonly file: string;
  /** Of those who are invited for certain, in letters that a PDF can hold, and in others. */
  readonly names: readonly string[];
  readonly drawn: readonly string[];
  /** How many are invited for certain, and get a letter. */
  readonly invited: number;
  /** Their letters have so long a text of somebody's own that no page would hold it. */
  readonly isEndless: boolean;
  /** Each letter names everybody else: forty letters with forty names. */
  readonly namesOthers: boolean;
};

const LONG =
  'Vi møtes ved hovedinngangen, og går sammen opp. Ta gjerne med noe å spise, og si fra hvis det er noe du lurer på. ';

type Blocks = Record<string, { on: boolean; text: string | null }>;
type Loose = Record<string, unknown> & {
  people: Record<string, object>;
  drawings: { id: string; places: Record<string, unknown> }[];
  meetings: (Record<string, unknown> & {
    letter: { language: string; blocks: Blocks };
    invitations: Record<string, object>;
    followUps: object[];
  })[];
};

/** A map of its own for each number, with up to forty to be invited; some of them share a name. */
export function crowd(seed: number): Crowd {
  const roll = dice(seed + 1);
  const count = 1 + roll(40);
  const chosen = Array.from({ length: seed % 3 === 0 ? 40 : count }, (_, at) => {
    const name = ALL[roll(ALL.length)] ?? 'Kari';
    return at % 4 === 0 ? name : `${name} ${at}`.slice(0, 60).trim();
  });
  const isEndless = seed % 10 === 7;
  const namesOthers = seed % 4 === 0;
  const file = richFile((loose) => {
    fill(loose as Loose, chosen, roll);
    write(loose as Loose, roll, { isEndless, namesOthers });
  });
  // And Kari, of the rich map.
  const invited = chosen.length + 1;
  const isWritten = (name: string) => !/\p{Script=Arabic}/u.test(name);
  const drawn = chosen.filter((name) => !isWritten(name));
  return { seed, file, names: chosen.filter(isWritten), drawn, invited, isEndless, namesOthers };
}

function fill(map: Loose, names: readonly string[], roll: (below: number) => number): void {
  const drawing = map.drawings.find(({ id }) => id === 'd-nov');
  const [meeting] = map.meetings;
  if (!drawing || !meeting) throw new Error('The rich map has a meeting.');
  const sectors = (map as unknown as { sectors: { id: string; hidden: boolean }[] }).sectors.filter(
    ({ hidden }) => !hidden,
  );
  const { 'p-kari': model } = map.people;
  const { 'p-kari': invitation } = meeting.invitations;
  names.forEach((name, at) => {
    const id = `p-crowd-${at}`;
    map.people[id] = { ...model, id, name, note: '', child: roll(6) === 0, relation: at % 5 === 0 ? '' : 'nær venn' };
    drawing.places[id] = { sector: sectors[roll(sectors.length)]?.id, ring: roll(2), spot: null };
    const needs = roll(4) === 0 ? LONG.repeat(1 + roll(3)) : '';
    const contact = `+47 22 00 ${at} 00, ${name.replaceAll(' ', '')}@example.org`;
    meeting.invitations[id] = { ...invitation, needs, contact, askedWith: null, letter: {} };
  });
  meeting['theme'] = LONG.repeat(roll(12));
  meeting['practical'] = LONG.repeat(roll(5));
  meeting['agreement'] = LONG.repeat(roll(6));
  meeting.followUps = Array.from({ length: roll(14) }, (_, at) => ({
    id: `f-${at}`,
    matter: LONG.slice(0, 10 + roll(100)),
    who: names[at % names.length] ?? '',
    whoId: null,
    due: roll(2) === 0 ? null : '2027-01-15',
    openlyDiscussed: roll(2) === 0,
    done: roll(3) === 0,
  }));
}

/** Letters of the app's own words with everybody's name, in any language; now and then with a text of one's own. */
function write(
  map: Loose,
  roll: (below: number) => number,
  { isEndless, namesOthers }: Pick<Crowd, 'isEndless' | 'namesOthers'>,
): void {
  const [meeting] = map.meetings;
  if (!meeting) throw new Error('The rich map has a meeting.');
  const { letter } = meeting;
  letter.language = ['nb', 'nn', 'en'][roll(3)] ?? 'nb';
  for (const block of Object.values(letter.blocks)) Object.assign(block, { on: true, text: null });
  Object.assign(letter.blocks['others'] ?? {}, { on: namesOthers });
  if (roll(3) === 0) Object.assign(letter.blocks['reason'] ?? {}, { text: LONG.repeat(1 + roll(12)) });
  meeting['theme'] = LONG.repeat(roll(4));
  if (isEndless) Object.assign(letter.blocks['reason'] ?? {}, { text: LONG.repeat(60) });
}
