import { describe, expect, it } from 'vitest';
import { readMapFile } from '../../../src/document/readMapFile.ts';
import { writeMapFile } from '../../../src/document/writeMapFile.ts';
import { removeEverywhere, textsNaming } from '../../../src/model/everywhere.ts';
import { brokenInvariants } from '../../../src/model/invariants.ts';
import type { NetworkMap, PersonId } from '../../../src/model/types.ts';
import * as fc from 'fast-check';
import { arbitraryMap } from '../../support/arbitraryMap.ts';
import { richMap } from '../document/richMap.ts';

const idOf = (map: NetworkMap, name: string): PersonId => {
  const found = Object.values(map.people).find((person) => person.name === name);
  if (!found) throw new Error(`nobody is called ${name}`);
  return found.id;
};
const withNote = (map: NetworkMap, id: PersonId, note: string): NetworkMap => {
  const person = map.people[id];
  if (!person) throw new Error('nobody');
  return { ...map, people: { ...map.people, [id]: { ...person, note } } };
};

describe('a person out of everything', () => {
  it('leaves no trace of the id, whoever it is, and a sound map', () => {
    fc.assert(
      fc.property(arbitraryMap(), fc.nat(), fc.boolean(), (map, at, texts) => {
        const ids = Object.keys(map.people) as PersonId[];
        const id = ids[at % Math.max(1, ids.length)];
        // The generator also makes ids that are names of others.
        fc.pre(id !== undefined && id.startsWith('p-'));
        if (id === undefined) return;
        const after = removeEverywhere(map, id, texts);
        expect(JSON.stringify(after)).not.toContain(JSON.stringify(id));
        expect(brokenInvariants(after)).toEqual([]);
        expect(readMapFile(writeMapFile(after))).toMatchObject({ ok: true, value: { repairs: [] } });
        const named = textsNaming({ ...after, people: { ...after.people, [id]: map.people[id] } as never }, id);
        expect(texts ? named : 0).toBe(0);
      }),
    );
  });

  it('finds the name in texts about others as a word of its own, and takes it out when asked to', () => {
    const map = richMap();
    const [first, second] = Object.values(map.people);
    if (!first || !second) throw new Error('two are needed');
    const named = withNote(
      { ...map, people: { ...map.people, [first.id]: { ...first, name: 'Bo' } } },
      second.id,
      'Bor med Bo, som er bo. Robo ikke.',
    );
    expect(textsNaming(named, first.id)).toBe(1);
    expect(removeEverywhere(named, first.id, false).people[second.id]?.note).toBe('Bor med Bo, som er bo. Robo ikke.');
    expect(removeEverywhere(named, first.id, true).people[second.id]?.note).toBe('Bor med …, som er …. Robo ikke.');
  });

  it('leaves a relation alone that is only the same word', () => {
    const map = richMap();
    const [first, second] = Object.values(map.people);
    if (!first || !second) throw new Error('two are needed');
    const called = (relation: string): NetworkMap => ({
      ...map,
      people: { ...map.people, [first.id]: { ...first, name: 'Søster' }, [second.id]: { ...second, relation } },
    });
    expect(textsNaming(called('søster'), first.id)).toBe(textsNaming(called(''), first.id));
    expect(removeEverywhere(called('søster'), first.id, true).people[second.id]?.relation).toBe('søster');
    expect(removeEverywhere(called('Søster sin'), first.id, true).people[second.id]?.relation).toBe('… sin');
  });

  it('touches nobody else of the same name, and no name that is a pattern', () => {
    const map = richMap();
    const [first, second] = Object.values(map.people);
    if (!first || !second) throw new Error('two are needed');
    const people = { ...map.people, [first.id]: { ...first, name: 'A.*' }, [second.id]: { ...second, name: 'A.*' } };
    const after = removeEverywhere({ ...map, people }, first.id, true);
    expect(after.people[second.id]?.name).toBe('A.*');
    expect(idOf(after, 'A.*')).toBe(second.id);
    expect(after.people[second.id]?.note).toBe(second.note);
  });
});
