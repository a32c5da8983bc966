import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meetingCalendar } from '../../../src/export/calendar.ts';
import { isHeldPlace } from '../../../src/export/letter/facts.ts';
import { letterHouseholds, onlyScreen } from '../../../src/export/letter/households.ts';
import { letterText, toPlainText } from '../../../src/export/letter/letterText.ts';
import { smsText, tellText } from '../../../src/export/letter/shortTexts.ts';
import { LANGUAGES } from '../../../src/i18n/languages.ts';
import { emptyInvitation, newMeeting } from '../../../src/model/newMap.ts';
import { invitees } from '../../../src/model/questions.ts';
import type {
  Invitation,
  LetterBlock,
  Meeting,
  MeetingId,
  NetworkMap,
  Person,
  PersonId,
} from '../../../src/model/types.ts';
import { arbitraryMap } from '../../support/arbitraryMap.ts';
import { numRuns } from '../../support/depth.ts';
import { translateIn } from '../../support/letters.ts';

/** A mark that no sentence of ours holds, so that it is found wherever it comes out. */
const mark = (what: string) => `zq${what}qz`;
const marksIn = (text: string): string[] => text.match(/zq.+?qz/g) ?? [];
const nameMark = (index: number) => mark(`person${index}`);

/** Any map, with a mark in every place where somebody may have written something. */
const marked = fc.tuple(arbitraryMap(), fc.boolean(), fc.boolean()).map(([map, roles, everybody]) => {
  const index = new Map(Object.keys(map.people).map((id, at) => [id, at]));
  const people = Object.fromEntries(
    Object.entries(map.people).map(([id, person]) => [
      id,
      { ...person, name: nameMark(index.get(id) ?? -1), note: mark('note'), relation: mark('relation') },
    ]),
  ) as Record<PersonId, Person>;
  const before = map.meetings.at(-1) ?? newMeeting('meeting-1' as MeetingId, (map.drawings.at(-1) ?? never()).id);
  const meeting = markMeeting(everybody ? invitingAll(map, before) : before);
  const whole: NetworkMap = {
    ...map,
    title: mark('title'),
    madeBy: mark('madeBy'),
    madeWith: mark('madeWith'),
    ego: { name: mark('ego') },
    people,
    meetings: [...map.meetings.slice(0, -1), meeting],
  };
  return { map: whole, meeting, roles, nameOf: (id: PersonId) => nameMark(index.get(id) ?? -1) };
});

const never = (): never => {
  throw new Error('A map has a drawing.');
};

/** Seldom at random: many are invited, and each is told of the others. */
function invitingAll(map: NetworkMap, meeting: Meeting): Meeting {
  const { blocks } = meeting.letter;
  const invitations = Object.fromEntries(
    Object.keys(map.people).map((id) => [
      id,
      { ...(meeting.invitations[id as PersonId] ?? emptyInvitation), wish: 'yes' as const },
    ]),
  );
  return {
    ...meeting,
    letter: { ...meeting.letter, blocks: { ...blocks, others: { on: true, text: null } } },
    invitations,
  };
}

function markMeeting(meeting: Meeting): Meeting {
  const blocks = Object.fromEntries(
    Object.entries(meeting.letter.blocks).map(([block, { on }]) => [block, { on, text: null }]),
  ) as Meeting['letter']['blocks'];
  const invitation = (one: Invitation): Invitation => ({
    ...one,
    askerName: mark('askerName'),
    needs: mark('needs'),
    contact: mark('contact'),
    remark: mark('remark'),
    guardian: one.guardian === '' ? '' : mark('guardian'),
    letter: {},
  });
  return {
    ...meeting,
    place: mark('place'),
    link: mark('link'),
    leaders: [mark('leader1'), mark('leader2')],
    theme: mark('theme'),
    practical: mark('practical'),
    agreement: mark('agreement'),
    calendarTitle: '',
    nextNotes: mark('nextNotes'),
    letter: { ...meeting.letter, blocks, replyTo: mark('replyTo'), replyPhone: mark('replyPhone') },
    invitations: Object.fromEntries(
      Object.entries(meeting.invitations).map(([id, one]) => [id, invitation(one)]),
    ) as Meeting['invitations'],
  };
}

/** What may come out, and only where the block is on. */
const BELONGS: Readonly<Record<string, LetterBlock>> = {
  [mark('theme')]: 'theme',
  [mark('leader1')]: 'leaders',
  [mark('leader2')]: 'leaders',
  [mark('place')]: 'where',
  [mark('link')]: 'where',
  [mark('ego')]: 'closing',
  [mark('replyTo')]: 'answer',
  [mark('replyPhone')]: 'answer',
};
/** Names of others than the people of the map: not there either when roles stand for names. */
const NAMES = new Set(['leader1', 'leader2', 'ego', 'replyTo'].map(mark));
const CLINIC = /DPS|ommunen|municipality/u;

describe('whatever is on the map', () => {
  it('a letter holds nothing that was not chosen', () => {
    fc.assert(
      fc.property(marked, fc.constantFrom(...LANGUAGES), ({ map, meeting, roles, nameOf }, language) => {
        const { blocks } = meeting.letter;
        const certain = invitees(map, ['yes']).filter((person) => onlyScreen(map, person) === null);
        for (const to of letterHouseholds(map, meeting)) {
          const text = toPlainText(letterText({ map, meeting, to, language, t: translateIn(language), roles }));
          const called = ({ id }: Person) => (roles ? mark('relation') : nameOf(id));
          const own = to.map(called);
          const others = blocks.others.on ? certain.map(called) : [];
          const isChosen = (found: string) => {
            const block = BELONGS[found];
            if (found === mark('place') && isHeldPlace(meeting)) return false;
            if (roles && NAMES.has(found)) return false;
            return block ? blocks[block].on : [...own, ...others].includes(found);
          };
          expect(marksIn(text).filter((found) => !isChosen(found))).toEqual([]);
          expect(text).not.toMatch(CLINIC);
        }
      }),
      { numRuns: numRuns(60) },
    );
  });

  it('everybody who is to be invited gets one letter, and nobody else any', () => {
    fc.assert(
      fc.property(marked, ({ map, meeting }) => {
        const to = letterHouseholds(map, meeting).flatMap((people) => people.map(({ id }) => id));
        expect(to.toSorted()).toEqual(
          invitees(map)
            .map(({ id }) => id)
            .toSorted(),
        );
      }),
      { numRuns: numRuns(60) },
    );
  });

  it('a message says nothing but who sends it, and what was moved', () => {
    fc.assert(
      fc.property(marked, fc.constantFrom(...LANGUAGES), ({ map, meeting, nameOf }, language) => {
        const t = translateIn(language);
        expect(marksIn(smsText(map, t))).toEqual([mark('ego')]);
        for (const person of invitees(map)) {
          const text = tellText({ map, meeting, to: [person], language, t }) ?? '';
          const where = meeting.letter.blocks.where.on ? [mark('place'), mark('link')] : [];
          for (const found of marksIn(text)) expect([nameOf(person.id), mark('ego'), ...where]).toContain(found);
        }
      }),
      { numRuns: numRuns(60) },
    );
  });

  it('a calendar names nobody and tells nothing unasked', () => {
    const now = new Date('2026-11-21T14:03:00Z');
    fc.assert(
      fc.property(marked, fc.boolean(), ({ map, meeting }, place) => {
        const file = meetingCalendar(map, meeting, { place, names: false, roles: false, t: translateIn('nb'), now });
        const text = (file ?? '').replaceAll('\r\n ', '');
        for (const found of marksIn(text)) expect(place ? [mark('place'), mark('link')] : []).toContain(found);
        expect(text).not.toMatch(CLINIC);
      }),
      { numRuns: numRuns(60) },
    );
  });
});
