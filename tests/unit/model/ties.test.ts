import { describe, expect, it } from 'vitest';
import { addGroup, removeGroup, renameGroup } from '../../../src/model/edits/groups.ts';
import { connect, removeRelation, updateRelation } from '../../../src/model/edits/relations.ts';
import { removePeople } from '../../../src/model/edits/people.ts';
import { currentDrawing, knownBy, relationBetween } from '../../../src/model/questions.ts';
import type { GroupId, NetworkMap, Relation, RelationId } from '../../../src/model/types.ts';
import { aMap, tied, tieOf, who } from '../../support/aMap.ts';

const three = aMap({ Anna: 'family 0', Bo: 'family 1', Kim: 'tray' });
const ties = (map: NetworkMap) => Object.values(currentDrawing(map).relations);
const pairs = (map: NetworkMap) => ties(map).map(({ between }) => between.join(' '));

describe('ties', () => {
  it('are drawn between all of several at once, also those in the tray', () => {
    expect(pairs(connect(three, [who('Anna'), who('Bo'), who('Kim'), who('Anna')]))).toEqual([
      'p-Anna p-Bo',
      'p-Anna p-Kim',
      'p-Bo p-Kim',
    ]);
  });

  it('are never drawn twice, to oneself or to nobody', () => {
    const map = tied(three, 'Anna Bo', 'Anna ego');
    expect(tied(map, 'Bo Anna', 'ego Anna', 'Anna Anna', 'Anna Nobody', 'ego ego')).toBe(map);
  });

  it('that are there already keep what was said about them', () => {
    const difficult = updateRelation(tied(three, 'Anna Bo'), tieOf('Anna', 'Bo'), { kind: 'difficult' });
    const map = connect(difficult, [who('Kim'), who('Bo'), who('Anna')], { kind: 'strong', support: 'none' });
    expect(relationBetween(currentDrawing(map), who('Bo'), who('Anna'))?.kind).toBe('difficult');
    expect(relationBetween(currentDrawing(map), who('Kim'), who('Anna'))?.kind).toBe('strong');
  });

  it('to the centre have it stand second, with the arrow as it was meant', () => {
    const toMe = connect(three, [who('Anna'), 'ego'], { kind: 'knows', support: 'given' });
    const fromMe = connect(three, ['ego', who('Anna')], { kind: 'knows', support: 'given' });
    expect(ties(toMe)).toMatchObject([{ between: [who('Anna'), 'ego'], support: 'given' }]);
    expect(ties(fromMe)).toMatchObject([{ between: [who('Anna'), 'ego'], support: 'received' }]);
  });

  it('take a free name where a file has taken the usual one', () => {
    const usual = tieOf('Anna', 'Bo');
    const odd = tied(three, 'Bo Kim');
    const drawing = currentDrawing(odd);
    const [relation] = ties(odd) as [Relation];
    const map = { ...odd, drawings: [{ ...drawing, relations: { [usual]: { ...relation, id: usual } } }] };
    expect(pairs(tied(map, 'Anna Bo'))).toEqual(['p-Bo p-Kim', 'p-Anna p-Bo']);
  });

  it('are taken away one by one; one that is gone already changes nothing', () => {
    const map = tied(three, 'Anna Bo', 'Bo Kim');
    expect(pairs(removeRelation(map, tieOf('Anna', 'Bo')))).toEqual(['p-Bo p-Kim']);
    expect(removeRelation(map, 'r-nothing' as RelationId)).toBe(map);
  });

  it('say whom somebody knows, from both ends, the centre left out', () => {
    const drawing = currentDrawing(tied(three, 'Anna Bo', 'Kim Anna', 'Anna ego'));
    expect(knownBy(drawing, who('Anna'))).toEqual([who('Bo'), who('Kim')]);
    expect(knownBy(drawing, who('Kim'))).toEqual([who('Anna')]);
  });
});

describe('groups', () => {
  const choir = 'g-choir' as GroupId;
  const groups = (map: NetworkMap) => Object.values(currentDrawing(map).groups);
  const map = addGroup(three, choir, 'Koret', [who('Anna'), who('Kim'), who('Anna'), who('Nobody')]);

  it('hold each of those who are there once', () => {
    expect(groups(map)).toEqual([{ label: 'Koret', members: [who('Anna'), who('Kim')] }]);
  });

  it('are not drawn round nobody, nor over another', () => {
    expect(addGroup(three, choir, 'Koret', [who('Nobody')])).toBe(three);
    expect(addGroup(map, choir, 'Noe annet', [who('Bo')])).toBe(map);
  });

  it('are renamed, taken away, and gone when the last one in them is', () => {
    expect(groups(renameGroup(map, choir, 'Bandet'))[0]?.label).toBe('Bandet');
    expect(groups(removeGroup(map, choir))).toEqual([]);
    expect(groups(removePeople(map, [who('Anna')]))).toHaveLength(1);
    expect(groups(removePeople(map, [who('Anna'), who('Kim')]))).toEqual([]);
  });
});
