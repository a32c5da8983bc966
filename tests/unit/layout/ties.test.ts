import { expect, test } from 'vitest';
import type { PlacedPerson, TieCurve } from '../../../src/geometry/arrangement.ts';
import { mapPoint } from '../../../src/geometry/frame.ts';
import { tieCurves } from '../../../src/layout/ties.ts';
import type { PersonId, RelationId } from '../../../src/model/types.ts';
import { present } from './present.ts';
import { requestFor } from './requests.ts';

const { frame } = requestFor([]);
const RADIUS = 14;
const idOf = (at: number): PersonId => `p-${at}` as PersonId;

const standing = (points: readonly (readonly [number, number])[]): Map<PersonId, PlacedPerson> =>
  new Map(
    points.map(([x, y], at) => [
      idOf(at),
      { id: idOf(at), at: mapPoint(x, y), spot: { along: 0, across: 0, by: 'layout' }, label: null },
    ]),
  );

function pathOf(points: readonly (readonly [number, number])[], to: PersonId | 'ego' = idOf(1)): TieCurve | undefined {
  const tie = { id: 'r-1' as RelationId, between: [idOf(0), to] as const };
  return tieCurves(frame, standing(points), RADIUS, [tie]).get(tie.id);
}

test('a tie that meets nobody is straight, from rim to rim', () => {
  const path = pathOf([
    [-150, 100],
    [150, 100],
  ]);
  expect(path).toEqual({ from: mapPoint(-136, 100), to: mapPoint(136, 100), control: null });
});

test('a tie bends gently round a symbol that is no end of it', () => {
  const path = present(
    pathOf([
      [-150, 100],
      [150, 100],
      [0, 104],
    ]),
  );
  const control = present(path.control);
  expect(Math.abs(control.y - 100)).toBeGreaterThan(RADIUS);
  expect(Math.abs(control.y - 100)).toBeLessThanOrEqual(0.2 * 300);
  expect(Math.hypot(path.from.x + 150, path.from.y - 100)).toBeCloseTo(RADIUS);
});

test('a tie between two others bends round ego, but a tie to ego ends at its rim', () => {
  const across = [
    [-150, 4],
    [150, 4],
  ] as const;
  expect(present(pathOf(across)).control).not.toBeNull();
  const toEgo = present(pathOf(across, 'ego'));
  expect(toEgo.control).toBeNull();
  expect(Math.hypot(toEgo.to.x, toEgo.to.y)).toBeCloseTo(frame.radii[0] ?? 0);
});

test('on a map of many all ties are straight', () => {
  const row = Array.from({ length: 81 }, (_, at) => [at * 4 - 160, 100] as const);
  expect(pathOf(row)?.control).toBeNull();
});

test('a tie to somebody who is not shown is left out, and two on the same point do no harm', () => {
  expect(pathOf([[10, 90]])).toBeUndefined();
  expect(
    pathOf([
      [10, 90],
      [10, 90],
    ])?.from,
  ).toEqual(mapPoint(10, 90));
});

test('where one symbol stands near an end and others on both sides, the curve leans: it runs through nobody', () => {
  const others = [
    [-75, 104],
    [70, 134],
    [60, 62],
  ] as const;
  const path = present(pathOf([[-150, 100], [150, 100], ...others]));
  const control = present(path.control);
  expect(Math.abs(control.x)).toBeGreaterThan(20);
  expect(nearestTo(others, path)).toBeGreaterThan(RADIUS);
});

test('with no way past everybody a tie runs along a rim rather than through a symbol', () => {
  // A wall that no gentle curve gets round, with a gap too narrow for a line to pass clear of both.
  const wall = [-4, -3, -2, -1, 0, 1, 2, 3, 4].map((at) => [0, 107 + 26 * at] as const);
  const path = present(pathOf([[-150, 100], [150, 100], ...wall]));
  expect(nearestTo(wall, path)).toBeGreaterThan(RADIUS - 3);
});

test('a wide curve only where every gentler one runs through somebody', () => {
  const row = [-1, 0, 1].map((at) => [at * 30, 100] as const);
  const gentle = present(pathOf([[-150, 100], [150, 100], ...row]));
  const more = [-1, 0, 1].flatMap((at) => [-1, 1].map((side) => [at * 30, 100 + side * 26] as const));
  const wide = present(pathOf([[-150, 100], [150, 100], ...row, ...more]));
  const height = ({ control }: TieCurve): number => Math.abs(present(control).y - 100) / 300;
  expect(height(gentle)).toBeLessThan(0.2);
  expect(height(wide)).toBeGreaterThan(0.23);
  expect(nearestTo([...row, ...more], wide)).toBeGreaterThan(RADIUS);
});

/** The least distance of a path from the middle of anybody's symbol. */
function nearestTo(points: readonly (readonly [number, number])[], { from, to, control }: TieCurve): number {
  const middle = control ?? mapPoint((from.x + to.x) / 2, (from.y + to.y) / 2);
  const distances = Array.from({ length: 201 }, (_, step) => {
    const t = step / 200;
    const x = (1 - t) ** 2 * from.x + 2 * t * (1 - t) * middle.x + t * t * to.x;
    const y = (1 - t) ** 2 * from.y + 2 * t * (1 - t) * middle.y + t * t * to.y;
    return Math.min(...points.map(([px, py]) => Math.hypot(px - x, py - y)));
  });
  return Math.min(...distances);
}
