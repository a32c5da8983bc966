// The words of the three languages, for texts whose language is not that of the app.
import { en } from '../../src/i18n/en/en.ts';
import type { Language } from '../../src/i18n/languages.ts';
import { nb } from '../../src/i18n/nb/nb.ts';
import { nn } from '../../src/i18n/nn/nn.ts';
import { createTranslate, type Translate } from '../../src/i18n/translate.ts';

const MESSAGES = { nb, nn, en };

export const translateIn = (language: Language): Translate => createTranslate(MESSAGES[language]);
