/** The small parts that maps at random are made of. */
import * as fc from 'fast-check';
import type { IsoDate } from '../../src/model/types.ts';

const NAMES = [
  'Kari',
  'Åse-Brit',
  'Đorđe',
  'Máret Ánne',
  'O’Brien',
  'محمد',
  '李小龙',
  '👩‍👩‍👧',
  'Ole & «Bo» <b>',
  '=1+1',
  'e\u0301',
];
export const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...NAMES) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
  { weight: 1, arbitrary: fc.constant('') },
);
export const nameOrNull = fc.option(text, { freq: 3 });

/** Mostly as the app makes them; some like another tool's, for digits reorder a record and letters can be any. */
export const idOf = <Id extends string>(prefix: string): fc.Arbitrary<Id> =>
  fc
    .oneof(
      { weight: 8, arbitrary: fc.nat(9999).map((number) => `${prefix}-${number.toString(36)}`) },
      { weight: 1, arbitrary: fc.nat(99).map(String) },
      { weight: 1, arbitrary: fc.constantFrom('Åse B.', 'id "quoted"', 'ego-2', 'tray', '家') },
    )
    .map((id) => id as Id);

export const isoDate = fc
  .date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as IsoDate);

export const byId = <Thing extends { readonly id: string }>(things: readonly Thing[]) =>
  Object.fromEntries(things.map((thing) => [thing.id, thing])) as Record<Thing['id'], Thing>;

export const listById = <Thing extends { readonly id: string }>(
  thing: fc.Arbitrary<Thing>,
  minLength: number,
  maxLength: number,
) => fc.uniqueArray(thing, { selector: ({ id }) => id, minLength, maxLength });
