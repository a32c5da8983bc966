import { longDateWithDay } from '../i18n/dates.ts';
import type { Language } from '../i18n/languages.ts';
import type { Translate } from '../i18n/translate.ts';
import { currentMeeting } from '../model/questions.ts';
import type { Meeting, NetworkMap } from '../model/types.ts';
import { PLACE_WORDS } from '../scene/meetingWords.ts';

export type Fact = { readonly label: string; readonly text: string };

type FactsRequest = {
  readonly map: NetworkMap;
  readonly meeting?: Meeting | null;
  /** Roles instead of names: leaders' names are left out too. */
  readonly roles: boolean;
  readonly theme: boolean;
  readonly language: Language;
  readonly t: Translate;
};

/** When, where and with whom the meeting is, as far as it has been said. */
export function meetingFacts({ map, meeting = currentMeeting(map), roles, theme, language, t }: FactsRequest): Fact[] {
  if (!meeting) return [];
  const leaders = roles
    ? ''
    : meeting.leaders
        .map((leader) => leader.trim())
        .filter(Boolean)
        .join(', ');
  return [
    { label: t('out.list.when'), text: whenWords(meeting, language, t) },
    { label: t('out.list.where'), text: whereWords(meeting, t) },
    { label: t('out.list.leaders'), text: leaders },
    { label: t('out.list.theme'), text: theme ? meeting.theme.trim() : '' },
  ].filter(({ text }) => text !== '');
}

function whenWords({ date, time }: Meeting, language: Language, t: Translate): string {
  const day = date === null ? '' : longDateWithDay(language, date);
  if (day === '' || time.trim() === '') return day || time.trim();
  return t('out.list.dayAndTime', { day, time: time.trim() });
}

/** The place begins as "at my home": said only once the meeting has a day, a time or a place of its own. */
function whereWords({ placeKind, place, date, time }: Meeting, t: Translate): string {
  const written = place.trim();
  if (written === '') {
    const isPlanned = date !== null || time.trim() !== '' || placeKind !== 'myHome';
    return isPlanned && placeKind !== 'other' ? t(PLACE_WORDS[placeKind]) : '';
  }
  const kind = t(PLACE_WORDS[placeKind]);
  const isSaid = placeKind === 'other' || written.toLocaleLowerCase().includes(kind.toLocaleLowerCase());
  return isSaid ? written : `${kind}, ${written}`;
}
