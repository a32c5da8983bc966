// A network as a file of the product, nobody with a spot yet.
import { writeMapFile } from '../../src/document/writeMapFile.ts';
import { newMap, newPerson } from '../../src/model/newMap.ts';
import type { Drawing, PersonId, Relation, RelationId } from '../../src/model/types.ts';
import type { Network } from './contract.ts';

export function mapFileOf({ people, ties }: Network): string {
  const empty = newMap((prefix) => `${prefix}-bench`, new Date('2026-11-21T12:00:00Z'));
  const [drawing] = empty.drawings;
  if (!drawing) throw new Error('a new map has no drawing');
  const places = new Map<string, Drawing['places'][PersonId]>();
  for (const { id, sector, ring } of people) {
    const place = empty.sectors.find(({ kind }) => kind === sector);
    if (!place) throw new Error(`no sector ${sector}`);
    places.set(id, { sector: place.id, ring, spot: null });
  }
  const relations = ties.map(([a, b], at): [RelationId, Relation] => {
    const id = `r-${at}` as RelationId;
    return [id, { id, between: [a as PersonId, b as PersonId], kind: 'knows', support: 'none' }];
  });
  return writeMapFile({
    ...empty,
    title: `${people.length} people`,
    people: Object.fromEntries(people.map(({ id, name }) => [id, newPerson(id as PersonId, name)])),
    drawings: [{ ...drawing, places: Object.fromEntries(places), relations: Object.fromEntries(relations) }],
  });
}
