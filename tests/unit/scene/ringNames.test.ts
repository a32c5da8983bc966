import { expect, test } from 'vitest';
import type { Arrangement, PlacedPerson } from '../../../src/geometry/arrangement.ts';
import { createFrame, type Frame, mapPoint, type MapPoint, pointAt, TOP } from '../../../src/geometry/frame.ts';
import { newMap } from '../../../src/model/newMap.ts';
import type { PersonId } from '../../../src/model/types.ts';
import { placeRingName } from '../../../src/scene/ringNames.ts';

const { sectors, rings } = newMap((prefix) => prefix, new Date(0));
const round = createFrame(sectors, rings, { width: 1180, height: 820, oval: false, withOutside: false });
const oval = createFrame(sectors, rings, { width: 1180, height: 820, oval: true, withOutside: false });
const measure = (text: string, size: number) => text.length * size * 0.5;
const NAME = 'Litt lenger unna';
const HALF = (NAME.length * 11 * 0.5) / 2;
const RADIUS = 14;

const arrangementOf = (places: readonly MapPoint[]): Arrangement => ({
  people: new Map(
    places.map((at, index): [PersonId, PlacedPerson] => {
      const id = `p${index}` as PersonId;
      return [id, { id, at, spot: { along: 0, across: 0, by: 'hand' }, label: null }];
    }),
  ),
  symbolRadius: RADIUS,
  nameSize: 14,
});
const nameAmong = (frame: Frame, places: readonly MapPoint[], ring = 2): MapPoint =>
  placeRingName(frame, ring, NAME, arrangementOf(places), measure);
const atTop = (frame: Frame, ring: number, shift = 0): MapPoint =>
  pointAt(frame, TOP + shift, (frame.radii[ring + 1] ?? 0) - 12);

/** Does a disc lie on letters that stand at a point? */
const covers = (disc: MapPoint, { x, y }: MapPoint): boolean =>
  Math.hypot(Math.max(0, Math.abs(disc.x - x) - HALF), Math.max(0, Math.abs(disc.y - (y - 4)) - 5)) < RADIUS;

test('at the top, where nobody stands', () => {
  for (const frame of [round, oval]) {
    const { x, y } = nameAmong(frame, [atTop(frame, 0), pointAt(frame, 0, 200)]);
    expect(x).toBe(0);
    expect(y).toBeCloseTo(-frame.ay * (frame.radii.at(-1) ?? 0) + 13);
  }
});

test.each([
  ['round', round],
  ['oval', oval],
])('beside whoever stands there, in its own ring still: %s', (_, frame) => {
  for (const ring of [0, 1, 2]) {
    const crowd = [-0.1, 0, 0.1].map((shift) => atTop(frame, ring, shift));
    const at = nameAmong(frame, crowd, ring);
    expect(crowd.some((disc) => covers(disc, at))).toBe(false);
    const [inner = 0, outer = 0] = frame.radii.slice(ring);
    for (const x of [at.x - HALF, at.x + HALF]) {
      const out = Math.hypot(x / frame.ax, (at.y - 10) / frame.ay);
      expect(out).toBeLessThan(outer);
      expect(out).toBeGreaterThan(inner - 30);
    }
  }
});

test('the side is the one with the shorter way, and the picture of one map always the same', () => {
  const left = nameAmong(round, [atTop(round, 2, -0.12), atTop(round, 2, 0)]);
  expect(left.x).toBeGreaterThan(0);
  expect(nameAmong(round, [atTop(round, 2, -0.12), atTop(round, 2, 0)])).toEqual(left);
  expect(nameAmong(round, [atTop(round, 2, 0.12), atTop(round, 2, 0)]).x).toBeLessThan(0);
});

test('where there is no room all along the top it stays there', () => {
  const everywhere = Array.from({ length: 60 }, (_, at) => atTop(round, 2, -1.5 + at * 0.05));
  expect(nameAmong(round, everywhere).x).toBe(0);
});

test('clear of a mark on somebody beside it, as of them', () => {
  const person = mapPoint(-HALF - RADIUS - 9, atTop(round, 2).y);
  expect(nameAmong(round, [person]).x).toBe(0);
  const mark = { at: mapPoint(person.x + 0.78 * RADIUS, person.y - 0.78 * RADIUS), radius: 8 };
  const { x, y } = placeRingName(round, 2, NAME, arrangementOf([person]), measure, [mark]);
  expect(x).toBeGreaterThan(0);
  expect(Math.hypot(Math.max(0, x - HALF - mark.at.x), Math.max(0, Math.abs(y - 4 - mark.at.y) - 5))).toBeGreaterThan(
    8,
  );
});
