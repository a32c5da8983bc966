import type { Translate } from '../../i18n/translate.ts';
import type { NetworkMap } from '../../model/types.ts';
import { COMPOSE, type LetterRequest } from './compose.ts';
import { dayAndTime, whereWords } from './facts.ts';
import { isSeveral, namesOf } from './households.ts';

/** Neutral: says nothing about a meeting, so that it may be read by whoever sees the telephone. */
export function smsText(map: NetworkMap, t: Translate): string {
  const name = map.ego.name.trim();
  return name === '' ? t('letter.text.sms.noName') : t('letter.text.sms', { name });
}

/** What those who have been asked must be told; null while the meeting is as planned. As short as a message. */
export function tellText(request: Omit<LetterRequest, 'roles'>): string | null {
  const { map, to, t } = request;
  const what = whatToTell(request);
  if (what === null) return null;
  const name = map.ego.name.trim();
  return [
    COMPOSE.greeting({ ...request, roles: false }, namesOf(to, t)),
    what,
    name === '' ? '' : t('letter.text.closing', { name }),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function whatToTell({ meeting, to, language, t }: Omit<LetterRequest, 'roles'>): string | null {
  if (meeting.status === 'cancelled') return t('letter.text.cancelled', { count: isSeveral(to) ? 2 : 1 });
  if (meeting.status !== 'moved') return null;
  const when = dayAndTime(meeting, language, t);
  if (when === null) return t('letter.text.moved.noDate');
  // Whoever has been asked knows the place unless it is told anew; told only where the letters tell it.
  const where = meeting.letter.blocks.where.on ? whereWords(meeting, t) : null;
  return where === null ? t('letter.text.moved', { when }) : t('letter.text.moved.where', { when, where });
}
