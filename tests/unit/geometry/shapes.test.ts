import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapPoint } from '../../../src/geometry/frame.ts';
import { convexHull, grown, isInside } from '../../../src/geometry/hull.ts';
import { nearestInDirection } from '../../../src/geometry/nearest.ts';
import { along, arcPath, curvePath, linePath, smoothClosedPath, wedgePath } from '../../../src/geometry/paths.ts';
import { numRuns } from '../../support/depth.ts';
import { FRAMES } from './frames.ts';

const coordinate = fc.integer({ min: -200, max: 200 });
const points = fc.array(
  fc.tuple(coordinate, coordinate).map(([x, y]) => mapPoint(x, y)),
  { minLength: 3, maxLength: 20 },
);

describe('the outline round people', () => {
  it('holds all of them, with the room asked for', () => {
    fc.assert(
      fc.property(points, (centres) => {
        const outline = convexHull(grown(centres, 10));
        for (const { x, y } of centres)
          for (const [dx, dy] of [
            [0, 0],
            [8, 0],
            [-8, 0],
            [0, 8],
            [0, -8],
          ] as const)
            expect(isInside(outline, { x: x + dx, y: y + dy })).toBe(true);
      }),
      { numRuns: numRuns(100) },
    );
  });

  it('has no dent and no more corners than points', () => {
    fc.assert(
      fc.property(points, (centres) => {
        const outline = convexHull(centres);
        expect(centres).toEqual(expect.arrayContaining(outline));
        outline.forEach((b, index) => {
          const a = outline.at(index - 1) ?? b;
          const c = outline[(index + 1) % outline.length] ?? b;
          expect((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)).toBeGreaterThanOrEqual(0);
        });
      }),
      { numRuns: numRuns(100) },
    );
  });

  it('drawn with a finger takes in who is inside and nobody else, dents too', () => {
    const drawn = [
      [0, 0],
      [100, 0],
      [100, 100],
      [50, 20],
      [0, 100],
    ].map(([x = 0, y = 0]) => ({ x, y }));
    expect(isInside(drawn, { x: 50, y: 10 })).toBe(true);
    expect(isInside(drawn, { x: 50, y: 60 })).toBe(false);
    expect(isInside(drawn, { x: 150, y: 50 })).toBe(false);
    expect(isInside([], { x: 0, y: 0 })).toBe(false);
  });
});

describe('the arrow keys', () => {
  const marks = [
    { name: 'right', at: { x: 100, y: 10 } },
    { name: 'further right', at: { x: 200, y: 0 } },
    { name: 'nearly above', at: { x: 20, y: -100 } },
    { name: 'left', at: { x: -50, y: 40 } },
    { name: 'below', at: { x: 0, y: 80 } },
  ];
  const from = { x: 0, y: 0 };

  it.each([
    ['right', 'right'],
    ['up', 'nearly above'],
    ['left', 'left'],
    ['down', 'below'],
  ] as const)('%s goes to whoever lies nearest in that direction', (direction, name) =>
    expect(nearestInDirection(marks, from, direction)?.name).toBe(name),
  );

  it('stay where they are when nobody lies that way', () => {
    expect(nearestInDirection(marks, { x: 200, y: 0 }, 'right')).toBeNull();
    expect(nearestInDirection([], from, 'up')).toBeNull();
  });

  it('do not jump past somebody who lies that way to somebody nearer but aside', () => {
    const aside = { name: 'aside', at: { x: 10, y: 40 } };
    expect(nearestInDirection([...marks, aside], from, 'right')?.name).toBe('right');
    expect(nearestInDirection([aside], from, 'right')?.name).toBe('aside');
  });

  it('lead to everybody from anybody', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(coordinate, coordinate), {
          selector: String,
          minLength: 2,
          maxLength: 40,
          size: 'max',
        }),
        (spots) => {
          const people = spots.map(([x, y], id) => ({ id, at: { x, y } }));
          const seen = new Set([0]);
          const waiting = people.slice(0, 1);
          for (let person = waiting.pop(); person; person = waiting.pop())
            for (const direction of ['up', 'down', 'left', 'right'] as const) {
              const next = nearestInDirection(people, person.at, direction);
              if (!next || seen.has(next.id)) continue;
              seen.add(next.id);
              waiting.push(next);
            }
          expect(seen.size).toBe(people.length);
        },
      ),
      { numRuns: numRuns(100) },
    );
  });
});

describe('paths', () => {
  const [{ frame }] = FRAMES as [(typeof FRAMES)[number]];

  it('hold rounded numbers only', () => {
    const third = mapPoint(1 / 3, -2 / 3);
    expect(linePath(third, mapPoint(10, 0))).toBe('M0.33 -0.67L10 0');
    expect(curvePath(third, mapPoint(1, 1), third)).toBe('M0.33 -0.67Q1 1 0.33 -0.67');
    for (const { frame: each } of FRAMES) expect(wedgePath(each, [10, 20], 0, 2)).not.toMatch(/\d\.\d{3}|NaN|e-/);
  });

  it('turn a whole turn into a band, which one arc cannot draw', () => {
    expect(wedgePath(frame, [10, 20], 0, 2 * Math.PI).match(/A/g)).toHaveLength(4);
    expect(arcPath(frame, 20, 0, 4)).toMatch(/0 1 1/);
    expect(arcPath(frame, 20, 4, 0)).toMatch(/0 1 0/);
  });

  it('run along a line and a curve from end to end', () => {
    const [a, b, c] = [mapPoint(0, 0), mapPoint(10, 20), mapPoint(20, 0)];
    expect([0, 0.5, 1].map((t) => along(a, b, c, t))).toEqual([a, { x: 10, y: 10 }, c]);
    expect(along(a, null, c, 0.25)).toEqual({ x: 5, y: 0 });
  });

  it('of a soft outline are empty where there is nothing to go round', () => {
    expect(smoothClosedPath([])).toBe('');
    expect(smoothClosedPath([mapPoint(0, 0), mapPoint(10, 0), mapPoint(0, 10)])).toMatch(/^M.*Z$/);
  });
});
