import { describe, expect, it } from 'vitest';
import { longDate, longDateWithDay, monthAndYear } from '../../../src/i18n/dates.ts';
import {
  isLanguage,
  LANGUAGE_NAMES,
  LANGUAGES,
  loadTranslate,
  preferredLanguage,
} from '../../../src/i18n/languages.ts';
import { en } from '../../../src/i18n/en/en.ts';
import { createTranslate } from '../../../src/i18n/translate.ts';
import { WORDS } from '../../support/aMap.ts';

describe('dates', () => {
  it('are written out in each language', () => {
    expect(LANGUAGES.map((language) => longDate(language, '2026-11-05'))).toEqual([
      '5. november 2026',
      '5. november 2026',
      '5 November 2026',
    ]);
    expect(LANGUAGES.map((language) => monthAndYear(language, '2027-05-31'))).toEqual([
      'mai 2027',
      'mai 2027',
      'May 2027',
    ]);
  });

  it('have the day of the week, in nynorsk too', () => {
    const week = Array.from({ length: 7 }, (_, day) => `2026-11-${16 + day}`);
    const days = (language: 'nb' | 'nn' | 'en') => week.map((date) => longDateWithDay(language, date).split(' ')[0]);
    expect(days('nb')).toEqual(['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag']);
    expect(days('nn')).toEqual(['måndag', 'tysdag', 'onsdag', 'torsdag', 'fredag', 'laurdag', 'sundag']);
    expect(days('en')[0]).toBe('Monday');
    expect(longDateWithDay('nn', '2028-02-29')).toBe('tysdag 29. februar 2028');
  });

  it('are the same calendar day wherever the tablet is', () => {
    for (const language of LANGUAGES) expect(longDate(language, '2026-01-01')).toMatch(/^1\b.* 2026$/);
  });
});

describe('the language to begin with', () => {
  it.each([
    [['nn-NO', 'nb-NO'], 'nn'],
    [['no'], 'nb'],
    [['no-NO', 'en'], 'nb'],
    [['nb'], 'nb'],
    [['en-GB', 'nb'], 'en'],
    [['EN'], 'en'],
    [['pl', 'so', 'nn'], 'nn'],
    [['sv-SE'], 'nb'],
    [['nds'], 'nb'],
    [[], 'nb'],
  ] as const)('of a browser that wants %j is %s', (wanted, language) => {
    expect(preferredLanguage(wanted)).toBe(language);
  });

  it('is one that the app speaks, each under its own name', () => {
    expect(LANGUAGES.every(isLanguage)).toBe(true);
    expect([isLanguage('sv'), isLanguage(undefined), isLanguage('toString')]).toEqual([false, false, false]);
    expect(LANGUAGE_NAMES).toEqual({ nb: 'Bokmål', nn: 'Nynorsk', en: 'English' });
  });

  it('is loaded when chosen', async () => {
    const words = await Promise.all(LANGUAGES.map(loadTranslate));
    expect(words.map((t) => t('map.view.meeting'))).toEqual(['Møte', 'Møte', 'Meeting']);
  });
});

describe('a sentence', () => {
  it('takes its values as they are, also a name that looks like a placeholder', () => {
    expect(WORDS.nb('spoken.moved', { name: '{ring}', sector: 'Venner', ring: 'Nær' })).toBe(
      '{ring} står nå i Venner, Nær',
    );
    expect(WORDS.nb('map.sheet.about', { name: '$& $1' })).toBe('Om $& $1');
  });

  it('has one form for exactly one, and another for the rest', () => {
    const t = createTranslate({ ...en, 'map.several': { one: 'one is chosen', other: '{count} are chosen' } });
    expect([0, 1, 2].map((count) => t('map.several', { count }))).toEqual([
      '0 are chosen',
      'one is chosen',
      '2 are chosen',
    ]);
  });
});
