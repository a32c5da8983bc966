// What a map file says, as somebody who hears the map must be told it: read from the file alone, said in the catalogues'
// words, by rules of its own.
import { nb } from '../../src/i18n/nb/nb.ts';
import { en } from '../../src/i18n/en/en.ts';
import { nn } from '../../src/i18n/nn/nn.ts';

export const CATALOGUES = { nb, nn, en };
export type Words = (typeof CATALOGUES)[keyof typeof CATALOGUES];

type Place = 'tray' | { readonly sector: string; readonly ring: number | 'outside' };
type Sector = { readonly id: string; readonly kind: string; readonly name: string | null; readonly hidden: boolean };
type Tie = { readonly between: readonly [string, string]; readonly kind: string; readonly support: string };
type Person = {
  readonly id: string;
  readonly name: string;
  readonly relation: string;
  readonly kind: string;
  readonly deceased: boolean;
  readonly child: boolean;
};
type Drawing = {
  readonly kind: string;
  readonly places: Readonly<Record<string, Place>>;
  readonly relations: Readonly<Record<string, Tie>>;
  readonly groups: Readonly<Record<string, { readonly label: string; readonly members: readonly string[] }>>;
};
type Invitation = { readonly wish: string | null; readonly answer: string };
type WrittenMap = {
  readonly ego: { readonly name: string };
  readonly sectors: readonly Sector[];
  readonly rings: readonly { readonly name: string | null }[];
  readonly shown: Readonly<Record<'rings' | 'relations' | 'qualities' | 'professionals', boolean>>;
  readonly people: Readonly<Record<string, Person>>;
  readonly drawings: readonly Drawing[];
  readonly meetings: readonly { readonly invitations: Readonly<Record<string, Invitation>> }[];
};

/** What must be heard of a map, each in an order of its own. */
export type Heard = {
  readonly people: readonly string[];
  readonly ties: readonly string[];
  /** Written on the map besides: fields, rings, groups; nothing else may be. */
  readonly written: readonly string[];
};

/** As a browser reads a name out: blanks are one blank; marks that only turn letters round are no letters. */
export const heard = (text: string): string =>
  text
    .replaceAll(/[\u2066-\u2069\u200E\u200F]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

const word = (words: Words, key: string): string => {
  const found = (words as Readonly<Record<string, unknown>>)[key];
  if (typeof found !== 'string') throw new Error(`No word ${key}`);
  return found;
};

const RINGS = [
  [],
  [],
  ['ring.closest', 'ring.further'],
  ['ring.closest', 'ring.close', 'ring.further'],
  ['ring.closest', 'ring.close', 'ring.further', 'ring.furthest'],
];

class Reader {
  readonly map: WrittenMap;
  readonly words: Words;
  readonly drawing: Drawing;

  constructor(file: string, words: Words) {
    this.map = (JSON.parse(file) as { map: WrittenMap }).map;
    this.words = words;
    const today = this.map.drawings.filter(({ kind }) => kind === 'today').at(-1);
    if (!today) throw new Error('no drawing of today');
    this.drawing = today;
  }

  sectorOf(id: string): Sector | undefined {
    const place = this.drawing.places[id];
    return place === undefined || place === 'tray'
      ? undefined
      : this.map.sectors.find((one) => one.id === place.sector);
  }

  /** On the map, to be seen by everybody round the table. */
  isThere(id: string): boolean {
    const sector = this.sectorOf(id);
    return sector !== undefined && !sector.hidden && (sector.kind !== 'professionals' || this.map.shown.professionals);
  }

  get there(): Person[] {
    return Object.values(this.map.people).filter(({ id }) => this.isThere(id));
  }

  field({ name, kind }: Sector): string {
    return name ?? word(this.words, `sector.${kind}`);
  }

  ring(ring: number | 'outside'): string {
    if (ring === 'outside') return word(this.words, 'ring.outside');
    const { rings } = this.map;
    return rings[ring]?.name ?? word(this.words, RINGS[rings.length]?.[ring] ?? '');
  }

  get ties(): Tie[] {
    const ties = Object.values(this.drawing.relations).filter(({ between }) =>
      between.every((id) => id === 'ego' || this.isThere(id)),
    );
    if (this.map.shown.qualities) return ties;
    return ties
      .filter(({ between, kind }) => !between.includes('ego') && kind !== 'wished')
      .map((tie) => ({ ...tie, kind: 'knows', support: 'none' }));
  }

  /** Lines to the others, the centre left out. */
  knows(id: string): number {
    return this.ties.filter(({ between }) => between.includes(id) && !between.includes('ego')).length;
  }

  invitation({ id, kind, deceased }: Person): Invitation | null {
    const canBeAsked = !deceased && (kind === 'person' || kind === 'group');
    return (canBeAsked && this.map.meetings.at(-1)?.invitations[id]) || null;
  }

  /** Who is to be in the meeting, drawn on the map or not; of those who can't come, only who was tapped. */
  isGuest(person: Person, tapped: ReadonlySet<string>): boolean {
    const invitation = this.invitation(person);
    const isAsked = person.id in this.drawing.places && ['yes', 'maybe'].includes(invitation?.wish ?? '');
    return isAsked && (invitation?.answer === 'cannot') === tapped.has(person.id);
  }

  person(person: Person): string {
    const place = this.drawing.places[person.id];
    const sector = this.sectorOf(person.id);
    if (!sector || place === undefined || place === 'tray') throw new Error('not on the map');
    const known = this.knows(person.id);
    const counted = (this.words as Readonly<Record<string, unknown>>)['spoken.knows'] as { one: string; other: string };
    const wish = this.invitation(person)?.wish ?? null;
    const parts = [
      person.name,
      ...(this.map.shown.relations && person.relation !== '' ? [person.relation] : []),
      this.field(sector),
      this.ring(place.ring),
      ...(person.kind === 'person' ? [] : [word(this.words, `spoken.${person.kind}`)]),
      ...(person.deceased ? [word(this.words, 'spoken.deceased')] : []),
      ...(person.child ? [word(this.words, 'spoken.child')] : []),
      known === 0
        ? word(this.words, 'spoken.knowsNobody')
        : (known === 1 ? counted.one : counted.other).replace('{count}', String(known)),
      ...(wish === null ? [] : [word(this.words, wish === 'yes' ? 'spoken.toInvite' : `wish.${wish}`)]),
    ];
    return parts.join(', ');
  }

  tie({ between, kind, support }: Tie): string {
    const [from = '', to = ''] = between.map((id) =>
      id === 'ego' ? this.map.ego.name || word(this.words, 'ego.me') : (this.map.people[id]?.name ?? ''),
    );
    const put = (text: string) => text.replace('{from}', () => from).replace('{to}', () => to);
    const line = put(word(this.words, 'spoken.relationLine')).replace('{kind}', word(this.words, `tie.${kind}`));
    return support === 'none' ? line : `${line}, ${put(word(this.words, `support.${support}`))}`;
  }

  get written(): string[] {
    const { shown, sectors, rings } = this.map;
    const members = (ids: readonly string[]) => ids.filter((id) => this.isThere(id));
    return [
      ...sectors.filter(({ hidden }) => !hidden).map((sector) => this.field(sector)),
      ...(shown.rings ? rings.map((_, ring) => this.ring(ring)) : []),
      ...Object.values(this.drawing.groups).flatMap(({ label, members: all }) =>
        members(all).length > 0 ? [label] : [],
      ),
    ];
  }
}

/** @param file a map file as it is written */
export function expectedTree(file: string, words: Words): Heard {
  const reader = new Reader(file, words);
  const sorted = (texts: readonly string[]) =>
    texts
      .map(heard)
      .filter((text) => text !== '')
      .toSorted();
  return {
    people: sorted(reader.there.map((person) => reader.person(person))),
    ties: sorted(reader.ties.map((tie) => reader.tie(tie))),
    written: sorted(reader.written),
  };
}

/** What *Slik blir møtet* says of everybody on the map: who of them is there, and which lines have stepped back. */
export type Met = {
  readonly canBegin: boolean;
  readonly there: readonly string[];
  readonly faded: readonly string[];
  /** Somebody on the map who can be thought away, or back. */
  readonly guest: string | null;
};

/** @param tapped whom somebody has thought away, or back, since it began */
export function expectedMeeting(file: string, words: Words, tapped: ReadonlySet<string>): Met {
  const reader = new Reader(file, words);
  const isHere = (id: string) => {
    const person = reader.map.people[id];
    return id === 'ego' || (person !== undefined && reader.isGuest(person, tapped));
  };
  const asked = Object.values(reader.map.people).filter((person) =>
    [new Set<string>(), new Set([person.id])].some((some) => reader.isGuest(person, some)),
  );
  return {
    canBegin: asked.length > 0,
    there: reader.there
      .filter(({ id }) => isHere(id))
      .map((person) => heard(reader.person(person)))
      .toSorted(),
    faded: reader.ties
      .filter(({ between }) => !between.every(isHere))
      .map((tie) => heard(reader.tie(tie)))
      .toSorted(),
    guest: asked.find(({ id }) => reader.isThere(id))?.id ?? null,
  };
}

/** What is said of the whole map in sentences must name exactly these: who is on it, and who waits. */
export function namesInWords(
  file: string,
  words: Words,
): { readonly there: string[]; readonly notThere: string[]; readonly ties: string[] } {
  const reader = new Reader(file, words);
  const waiting = Object.values(reader.map.people).filter(({ id }) => reader.drawing.places[id] === 'tray');
  const there = [...reader.there, ...waiting].map(({ name }) => heard(name));
  return {
    there,
    notThere: Object.values(reader.map.people)
      .map(({ name }) => heard(name))
      .filter((name) => !there.includes(name)),
    ties: reader.ties.map((tie) => heard(reader.tie(tie))),
  };
}
