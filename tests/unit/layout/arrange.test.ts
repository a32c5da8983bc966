import { expect, test } from 'vitest';
import type { Arrangement, LayoutRequest, PersonToPlace } from '../../../src/geometry/arrangement.ts';
import { arrange } from '../../../src/layout/arrange.ts';
import { improvePicture } from '../../../src/layout/improve.ts';
import type { PersonId, Spot } from '../../../src/model/types.ts';
import { arrangeAnew } from './anew.ts';
import { faultsOf } from './faults.ts';
import { present } from './present.ts';
import { personIn, requestFor, ringsOf, sectorsOf } from './requests.ts';
import { makeNetwork } from '../../bench/networks.ts';
import { chooseWidths } from '../../../src/layout/widths.ts';
import { createFrame } from '../../../src/geometry/frame.ts';

const NAMES = ['Mia', 'Kristoffer Wessel', 'Bo', 'Anne-Lise', 'Mormor', 'Tante Sigrid', 'Ola Nordmann', 'Jo'];
const family = (count: number): PersonToPlace[] =>
  Array.from({ length: count }, (_, at) =>
    personIn(at, { name: NAMES[at % NAMES.length] ?? '', sector: (at * 3) % 5, ring: (at * 7) % 3 }),
  );
const someTies = (count: number): LayoutRequest['ties'] =>
  Array.from({ length: count }, (_, at) => [`p-${at}` as PersonId, `p-${(at * 5 + 2) % count}` as PersonId] as const);

/** The request of the next edit: everybody has the spot that the last picture gave them. */
const after = (request: LayoutRequest, { people }: Arrangement): LayoutRequest => ({
  ...request,
  people: request.people.map((person) => ({ ...person, spot: people.get(person.id)?.spot ?? person.spot })),
});
const movedBetween = (before: Arrangement, now: Arrangement): PersonId[] =>
  [...before.people.keys()].filter(
    (id) => now.people.has(id) && now.people.get(id)?.spot !== before.people.get(id)?.spot,
  );
/** A network as uneven as people's are, in fields as wide as it asks for. */
function networkOf(count: number, seed: number): LayoutRequest {
  const { people, sectors, ties } = makeNetwork(count, seed);
  const placed = people.map(({ name, sector, ring }, at) =>
    personIn(at, { name, sector: sectors.indexOf(sector), ring }),
  );
  const number = new Map(people.map(({ id }, at) => [id, at]));
  const known = ties.map(([a, b]) => [`p-${number.get(a)}` as PersonId, `p-${number.get(b)}` as PersonId] as const);
  const even = requestFor(placed);
  const stage = { width: 1180, height: 820, oval: false, withOutside: false };
  const shown = sectorsOf(sectors.map(() => 72));
  const rings = ringsOf([1 / 3, 1 / 3, 1 / 3]);
  const { spans, ringWidths } = chooseWidths({ sectors: shown, rings, people: placed, stage, measure: even.measure });
  return { ...even, frame: createFrame(sectorsOf(spans), ringsOf(ringWidths), stage), ties: known };
}
const hand = (along: number, across: number): Spot => ({ along, across, by: 'hand' });
const request = requestFor(family(24), { ties: someTies(24) });
const picture = arrange(request, { improve: improvePicture });

test('an empty map is no problem', () => {
  expect(arrange(requestFor([])).people.size).toBe(0);
});

test('a map of 24 has large type, every name, and no fault', () => {
  expect(faultsOf(request, picture)).toEqual([]);
  expect(picture.nameSize).toBe(14);
  expect([...picture.people.values()].filter(({ label }) => label === null)).toEqual([]);
});

test('one person more, one less, another name, another tie: nobody else moves', () => {
  const now = after(request, picture);
  const more = arrange({ ...now, people: [...now.people, personIn(99, { sector: 2, ring: 1, name: 'Nils Petter' })] });
  expect(movedBetween(picture, more)).toEqual([]);
  expect(present(more.people.get('p-99' as PersonId)).label).not.toBeNull();
  const less = arrange({ ...now, people: now.people.slice(0, 12).concat(now.people.slice(13)) });
  expect(movedBetween(picture, less)).toEqual([]);
  const renamed = arrange({ ...now, people: now.people.map((one, at) => (at === 5 ? { ...one, name: 'Per' } : one)) });
  expect(movedBetween(picture, renamed)).toEqual([]);
  expect(movedBetween(picture, arrange({ ...now, ties: [] }))).toEqual([]);
});

test('a person dropped on another stays; the layout’s person gives way, and nobody else', () => {
  const now = after(request, picture);
  const [first, second] = now.people.filter(({ cell }) => cell.ring === 2);
  const under = present(present(first).spot);
  const dropped: Spot = { ...under, by: 'hand' };
  const people = now.people.map((one) => (one === second ? { ...one, cell: present(first).cell, spot: dropped } : one));
  const next = arrange({ ...now, people });
  expect(present(next.people.get(present(second).id)).spot).toBe(dropped);
  expect(movedBetween(picture, next).sort()).toEqual([present(first).id, present(second).id].sort());
  expect(faultsOf({ ...now, people }, next)).toEqual([]);
});

test('two hands on the same spot stay there, with their names on different sides', () => {
  const people = [
    personIn(1, { name: 'Mia', spot: hand(0.5, 0.5) }),
    personIn(2, { name: 'Bo', spot: hand(0.5, 0.5) }),
  ];
  const { people: placed, nameSize } = arrange(requestFor(people));
  const [mia, bo] = people.map(({ id }) => present(placed.get(id)));
  expect(present(mia).at).toEqual(present(bo).at);
  expect(present(mia).label?.side).not.toBe(present(bo).label?.side);
  expect(nameSize).toBe(14);
});

test('eight hands on the same spot: as many names as find room, and large type for the rest of the map', () => {
  const pile = Array.from({ length: 8 }, (_, at) => personIn(100 + at, { name: `Hånd ${at}`, spot: hand(0.5, 0.5) }));
  const { people, nameSize } = arrange(requestFor([...family(10), ...pile]));
  const shown = [...people.values()].filter(({ label }) => label !== null);
  expect(shown.length).toBeGreaterThanOrEqual(12);
  expect(nameSize).toBeGreaterThanOrEqual(13);
});

test('people of a field that is not in the frame are left out', () => {
  const { people } = arrange(requestFor([personIn(1), personIn(2, { sector: 7 })]));
  expect([...people.keys()]).toEqual(['p-1']);
});

test('outside for now is a place like others', () => {
  const outside = requestFor([...family(6), personIn(50, { ring: 'outside' }), personIn(51, { ring: 'outside' })]);
  expect(faultsOf(outside, arrange(outside))).toEqual([]);
});

test('people of a cell are spread over it, not clumped', () => {
  const mates = Array.from({ length: 6 }, (_, at) => personIn(at, { name: 'Ola', ring: 2 }));
  const points = [...arrange(requestFor(mates), { improve: improvePicture }).people.values()].map(({ at }) => at);
  const nearest = points.map((a) =>
    Math.min(...points.filter((b) => b !== a).map((b) => Math.hypot(a.x - b.x, a.y - b.y))),
  );
  expect(Math.min(...nearest)).toBeGreaterThan(60);
});

test('improvement brings no fault and takes crossings away', () => {
  const quick = arrange(request);
  expect(faultsOf(request, quick)).toEqual([]);
  expect(crossings(request, picture)).toBeLessThan(crossings(request, quick));
});

test('a thousand people are all there, in their cells', { timeout: 20_000 }, () => {
  const crowd = requestFor(family(1000), { ties: someTies(1000) });
  const arrangement = arrange(crowd);
  expect(arrangement.people.size).toBe(1000);
  expect(faultsOf(crowd, arrangement)).toEqual([]);
  expect(arrangement.nameSize).toBe(11);
});

test('a full oval map is a picture that stays as it is', { timeout: 20_000 }, () => {
  const base = requestFor(family(90), { ties: someTies(90), width: 1000 });
  const full = { ...base, frame: { ...base.frame, ax: 1.3 } };
  const first = arrange(full);
  expect(faultsOf(full, first)).toEqual([]);
  expect(movedBetween(first, arrangeAnew(after(full, first)))).toEqual([]);
});

test('on a full map the names nearest ego are shown first', () => {
  const crowd = requestFor(family(400));
  const { people } = arrange(crowd);
  const shownIn = (ring: number): number => {
    const there = crowd.people.filter(({ cell }) => cell.ring === ring);
    return there.filter(({ id }) => present(people.get(id)).label !== null).length / there.length;
  };
  expect(shownIn(0)).toBeGreaterThan(0);
});

test('the guard sees what it guards against', () => {
  const [first, second] = [...picture.people.values()];
  const a = present(first);
  const b = present(second);
  const planted = (change: Partial<typeof a>): string[] =>
    faultsOf(request, { ...picture, people: new Map(picture.people).set(a.id, { ...a, ...change }) });
  expect(planted({ at: b.at }).join()).toMatch(/symbols/u);
  expect(planted({ at: { ...a.at, x: a.at.x + 400 } as typeof a.at }).join()).toMatch(/out of the ring/u);
  expect(faultsOf(request, { ...picture, symbolRadius: 30 }).join()).toMatch(/name over symbol|symbol under name/u);
});

function crossings({ ties }: LayoutRequest, { people }: Arrangement): number {
  const lines = ties.flatMap(([from, to]) => {
    const a = people.get(from)?.at;
    const b = people.get(to)?.at;
    return a && b && a !== b ? [{ a, b }] : [];
  });
  type Point = { x: number; y: number };
  const side = (a: Point, b: Point, c: Point): number => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
  let count = 0;
  lines.forEach((one, at) => {
    for (const two of lines.slice(at + 1)) {
      if (side(one.a, one.b, two.a) * side(one.a, one.b, two.b) >= 0) continue;
      if (side(two.a, two.b, one.a) * side(two.a, two.b, one.b) < 0) count += 1;
    }
  });
  return count;
}

const linesOf = ({ people }: Arrangement): string[][] =>
  [...people.values()].map(({ label }) => label?.lines.map(({ text }) => text) ?? []);

test('where there is no room for all words, what people are goes before any name does', () => {
  const many = family(60).map((one) => ({ ...one, relation: 'tidligere nabo' }));
  const roomy = arrange(requestFor(many.slice(0, 15)));
  expect(linesOf(roomy).every((lines) => lines.includes('tidligere nabo'))).toBe(true);
  const narrow = arrange(requestFor(many, { width: 560, height: 560 }));
  expect(linesOf(narrow).filter((lines) => lines.length === 0)).toEqual([]);
  expect(linesOf(narrow).flat()).not.toContain('tidligere nabo');
});

test('where hands put people close together, a name stands alone before type shrinks or a name is left out', () => {
  const people = [0.3, 0.5, 0.7].map((along, index) =>
    personIn(index, { name: NAMES[index * 2] ?? '', relation: 'tidligere nabo', ring: 1, spot: hand(along, 0.5) }),
  );
  const close = arrange(requestFor(people, { width: 420, height: 420 }));
  const words = linesOf(close);
  expect(words.filter((lines) => lines.length === 0)).toEqual([]);
  expect(words.filter((lines) => !lines.includes('tidligere nabo'))).toHaveLength(1);
  expect(close.nameSize).toBeGreaterThanOrEqual(12);
});

test(
  'whoever comes back finds the room they left: nobody moves, and hardly ever a smaller type',
  { timeout: 60_000 },
  () => {
    let smaller = 0;
    for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const full = networkOf(50, seed);
      const base = after(full, arrange(full, { improve: improvePicture }));
      for (const one of base.people) {
        const without = { ...base, people: base.people.filter((other) => other !== one) };
        const left = arrange(without);
        const back = arrange({ ...without, people: [...after(without, left).people, { ...one, spot: null }] });
        expect(movedBetween(left, back)).toEqual([]);
        smaller += Number(back.nameSize < left.nameSize);
      }
    }
    // Of 400. Where names begin on their best side, not as they fitted, it is 4.
    expect(smaller).toBeLessThanOrEqual(2);
  },
);

test('where there is no room for whoever is set down, few others make some', { timeout: 30_000 }, () => {
  const full = requestFor(family(150), { ties: someTies(150) });
  const base = after(full, arrange(full));
  const moved = Array.from({ length: 12 }, (_, drop) => {
    const people = base.people.map((one, at) =>
      at === drop * 12 && one.spot
        ? { ...one, spot: hand((one.spot.along + 0.37) % 1, (one.spot.across + 0.31) % 1) }
        : one,
    );
    const now = arrange({ ...base, people });
    expect(faultsOf({ ...base, people }, now)).toEqual([]);
    return people.filter(({ id, spot }) => {
      const found = present(now.people.get(id)).spot;
      return found.along !== spot?.along || found.across !== spot.across;
    }).length;
  });
  expect(Math.max(...moved)).toBeGreaterThan(0);
  // Half of them move fewer than so many: leaving is dear as long as a way can be found so, else it would be 9.
  expect(moved.toSorted((a, b) => a - b)[6]).toBeLessThan(6);
  // Type of 11 that could grow to 11.5 is no reason to move half of the map: twice it would be 78.
  expect(Math.max(...moved)).toBeLessThan(30);
});
