import { describe, expect, it } from 'vitest';
import { mapPoint } from '../../../src/geometry/frame.ts';
import { RELATION_KINDS, SUPPORTS } from '../../../src/model/types.ts';
import { clearOfNames, drawTie, straightTie, TIE_STYLES } from '../../../src/scene/ties.ts';

const line = { from: mapPoint(0, 0), to: mapPoint(100, 0), control: null };
const curve = { ...line, control: mapPoint(50, 40) };
/** Where an arrowhead points: the first corner of its path. */
const tips = (arrows: readonly string[]) =>
  arrows.map((path) => /^M(-?[\d.]+) (-?[\d.]+)/.exec(path)?.slice(1).map(Number));

describe('the seven kinds of tie', () => {
  it('look different from each other without any colour: width, dashes, waves or a cut', () => {
    const looks = RELATION_KINDS.map((kind) => {
      const { path, cut } = drawTie(line, kind, 'none');
      const { width, dash } = TIE_STYLES[kind];
      return { kind, path, cut, width, dash };
    });
    for (const one of looks)
      for (const other of looks) {
        if (one.kind >= other.kind) continue;
        const apart =
          one.dash !== other.dash ||
          one.path !== other.path ||
          one.cut !== other.cut ||
          Math.abs(one.width - other.width) >= 1;
        expect(apart, `${one.kind} and ${other.kind}`).toBe(true);
      }
  });

  it('are drawn from the one to the other, straight or bent', () => {
    expect(drawTie(line, 'knows', 'none').path).toBe('M0 0L100 0');
    expect(drawTie(curve, 'strong', 'none').path).toBe('M0 0Q50 40 100 0');
    const wavy = drawTie(curve, 'difficult', 'none').path;
    expect([wavy.startsWith('M0 0L'), wavy.endsWith('L100 0'), wavy.endsWith('Z')]).toEqual([true, true, false]);
  });

  it('without contact are cut twice across the middle', () => {
    expect(drawTie(line, 'noContact', 'none').cut).toBe('M47 7L47 -7M53 7L53 -7');
    expect(RELATION_KINDS.filter((kind) => drawTie(line, kind, 'none').cut !== null)).toEqual(['noContact']);
  });
});

describe('support', () => {
  const [from, to] = [
    [0, 0],
    [100, 0],
  ];

  it.each([
    ['none', []],
    ['given', [to]],
    ['received', [from]],
    ['mutual', [to, from]],
  ] as const)('%s has its arrowheads at whoever is supported', (support, expected) => {
    expect(tips(drawTie(line, 'knows', support).arrows)).toEqual(expected);
    expect(tips(drawTie(curve, 'difficult', support).arrows)).toEqual(expected);
  });

  it('points outwards from the line, at both ends', () => {
    const [there = '', back = ''] = drawTie(line, 'knows', 'mutual').arrows;
    expect(there).toBe('M100 0L90 4.5L90 -4.5Z');
    expect(back).toBe('M0 0L10 4.5L10 -4.5Z');
  });

  it('never turns into nonsense, even between two who stand on each other', () => {
    const same = straightTie(mapPoint(5, 5), mapPoint(5, 5), 14, 14);
    for (const kind of RELATION_KINDS)
      for (const support of SUPPORTS) expect(JSON.stringify(drawTie(same, kind, support))).not.toMatch(/NaN|Infinity/);
  });
});

it('ends a straight tie at the rims of the two discs, also when they nearly touch', () => {
  expect(straightTie(mapPoint(0, 0), mapPoint(100, 0), 14, 20)).toMatchObject({ from: { x: 14 }, to: { x: 80 } });
  const near = straightTie(mapPoint(0, 0), mapPoint(10, 0), 14, 14);
  expect(near.from.x).toBeCloseTo(5, 9);
  expect(near.to.x).toBeCloseTo(5, 9);
});

describe('an arrowhead and a name', () => {
  const name = { x: 80, y: -10, width: 30, height: 20 };

  it('never lie over each other: the tie ends where the name begins', () => {
    const { from, to } = clearOfNames(line, 'given', [null, name]);
    expect(from).toEqual(line.from);
    expect(to.x).toBeLessThan(78);
    expect(to.x).toBeGreaterThan(70);
  });

  it('are left alone where there is no arrow at that end, or no name in the way', () => {
    expect(clearOfNames(line, 'received', [null, name]).to).toEqual(line.to);
    expect(clearOfNames(line, 'none', [name, name])).toEqual(line);
    expect(clearOfNames(line, 'mutual', [null, { ...name, y: 40 }])).toEqual(line);
  });
});
