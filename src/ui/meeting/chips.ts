import type { Translate } from '../../i18n/translate.ts';
import { currentMeeting, invitationOf } from '../../model/questions.ts';
import type { NetworkMap, Person, PersonId } from '../../model/types.ts';
import { ASKER_WORDS, MEANS_WORDS, NEED_WORDS } from './words.ts';

/** Those who are asked as one with somebody ("Bente og Ole"), whichever of them says so. */
function askedTogether(map: NetworkMap, id: PersonId): string[] {
  const invitations = currentMeeting(map)?.invitations ?? {};
  const others = Object.keys(invitations) as PersonId[];
  const withThem = others.filter((other) => invitations[other]?.askedWith === id);
  const own = invitations[id]?.askedWith ?? null;
  return [...new Set(own === null ? withThem : [own, ...withThem])].flatMap((other) => map.people[other]?.name ?? []);
}

/** What is settled about an invitation, in few words. */
export function chipsOf(map: NetworkMap, person: Person, t: Translate): string[] {
  const { wish, asker, askerName, means, needFlags, needs, guardian } = invitationOf(map, person.id);
  const together = askedTogether(map, person.id);
  return [
    wish === 'maybe' ? t('meeting.chip.maybe') : '',
    wish === 'notNow' ? t('meeting.chip.notNow') : '',
    asker === 'other' && askerName !== '' ? t('meeting.chip.asks', { name: askerName }) : '',
    asker !== null && (asker !== 'other' || askerName === '') ? t(ASKER_WORDS[asker]) : '',
    means === null ? '' : t(MEANS_WORDS[means]),
    together.length > 0 ? t('meeting.chip.together', { names: together.join(', ') }) : '',
    ...needFlags.map((flag) => t(NEED_WORDS[flag])),
    needs,
    person.child && guardian === '' ? t('meeting.chip.consent') : '',
    person.offPaper ? t('meeting.chip.offPaper') : '',
  ].filter((chip) => chip !== '');
}
