import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast } from '../../support/contrast.ts';

const css = readFileSync('src/ui/styles/tokens.css', 'utf8');

/** The custom properties of the first `:root` after a line of the file. */
function tokensAfter(mark: string): Map<string, string> {
  const from = css.indexOf(':root', css.indexOf(mark));
  const block = css.slice(css.indexOf('{', from) + 1, css.indexOf('}', from));
  return new Map(
    Array.from(block.matchAll(/--([\w-]+):\s*([^;]+);/g), ([, name = '', value = '']) => [name, value.trim()]),
  );
}

const light = tokensAfter(':root');
const dark = new Map([...light, ...tokensAfter('(prefers-color-scheme: dark)')]);
const more = tokensAfter('(prefers-contrast: more)');
const THEMES = [
  ['light', light],
  ['dark', dark],
  ['light, more contrast', new Map([...light, ...more])],
  ['dark, more contrast', new Map([...dark, ...more])],
] as const;

const GROUNDS = ['paper', 'surface', 'surface-2', 'sunken'];
const TEXTS = [
  ...GROUNDS.flatMap((ground) => ['ink', 'ink-quiet', 'primary'].map((text) => [text, ground])),
  ['on-primary', 'primary'],
  ['on-primary', 'primary-hover'],
  ['warning', 'warning-surface'],
  ['ink', 'warning-surface'],
  ['warning', 'surface'],
  ['warning', 'paper'],
] as const;
const LINES = GROUNDS.flatMap((ground) => ['line-strong', 'focus'].map((line) => [line, ground] as const));

describe.each(THEMES)('the screen’s colours, %s', (_, tokens) => {
  const colourOf = (name: string): string => {
    const value = tokens.get(name) ?? '';
    const other = /^var\(--([\w-]+)\)$/.exec(value)?.[1];
    return other ? colourOf(other) : value;
  };
  const faint = (pairs: readonly (readonly [string, string] | readonly string[])[], least: number) =>
    pairs.flatMap(([top = '', ground = '']) => {
      const ratio = contrast(colourOf(top), colourOf(ground));
      return ratio < least ? [`${top} on ${ground}: ${ratio.toFixed(2)}`] : [];
    });

  it('let every text be read', () => expect(faint(TEXTS, 4.5)).toEqual([]));
  it('let every edge of a control and the focus be seen', () => expect(faint(LINES, 3)).toEqual([]));
});
