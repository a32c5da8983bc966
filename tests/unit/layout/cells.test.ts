import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFrame } from '../../../src/geometry/frame.ts';
import {
  cellShape,
  clampIntoCell,
  latticeIn,
  marginIn,
  pointAtSpot,
  spotAt,
  wallDistance,
} from '../../../src/layout/cells.ts';
import type { CellShape } from '../../../src/layout/cells.ts';
import type { SectorId } from '../../../src/model/types.ts';
import { numRuns } from '../../support/depth.ts';
import { present } from './present.ts';
import { ringsOf, sectorsOf } from './requests.ts';

const anyCell: fc.Arbitrary<CellShape> = fc
  .record({
    sectors: fc.integer({ min: 1, max: 8 }),
    sector: fc.nat(7),
    ring: fc.constantFrom(0, 1, 2, 'outside' as const),
    stage: fc.constantFrom([1066, 742], [700, 1000], [360, 360]),
    oval: fc.boolean(),
  })
  .map(({ sectors, sector, ring, stage: [width = 0, height = 0], oval }) => {
    const spans = Array.from({ length: sectors }, () => 360 / sectors);
    const stage = { width, height, oval, withOutside: true };
    const frame = createFrame(sectorsOf(spans), ringsOf([0.3, 0.3, 0.4]), stage);
    return present(cellShape(frame, { sector: `s-${sector % sectors}` as SectorId, ring }));
  });
const coordinate = fc.integer({ min: -700, max: 700 });

test('whatever comes into a cell stands there with its whole symbol', () => {
  fc.assert(
    fc.property(anyCell, coordinate, coordinate, fc.constantFrom(4, 9, 15), (cell, x, y, radius) => {
      const margin = marginIn(cell, radius);
      const inside = clampIntoCell(cell, x, y, margin);
      expect(wallDistance(cell, inside.x, inside.y)).toBeGreaterThanOrEqual(margin - 0.2);
    }),
    { numRuns: numRuns(300) },
  );
});

test('a point written down as a spot comes back to where it was', () => {
  fc.assert(
    fc.property(anyCell, coordinate, coordinate, (cell, x, y) => {
      const inside = clampIntoCell(cell, x, y, 2);
      const back = pointAtSpot(cell, spotAt(cell, inside.x, inside.y));
      expect(Math.hypot(back.x - inside.x, back.y - inside.y)).toBeLessThan(0.25);
      expect(spotAt(cell, back.x, back.y)).toEqual(spotAt(cell, inside.x, inside.y));
    }),
    { numRuns: numRuns(300) },
  );
});

test('the lattice lies in the cell and leaves no hole', () => {
  fc.assert(
    fc.property(anyCell, (cell) => {
      const points = latticeIn(cell, 8, 4);
      for (const { x, y } of points) expect(wallDistance(cell, x, y)).toBeGreaterThanOrEqual(4);
      const middle = clampIntoCell(cell, cell.centre.x, cell.centre.y, 12);
      if (wallDistance(cell, middle.x, middle.y) < 10) return;
      expect(points.some(({ x, y }) => Math.hypot(x - middle.x, y - middle.y) < 6)).toBe(true);
    }),
    { numRuns: numRuns(60) },
  );
});
