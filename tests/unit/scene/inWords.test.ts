import { expect, it } from 'vitest';
import { mapInWords } from '../../../src/scene/inWords.ts';
import { aMap, tied, WORDS } from '../../support/aMap.ts';

it('says who stands where, field by field from the nearest outwards, who waits, and every line', () => {
  const map = tied(
    aMap({ Anna: 'family 1', Bo: 'friends 0', Liv: 'family 0', Ola: 'family 1', Per: 'tray' }),
    'Anna Bo',
  );
  expect(mapInWords(map, WORDS.nb)).toEqual({
    cells: [
      'Familie og slekt, Aller nærmest: Liv',
      'Familie og slekt, Nær: Anna, Ola',
      'Venner, Aller nærmest: Bo',
      'Ikke plassert ennå: Per',
    ],
    lines: ['Anna og Bo: kjenner hverandre'],
  });
});

it('says that nobody is there', () => {
  expect(mapInWords(aMap({}), WORDS.nb)).toEqual({ cells: ['Det står ingen på kartet ennå.'], lines: [] });
});
