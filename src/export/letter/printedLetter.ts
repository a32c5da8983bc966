import type { Language } from '../../i18n/languages.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { LetterPart } from './letterText.ts';

/** A letter as it leaves: the same in the preview and on paper. */
export type PrintedLetter = {
  readonly key: string;
  readonly language: Language;
  /** The words of its language, for the number of a page. */
  readonly t: Translate;
  readonly parts: readonly LetterPart[];
};
