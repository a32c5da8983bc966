import { describe, expect, it } from 'vitest';
import { connect, updateRelation } from '../../../src/model/edits/relations.ts';
import { setSectorHidden } from '../../../src/model/edits/sectors.ts';
import { setShown } from '../../../src/model/edits/settings.ts';
import type { NetworkMap, PersonId, RelationKind } from '../../../src/model/types.ts';
import { mapOnScreen, picturedPeople, picturedRelations, roleNames } from '../../../src/scene/pictured.ts';
import { aMap, field, tied, tieOf, told, who, WORDS } from '../../support/aMap.ts';

const t = WORDS.nb;
const people = { Anna: 'family 0', Bo: 'neighbours 1', Kim: 'neighbours 2', Liv: 'professionals 2', Per: 'tray' };
const relations = { Anna: 'mor', Bo: 'Nabo', Kim: 'nabo ' };
const map = Object.entries(relations).reduce(
  (drawn, [name, relation]) => told(drawn, name, { relation }),
  aMap(people),
);
const screen = mapOnScreen(map);
const paper = { ...screen, paper: true };
const roles = { ...screen, roles: true };
const names = (of: NetworkMap, layers = screen) => picturedPeople(of, layers, t).map(({ name }) => name);

describe('who stands on a picture', () => {
  it('is everybody who is placed', () => expect(names(map)).toEqual(['Anna', 'Bo', 'Kim', 'Liv']));

  it('is nobody of a hidden field, and no professionals when they are left out', () => {
    expect(names(setSectorHidden(map, field('neighbours'), true))).toEqual(['Anna', 'Liv']);
    const without = setShown(map, { professionals: false });
    expect(names(without, mapOnScreen(without))).toEqual(['Anna', 'Bo', 'Kim']);
  });

  it('on paper is nobody who is only for the map', () => {
    const secret = told(map, 'Bo', { offPaper: true });
    expect(names(secret)).toContain('Bo');
    expect(names(secret, paper)).toEqual(['Anna', 'Kim', 'Liv']);
  });

  it('is told who they are only where that is shown', () => {
    const words = (layers: typeof screen) => picturedPeople(map, layers, t).map(({ relation }) => relation);
    expect(words(screen)).toEqual(['mor', 'Nabo', 'nabo ', '']);
    expect(words({ ...screen, shown: { ...screen.shown, relations: false } })).toEqual(['', '', '', '']);
    expect(words(roles)).toEqual(['', '', '', '']);
  });
});

describe('roles instead of names', () => {
  it('give the same role a number, and a number to whoever has no role', () => {
    expect(names(map, roles)).toEqual(['mor', 'Nabo 1', 'nabo 2', 'person 1']);
    const numbered = roleNames(
      ['Ola', 'Eli', 'Siv'].map((name) => ({ ...map.people[who('Liv')], name, id: who(name) }) as never),
      t,
    );
    expect([...numbered.values()]).toEqual(['person 1', 'person 2', 'person 3']);
  });

  it('show no trace of somebody who is not on the paper: the other neighbour is not "nabo 2"', () => {
    const secret = told(map, 'Bo', { offPaper: true });
    expect(names(secret, { ...roles, paper: true })).toEqual(['mor', 'nabo', 'person 1']);
  });

  it('hold no name of anybody', () => {
    const text = JSON.stringify(names(map, roles));
    for (const name of Object.keys(people)) expect(text).not.toContain(name);
  });
});

describe('which ties a picture shows', () => {
  const drawn = tied(map, 'Anna Bo', 'Bo Kim', 'Anna Per', 'Anna ego');
  const present = new Set<PersonId>([who('Anna'), who('Bo'), who('Kim')]);
  const shown = (of: NetworkMap, layers = screen) =>
    picturedRelations(of, layers, present).map(
      ({ between, kind, support }) => `${between.join(' ')} ${kind} ${support}`,
    );
  const plain = { ...screen, shown: { ...screen.shown, qualities: false } };
  const look = (kind: RelationKind) => updateRelation(drawn, tieOf('Anna', 'Bo'), { kind, support: 'given' });

  it('are those with both ends on it', () => {
    expect(shown(drawn)).toEqual(['p-Anna p-Bo knows none', 'p-Bo p-Kim knows none', 'p-Anna ego knows none']);
  });

  it('say nothing but "know each other" where qualities are left out', () => {
    expect(shown(look('difficult'), plain)).toEqual(['p-Anna p-Bo knows none', 'p-Bo p-Kim knows none']);
    expect(shown(look('wished'), plain)).toEqual(['p-Bo p-Kim knows none']);
    expect(shown(look('difficult'))[0]).toBe('p-Anna p-Bo difficult given');
  });

  it('are never those of somebody left out', () => {
    expect(picturedRelations(connect(map, [who('Per'), 'ego']), screen, present)).toEqual([]);
  });
});
