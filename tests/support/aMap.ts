import { en } from '../../src/i18n/en/en.ts';
import { nb } from '../../src/i18n/nb/nb.ts';
import { nn } from '../../src/i18n/nn/nn.ts';
import { createTranslate } from '../../src/i18n/translate.ts';
import { connect } from '../../src/model/edits/relations.ts';
import { addPeople, updatePerson } from '../../src/model/edits/people.ts';
import { newMap } from '../../src/model/newMap.ts';
import type { NetworkMap, Person, PersonId, Place, RelationId, SectorId, Spot } from '../../src/model/types.ts';

/** `family 0`, `friends outside`, `tray`: one of the standard fields and a ring. */
type Where = string;

export const who = (name: string): PersonId => `p-${name}` as PersonId;
export const field = (kind: string): SectorId => `s-${kind}` as SectorId;
export const tieOf = (one: string, other: string): RelationId =>
  `r-${who(one)}-${other === 'ego' ? other : who(other)}` as RelationId;

export function at(where: Where, spot: Spot | null = null): Place {
  if (where === 'tray') return 'tray';
  const [kind = '', ring = ''] = where.split(' ');
  return { sector: field(kind), ring: ring === 'outside' ? ring : Number(ring), spot };
}

/** A map in a line: aMap({ Anna: 'family 0', Bo: 'friends 2', Kim: 'tray' }) */
export function aMap(people: Readonly<Record<string, Where>>): NetworkMap {
  let count = 0;
  const empty = newMap((prefix) => `${prefix}-${(count += 1)}`, new Date('2026-11-21T14:03:00Z'));
  return Object.entries(people).reduce(
    (map, [name, where]) => addPeople(map, [{ id: who(name), name }], at(where)),
    empty,
  );
}

export const told = (map: NetworkMap, name: string, about: Partial<Omit<Person, 'id'>>): NetworkMap =>
  updatePerson(map, who(name), about);

/** Each pair knows each other: tied(map, 'Anna Bo', 'Bo Kim'); "ego" is the one in the middle. */
export const tied = (map: NetworkMap, ...pairs: readonly string[]): NetworkMap =>
  pairs.reduce(
    (drawn, pair) =>
      connect(
        drawn,
        pair.split(' ').map((name) => (name === 'ego' ? name : who(name))),
      ),
    map,
  );

/** What the app says, in its three languages. */
export const WORDS = { nb: createTranslate(nb), nn: createTranslate(nn), en: createTranslate(en) };
