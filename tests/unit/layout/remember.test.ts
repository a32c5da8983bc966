import { expect, test } from 'vitest';
import type { LayoutRequest } from '../../../src/geometry/arrangement.ts';
import { arrange } from '../../../src/layout/arrange.ts';
import type { PersonId } from '../../../src/model/types.ts';
import { arrangeAnew } from './anew.ts';
import { present } from './present.ts';
import { personIn, requestFor } from './requests.ts';

const NAMES = ['Mia', 'Kristoffer Wessel', 'Bo', 'Anne-Lise', 'Mormor', 'Tante Sigrid'];
const family = Array.from({ length: 12 }, (_, at) =>
  personIn(at, { name: NAMES[at % NAMES.length] ?? '', sector: at % 3, ring: at % 2 }),
);
const request = requestFor(family, { ties: [['p-0' as PersonId, 'p-3' as PersonId]] });

/** What is asked for after the spots have been written down: the same people, in objects of their own. */
function writtenDown(): LayoutRequest {
  const { people } = arrangeAnew(request);
  return {
    ...request,
    people: request.people.map((person) => ({ ...person, spot: { ...present(people.get(person.id)).spot } })),
  };
}

test('what has just been arranged is not worked out again, and everybody keeps the very spot they were given', () => {
  const settled = writtenDown();
  const first = arrange(settled);
  for (const { id, spot } of settled.people) expect(present(first.people.get(id)).spot).toBe(spot);
  const measured: string[] = [];
  const measure: LayoutRequest['measure'] = (text, ...rest) => {
    measured.push(text);
    return request.measure(text, ...rest);
  };
  expect(arrange({ ...settled, measure })).toEqual(first);
  // Breaking names over lines would measure their parts.
  expect(new Set(measured)).toEqual(new Set(NAMES));
  expect(arrangeAnew(settled)).toEqual(first);
});

const change = (people: LayoutRequest['people'], what: Partial<LayoutRequest['people'][number]>) =>
  people.map((person, at) => (at === 4 ? { ...person, ...what } : person));

test.each<[string, (settled: LayoutRequest) => LayoutRequest]>([
  ['another name', (one) => ({ ...one, people: change(one.people, { name: 'Wilhelmina av Oranje' }) })],
  ['a relation word', (one) => ({ ...one, people: change(one.people, { relation: 'tante' }) })],
  [
    'another spot',
    (one) => ({ ...one, people: change(one.people, { spot: { along: 0.9, across: 0.9, by: 'hand' } }) }),
  ],
  [
    'another cell',
    (one) => ({ ...one, people: change(one.people, { cell: present(one.people[0]).cell, spot: null }) }),
  ],
  ['one less', (one) => ({ ...one, people: one.people.slice(1) })],
  ['other letters', (one) => ({ ...one, measure: (text, size, weight) => 1.4 * request.measure(text, size, weight) })],
  ['something in the way', (one) => ({ ...one, obstacles: [{ x: -300, y: -300, width: 600, height: 400 }] })],
  ['another stage', (one) => ({ ...one, frame: requestFor([], { width: 700, height: 620 }).frame })],
])('%s is a new question', (_, changed) => {
  const settled = writtenDown();
  arrange(settled);
  const next = changed(settled);
  expect(arrange(next)).toEqual(arrangeAnew(next));
});
