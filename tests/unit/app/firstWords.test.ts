import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { WORDS } from '../../support/aMap.ts';

const page = readFileSync('index.html', 'utf8');

it.each(['nb', 'nn', 'en'] as const)('the page says in %s what the start screen says', (language) => {
  const t = WORDS[language];
  const part = new RegExp(`<div lang="${language}">([^]*?)</div>`).exec(page)?.[1] ?? '';
  for (const words of [t('start.title'), t('start.yours'), t('start.stays')]) expect(part).toContain(words);
});
