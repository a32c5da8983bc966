import type { PlainKey, Translate } from '../i18n/translate.ts';
import { invitationOf, invitees, sectorOf } from '../model/questions.ts';
import type { Invitation, Meeting, NetworkMap, Person, PersonId, Wish } from '../model/types.ts';
import { ANSWER_WORDS, ASKER_WORDS, MEANS_WORDS, NEED_WORDS } from '../scene/meetingWords.ts';
import { haveBeenTold, isAsked, isChanged } from './letter/households.ts';
import { namesFor } from './papers/request.ts';

const WISH_WORDS = {
  yes: 'out.list.yes',
  maybe: 'out.list.maybe',
  notNow: 'wish.notNow',
} as const satisfies Record<Wish, PlainKey>;

/** What a list of invitees holds, and its headings. Never rings, fields, lines, notes or remarks. */
export const INVITEE_COLUMNS = {
  name: 'out.list.name',
  relation: 'out.list.relation',
  wish: 'out.list.wish',
  asker: 'out.list.asker',
  means: 'out.list.means',
  answer: 'out.list.answer',
  needs: 'out.list.needs',
  contact: 'out.list.contact',
} as const satisfies Record<string, PlainKey>;
export type InviteeColumn = keyof typeof INVITEE_COLUMNS;
export type InviteeRow = Readonly<Record<InviteeColumn, string>>;

export type InviteeChoice = { readonly roles: boolean; readonly contact: boolean };

export const inviteeColumns = ({ roles, contact }: InviteeChoice): InviteeColumn[] =>
  (Object.keys(INVITEE_COLUMNS) as InviteeColumn[]).filter(
    (column) => (contact || column !== 'contact') && !(roles && column === 'relation'),
  );

/** Whom a paper names: not who is marked "not on paper", nor who stands in a field that is hidden. */
export const inviteesOnPaper = (map: NetworkMap, meeting: Meeting | null): Person[] =>
  invitees(map, ['yes', 'maybe'], meeting).filter(
    ({ id, offPaper }) => !offPaper && sectorOf(map, id)?.hidden !== true,
  );

/** One row for everybody who is to be invited or thought about, the certain ones first. */
export function inviteeTable(
  map: NetworkMap,
  choice: InviteeChoice,
  t: Translate,
  meeting: Meeting | null,
): InviteeRow[] {
  const people = inviteesOnPaper(map, meeting);
  const nameOf = namesFor({ map, roles: choice.roles, t });
  const wishOf = ({ id }: Person) => invitationOf(map, id, meeting).wish;
  const ordered = [
    ...people.filter((person) => wishOf(person) === 'yes'),
    ...people.filter((person) => wishOf(person) !== 'yes'),
  ];
  return ordered.map((person) => {
    const invitation = invitationOf(map, person.id, meeting);
    return {
      name: nameOf(person),
      relation: choice.roles ? '' : person.relation.trim(),
      wish: invitation.wish === null ? '' : t(WISH_WORDS[invitation.wish]),
      asker: askerWords(map, invitation, choice, t),
      means: meansWords(invitation, people, nameOf, t),
      answer: answerWords(meeting, person, t),
      needs: needsWords(invitation, choice, t),
      contact: choice.contact ? invitation.contact.trim() : '',
    };
  });
}

/** What they have answered; and where the meeting is moved or cancelled, whether they know. */
function answerWords(meeting: Meeting | null, person: Person, t: Translate): string {
  const answer = t(ANSWER_WORDS[meeting?.invitations[person.id]?.answer ?? 'notAsked']);
  if (!meeting || !isChanged(meeting) || !isAsked(meeting, person.id)) return answer;
  return `${answer}, ${t(haveBeenTold(meeting, [person]) ? 'meeting.chip.told' : 'meeting.chip.toTell')}`;
}

/** Somebody else's name only if they are no secret on this paper, and names are shown at all. */
function askerWords(map: NetworkMap, { asker, askerName }: Invitation, { roles }: InviteeChoice, t: Translate): string {
  if (asker === null) return '';
  const name = askerName.trim();
  const isHidden = Object.values(map.people).some((person) => person.offPaper && person.name.trim() === name);
  if (asker !== 'other' || name === '' || roles || isHidden) return t(ASKER_WORDS[asker]);
  return t('out.list.askedBy', { name });
}

function meansWords(
  { means, askedWith }: Invitation,
  people: readonly Person[],
  nameOf: (person: Person) => string,
  t: Translate,
): string {
  const how = means === null ? '' : t(MEANS_WORDS[means]);
  const other = askedWith === null ? undefined : people.find(({ id }: { id: PersonId }) => id === askedWith);
  const together = other ? t('out.list.askedWith', { name: nameOf(other) }) : '';
  return [how, together].filter((part) => part !== '').join(', ');
}

/** What is ticked; what is written beside it may name people, and goes when roles stand for names. */
export const needsWords = (
  { needFlags, needs }: Invitation,
  { roles }: Pick<InviteeChoice, 'roles'>,
  t: Translate,
): string =>
  [...needFlags.map((flag) => t(NEED_WORDS[flag])), roles ? '' : needs.trim()].filter((part) => part !== '').join(', ');
