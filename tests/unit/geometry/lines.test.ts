import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { mapPoint } from '../../../src/geometry/frame.ts';
import { Lines } from '../../../src/geometry/lines.ts';
import { distanceToLine2, distanceToTie2, lineMeetsBox } from '../../../src/geometry/segments.ts';
import { numRuns } from '../../support/depth.ts';

const coordinate = fc.double({ min: -600, max: 600, noNaN: true });
const point = fc.record({ x: coordinate, y: coordinate });
const half = fc.double({ min: 0, max: 120, noNaN: true });

test('of many lines those are found that pass through a box, and no others', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(point, point), { maxLength: 20 }),
      point,
      half,
      half,
      (ends, { x, y }, wide, high) => {
        const lines = new Lines(ends);
        const passing = ends.flatMap(([a, b], at) => (lineMeetsBox(a.x, a.y, b.x, b.y, x, y, wide, high) ? [at] : []));
        expect(lines.through([x, y, wide, high])).toEqual(passing);
        for (const at of ends.keys()) expect(lines.meets(at, [x, y, wide, high])).toBe(passing.includes(at));
      },
    ),
    { numRuns: numRuns(300) },
  );
});

test('a point is as far from a gentle curve as from the nearest of its pieces', () => {
  const bend = fc.record({
    along: fc.constantFrom(0.35, 0.5, 0.65),
    height: fc.double({ min: -0.31, max: 0.31, noNaN: true }),
  });
  fc.assert(
    fc.property(
      point,
      point,
      bend,
      fc.double({ min: 0, max: 1, noNaN: true }),
      point,
      (a, b, { along, height }, t, off) => {
        const [dx, dy] = [b.x - a.x, b.y - a.y];
        fc.pre(Math.hypot(dx, dy) > 60);
        const control = mapPoint(a.x + along * dx - height * dy, a.y + along * dy + height * dx);
        const on = (share: number) => ({
          x: (1 - share) ** 2 * a.x + 2 * (1 - share) * share * control.x + share ** 2 * b.x,
          y: (1 - share) ** 2 * a.y + 2 * (1 - share) * share * control.y + share ** 2 * b.y,
        });
        // As near as a symbol on the line's way is.
        const at = { x: on(t).x + off.x / 40, y: on(t).y + off.y / 40 };
        const pieces = Array.from({ length: 12 }, (_, piece) => [on(piece / 12), on((piece + 1) / 12)] as const);
        const nearest = Math.min(...pieces.map(([p, q]) => distanceToLine2(at.x, at.y, p.x, p.y, q.x, q.y)));
        const found = distanceToTie2({ from: mapPoint(a.x, a.y), control, to: mapPoint(b.x, b.y) })(at.x, at.y);
        expect(Math.sqrt(found)).toBeCloseTo(Math.sqrt(nearest), 3);
      },
    ),
    { numRuns: numRuns(300) },
  );
  const straight = distanceToTie2({ from: mapPoint(0, 0), control: null, to: mapPoint(10, 0) });
  expect([straight(5, 3), straight(14, 3)]).toEqual([9, 25]);
});
