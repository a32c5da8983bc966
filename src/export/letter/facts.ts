import { longDateWithDay } from '../../i18n/dates.ts';
import type { Language } from '../../i18n/languages.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { Meeting } from '../../model/types.ts';
import { clockOf } from '../clock.ts';

/** "1½ time", "2 timer", "45 minutter"; '' where nothing is said. */
export function lengthWords(minutes: number, t: Translate): string {
  if (minutes <= 0) return '';
  const whole = Math.floor(minutes / 60);
  if (minutes % 60 === 0) return t('letter.text.hours', { count: whole });
  if (whole > 0 && minutes % 60 === 30) return t('letter.text.hoursAndHalf', { count: whole });
  return t('letter.text.minutes', { count: minutes });
}

/** "torsdag 3. desember 2026 kl. 17:00"; null as long as there is no date. */
export function dayAndTime({ date, time }: Meeting, language: Language, t: Translate): string | null {
  if (date === null) return null;
  const day = longDateWithDay(language, date);
  const written = clockWords(time, t);
  if (clockOf(time) === null) return written === '' ? day : `${day}, ${written}`;
  return `${day} ${written}`;
}

/** Four digits in a row: hours and minutes. */
const RUN_TOGETHER = /\b([01]?\d|2[0-3])([0-5]\d)\b/gu;

/** "17:00", "1700", "kl 17:00" and "Kl.17:00" are all "kl. 17:00"; "etter middag" stays as written. */
export function clockWords(time: string, t: Translate): string {
  const written = time.trim();
  if (clockOf(written) === null) return written;
  return t('letter.text.clock', { time: written.replace(/^kl\.?\s*|^at\s+/iu, '').replace(RUN_TOGETHER, '$1:$2') });
}

export function whenWords(meeting: Meeting, language: Language, t: Translate): string | null {
  const when = dayAndTime(meeting, language, t);
  const length = lengthWords(meeting.minutes, t);
  return when === null || length === '' ? when : t('letter.text.when.about', { when, length });
}

/** That somebody meets a clinic or the municipality at all is confidential: held back until it is asked for. */
export const isHeldPlace = ({ placeKind }: Meeting): boolean => placeKind === 'clinic' || placeKind === 'municipality';

/** Where the meeting is, as far as it has been said and may be told unasked. */
export function whereWords(meeting: Meeting, t: Translate): string | null {
  const place = meeting.place.trim();
  if (isHeldPlace(meeting)) return null;
  if (meeting.placeKind === 'video') {
    const link = meeting.link.trim();
    return [t('letter.text.where.video'), link].filter((part) => part !== '').join(', ');
  }
  if (meeting.placeKind === 'other') return place === '' ? null : place;
  const home = t('letter.text.where.myHome');
  if (place === '') return home;
  return place.toLocaleLowerCase().includes(home) ? place : `${home}, ${place}`;
}

/** The place that is held back, in words to put into the letter when the user wants it there. */
export const heldPlaceWords = ({ place, placeKind }: Meeting, t: Translate): string =>
  place.trim() || t(placeKind === 'clinic' ? 'meetingPlace.clinic' : 'meetingPlace.municipality');
