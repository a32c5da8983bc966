// What the file of a map says, asked by name.
import { currentDrawing, invitationOf, placeOf, relationBetween } from '../../../src/model/questions.ts';
import type { NetworkMap, Person, PersonId, Place, Relation, Wish } from '../../../src/model/types.ts';

export type MapFile = {
  readonly map: NetworkMap;
  readonly names: () => string[];
  readonly person: (name: string) => Person;
  /** `tray`, or sector and ring: `friends 1`. */
  readonly placeOf: (name: string) => string;
  readonly relation: (one: string, other: string) => Relation | null;
  readonly relationId: (one: string, other: string) => string;
  readonly wishOf: (name: string) => Wish | null;
  /** Labels and names: `Kjernen: Ane, Mamma`. */
  readonly groups: () => string[];
};

/** @param text the file as the app writes it */
export function readMap(text: string): MapFile {
  const { map } = JSON.parse(text) as { map: NetworkMap };
  const nameOf = (id: PersonId) => map.people[id]?.name ?? '';
  const person = (name: string): Person => {
    const found = Object.values(map.people).find((one) => one.name === name);
    if (!found) throw new Error(`${name} is not in the file`);
    return found;
  };
  const inWords = (place: Place | null): string => {
    if (place === null || place === 'tray') return String(place);
    return `${map.sectors.find(({ id }) => id === place.sector)?.kind ?? ''} ${place.ring}`;
  };
  const relation = (one: string, other: string) =>
    relationBetween(currentDrawing(map), person(one).id, person(other).id);
  return {
    map,
    names: () =>
      Object.values(map.people)
        .map(({ name }) => name)
        .toSorted(),
    person,
    placeOf: (name) => inWords(placeOf(map, person(name).id)),
    relation,
    relationId: (one, other) => relation(one, other)?.id ?? '',
    wishOf: (name) => {
      const meeting = map.meetings.at(-1) ?? null;
      return invitationOf(map, person(name).id, meeting).wish;
    },
    groups: () =>
      Object.values(currentDrawing(map).groups).map(
        ({ label, members }) => `${label}: ${members.map(nameOf).toSorted().join(', ')}`,
      ),
  };
}
