import { describe, expect, it } from 'vitest';
import { HUES } from '../../../src/model/types.ts';
import { MAP_COLOURS, type MapColours, type MapTheme } from '../../../src/scene/colours.ts';
import { contrast, laidOver } from '../../support/contrast.ts';

const THEMES = Object.entries(MAP_COLOURS) as [MapTheme, MapColours][];
/** How thick the dotted outline of a group is laid on (canvas/drawMap.ts). */
const GROUP_OPACITY = 0.75;

type Pair = readonly [what: string, top: string, ground: string];
const over = (what: string, top: string, grounds: readonly string[]): Pair[] =>
  grounds.map((ground) => [`${what} on ${ground}`, top, ground]);
const tooFaint = (pairs: readonly Pair[], least: number) =>
  pairs.filter(([, top, ground]) => contrast(top, ground) < least).map(([what, top]) => `${what}: ${top}`);

describe.each(THEMES)('on the %s map', (_, colours) => {
  const { paper, bands, ink, quiet, hues } = colours;
  const grounds = [paper, ...bands];

  it('every text is read on whatever ground it can stand on', () => {
    const texts = [
      ...over('a name', ink, [...grounds, colours.target]),
      ...over('a relation, a ring’s or a group’s name', quiet, grounds),
      ...HUES.flatMap((hue) => over(`the name of field ${hue}`, hues[hue], [paper])),
      ...over('the name in the centre', colours.egoText, [colours.egoFill]),
    ];
    expect(tooFaint(texts, 4.5)).toEqual([]);
  });

  it('every disc, tie and mark is seen on whatever ground it can stand on', () => {
    const marks = [
      ...HUES.flatMap((hue) => over(`a disc of field ${hue}`, hues[hue], grounds)),
      ...over('a tie', colours.tie, grounds),
      ...over('a chosen tie', colours.tieChosen, grounds),
      ...over('the centre', colours.egoFill, grounds),
      ...over('a wish', colours.markInk, [colours.markFill, ...grounds]),
      // What is drawn inside a disc: a paw, the second rim of a group. Someone dead has it the other way round.
      ...HUES.flatMap((hue) => over(`inside a disc of field ${hue}`, bands[2], [hues[hue]])),
      ...grounds.flatMap((ground) => over('a group', laidOver(colours.group, ground, GROUP_OPACITY), [ground])),
    ];
    expect(tooFaint(marks, 3)).toEqual([]);
  });

  it('no two fields have the same hue', () => {
    expect(new Set(Object.values(hues)).size).toBe(HUES.length);
  });
});

it('begins with the five hues that were chosen for it', () => {
  const [family, friends, neighbours, work, professionals] = Object.values(MAP_COLOURS.light.hues);
  expect([family, friends, neighbours, work, professionals]).toEqual([
    '#a8471a',
    '#1f5f9e',
    '#1e7059',
    '#7b4b94',
    '#475569',
  ]);
});

it('is always light on paper, and stronger where the system asks for it', () => {
  expect(MAP_COLOURS.paper.paper).toBe('#ffffff');
  for (const [plain, strong] of [
    ['light', 'lightContrast'],
    ['dark', 'darkContrast'],
  ] as const)
    for (const part of ['tie', 'line', 'quiet', 'group'] as const) {
      const ground = MAP_COLOURS[plain].bands[0];
      expect(contrast(MAP_COLOURS[strong][part], ground)).toBeGreaterThan(contrast(MAP_COLOURS[plain][part], ground));
      expect(contrast(MAP_COLOURS[strong][part], ground)).toBeGreaterThanOrEqual(4.5);
    }
});
