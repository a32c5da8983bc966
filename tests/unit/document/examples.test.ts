import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readMapFile } from '../../../src/document/readMapFile.ts';
import { brokenInvariants } from '../../../src/model/invariants.ts';
import { must } from '../../support/must.ts';

const FOLDER = 'src/document/examples';
const open = (name: string) => must(readMapFile(readFileSync(`${FOLDER}/${name}.json`, 'utf8')));

const COUNTS = {
  smallManyProfessionals: { people: 15, ties: 15, invited: 13 },
  youngCloseFamily: { people: 18, ties: 33, invited: 18 },
  variedWithGroups: { people: 27, ties: 34, invited: 25 },
} as const;

it('every example is known here', () => {
  const names = readdirSync(FOLDER).map((name) => name.replace('.json', ''));
  expect(names.toSorted()).toEqual(Object.keys(COUNTS).toSorted());
});

it.each(Object.keys(COUNTS) as (keyof typeof COUNTS)[])(
  '%s opens unrepaired, all placed, nobody with a spot yet',
  (id) => {
    const { map, repairs } = open(id);
    const [drawing] = map.drawings;
    const places = Object.values(drawing?.places ?? {});
    expect({ repairs, broken: brokenInvariants(map), title: map.title.slice(0, 10) }).toEqual({
      repairs: [],
      broken: [],
      title: 'Eksempel: ',
    });
    expect({
      people: Object.keys(map.people).length,
      ties: Object.keys(drawing?.relations ?? {}).length,
      invited: Object.keys(map.meetings[0]?.invitations ?? {}).length,
    }).toEqual(COUNTS[id]);
    expect(places.filter((place) => place !== 'tray' && place.spot === null)).toHaveLength(COUNTS[id].people);
  },
);

it('says who is no person, a child or dead', () => {
  const { map } = open('variedWithGroups');
  const named = Object.fromEntries(Object.values(map.people).map((person) => [person.name, person]));
  expect(named['Luna']).toMatchObject({ kind: 'animal' });
  expect(named['Koret (12 stk)']).toMatchObject({ kind: 'group' });
  expect(named['Språkkafeen']).toMatchObject({ kind: 'place' });
  expect(named['Bente og Ole']).toMatchObject({ kind: 'person' });
  expect(named['Far']).toMatchObject({ deceased: true });
  expect(named['Hana']).toMatchObject({ child: true });
});
