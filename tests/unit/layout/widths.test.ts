import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseWidths, shareOut } from '../../../src/layout/widths.ts';
import type { Widths } from '../../../src/layout/widths.ts';
import type { PersonToPlace } from '../../../src/geometry/arrangement.ts';
import { numRuns } from '../../support/depth.ts';
import { measureText } from './measureText.ts';
import { personIn, ringsOf, sectorsOf } from './requests.ts';

const stage = { width: 1066, height: 742, oval: false, withOutside: false };
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

const widthsFor = (people: readonly PersonToPlace[], sectors = 5, rings = 3): Widths =>
  chooseWidths({
    sectors: sectorsOf(Array.from({ length: sectors }, () => 360 / sectors)),
    rings: ringsOf(Array.from({ length: rings }, () => 1 / rings)),
    people,
    stage,
    measure: measureText,
  });

const many = (count: number, sector: number, ring: number): PersonToPlace[] =>
  Array.from({ length: count }, (_, at) => personIn(at, { sector, ring, name: 'Kristoffer Wessel' }));

test('few people leave the map as it is', () => {
  expect(widthsFor([...many(2, 0, 1), ...many(2, 3, 2)])).toEqual({
    spans: [72, 72, 72, 72, 72],
    ringWidths: [1 / 3, 1 / 3, 1 / 3],
  });
});

test('a crowded field and ring grow, and no ring shrinks or grows beyond what still reads as nearer and farther', () => {
  const { spans, ringWidths } = widthsFor(many(20, 1, 0));
  expect(spans[1]).toBeGreaterThan(150);
  expect(Math.min(...spans)).toBeGreaterThanOrEqual(20);
  expect(ringWidths[0]).toBeGreaterThan(0.4);
  for (const width of ringWidths) {
    expect(width * 3).toBeGreaterThan(0.69);
    expect(width * 3).toBeLessThan(1.51);
  }
});

test('a hidden field keeps its span, and the shown ones share the whole', () => {
  const sectors = sectorsOf([72, 72, 72, 72, 72]).map((sector, at) => ({ ...sector, hidden: at === 2 }));
  const { spans } = chooseWidths({ sectors, rings: ringsOf([0.5, 0.5]), people: [], stage, measure: measureText });
  expect(spans).toEqual([90, 90, 72, 90, 90]);
});

test('spans and widths add up exactly and keep their least, whoever stands where', () => {
  const someone = fc.record({ sector: fc.nat(7), ring: fc.nat(3), name: fc.constantFrom('Bo', 'Anne-Lise Berg') });
  fc.assert(
    fc.property(
      fc.array(someone, { maxLength: 80 }),
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 2, max: 4 }),
      (people, sectors, rings) => {
        const placed = people.map((one, at) =>
          personIn(at, { ...one, sector: one.sector % sectors, ring: one.ring % rings }),
        );
        const { spans, ringWidths } = widthsFor(placed, sectors, rings);
        expect(sum(spans)).toBe(360);
        expect(sum(ringWidths)).toBe(1);
        spans.forEach((span, at) => {
          const used = people.some(({ sector }) => sector % sectors === at);
          expect(span).toBeGreaterThanOrEqual(used ? 28 : 20);
        });
        for (const width of ringWidths) {
          expect(width * rings).toBeGreaterThan(0.695);
          expect(width * rings).toBeLessThan(1.505);
        }
      },
    ),
    { numRuns: numRuns(40) },
  );
});

test('a share is never less than its least nor more than its most', () => {
  expect(sum(shareOut([1, 1, 8], 10, [2, 2, 2], [10, 10, 5]))).toBeCloseTo(10);
  expect(shareOut([0, 0, 8], 10, [2, 2, 2], [10, 10, 10])).toEqual([2, 2, 6].map((value) => expect.closeTo(value)));
  expect(shareOut([0, 0], 10, [2, 2], [10, 10])).toEqual([5, 5]);
});
