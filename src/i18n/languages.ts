import { createTranslate, type Messages, type Translate } from './translate.ts';

export const LANGUAGES = ['nb', 'nn', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each language calls itself by its own name, so that whoever needs it can find it. */
export const LANGUAGE_NAMES = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' } as const satisfies Record<
  Language,
  string
>;

/** Loaded when chosen: nobody waits for the languages they don't read. */
const LOADERS = {
  nb: () => import('./nb/nb.ts').then(({ nb }) => nb),
  nn: () => import('./nn/nn.ts').then(({ nn }) => nn),
  en: () => import('./en/en.ts').then(({ en }) => en),
} as const satisfies Record<Language, () => Promise<Messages>>;

export const isLanguage = (text: unknown): text is Language => LANGUAGES.some((language) => language === text);

export const loadTranslate = async (language: Language): Promise<Translate> =>
  createTranslate(await LOADERS[language]());

/** The first of the browser's languages that the app speaks; Norwegian of any kind is bokmål unless it says nynorsk. */
export function preferredLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const base = tag.toLowerCase().split('-')[0];
    if (base === 'no') return 'nb';
    if (isLanguage(base)) return base;
  }
  return 'nb';
}
