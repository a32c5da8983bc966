/**
 * File version 1. Once a version of the app has been handed out, files in this shape lie on people's tablets: then this
 * file is frozen, and a change is described in a new version with one step from this one. Therefore the lists of words
 * stand here and are not taken from the model: a word added there does not compile against this file (see `mapOf`).
 */
import * as v from 'valibot';
import {
  MAX_DRAWINGS,
  MAX_FOLLOW_UPS,
  MAX_GROUPS,
  MAX_LEADERS,
  MAX_MEETINGS,
  MAX_PEOPLE,
  MAX_RELATIONS,
  MAX_SECTORS_READ,
} from '../../model/limits.ts';
import { HUES } from '../../model/types.ts';
import { HUE_OF_KIND } from '../../model/presets.ts';
import type {
  DrawingId,
  FollowUpId,
  GroupId,
  MapId,
  MeetingId,
  NetworkMap,
  PersonId,
  RelationId,
  SectorId,
} from '../../model/types.ts';
import {
  count,
  fields,
  fieldsOrNone,
  idOf,
  isoDate,
  isoDateTime,
  listOf,
  MAX_ID,
  nameOrNull,
  number,
  oneOf,
  orNull,
  recordOf,
  text,
  textOrNone,
  yesNo,
} from './v1Parts.ts';

export const FORMAT = 'nettverkskart';

const SECTOR_KINDS = [
  'family',
  'relatives',
  'friends',
  'neighbours',
  'leisure',
  'work',
  'professionals',
  'own',
] as const;

const personId = idOf<PersonId>();
const sectorId = idOf<SectorId>();
const groupId = idOf<GroupId>();
/** Made of the ids of the two, in the app. */
const relationId = idOf<RelationId>(5 * MAX_ID);
const drawingId = idOf<DrawingId>();

/** A file by somebody else's tool may say nothing about colours. */
const sector = v.pipe(
  fields({
    id: sectorId,
    kind: oneOf(SECTOR_KINDS),
    name: nameOrNull,
    // A picklist takes −0 for 0 and hands it on; the table's own 0 is meant.
    hue: v.optional(
      v.pipe(
        v.picklist(HUES),
        v.transform((hue) => HUES[hue]),
      ),
    ),
    span: number(0, 1_000_000),
    hidden: yesNo(false),
  }),
  v.transform(({ id, kind, name, hue, span, hidden }) => ({
    id,
    kind,
    name,
    hue: hue ?? HUE_OF_KIND[kind],
    span,
    hidden,
  })),
);
const ring = fields({ name: nameOrNull, width: number(0, 1_000_000) });
const sectors = v.pipe(listOf(sector, MAX_SECTORS_READ), v.minLength(1));
const rings = v.pipe(listOf(ring, MAX_SECTORS_READ), v.minLength(2), v.maxLength(4));

const person = fields({
  id: personId,
  kind: oneOf(['person', 'animal', 'group', 'place']),
  name: text,
  relation: textOrNone,
  deceased: yesNo(false),
  child: yesNo(false),
  symbol: v.optional(oneOf(['neutral', 'circle', 'square', 'other']), 'neutral'),
  note: textOrNone,
  offPaper: yesNo(false),
});
const people = recordOf(personId, person, MAX_PEOPLE, 'people');

const spot = fields({
  along: number(-1_000_000, 1_000_000),
  across: number(-1_000_000, 1_000_000),
  by: v.optional(oneOf(['hand', 'layout']), 'hand'),
});
const place = v.union([
  v.literal('tray'),
  fields({
    sector: sectorId,
    ring: v.union([count(1_000_000), v.literal('outside')]),
    spot: orNull(spot),
  }),
]);

/** `ego` belongs second; the other way round it is turned by the repair. */
const tiedTo = v.union([v.literal('ego'), personId]);
const relation = fields({
  id: relationId,
  between: v.pipe(
    v.custom<unknown[]>(Array.isArray),
    v.strictTuple([tiedTo, tiedTo]),
    v.transform((ends) => ends as readonly [PersonId, PersonId | 'ego']),
  ),
  kind: oneOf(['knows', 'strong', 'loose', 'onAndOff', 'difficult', 'noContact', 'wished']),
  support: v.optional(oneOf(['none', 'given', 'received', 'mutual']), 'none'),
});

const group = fields({ label: textOrNone, members: listOf(personId, MAX_PEOPLE) });

const drawing = fields({
  id: drawingId,
  date: isoDate,
  title: textOrNone,
  kind: v.optional(oneOf(['today', 'wished']), 'today'),
  places: recordOf(personId, place, MAX_PEOPLE, 'people'),
  relations: v.optional(recordOf(relationId, relation, MAX_RELATIONS, 'relations'), {}),
  groups: v.optional(recordOf(groupId, group, MAX_GROUPS), {}),
  frozen: orNull(fields({ sectors, rings, people })),
});

/** What tells about others, the clinic or the theme is said only if the person wants it. */
const block = (on: boolean) => fieldsOrNone({ on: yesNo(on), text: nameOrNull });
const blocks = fieldsOrNone({
  greeting: block(true),
  reason: block(true),
  when: block(true),
  where: block(true),
  leaders: block(false),
  noPreparation: block(true),
  theme: block(false),
  others: block(false),
  answer: block(true),
  closing: block(true),
});
const ownWords = v.exactOptional(text);

const invitation = fields({
  wish: orNull(oneOf(['yes', 'maybe', 'notNow'])),
  askedWith: orNull(personId),
  asker: orNull(oneOf(['me', 'leader', 'together', 'other'])),
  askerName: textOrNone,
  means: orNull(oneOf(['meet', 'call', 'message', 'letter', 'email', 'video'])),
  answer: v.optional(oneOf(['notAsked', 'asked', 'coming', 'unsure', 'cannot']), 'notAsked'),
  needFlags: v.optional(listOf(oneOf(['interpreter', 'transport', 'childcare', 'video']), 4), []),
  needs: textOrNone,
  contact: textOrNone,
  remark: textOrNone,
  guardian: textOrNone,
  letter: fieldsOrNone({
    greeting: ownWords,
    reason: ownWords,
    when: ownWords,
    where: ownWords,
    leaders: ownWords,
    noPreparation: ownWords,
    theme: ownWords,
    others: ownWords,
    answer: ownWords,
    closing: ownWords,
  }),
  told: yesNo(false),
  came: orNull(v.boolean()),
});

const followUp = fields({
  id: idOf<FollowUpId>(),
  matter: text,
  who: textOrNone,
  whoId: orNull(personId),
  due: orNull(isoDate),
  openlyDiscussed: yesNo(false),
  done: yesNo(false),
});

const meeting = fields({
  id: idOf<MeetingId>(),
  drawing: drawingId,
  date: orNull(isoDate),
  time: textOrNone,
  minutes: v.optional(number(0, 100_000), 90),
  placeKind: v.optional(oneOf(['myHome', 'clinic', 'municipality', 'video', 'other']), 'other'),
  place: textOrNone,
  link: textOrNone,
  leaders: v.optional(listOf(text, MAX_LEADERS), []),
  theme: textOrNone,
  practical: textOrNone,
  agreement: textOrNone,
  calendarTitle: textOrNone,
  nextNotes: textOrNone,
  letter: fieldsOrNone({
    language: v.optional(oneOf(['nb', 'nn', 'en']), 'nb'),
    blocks,
    replyTo: textOrNone,
    replyPhone: textOrNone,
    replyBy: orNull(isoDate),
  }),
  status: v.optional(oneOf(['planned', 'moved', 'cancelled', 'held']), 'planned'),
  invitations: v.optional(recordOf(personId, invitation, MAX_PEOPLE, 'people'), {}),
  followUps: v.optional(listOf(followUp, MAX_FOLLOW_UPS), []),
});

const map = fields({
  id: idOf<MapId>(),
  title: text,
  createdAt: isoDateTime,
  ego: fields({ name: text }),
  madeBy: textOrNone,
  madeWith: textOrNone,
  sectors,
  rings,
  widths: v.optional(oneOf(['standard', 'user', 'content']), 'standard'),
  oval: yesNo(false),
  shapes: yesNo(false),
  shown: fieldsOrNone({
    rings: yesNo(true),
    relations: yesNo(true),
    qualities: yesNo(true),
    professionals: yesNo(true),
  }),
  people,
  drawings: v.pipe(listOf(drawing, MAX_DRAWINGS), v.minLength(1)),
  meetings: v.optional(listOf(meeting, MAX_MEETINGS), []),
});

export const fileV1 = v.object({ format: v.literal(FORMAT), version: v.literal(1), map });
export type FileV1 = v.InferOutput<typeof fileV1>;

/** Compiles only while the model and this file say the same; the way in and the way out are held together here. */
export const mapOf = (file: FileV1): NetworkMap => file.map;
