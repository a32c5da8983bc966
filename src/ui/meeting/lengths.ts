import type { PlainKey, Translate } from '../../i18n/translate.ts';
import type { Choice } from '../kit/ChoiceField.tsx';

const WORDS: ReadonlyMap<number, PlainKey> = new Map([
  [60, 'meeting.length.60'],
  [90, 'meeting.length.90'],
  [120, 'meeting.length.120'],
  [150, 'meeting.length.150'],
  [180, 'meeting.length.180'],
]);
const OFFERED = [45, ...WORDS.keys()];

const lengthInWords = (minutes: number, t: Translate): string => {
  const word = WORDS.get(minutes);
  return word ? t(word) : t('meeting.minutes', { count: minutes });
};

/** How long it may last; a length from elsewhere stays a choice. */
export const lengthChoices = (minutes: number, t: Translate): Choice<string>[] =>
  [...new Set([...OFFERED, minutes])]
    .toSorted((one, other) => one - other)
    .map((value) => ({ value: String(value), text: lengthInWords(value, t) }));
