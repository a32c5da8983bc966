import * as fc from 'fast-check';
import {
  ANSWERS,
  ASKERS,
  type DrawingId,
  type FollowUp,
  type Invitation,
  LETTER_BLOCKS,
  LETTER_LANGUAGES,
  type Letter,
  MEANS,
  type Meeting,
  MEETING_STATUSES,
  NEED_FLAGS,
  type PersonId,
  PLACE_KINDS,
  WISHES,
} from '../../src/model/types.ts';
import { idOf, isoDate, listById, nameOrNull, text } from './arbitraryParts.ts';

export const letter: fc.Arbitrary<Letter> = fc.record({
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
    told: fc.boolean(),
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

export const meetingOf = (ids: readonly PersonId[], drawings: readonly DrawingId[]): fc.Arbitrary<Meeting> =>
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
