import { isolated } from '../i18n/direction.ts';
import type { Translate } from '../i18n/translate.ts';
import { peopleInTray } from '../model/questions.ts';
import type { NetworkMap, RingPlace, Sector } from '../model/types.ts';
import { mapOnScreen, picturedPeople, picturedRelations } from './pictured.ts';
import { egoName, ringName, sectorName } from './words.ts';
import { spokenRelation } from './spoken.ts';

/**
 * The map as sentences, for those who hear it: who stands where, from the nearest outwards, and every line. What is
 * hidden on the map is not said either: somebody may be sitting beside.
 */
export function mapInWords(map: NetworkMap, t: Translate): { readonly cells: string[]; readonly lines: string[] } {
  const layers = mapOnScreen(map);
  const people = picturedPeople(map, layers, t);
  const rings: RingPlace[] = [...map.rings.keys(), 'outside'];
  const namesIn = (sector: Sector, ring: RingPlace) =>
    people.flatMap(({ name, place }) => (place.sector === sector.id && place.ring === ring ? [isolated(name)] : []));
  const cells = map.sectors.flatMap((sector) =>
    rings.flatMap((ring) => {
      const names = namesIn(sector, ring).join(', ');
      return names === ''
        ? []
        : [t('words.cell', { field: sectorName(sector, t), ring: ringName(map, ring, t), names })];
    }),
  );
  const waiting = peopleInTray(map).map(({ name }) => isolated(name));
  if (waiting.length > 0) cells.push(t('words.tray', { names: waiting.join(', ') }));
  const nameOf = (id: Parameters<Parameters<typeof spokenRelation>[1]>[0]) =>
    id === 'ego' ? egoName(map, t) : (map.people[id]?.name ?? '');
  const present = new Set(people.map(({ person }) => person.id));
  const lines = picturedRelations(map, layers, present).map((relation) => spokenRelation(relation, nameOf, t));
  return { cells: cells.length > 0 ? cells : [t('words.nobody')], lines };
}
