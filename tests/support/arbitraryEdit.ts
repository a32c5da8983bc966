/**
 * Edits at random for property tests: of everybody and nobody, in rings and fields that are there and that are not.
 * Complete by type: a new edit does not compile until it can be tried here.
 */
import * as fc from 'fast-check';
import { EDITS, type EditDetails, type EditName } from '../../src/model/edits/edits.ts';
import { SECTOR_PRESETS, type SectorPreset } from '../../src/model/presets.ts';
import {
  ANSWERS,
  ASKERS,
  type FollowUpId,
  type GroupId,
  HUES,
  type Invitation,
  MEANS,
  type Meeting,
  type MeetingId,
  MEETING_STATUSES,
  NEED_FLAGS,
  type NetworkMap,
  PERSON_KINDS,
  type PersonId,
  type Place,
  RELATION_KINDS,
  type RelationId,
  SECTOR_KINDS,
  type SectorId,
  SUPPORTS,
  SYMBOLS,
  WISHES,
} from '../../src/model/types.ts';
import { letter } from './arbitraryMeeting.ts';
import { isoDate, nameOrNull, text } from './arbitraryParts.ts';

export type Edit = { [Name in EditName]: { readonly name: Name; readonly details: EditDetails<Name> } }[EditName];

/** Ids that come up again and again in one run, and one that nobody ever has. */
const someOf = <Id extends string>(prefix: string, known: readonly string[]): fc.Arbitrary<Id> =>
  fc.constantFrom(
    ...([...known, ...known, `${prefix}-new1`, `${prefix}-new2`, `${prefix}-new3`, `${prefix}-nobody`] as Id[]),
  );

const peopleOf = (map: NetworkMap) =>
  someOf<PersonId>('p', [
    ...Object.keys(map.people),
    ...map.drawings.flatMap(({ frozen }) => Object.keys(frozen?.people ?? {}).slice(0, 2)),
  ]);
const severalOf = (map: NetworkMap) => fc.array(peopleOf(map), { maxLength: 5 });
const sectorsOf = (map: NetworkMap) =>
  someOf<SectorId>('s', [...map.sectors.map(({ id }) => id), 's-family', 's-professionals']);
const groupsOf = (map: NetworkMap) =>
  someOf<GroupId>(
    'g',
    map.drawings.flatMap(({ groups }) => Object.keys(groups)),
  );
const meetingsOf = (map: NetworkMap) =>
  someOf<MeetingId>(
    'meeting',
    map.meetings.map(({ id }) => id),
  );
const followUpsOf = (map: NetworkMap) =>
  someOf<FollowUpId>(
    'f',
    map.meetings.flatMap(({ followUps }) => followUps.map(({ id }) => id)),
  );
/** Of those drawn at first, and of those that the app would draw between two. */
const relationsOf = (map: NetworkMap): fc.Arbitrary<RelationId> =>
  fc.oneof(
    someOf<RelationId>(
      'r',
      map.drawings.flatMap(({ relations }) => Object.keys(relations)),
    ),
    fc
      .tuple(peopleOf(map), fc.oneof(peopleOf(map), fc.constant('ego')))
      .map(([one, other]) => `r-${one}-${other}` as RelationId),
  );

const ringIndex = fc.constantFrom(0, 0, 1, 1, 2, 3, 4, -1, 1.5, 99);
const fraction = fc.oneof(
  { weight: 9, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0) },
  { weight: 1, arbitrary: fc.constantFrom(-0.2, 1.2, Number.NaN) },
);
const someNumber = (most: number) =>
  fc.oneof(
    { weight: 9, arbitrary: fc.double({ min: -most, max: most, noNaN: true }).map((value) => value + 0) },
    { weight: 1, arbitrary: fc.constantFrom(0, Number.NaN, Infinity) },
  );

const placeIn = (map: NetworkMap): fc.Arbitrary<Place> =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constant('tray' as const) },
    {
      weight: 5,
      arbitrary: fc.record({
        sector: sectorsOf(map),
        ring: fc.oneof({ weight: 5, arbitrary: ringIndex }, { weight: 1, arbitrary: fc.constant('outside' as const) }),
        spot: fc.option(fc.record({ along: fraction, across: fraction, by: fc.constantFrom('hand', 'layout') }), {
          freq: 2,
        }),
      }),
    },
  );

/** Any of these fields, or none of them: what a form hands on. */
const some = <Fields>(model: { [Key in keyof Fields]: fc.Arbitrary<Fields[Key]> }): fc.Arbitrary<Partial<Fields>> =>
  fc.record(model, { requiredKeys: [] }) as fc.Arbitrary<Partial<Fields>>;

const personFields = {
  kind: fc.constantFrom(...PERSON_KINDS),
  name: text,
  relation: text,
  deceased: fc.boolean(),
  child: fc.boolean(),
  symbol: fc.constantFrom(...SYMBOLS),
  note: text,
  offPaper: fc.boolean(),
};
const look = { kind: fc.constantFrom(...RELATION_KINDS), support: fc.constantFrom(...SUPPORTS) };

const invitationPatch = (map: NetworkMap) =>
  some<Omit<Invitation, 'letter'>>({
    wish: fc.option(fc.constantFrom(...WISHES)),
    askedWith: fc.option(peopleOf(map)),
    asker: fc.option(fc.constantFrom(...ASKERS)),
    askerName: text,
    means: fc.option(fc.constantFrom(...MEANS)),
    answer: fc.constantFrom(...ANSWERS),
    needFlags: fc.subarray([...NEED_FLAGS]),
    needs: text,
    contact: text,
    remark: text,
    guardian: text,
    told: fc.boolean(),
    came: fc.option(fc.boolean()),
  });

const meetingPatch = some<Pick<Meeting, 'date' | 'minutes' | 'leaders' | 'theme' | 'status' | 'letter' | 'agreement'>>({
  date: fc.option(isoDate),
  minutes: fc.integer({ min: 0, max: 600 }),
  leaders: fc.array(text, { maxLength: 2 }),
  theme: text,
  status: fc.constantFrom(...MEETING_STATUSES),
  letter,
  agreement: text,
});

/** Mostly what a layout would find: as many as there are, and those shown together a whole. */
const sharesOf = (counted: readonly boolean[], whole: number) =>
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.tuple(...counted.map(() => fc.integer({ min: 10, max: 40 }))).map((sizes) => {
        const total = sizes.reduce((sum, size, index) => (counted[index] ? sum + size : sum), 0);
        return sizes.map((size) => (size / total) * whole);
      }),
    },
    { weight: 1, arbitrary: fc.array(someNumber(whole), { maxLength: 9 }) },
  );

type DetailsOf = { readonly [Name in EditName]: (map: NetworkMap) => fc.Arbitrary<EditDetails<Name>> };

const EDIT_DETAILS = {
  addPeople: (map) =>
    fc.tuple(
      fc.array(
        fc.tuple(peopleOf(map), text, some(personFields)).map(([id, name, fields]) => ({ ...fields, id, name })),
        { maxLength: 3 },
      ),
      placeIn(map),
    ),
  updatePerson: (map) => fc.tuple(peopleOf(map), some(personFields)),
  movePeople: (map) => fc.tuple(fc.array(fc.record({ id: peopleOf(map), place: placeIn(map) }), { maxLength: 4 })),
  removePeople: (map) => fc.tuple(fc.array(peopleOf(map), { maxLength: 2 })),
  tidy: () => fc.tuple(fc.boolean()),
  connect: (map) =>
    fc.oneof(
      fc.tuple(
        fc.array(
          fc.oneof({ weight: 5, arbitrary: peopleOf(map) }, { weight: 1, arbitrary: fc.constant('ego' as const) }),
          { maxLength: 5 },
        ),
      ),
      fc.tuple(fc.array(fc.oneof(peopleOf(map), fc.constant('ego' as const)), { maxLength: 3 }), fc.record(look)),
    ),
  updateRelation: (map) => fc.tuple(relationsOf(map), some(look)),
  removeRelation: (map) => fc.tuple(relationsOf(map)),
  addGroup: (map) => fc.tuple(groupsOf(map), text, severalOf(map)),
  renameGroup: (map) => fc.tuple(groupsOf(map), text),
  removeGroup: (map) => fc.tuple(groupsOf(map)),
  renameSector: (map) => fc.tuple(sectorsOf(map), nameOrNull),
  setSectorHidden: (map) => fc.tuple(sectorsOf(map), fc.boolean()),
  addSector: (map) =>
    fc.tuple(
      fc.record({
        id: sectorsOf(map),
        kind: fc.constantFrom(...SECTOR_KINDS),
        name: nameOrNull,
        hue: fc.constantFrom(...HUES),
      }),
    ),
  removeSector: (map) => fc.tuple(sectorsOf(map), fc.oneof(sectorsOf(map), fc.constant('tray' as const))),
  reorderSector: (map) => fc.tuple(sectorsOf(map), ringIndex),
  moveSectorBorder: (map) => fc.tuple(sectorsOf(map), someNumber(90)),
  usePreset: () => fc.tuple(fc.constantFrom(...(Object.keys(SECTOR_PRESETS) as SectorPreset[]))),
  setWidths: (map) =>
    fc.tuple(
      sharesOf(
        map.sectors.map(({ hidden }) => !hidden),
        360,
      ),
      sharesOf(
        map.rings.map(() => true),
        1,
      ),
      fc.constantFrom('standard' as const, 'user' as const, 'content' as const),
    ),
  renameRing: () => fc.tuple(ringIndex, nameOrNull),
  addRing: () => fc.constant([]),
  removeRing: () => fc.tuple(ringIndex, fc.constantFrom('inner' as const, 'outer' as const)),
  moveRingBorder: () => fc.tuple(ringIndex, someNumber(1)),
  describe: () => fc.tuple(some({ title: text, madeBy: text, madeWith: text, egoName: text })),
  setShown: () =>
    fc.tuple(
      some({ rings: fc.boolean(), relations: fc.boolean(), qualities: fc.boolean(), professionals: fc.boolean() }),
    ),
  setDrawingStyle: () => fc.tuple(some({ oval: fc.boolean(), shapes: fc.boolean() })),
  invite: (map) => fc.tuple(meetingsOf(map), severalOf(map), fc.option(fc.constantFrom(...WISHES))),
  updateInvitation: (map) => fc.tuple(meetingsOf(map), fc.oneof(peopleOf(map), severalOf(map)), invitationPatch(map)),
  planMeeting: (map) => fc.tuple(meetingsOf(map), meetingPatch),
  addMeeting: (map) => fc.tuple(meetingsOf(map), fc.option(meetingsOf(map))),
  removeMeeting: (map) => fc.tuple(meetingsOf(map)),
  addFollowUp: (map) => fc.tuple(meetingsOf(map), followUpsOf(map), text),
  updateFollowUp: (map) =>
    fc.tuple(
      meetingsOf(map),
      followUpsOf(map),
      some({
        matter: text,
        who: text,
        whoId: fc.option(peopleOf(map)),
        due: fc.option(isoDate),
        openlyDiscussed: fc.boolean(),
        done: fc.boolean(),
      }),
    ),
  removeFollowUp: (map) => fc.tuple(meetingsOf(map), followUpsOf(map)),
} as const satisfies DetailsOf;

export const EDIT_NAMES = Object.keys(EDITS) as EditName[];

/** One edit, of the kind named or of any; what it is about is chosen from this map. */
export const arbitraryEdit = (map: NetworkMap, names: readonly EditName[] = EDIT_NAMES): fc.Arbitrary<Edit> =>
  fc.oneof(...names.map((name) => EDIT_DETAILS[name](map).map((details) => ({ name, details }) as Edit)));
