import type { Language } from '../../i18n/languages.ts';
import type { LetterPart } from './letterText.ts';

/** A letter as it leaves: the same in the preview and on paper. */
export type PrintedLetter = {
  readonly key: string;
  readonly language: Language;
  readonly parts: readonly LetterPart[];
};
