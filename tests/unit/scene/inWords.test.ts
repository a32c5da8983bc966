import { expect, it } from 'vitest';
import { setSectorHidden } from '../../../src/model/edits/sectors.ts';
import { mapInWords } from '../../../src/scene/inWords.ts';
import { aMap, field, tied, WORDS } from '../../support/aMap.ts';

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

it('says nothing of what is hidden on the map', () => {
  const map = tied(
    aMap({ Anna: 'family 1', Bo: 'friends 0', Lege: 'professionals 0' }),
    'Anna Bo',
    'Anna Lege',
    'Anna ego',
  );
  const hidden = { ...map, shown: { ...map.shown, professionals: false, qualities: false } };
  const { cells, lines } = mapInWords(setSectorHidden(hidden, field('friends'), true), WORDS.nb);
  expect(cells).toEqual(['Familie og slekt, Nær: Anna']);
  expect(lines).toEqual([]);
  expect(mapInWords(hidden, WORDS.nb).lines).toEqual(['Anna og Bo: kjenner hverandre']);
});
