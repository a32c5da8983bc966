import fc from 'fast-check';
import { expect, it } from 'vitest';
import { besideOthers } from '../../../src/canvas/beside.ts';
import { placeAt } from '../../../src/canvas/target.ts';
import { createFrame, mapPoint, type MapPoint } from '../../../src/geometry/frame.ts';
import { standardRings, standardSectors } from '../../../src/model/presets.ts';
import type { PersonId } from '../../../src/model/types.ts';
import type { PersonMark } from '../../../src/scene/types.ts';
import { numRuns } from '../../support/depth.ts';

const frame = createFrame(standardSectors(), standardRings(3), {
  width: 1180,
  height: 760,
  oval: false,
  withOutside: false,
});
const MOVED = 'p-moved' as PersonId;
const RADIUS = 13;

const sceneWith = (...points: readonly MapPoint[]) => ({
  frame,
  symbolRadius: RADIUS,
  people: points.map((at, index) => ({ id: `p-${index}`, at }) as unknown as PersonMark),
});
const apart = (a: MapPoint, b: MapPoint) => Math.hypot(a.x - b.x, a.y - b.y);

it('whoever is let go on nobody stands exactly there', () => {
  const at = mapPoint(100, -80);
  expect(besideOthers(sceneWith(mapPoint(100 + RADIUS + 1, -80)), MOVED, at)).toBe(at);
});

it('nobody is in their own way', () => {
  const at = mapPoint(100, -80);
  const scene = sceneWith(at);
  expect(besideOthers(scene, 'p-0' as PersonId, at)).toBe(at);
});

it('whoever is let go on somebody stands beside them, in the cell that was meant', () => {
  const place = fc.record({
    x: fc.integer({ min: -300, max: 300 }),
    y: fc.integer({ min: -300, max: 300 }),
  });
  const nudge = fc.integer({ min: -8, max: 8 });
  let moved = 0;
  fc.assert(
    fc.property(place, nudge, nudge, ({ x, y }, dx, dy) => {
      const other = mapPoint(x, y);
      const at = mapPoint(x + dx, y + dy);
      const meant = placeAt(frame, at);
      const stands = besideOthers(sceneWith(other), MOVED, at);
      if (stands === at) return;
      moved++;
      expect(apart(stands, other)).toBeGreaterThanOrEqual(2 * RADIUS);
      expect(placeAt(frame, stands)).toMatchObject({ sector: meant?.sector, ring: meant?.ring });
    }),
    { numRuns: numRuns(200) },
  );
  expect(moved).toBeGreaterThan(numRuns(100));
});
