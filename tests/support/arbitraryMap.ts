/**
 * Maps at random for property tests: always sound (no broken invariant), and rich – several drawings, frozen ones with
 * people who have left since, hidden fields, groups, meetings, people in the tray and outside, names of the whole world.
 */
import * as fc from 'fast-check';
import { pairKey, type Scope } from '../../src/model/invariants.ts';
import {
  type Drawing,
  type DrawingId,
  type Group,
  HUES,
  type IsoDateTime,
  type Meeting,
  type NetworkMap,
  PERSON_KINDS,
  type Person,
  type PersonId,
  type Place,
  RELATION_KINDS,
  type Relation,
  type Ring,
  type Sector,
  SECTOR_KINDS,
  SUPPORTS,
  SYMBOLS,
} from '../../src/model/types.ts';
import { meetingOf } from './arbitraryMeeting.ts';
import { byId, idOf, isoDate, listById, nameOrNull, text } from './arbitraryParts.ts';

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

const head = {
  id: idOf<NetworkMap['id']>('m'),
  title: text,
  createdAt: isoDate.map((date) => `${date}T14:03:00.000Z` as IsoDateTime),
  ego: fc.record({ name: text }),
  madeBy: text,
  madeWith: text,
};

const settings = {
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

const meetingsOf = (scope: Scope, drawings: readonly Drawing[]): fc.Arbitrary<Meeting[]> => {
  const people = Object.keys(scope.people) as PersonId[];
  return listById(
    meetingOf(
      people,
      drawings.map(({ id }) => id),
    ),
    0,
    2,
  );
};

/** @param maxPeople most people in the map, and in each frozen drawing; with 8, 500 maps are made in half a second */
export const arbitraryMap = (maxPeople = 8): fc.Arbitrary<NetworkMap> =>
  fc.tuple(fc.record(head), fc.record(settings), scopeOf(maxPeople)).chain(([named, set, { sectors, rings, people }]) =>
    drawingsOf({ sectors, rings, people }, maxPeople).chain((drawings) =>
      meetingsOf({ sectors, rings, people }, drawings).map((meetings) => ({
        ...named,
        sectors,
        rings,
        ...set,
        people,
        drawings,
        meetings,
      })),
    ),
  );
