import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from '../../../src/i18n/en/en.ts';
import { nb } from '../../../src/i18n/nb/nb.ts';
import { nn } from '../../../src/i18n/nn/nn.ts';
import type { Messages } from '../../../src/i18n/translate.ts';

const CATALOGUES: readonly [language: string, messages: Messages][] = [
  ['nb', nb],
  ['nn', nn],
  ['en', en],
];
const KEYS = Object.keys(nb) as (keyof Messages)[];

/** Everything that a key can say: one text, or one for a single thing and one for more. */
const texts = (messages: Messages, key: keyof Messages): string[] => {
  const message = messages[key];
  return typeof message === 'string' ? [message] : [message.one, message.other];
};
const placeholders = (text: string) =>
  Array.from(text.matchAll(/\{(\w+)\}/g), ([, name = '']) => name).toSorted((a, b) => a.localeCompare(b));

/** The places where words may stand: all of the app but the catalogues. */
const source = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && file.split(path.sep)[0] !== 'i18n')
  .map((file) => readFileSync(path.join('src', file), 'utf8'))
  .join('\n');
/** Every text in quotes that could be a key. */
const SAID = new Set(Array.from(source.matchAll(/['"`]([a-z]\w*(?:\.\w+)+)['"`]/g), ([, key = '']) => key));
/** `t(`out.show.${key}`)`: whatever begins so is said with one of a few endings. */
const BUILT = Array.from(source.matchAll(/\bt\(\s*`([\w.]+\.)\$\{/g), ([, start = '']) => start);

it('has something to say, and looks for it where it is said', () => {
  expect(KEYS.length).toBeGreaterThan(400);
  expect(SAID).toContain('map.label');
  expect(BUILT).toContain('support.');
});

it('says every key somewhere in the app', () => {
  const unused = KEYS.filter((key) => !SAID.has(key) && !BUILT.some((start) => key.startsWith(start)));
  expect(unused).toEqual([]);
});

describe.each(CATALOGUES)('in %s', (language, messages) => {
  it('no text is empty, has a placeholder that bokmål has not, or lacks one', () => {
    const wrong = KEYS.filter((key) => {
      const said = texts(messages, key);
      const plural = typeof nb[key] === 'object';
      // A plural names its number or not as the language wants: "one person", "1 person".
      const wanted = texts(nb, key).map((text) => placeholders(text).filter((name) => !plural || name !== 'count'));
      const has = said.map((text) => placeholders(text).filter((name) => !plural || name !== 'count'));
      return said.some((text) => text.trim() === '') || JSON.stringify(has) !== JSON.stringify(wanted);
    });
    expect(wrong).toEqual([]);
  });

  it('nobody is called a case or measured', () => {
    // DOMAIN.md: words that never stand in the interface, with their endings.
    const forbidden =
      /(?<!\p{L})(isolert\w*|svak\w* nettverk\w*|pasient\w*|klient\w*|bruker\w*|brukar\w*|node(?:n|r|ne|s)?|alter(?:s|en)?|ego(?:et|s)?|isolated|weak networks?|patients?|clients?|users?)(?!\p{L})/iu;
    const said = KEYS.flatMap((key) => texts(messages, key).map((text) => `${key}: ${text}`));
    expect(said.filter((text) => forbidden.test(text.slice(text.indexOf(':'))))).toEqual([]);
    expect(forbidden.test('Hver bruker'), `the words are looked for in ${language}`).toBe(true);
  });

  it('quotes, dashes and spaces stand as they should', () => {
    // It is put in front of another text, with a comma and a space.
    const untidy = KEYS.filter((key) => key !== 'spoken.relation').filter((key) =>
      texts(messages, key).some((text) => /^\s|\s$|\s\s|\.\.\.| - |\{\s|\s\}/.test(text)),
    );
    expect(untidy).toEqual([]);
  });
});
