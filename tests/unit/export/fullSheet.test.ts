// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { morePaper } from '../../../src/export/papers/morePaper.ts';
import { layoutSheet } from '../../../src/export/sheet/layoutSheet.ts';
import { TURNS } from '../../../src/export/sheet/paper.ts';
import { aMap, told, WORDS } from '../../support/aMap.ts';

vi.setConfig({ testTimeout: 60_000 });

const measure = (text: string, size: number) => text.length * size * 0.55;
const names = Array.from({ length: 60 }, (_, at) => `Maximilian Christoffersen-Wetterstad fra Lichtenstein ${at}`);
const crowded = names.reduce(
  (map, name) => told(map, name, { relation: 'en venn fra den gangen vi bodde i byen' }),
  aMap(Object.fromEntries(names.map((name, at) => [name, `family ${at % 3}`]))),
);

const sheetOf = (turn: (typeof TURNS)[number], continues: boolean) =>
  layoutSheet({
    map: crowded,
    layers: { shown: crowded.shown, paper: true, roles: false, wishes: true },
    paper: { size: 'A4', turn },
    continues,
    language: 'nb',
    measure,
    t: WORDS.nb,
  });

describe.each(TURNS)('more long names than a sheet can hold: %s', (turn) => {
  it.each([true, false])(
    'never writes one text over another, nor over the edge (another sheet may follow: %s)',
    (continues) => {
      const { texts, width, height } = sheetOf(turn, continues);
      for (const { text, x, y, size, weight } of texts) {
        expect(y, text).toBeLessThanOrEqual(height - 30);
        expect(x + measure(text, size), weight).toBeLessThanOrEqual(width - 30);
        const under = texts.filter((other) => other !== texts.find((each) => each.text === text) && other.x === x);
        const tooNear = under.filter(
          (other) => other.text !== text && Math.abs(other.y - y) < Math.min(size, other.size) * 0.9,
        );
        expect(tooNear.map((other) => [other.text, text])).toEqual([]);
      }
    },
  );

  it('takes another sheet for those it has no room for, and loses nobody', () => {
    const sheet = sheetOf(turn, true);
    expect(sheet.needsMore).toBe(true);
    const request = { map: crowded, meeting: null, roles: false, contact: false, theme: false, large: false } as const;
    const pages = morePaper(sheet, { ...request, language: 'nb', measure, t: WORDS.nb });
    const written = pages.flatMap(({ texts }) => texts.map(({ text }) => text)).join(' ');
    for (const each of sheet.unwritten) expect(written).toContain(each.split(' ').at(0));
    expect(written.match(/Maximilian/g)).toHaveLength(sheet.unwritten.length);
  });
});
