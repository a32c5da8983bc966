import { haveBeenTold, isAsked, isChanged } from '../../export/letter/households.ts';
import type { Translate } from '../../i18n/translate.ts';
import { type Household, idsOf } from '../../model/households.ts';
import { invitationOf } from '../../model/questions.ts';
import type { Meeting, NetworkMap, PersonId } from '../../model/types.ts';
import { ASKER_WORDS, MEANS_WORDS, NEED_WORDS } from '../../scene/meetingWords.ts';

/** Those who are asked as one with somebody of this row but stand on another, whichever of them says so. */
function askedTogether(map: NetworkMap, meeting: Meeting | null, ids: readonly PersonId[]): string[] {
  const invitations = meeting?.invitations ?? {};
  const others = Object.keys(invitations) as PersonId[];
  const withThem = others.filter((other) => ids.includes(invitations[other]?.askedWith ?? other));
  const own = ids.flatMap((id) => invitations[id]?.askedWith ?? []);
  const elsewhere = [...new Set([...own, ...withThem])].filter((other) => !ids.includes(other));
  return elsewhere.flatMap((other) => map.people[other]?.name ?? []);
}

/** Whether they know that the meeting is moved or falls away; nothing while all is as planned, or nobody has been asked. */
function toldWords(meeting: Meeting | null, people: Household, t: Translate): string {
  if (!meeting || !isChanged(meeting) || people.every(({ id }) => !isAsked(meeting, id))) return '';
  return t(haveBeenTold(meeting, people) ? 'meeting.chip.told' : 'meeting.chip.toTell');
}

/** What is settled about an invitation, in few words. */
export function chipsOf(map: NetworkMap, meeting: Meeting | null, people: Household, t: Translate): string[] {
  const { wish, asker, askerName, means } = invitationOf(map, people[0].id, meeting);
  const together = askedTogether(map, meeting, idsOf(people));
  const each = people.map((person) => ({ ...person, ...invitationOf(map, person.id, meeting) }));
  return [
    wish === 'maybe' ? t('meeting.chip.maybe') : '',
    wish === 'notNow' ? t('meeting.chip.notNow') : '',
    asker === 'other' && askerName !== '' ? t('meeting.chip.asks', { name: askerName }) : '',
    asker !== null && (asker !== 'other' || askerName === '') ? t(ASKER_WORDS[asker]) : '',
    means === null ? '' : t(MEANS_WORDS[means]),
    together.length > 0 ? t('meeting.chip.together', { names: together.join(', ') }) : '',
    ...new Set(each.flatMap(({ needFlags }) => needFlags.map((flag) => t(NEED_WORDS[flag])))),
    ...each.map(({ needs }) => needs),
    toldWords(meeting, people, t),
    each.some(({ child, guardian }) => child && guardian === '') ? t('meeting.chip.consent') : '',
    each.some(({ offPaper }) => offPaper) ? t('meeting.chip.offPaper') : '',
  ].filter((chip) => chip !== '');
}
