import { isolated } from '../i18n/direction.ts';
import type { Translate } from '../i18n/translate.ts';
import { currentDrawing, peopleInTray, peopleOnDrawing, placeOf } from '../model/questions.ts';
import type { NetworkMap, RingPlace, Sector } from '../model/types.ts';
import { egoName, ringName, sectorName } from './words.ts';
import { spokenRelation } from './spoken.ts';

/** The map as sentences, for those who hear it: who stands where, from the nearest outwards, and every line. */
export function mapInWords(map: NetworkMap, t: Translate): { readonly cells: string[]; readonly lines: string[] } {
  const people = peopleOnDrawing(map);
  const rings: RingPlace[] = [...map.rings.keys(), 'outside'];
  const namesIn = (sector: Sector, ring: RingPlace) =>
    people.flatMap(({ id, name }) => {
      const place = placeOf(map, id);
      const isHere = place !== null && place !== 'tray' && place.sector === sector.id && place.ring === ring;
      return isHere ? [isolated(name)] : [];
    });
  const cells = map.sectors
    .filter(({ hidden }) => !hidden)
    .flatMap((sector) =>
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
  const lines = Object.values(currentDrawing(map).relations).map((relation) => spokenRelation(relation, nameOf, t));
  return { cells: cells.length > 0 ? cells : [t('words.nobody')], lines };
}
