/** What is always true of a map. Every edit and the reader's repair keep it; property tests hold them to it. */
import {
  MAX_DRAWINGS,
  MAX_GROUPS,
  MAX_MEETINGS,
  MAX_PEOPLE,
  MAX_RELATIONS,
  SMALLEST_SPAN,
  SMALLEST_WIDTH,
  SUM_TOLERANCE,
} from './limits.ts';
import {
  type Drawing,
  MAX_RINGS,
  type Meeting,
  MIN_RINGS,
  type NetworkMap,
  type Person,
  type PersonId,
  type Relation,
  type Ring,
  type Sector,
} from './types.ts';

/** What a drawing refers to: its own frozen copy, or the map as it is now. */
export type Scope = {
  readonly sectors: readonly Sector[];
  readonly rings: readonly Ring[];
  readonly people: Readonly<Record<PersonId, Person>>;
};
const scopeOf = (map: NetworkMap, drawing: Drawing): Scope => drawing.frozen ?? map;

/** The last drawing of kind 'today', if there is one. */
export const lastOfToday = (map: NetworkMap): Drawing | undefined =>
  map.drawings.findLast(({ kind }) => kind === 'today');

/** Ids come from files too: `toString` must not be found in an empty record. */
export const has = (record: object, key: string): boolean => Object.hasOwn(record, key);

/** Every broken invariant in a sentence for developers, with ids and without names; [] for a sound map. */
export function brokenInvariants(map: NetworkMap): string[] {
  const current = lastOfToday(map);
  return [
    ...brokenScope('map', map),
    ...twice('drawing', map.drawings),
    ...twice('meeting', map.meetings),
    ...when(map.drawings.length === 0, 'there is no drawing'),
    ...when(!current, "no drawing is of kind 'today'"),
    ...when(current?.frozen, 'the current drawing is frozen'),
    ...when(map.drawings.length > MAX_DRAWINGS, 'too many drawings'),
    ...when(map.meetings.length > MAX_MEETINGS, 'too many meetings'),
    ...map.drawings.flatMap((drawing) => brokenDrawing(map, drawing)),
    ...map.meetings.flatMap((meeting) => brokenMeeting(map, meeting)),
  ];
}

const when = (broken: unknown, sentence: string): string[] => (broken ? [sentence] : []);

function twice(what: string, things: readonly { readonly id: string }[]): string[] {
  const seen = new Set<string>();
  return things.flatMap(({ id }) => when(seen.size === seen.add(id).size, `${what} ${id} is there twice`));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
/** Written so that NaN is not near anything. */
const isNear = (value: number, wanted: number): boolean => Math.abs(value - wanted) <= SUM_TOLERANCE;

function brokenScope(where: string, { sectors, rings, people }: Scope): string[] {
  const spans = sectors.filter(({ hidden }) => !hidden).map(({ span }) => span);
  const widths = rings.map(({ width }) => width);
  return [
    ...twice(`${where}: field`, sectors),
    ...when(spans.length === 0, `${where}: every field is hidden`),
    ...when(!isNear(sum(spans), 360), `${where}: spans add up to ${sum(spans)}`),
    ...when(!spans.every((span) => span >= SMALLEST_SPAN), `${where}: a shown field has no width`),
    ...when(rings.length < MIN_RINGS || rings.length > MAX_RINGS, `${where}: ${rings.length} rings`),
    ...when(!isNear(sum(widths), 1), `${where}: ring widths add up to ${sum(widths)}`),
    ...when(!widths.every((width) => width >= SMALLEST_WIDTH), `${where}: a ring has no width`),
    ...when(Object.keys(people).length > MAX_PEOPLE, `${where}: too many people`),
    ...brokenKeys(`${where}: person`, people),
  ];
}

const brokenKeys = (what: string, record: Readonly<Record<string, { readonly id: string }>>): string[] =>
  Object.entries(record).flatMap(([key, { id }]) => when(key !== id, `${what} ${id} is filed under ${key}`));

function brokenDrawing(map: NetworkMap, drawing: Drawing): string[] {
  const where = `drawing ${drawing.id}`;
  const scope = scopeOf(map, drawing);
  return [
    ...(drawing.frozen ? brokenScope(where, drawing.frozen) : []),
    ...brokenPlaces(where, drawing, scope),
    ...brokenRelations(where, drawing, scope),
    ...brokenGroups(where, drawing, scope),
  ];
}

function brokenPlaces(where: string, { places }: Drawing, scope: Scope): string[] {
  const known = new Set<string>(scope.sectors.map(({ id }) => id));
  return Object.entries(places).flatMap(([id, place]) => {
    const nobody = when(!has(scope.people, id), `${where}: place of nobody (${id})`);
    if (place === 'tray') return nobody;
    const { sector, ring, spot } = place;
    return [
      ...nobody,
      ...when(!known.has(sector), `${where}: ${id} stands in no field (${sector})`),
      ...when(ring !== 'outside' && !isRing(ring, scope), `${where}: ${id} stands in ring ${ring}`),
      ...when(spot && !(isFraction(spot.along) && isFraction(spot.across)), `${where}: spot of ${id} is outside 0–1`),
    ];
  });
}

const isRing = (ring: number, { rings }: Scope): boolean => Number.isInteger(ring) && ring >= 0 && ring < rings.length;
const isFraction = (value: number): boolean => value >= 0 && value <= 1;

/** The same for both directions, and for nothing else: ids may hold any character. */
export const pairKey = ([one, other]: Relation['between']): string => JSON.stringify([one, other].toSorted());

function brokenRelations(where: string, { relations }: Drawing, { people }: Scope): string[] {
  const seen = new Set<string>();
  const broken = Object.values(relations).flatMap(({ id, between }) => {
    const [one, other] = between;
    const pair = pairKey(between);
    return [
      ...when(!has(people, one), `${where}: relation ${id} of nobody (${one})`),
      ...when(other !== 'ego' && !has(people, other), `${where}: relation ${id} to nobody (${other})`),
      ...when(one === other, `${where}: relation ${id} to oneself`),
      ...when(seen.size === seen.add(pair).size, `${where}: relation ${id} is there twice`),
    ];
  });
  return [
    ...brokenKeys(`${where}: relation`, relations),
    ...when(Object.keys(relations).length > MAX_RELATIONS, `${where}: too many relations`),
    ...broken,
  ];
}

function brokenGroups(where: string, { groups }: Drawing, { people }: Scope): string[] {
  return [
    ...when(Object.keys(groups).length > MAX_GROUPS, `${where}: too many groups`),
    ...Object.entries(groups).flatMap(([id, { members }]) => [
      ...when(members.length === 0, `${where}: group ${id} is empty`),
      ...when(new Set(members).size < members.length, `${where}: somebody is twice in group ${id}`),
      ...members.flatMap((member) => when(!has(people, member), `${where}: group ${id} holds nobody (${member})`)),
    ]),
  ];
}

function brokenMeeting({ people, drawings }: NetworkMap, meeting: Meeting): string[] {
  const where = `meeting ${meeting.id}`;
  const invitations = Object.entries(meeting.invitations).flatMap(([id, { askedWith }]) => [
    ...when(!has(people, id), `${where}: invitation of nobody (${id})`),
    ...when(askedWith !== null && !has(people, askedWith), `${where}: ${id} is asked with nobody (${askedWith})`),
    ...when(askedWith === id, `${where}: ${id} is asked with themselves`),
  ]);
  const followUps = meeting.followUps.flatMap(({ id, whoId }) =>
    when(whoId !== null && !has(people, whoId), `${where}: follow-up ${id} by nobody (${whoId})`),
  );
  const drawing = when(!drawings.some(({ id }) => id === meeting.drawing), `${where}: no drawing ${meeting.drawing}`);
  return [...drawing, ...twice(`${where}: follow-up`, meeting.followUps), ...invitations, ...followUps];
}
