import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cellAt,
  createFrame,
  egoRadius,
  type Frame,
  outerRadius,
  pointAt,
  pointInCell,
  polar,
  ringBand,
  sectorArc,
} from '../../../src/geometry/frame.ts';
import type { RingPlace, Spot } from '../../../src/model/types.ts';
import { field } from '../../support/aMap.ts';
import { numRuns } from '../../support/depth.ts';
import { FRAMES, ringsOf, sectorsOf } from './frames.ts';

const rings = (frame: Frame): RingPlace[] => [...frame.radii.slice(1).keys(), 'outside'];
const SPOTS = [0.02, 0.35, 0.98].flatMap((along) => [0.02, 0.5, 0.98].map((across) => ({ along, across })));

it('has the frames that it means to try', () => expect(FRAMES).toHaveLength(3 * 2 * 2 * 3 * 8));

describe('a place and its point', () => {
  it('lead to each other, for every cell of every frame', () => {
    const wrong = FRAMES.flatMap(({ title, frame }) =>
      frame.sectors.flatMap(({ id }) =>
        rings(frame).flatMap((ring) =>
          SPOTS.flatMap((spot) => {
            const point = pointInCell(frame, { sector: id, ring }, spot);
            const back = point && cellAt(frame, point, 'hand');
            const near =
              back?.sector === id &&
              back.ring === ring &&
              back.spot?.by === 'hand' &&
              Math.hypot(back.spot.along - spot.along, back.spot.across - spot.across) < 1e-9;
            return near ? [] : [`${title}: ${id} ${ring} ${spot.along} ${spot.across}`];
          }),
        ),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('lead to each other wherever a finger lands', () => {
    const anywhere = fc.record({
      frame: fc.constantFrom(...FRAMES),
      x: fc.double({ min: -1, max: 1, noNaN: true }),
      y: fc.double({ min: -1, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(anywhere, ({ frame: { frame }, x, y }) => {
        const point = { x: x * frame.halfWidth, y: y * frame.halfHeight };
        const cell = cellAt(frame, point, 'hand');
        const { radius } = polar(frame, point);
        expect(cell === null).toBe(radius < egoRadius(frame));
        if (cell === null) return;
        const { along, across } = cell.spot as Spot;
        for (const fraction of [along, across]) expect(Math.abs(fraction - 0.5)).toBeLessThanOrEqual(0.5);
        // On the rim, and beyond the band outside, the nearest place is the band's border.
        const [from, to] = frame.outside;
        if (cell.ring === 'outside' && (radius < from || radius > to)) return;
        const back = pointInCell(frame, cell, cell.spot);
        expect(Math.hypot((back?.x ?? 0) - point.x, (back?.y ?? 0) - point.y)).toBeLessThan(1e-6);
      }),
      { numRuns: numRuns(500) },
    );
  });

  it('begin at 12 o’clock and go clockwise', () => {
    const frame = createFrame(sectorsOf(4), ringsOf(3), { width: 600, height: 600, oval: false, withOutside: false });
    const nearTop = (x: number) => cellAt(frame, { x, y: -150 }, 'hand')?.sector;
    expect([nearTop(1), nearTop(-1)]).toEqual([field('0'), field('3')]);
    expect(cellAt(frame, { x: 0, y: 0 }, 'hand')).toBeNull();
  });

  it('of a hidden field or a ring that is gone are nowhere', () => {
    const [first, ...others] = sectorsOf(4);
    const hidden = first ? [{ ...first, hidden: true }, ...others] : others;
    const frame = createFrame(hidden, ringsOf(2), { width: 600, height: 600, oval: false, withOutside: false });
    expect(pointInCell(frame, { sector: field('0'), ring: 0 }, null)).toBeNull();
    expect(sectorArc(frame, field('0'))).toBeNull();
    expect(pointInCell(frame, { sector: field('1'), ring: 2 }, null)).toBeNull();
    expect(ringBand(frame, 2)).toBeNull();
  });

  it('is the middle of the cell where nobody has chosen', () => {
    const { frame } = FRAMES[0] as { frame: Frame };
    const cell = { sector: field('0'), ring: 1 };
    expect(pointInCell(frame, cell, null)).toEqual(pointInCell(frame, cell, { along: 0.5, across: 0.5 }));
  });
});

it('is one whole turn of fields and rings without a gap, within its stage', () => {
  for (const { title, frame } of FRAMES) {
    expect(frame.sectors[0]?.start, title).toBeCloseTo(-Math.PI / 2, 9);
    expect(frame.sectors.at(-1)?.end, title).toBeCloseTo(1.5 * Math.PI, 9);
    frame.sectors.forEach(({ end }, index) => expect(frame.sectors[index + 1]?.start ?? end, title).toBe(end));
    rings(frame).forEach((ring, index) => {
      const [from, to] = ringBand(frame, ring) ?? [0, 0];
      expect(to, title).toBeGreaterThan(from);
      const inside = [frame.radii[index], frame.radii[index + 1]];
      expect(ring === 'outside' ? [from > outerRadius(frame), to] : [from, to], title).toEqual(
        ring === 'outside' ? [true, to] : inside,
      );
    });
    for (let angle = 0; angle < 2 * Math.PI; angle += 0.1) {
      const { x, y } = pointAt(frame, angle, outerRadius(frame));
      expect(Math.abs(x), title).toBeLessThanOrEqual(frame.halfWidth - 20);
      expect(Math.abs(y), title).toBeLessThanOrEqual(frame.halfHeight - 20);
    }
  }
});

it('keeps the band outside on the stage where somebody stands there', () => {
  const beyond = FRAMES.filter(({ title }) => title.includes('with outside')).filter(
    ({ frame: { outside, ax, ay, halfWidth, halfHeight } }) =>
      ax * outside[1] > halfWidth + 1e-9 || ay * outside[1] > halfHeight + 1e-9,
  );
  expect(beyond.map(({ title }) => title)).toEqual([]);
});

it('is never less than nothing, however small the stage or uneven the rings', () => {
  const anyStage = fc.record({
    width: fc.double({ min: 0, max: 3000, noNaN: true }),
    height: fc.double({ min: 0, max: 3000, noNaN: true }),
    oval: fc.boolean(),
    withOutside: fc.boolean(),
  });
  fc.assert(
    fc.property(anyStage, fc.integer({ min: 1, max: 8 }), fc.integer({ min: 2, max: 4 }), (stage, fields, count) => {
      const frame = createFrame(sectorsOf(fields), ringsOf(count), stage);
      const sizes = [...frame.radii, ...frame.outside];
      sizes.forEach((size, index) => expect(size).toBeGreaterThan(sizes[index - 1] ?? 0));
      expect(Math.max(frame.ax, frame.ay)).toBeLessThanOrEqual(1.38);
      expect(Math.min(frame.ax, frame.ay)).toBe(1);
    }),
    { numRuns: numRuns(300) },
  );
});

it('is round on a square stage and on any that need not be oval', () => {
  const square = { width: 500, height: 500, oval: true, withOutside: false };
  expect(createFrame(sectorsOf(3), ringsOf(3), square)).toMatchObject({ ax: 1, ay: 1 });
  expect(createFrame(sectorsOf(3), ringsOf(3), { ...square, width: 900, oval: false })).toMatchObject({ ax: 1, ay: 1 });
  expect(createFrame(sectorsOf(3), ringsOf(3), { ...square, height: 900 }).ay).toBeGreaterThan(1.3);
});
