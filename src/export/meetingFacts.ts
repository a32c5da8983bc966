import type { Language } from '../i18n/languages.ts';
import type { Translate } from '../i18n/translate.ts';
import type { Meeting } from '../model/types.ts';
import { PLACE_WORDS } from '../scene/meetingWords.ts';
import { clockWords, dayAndTime } from './letter/facts.ts';

export type Fact = { readonly label: string; readonly text: string };

type FactsRequest = {
  readonly meeting: Meeting | null;
  /** Roles instead of names: leaders' names are left out too. */
  readonly roles: boolean;
  readonly theme: boolean;
  readonly language: Language;
  readonly t: Translate;
};

/** When, where and with whom the meeting is, as far as it has been said. */
export function meetingFacts({ meeting, roles, theme, language, t }: FactsRequest): Fact[] {
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

/** The day and the time, and whether it is another day than it was, or none. */
function whenWords(meeting: Meeting, language: Language, t: Translate): string {
  const { status, time } = meeting;
  const when = dayAndTime(meeting, language, t) ?? clockWords(time, t);
  const news = status === 'moved' ? t('out.list.moved') : status === 'cancelled' ? t('out.list.cancelled') : '';
  return [when, news].filter((part) => part !== '').join(' – ');
}

function whereWords({ placeKind, place }: Meeting, t: Translate): string {
  const written = place.trim();
  if (written === '') return placeKind === 'other' ? '' : t(PLACE_WORDS[placeKind]);
  const kind = t(PLACE_WORDS[placeKind]);
  const isSaid = placeKind === 'other' || written.toLocaleLowerCase().includes(kind.toLocaleLowerCase());
  return isSaid ? written : `${kind}, ${written}`;
}
