import { longDateWithDay } from '../../i18n/dates.ts';
import type { Language } from '../../i18n/languages.ts';
import type { Translate } from '../../i18n/translate.ts';
import { currentMeeting, invitationOf, invitees } from '../../model/questions.ts';
import type { Meeting, NetworkMap, Person } from '../../model/types.ts';
import { ANSWER_WORDS, ASKER_WORDS, MEANS_WORDS, PLACE_WORDS } from '../../scene/meetingWords.ts';

/**
 * The invitation list as plain text: who, who asks, how, and the answer. Nothing about nearness, lines, contact or
 * remarks, and nobody who is kept off paper.
 */
export function listAsText(map: NetworkMap, t: Translate, language: Language): string {
  const meeting = currentMeeting(map);
  const people = [...invitees(map, ['yes']), ...invitees(map, ['maybe'])].filter(({ offPaper }) => !offPaper);
  const when = meeting ? whenAndWhere(meeting, t, language) : [];
  return [t('meeting.text.title'), ...when, '', ...people.map((person) => lineOf(map, person, t)), ''].join('\n');
}

function whenAndWhere({ date, time, placeKind, place, link }: Meeting, t: Translate, language: Language): string[] {
  const day = date === null ? '' : longDateWithDay(language, date);
  const when = [day, time].filter((part) => part !== '').join(', ');
  const where = [t(PLACE_WORDS[placeKind]), place, placeKind === 'video' ? link : ''];
  return [when, where.filter((part) => part !== '').join(', ')].filter((line) => line !== '');
}

function lineOf(map: NetworkMap, { id, name, relation }: Person, t: Translate): string {
  const { wish, asker, askerName, means, answer } = invitationOf(map, id);
  const who = relation === '' ? name : `${name} (${relation})`;
  const asks = asker === 'other' && askerName !== '' ? t('meeting.chip.asks', { name: askerName }) : null;
  const settled = [
    wish === 'maybe' ? t('meeting.chip.maybe') : '',
    asks ?? (asker === null ? '' : t(ASKER_WORDS[asker])),
    means === null ? '' : t(MEANS_WORDS[means]),
    t(ANSWER_WORDS[answer]),
  ];
  return `– ${who}: ${settled.filter((part) => part !== '').join(', ')}`;
}
