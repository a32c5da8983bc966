/**
 * Maps at random for property tests: always sound (no broken invariant), and rich – several drawings, frozen ones with
 * people who have left since, hidden fields, groups, meetings, people in the tray and outside, names of the whole world.
 */
import * as fc from 'fast-check';
import { pairKey, type Scope } from '../../src/model/invariants.ts';
import {
  ANSWERS,
  ASKERS,
  type Drawing,
  type DrawingId,
  type FollowUp,
  type Group,
  HUES,
  type Invitation,
  type IsoDate,
  type IsoDateTime,
  LETTER_BLOCKS,
  LETTER_LANGUAGES,
  type Letter,
  MEANS,
  type Meeting,
  MEETING_STATUSES,
  NEED_FLAGS,
  type NetworkMap,
  PERSON_KINDS,
  type Person,
  type PersonId,
  type Place,
  PLACE_KINDS,
  RELATION_KINDS,
  type Relation,
  type Ring,
  type Sector,
  SECTOR_KINDS,
  SUPPORTS,
  SYMBOLS,
  WISHES,
} from '../../src/model/types.ts';

const NAMES = [
  'Kari',
  'Åse-Brit',
  'Đorđe',
  'Máret Ánne',
  'O’Brien',
  'محمد',
  '李小龙',
  '👩‍👩‍👧',
  'Ole & «Bo» <b>',
  '=1+1',
  'e\u0301',
];
const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...NAMES) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
  { weight: 1, arbitrary: fc.constant('') },
);
const nameOrNull = fc.option(text, { freq: 3 });

/** Mostly as the app makes them; some like another tool's, for digits reorder a record and letters can be any. */
const idOf = <Id extends string>(prefix: string): fc.Arbitrary<Id> =>
  fc
    .oneof(
      { weight: 8, arbitrary: fc.nat(9999).map((number) => `${prefix}-${number.toString(36)}`) },
      { weight: 1, arbitrary: fc.nat(99).map(String) },
      { weight: 1, arbitrary: fc.constantFrom('Åse B.', 'id "quoted"', 'ego-2', 'tray', '家') },
    )
    .map((id) => id as Id);

const isoDate = fc
  .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as IsoDate);

const byId = <Thing extends { readonly id: string }>(things: readonly Thing[]) =>
  Object.fromEntries(things.map((thing) => [thing.id, thing])) as Record<Thing['id'], Thing>;

const listById = <Thing extends { readonly id: string }>(
  thing: fc.Arbitrary<Thing>,
  minLength: number,
  maxLength: number,
) => fc.uniqueArray(thing, { selector: ({ id }) => id, minLength, maxLength });

const person: fc.Arbitrary<Person> = fc.record({
  id: idOf<PersonId>('p'),
  kind: fc.oneof({ weight: 3, arbitrary: fc.constant('person' as const) }, fc.constantFrom(...PERSON_KINDS)),
  name: text,
  relation: text,
  deceased: fc.boolean(),
  child: fc.boolean(),
  symbol: fc.constantFrom(...SYMBOLS),
  note: text,
  offPaper: fc.boolean(),
});

const weight = fc.integer({ min: 10, max: 100 });

const sectors: fc.Arbitrary<Sector[]> = listById(
  fc.record({
    id: idOf<Sector['id']>('s'),
    kind: fc.constantFrom(...SECTOR_KINDS),
    name: nameOrNull,
    hue: fc.constantFrom(...HUES),
    span: weight,
    hidden: fc.boolean(),
  }),
  1,
  8,
).map((list) => {
  const [first, ...rest] = list;
  const open = first && list.every(({ hidden }) => hidden) ? [{ ...first, hidden: false }, ...rest] : list;
  const total = open.reduce((sum, { span, hidden }) => (hidden ? sum : sum + span), 0);
  return open.map((sector) => ({ ...sector, span: sector.hidden ? sector.span : (sector.span / total) * 360 }));
});

const rings: fc.Arbitrary<Ring[]> = fc
  .array(fc.record({ name: nameOrNull, width: weight }), { minLength: 2, maxLength: 4 })
  .map((list) => {
    const total = list.reduce((sum, { width }) => sum + width, 0);
    return list.map(({ name, width }) => ({ name, width: width / total }));
  });

const scopeOf = (maxPeople: number): fc.Arbitrary<Scope> =>
  fc.record({ sectors, rings, people: listById(person, 0, maxPeople).map(byId<Person>) });

const fraction = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0) },
  { weight: 1, arbitrary: fc.constantFrom(0, 0.5, 1) },
);

const placeIn = (scope: Scope): fc.Arbitrary<Place> =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constant('tray' as const) },
    {
      weight: 5,
      arbitrary: fc.record({
        sector: fc.constantFrom(...scope.sectors.map(({ id }) => id)),
        ring: fc.oneof(
          { weight: 6, arbitrary: fc.nat(scope.rings.length - 1) },
          { weight: 1, arbitrary: fc.constant('outside' as const) },
        ),
        spot: fc.option(fc.record({ along: fraction, across: fraction, by: fc.constantFrom('hand', 'layout') }), {
          freq: 3,
        }),
      }),
    },
  );

const relationAmong = (ids: readonly PersonId[]): fc.Arbitrary<Relation> =>
  fc
    .record({
      id: idOf<Relation['id']>('r'),
      between: fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids, 'ego' as const)),
      kind: fc.constantFrom(...RELATION_KINDS),
      support: fc.constantFrom(...SUPPORTS),
    })
    .filter(({ between: [one, other] }) => one !== other);

/** Nobody is there twice, and no id. */
const relationsAmong = (ids: readonly PersonId[]): fc.Arbitrary<Drawing['relations']> =>
  ids.length === 0
    ? fc.constant({})
    : fc
        .uniqueArray(relationAmong(ids), { selector: ({ between }) => pairKey(between), maxLength: 2 * ids.length })
        .map(byId<Relation>);

const groupsAmong = (ids: readonly PersonId[]): fc.Arbitrary<Drawing['groups']> =>
  ids.length === 0
    ? fc.constant({})
    : fc.dictionary(
        idOf('g'),
        fc.record({ label: text, members: fc.subarray([...ids], { minLength: 1 }) }) satisfies fc.Arbitrary<Group>,
        { maxKeys: 3, noNullPrototype: true },
      );

const placesIn = (scope: Scope): fc.Arbitrary<Drawing['places']> =>
  fc
    .tuple(...Object.keys(scope.people).map((id) => fc.tuple(fc.constant(id), fc.option(placeIn(scope), { freq: 8 }))))
    .map((places) => Object.fromEntries(places.filter(([, place]) => place !== null)) as Drawing['places']);

type Kept = { readonly map: Scope; readonly frozen: Scope | null; readonly kind: Drawing['kind'] };

function drawingOf({ map, frozen, kind }: Kept): fc.Arbitrary<Omit<Drawing, 'id'>> {
  const scope = frozen ?? map;
  const ids = Object.keys(scope.people) as PersonId[];
  return fc.record({
    date: isoDate,
    title: text,
    kind: fc.constant(kind),
    places: placesIn(scope),
    relations: relationsAmong(ids),
    groups: groupsAmong(ids),
    frozen: fc.constant(frozen),
  });
}

/** Earlier drawings, frozen or not; then the current one; then perhaps one that is wished for. */
const drawingsOf = (map: Scope, maxPeople: number): fc.Arbitrary<Drawing[]> =>
  fc
    .record({
      earlier: fc.array(
        fc.tuple(fc.option(earlierScope(map, maxPeople)), fc.constantFrom('today' as const, 'wished' as const)),
        { maxLength: 2 },
      ),
      wished: fc.boolean(),
      ids: fc.uniqueArray(idOf<DrawingId>('d'), { minLength: 4, maxLength: 4 }),
    })
    .chain(({ earlier, wished, ids }) => {
      const before = earlier.map(([frozen, kind]) => drawingOf({ map, frozen, kind }));
      const now = drawingOf({ map, frozen: null, kind: 'today' });
      const after = wished ? [drawingOf({ map, frozen: null, kind: 'wished' })] : [];
      return fc
        .tuple(...before, now, ...after)
        .map((drawings) => drawings.map((drawing, index) => ({ id: ids[index] as DrawingId, ...drawing })));
    });

/** As the map was: some of today's people under other names, and some who have left since. */
const earlierScope = (map: Scope, maxPeople: number): fc.Arbitrary<Scope> =>
  fc
    .tuple(scopeOf(maxPeople), fc.subarray(Object.values(map.people)), fc.boolean())
    .map(([other, stayed, sameFields]) => ({
      sectors: sameFields ? map.sectors : other.sectors,
      rings: sameFields ? map.rings : other.rings,
      people: { ...other.people, ...byId(stayed) },
    }));

const letter: fc.Arbitrary<Letter> = fc.record({
  language: fc.constantFrom(...LETTER_LANGUAGES),
  blocks: fc
    .array(fc.record({ on: fc.boolean(), text: nameOrNull }), {
      minLength: LETTER_BLOCKS.length,
      maxLength: LETTER_BLOCKS.length,
    })
    .map((blocks) => Object.fromEntries(LETTER_BLOCKS.map((name, index) => [name, blocks[index]])) as Letter['blocks']),
  replyTo: text,
  replyPhone: text,
  replyBy: fc.option(isoDate),
});

const invitationFrom = (others: readonly PersonId[]): fc.Arbitrary<Invitation> =>
  fc.record({
    wish: fc.option(fc.constantFrom(...WISHES)),
    askedWith: fc.constantFrom(null, ...others),
    asker: fc.option(fc.constantFrom(...ASKERS)),
    askerName: text,
    means: fc.option(fc.constantFrom(...MEANS)),
    answer: fc.constantFrom(...ANSWERS),
    needFlags: fc.subarray([...NEED_FLAGS]),
    needs: text,
    contact: text,
    remark: text,
    guardian: text,
    letter: fc
      .subarray([...LETTER_BLOCKS])
      .chain((names) => fc.tuple(...names.map((name) => fc.tuple(fc.constant(name), text))))
      .map((blocks) => Object.fromEntries(blocks)),
    came: fc.option(fc.boolean()),
  });

const invitationsTo = (ids: readonly PersonId[]): fc.Arbitrary<Meeting['invitations']> =>
  fc
    .subarray([...ids])
    .chain((invited) =>
      fc.tuple(...invited.map((id) => fc.tuple(fc.constant(id), invitationFrom(ids.filter((other) => other !== id))))),
    )
    .map((invitations) => Object.fromEntries(invitations) as Meeting['invitations']);

const followUpBy = (ids: readonly PersonId[]): fc.Arbitrary<FollowUp> =>
  fc.record({
    id: idOf<FollowUp['id']>('f'),
    matter: text,
    who: text,
    whoId: fc.constantFrom(null, ...ids),
    due: fc.option(isoDate),
    openlyDiscussed: fc.boolean(),
    done: fc.boolean(),
  });

const meetingOf = (ids: readonly PersonId[], drawings: readonly DrawingId[]): fc.Arbitrary<Meeting> =>
  fc.record({
    id: idOf<Meeting['id']>('t'),
    drawing: fc.constantFrom(...drawings),
    date: fc.option(isoDate),
    time: fc.constantFrom('', '17:00', 'etter middag'),
    minutes: fc.integer({ min: 0, max: 600 }),
    placeKind: fc.constantFrom(...PLACE_KINDS),
    place: text,
    link: text,
    leaders: fc.array(text, { maxLength: 2 }),
    theme: text,
    practical: text,
    agreement: text,
    calendarTitle: text,
    nextNotes: text,
    letter,
    status: fc.constantFrom(...MEETING_STATUSES),
    invitations: invitationsTo(ids),
    followUps: listById(followUpBy(ids), 0, 3),
  });

const head = {
  id: idOf<NetworkMap['id']>('m'),
  title: text,
  createdAt: isoDate.map((date) => `${date}T14:03:00.000Z` as IsoDateTime),
  ego: fc.record({ name: text }),
  madeBy: text,
  madeWith: text,
  widths: fc.constantFrom('standard' as const, 'user' as const, 'content' as const),
  oval: fc.boolean(),
  shapes: fc.boolean(),
  shown: fc.record({
    rings: fc.boolean(),
    relations: fc.boolean(),
    qualities: fc.boolean(),
    professionals: fc.boolean(),
  }),
};

/** @param maxPeople most people in the map, and in each frozen drawing; 8 keeps a property of 500 runs under a second or two */
export const arbitraryMap = (maxPeople = 8): fc.Arbitrary<NetworkMap> =>
  fc
    .tuple(fc.record(head), scopeOf(maxPeople))
    .chain(([{ id, title, createdAt, ego, madeBy, madeWith, ...rest }, scope]) =>
      drawingsOf(scope, maxPeople).chain((drawings) =>
        listById(
          meetingOf(
            Object.keys(scope.people) as PersonId[],
            drawings.map((drawing) => drawing.id),
          ),
          0,
          2,
        ).map((meetings) => ({
          ...{ id, title, createdAt, ego, madeBy, madeWith },
          ...{ sectors: scope.sectors, rings: scope.rings, ...rest },
          ...{ people: scope.people, drawings, meetings },
        })),
      ),
    );
