// @vitest-environment jsdom
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { isBlank, MAX_PIXELS, pixelSize } from '../../../src/export/raster.ts';
import { drawSheet } from '../../../src/export/sheet/drawSheet.ts';
import { layoutSheet, type SheetRequest } from '../../../src/export/sheet/layoutSheet.ts';
import { cleanText } from '../../../src/export/sheet/onlyDrawn.ts';
import { PAPERS, scaleForDpi, sheetSize, TURNS } from '../../../src/export/sheet/paper.ts';
import { serialise } from '../../../src/export/standaloneSvg.ts';
import { nb } from '../../../src/i18n/nb/nb.ts';
import { createTranslate } from '../../../src/i18n/translate.ts';
import type { NetworkMap, Person } from '../../../src/model/types.ts';
import { arbitraryMap } from '../../support/arbitraryMap.ts';
import { numRuns } from '../../support/depth.ts';
import { richMap } from '../document/richMap.ts';

vi.setConfig({ testTimeout: 120_000 });

const SHOWN = { rings: true, relations: true, qualities: true, professionals: true };

function sheetOf(map: NetworkMap, more: Partial<SheetRequest> = {}, layers: Partial<SheetRequest['layers']> = {}) {
  return layoutSheet({
    map,
    layers: { shown: SHOWN, paper: true, roles: false, wishes: true, ...layers },
    paper: { size: 'A4', turn: 'landscape' },
    language: 'nb',
    measure: (text, size) => text.length * size * 0.55,
    t: createTranslate(nb),
    ...more,
  });
}

const svgOf = (map: NetworkMap, layers: Partial<SheetRequest['layers']> = {}) => {
  const sheet = sheetOf(map, {}, layers);
  return serialise(drawSheet(sheet, 'x'), sheet, '');
};

const parsed = (svg: string) => new DOMParser().parseFromString(svg, 'image/svg+xml');
/** The rich map with its planned meeting as the current one. */
const planned = (): NetworkMap => ({ ...richMap(), meetings: richMap().meetings.slice(0, 1) });

/** All that is written, without the breaks of lines. */
const writtenIn = (svg: string) =>
  [...parsed(svg).querySelectorAll('text')]
    .map((text) => text.textContent)
    .join(' ')
    .replaceAll(/\s+/g, ' ');

const renamed = (map: NetworkMap, rename: (person: Person, index: number) => Partial<Person>): NetworkMap => ({
  ...map,
  people: Object.fromEntries(
    Object.values(map.people).map((person, index) => [person.id, { ...person, ...rename(person, index) }]),
  ) as NetworkMap['people'],
});

/** Names, titles and words that would do something if they became markup. */
const HOSTILE = [
  '<script>alert(1)</script>',
  '</text><script>alert(1)</script><text>',
  '"><img src=x onerror=alert(1)>',
  "' onload='alert(1)",
  '<foreignObject><iframe src="javascript:alert(1)"/></foreignObject>',
  ']]><a xlink:href="javascript:alert(1)">x</a>',
  '&lt;script&gt;&#60;script&#62;',
  '<!ENTITY x SYSTEM "file:///etc/passwd">&x;',
  'javascript:alert(1)//',
  'A\u0000B\u0008C\u001fD\ufffe\uffff',
  'half \ud83d and \udc00 half',
  '<style>@import url(http://x.example)</style>',
];

const FOREIGN = /^(on|data-|aria-|xlink|style$|role$|tabindex$|class$)/;

describe('a sheet as svg', () => {
  const many = Array.from({ length: 25 }, (_, turn) =>
    HOSTILE.map((text) => `${text}${' '.repeat(turn)}${turn}`),
  ).flat();

  it(`is only a drawing, whatever people are called (${many.length} names)`, () => {
    const map = richMap();
    const each = Object.keys(map.people).length;
    for (let from = 0; from < many.length; from += each) {
      const named = renamed(map, (_, index) => {
        const text = many[(from + index) % many.length] ?? '';
        return { name: text, relation: text };
      });
      const svg = svgOf({ ...named, title: many[from] ?? '', madeBy: many[from] ?? '' });
      const root = parsed(svg);
      expect(root.querySelector('parsererror')).toBeNull();
      expect(root.querySelector('script, foreignObject, style, image, use, a, iframe')).toBeNull();
      const foreign = [...root.querySelectorAll('*')]
        .flatMap(({ attributes }) => [...attributes])
        .filter(({ name, value }) => FOREIGN.test(name) || (name === 'href' && !/^#[\w-]+$/.test(value)));
      expect(foreign).toEqual([]);
    }
  });

  it('has no character that XML does not know', () => {
    expect(cleanText('A\u0000B\u0008\ufffe \ud83d x 👩‍👩‍👧\tå\n')).toBe('AB  x 👩‍👩‍👧\tå\n');
  });

  it('holds no id of anybody, nothing to touch, nothing hidden', () => {
    const svg = svgOf(richMap());
    expect(svg).not.toMatch(/p-kari|s-fam|transparent|visibility|tabindex|role=/);
    expect(parsed(svg).querySelectorAll('[id]').length).toBeGreaterThan(0);
  });

  it('names everybody who is placed and for paper, and leaves no trace of the others', () => {
    const written = writtenIn(svgOf(richMap()));
    for (const name of ['Kari', 'Ole', 'Luna', 'Koret', 'Språkkafeen', 'Mormor', 'Hana', 'Dr. Lie', 'محمد']) {
      expect(written).toContain(name);
    }
    for (const name of ['Noen jeg ikke vil nevne', 'Máret', 'Eget felt', 'ikke kontakt nå', 'løst bånd']) {
      expect(written).not.toContain(name);
    }
  });

  it('carries title, date, who made it, a key of only what is used, and a word about the others', () => {
    const written = writtenIn(svgOf(planned()));
    for (const text of [
      'Kart i november',
      '21. november 2026',
      'Laget av Maryam sammen med Heidi',
      'kjenner hverandre',
      'vanskelig nå',
      'støtter hverandre',
      'skal inviteres',
      'lever ikke lenger',
      'dyr',
      'hører sammen',
      'Dette arket handler også om andre mennesker.',
    ]) {
      expect(written).toContain(text);
    }
    const plain = renamed(richMap(), () => ({ kind: 'person', deceased: false, symbol: 'neutral' }));
    const quiet = writtenIn(svgOf({ ...plain, meetings: [] }, { shown: { ...SHOWN, qualities: false, rings: false } }));
    expect(quiet).toContain('kjenner hverandre');
    expect(quiet).not.toMatch(/vanskelig|støtter|inviteres|lever ikke|dyr|mann|nærmere midten/);
  });

  it('says roles instead of names, in the title and round the groups too', () => {
    const svg = svgOf(richMap(), { roles: true });
    expect(svg).not.toMatch(/Kari|Maryam|Heidi|november<|De fra skolen|Luna/);
    expect(writtenIn(svg)).toContain('søster');
  });

  it('leaves out whom to invite when that is not to be shown', () => {
    expect(writtenIn(svgOf(planned(), { wishes: false }))).not.toMatch(/inviteres|tenke på det/);
  });

  it('loses no name and draws the same again, whatever the map', () => {
    fc.assert(
      fc.property(arbitraryMap(25), (map) => {
        const { scene } = sheetOf(map);
        const svg = svgOf(map);
        expect(parsed(svg).querySelector('parsererror')).toBeNull();
        expect(svgOf(map)).toBe(svg);
        const written = writtenIn(svg).replaceAll(/\s/g, '');
        for (const { name } of scene.people) expect(written).toContain(cleanText(name).replaceAll(/\s/g, ''));
        for (const { id } of scene.people) expect(map.people[id]?.offPaper).toBe(false);
      }),
      { numRuns: numRuns(20) },
    );
  });
});

describe('paper', () => {
  it.each(PAPERS.flatMap((size) => TURNS.map((turn) => ({ size, turn }))))('$size $turn keeps all inside', (paper) => {
    const { width, height } = sheetSize(paper);
    const { texts, key, centre, scene } = sheetOf(richMap(), { paper });
    for (const { x, y } of texts) {
      expect(x).toBeGreaterThan(20);
      expect(y).toBeGreaterThan(20);
      expect(y).toBeLessThan(height - 20);
    }
    for (const { at } of key.people) expect(at.y).toBeLessThan(height - 20);
    for (const { at } of scene.people) {
      expect(Math.abs(at.x)).toBeLessThan(Math.min(centre.x, width - centre.x));
      expect(Math.abs(at.y)).toBeLessThan(Math.min(centre.y, height - centre.y));
    }
  });

  it('is 300 dots to the inch in print, but never more than every device can draw', () => {
    const a4 = { size: 'A4', turn: 'landscape' } as const;
    const { width, height } = pixelSize(sheetSize(a4), scaleForDpi(a4, 300));
    expect([width, height]).toEqual([3507, 2480]);
    const a3 = { size: 'A3', turn: 'portrait' } as const;
    const large = pixelSize(sheetSize(a3), scaleForDpi(a3, 300));
    expect(large.width * large.height).toBeLessThanOrEqual(MAX_PIXELS);
    expect(large.width).toBeGreaterThan(3300);
  });

  it('tells a drawn picture from an empty one', () => {
    const pixels = new Uint8ClampedArray(400).fill(255);
    expect(isBlank(pixels)).toBe(true);
    pixels.fill(20, 0, 3 * 4);
    expect(isBlank(pixels)).toBe(true);
    for (let at = 0; at < 60; at += 4) pixels.fill(20, at, at + 3);
    expect(isBlank(pixels)).toBe(false);
  });
});
