import { describe, expect, it } from 'vitest';
import { connect, updateRelation } from '../../../src/model/edits/relations.ts';
import { addGroup } from '../../../src/model/edits/groups.ts';
import { invite } from '../../../src/model/edits/meetings.ts';
import { describe as describeMap } from '../../../src/model/edits/settings.ts';
import type { GroupId, MeetingId, NetworkMap } from '../../../src/model/types.ts';
import { ringName, someNames } from '../../../src/scene/words.ts';
import { addRing, removeRing, renameRing } from '../../../src/model/edits/rings.ts';
import { renameSector } from '../../../src/model/edits/sectors.ts';
import { aMap, field, tied, tieOf, told, who, WORDS } from '../../support/aMap.ts';
import { pictureOf, type PictureOptions } from '../../support/pictureOf.ts';

const meeting = 'meeting-1' as MeetingId;
const people = aMap({ Thor: 'friends 0', Anna: 'family 1', Bo: 'work outside', Balto: 'family 0' });
const map = tied(told(people, 'Thor', { relation: 'søskenbarn' }), 'Thor Anna', 'Bo Thor', 'Thor ego');
const spoken = (of: NetworkMap, name: string, options?: PictureOptions) =>
  pictureOf(of, options).people.find(({ id }) => id === who(name))?.spoken;
const lines = (of: NetworkMap, options?: PictureOptions) => pictureOf(of, options).relations.map((one) => one.spoken);

describe('a person, spoken', () => {
  it('says name, who it is, field, ring and how many of the others they know, in three languages', () => {
    expect(spoken(map, 'Thor')).toBe('Thor, søskenbarn, Venner, Aller nærmest, kjenner 2');
    expect(spoken(map, 'Thor', { t: WORDS.nn })).toBe('Thor, søskenbarn, Vener, Aller nærast, kjenner 2');
    expect(spoken(map, 'Thor', { t: WORDS.en })).toBe('Thor, søskenbarn, Friends, Closest, knows 2');
  });

  it('says what the marks on the disc say', () => {
    expect(spoken(told(map, 'Balto', { kind: 'animal' }), 'Balto')).toMatch(/, dyr, kjenner ingen av de andre$/);
    expect(spoken(told(map, 'Anna', { deceased: true }), 'Anna')).toContain('lever ikke lenger');
    expect(spoken(told(map, 'Anna', { child: true }), 'Anna')).toContain(', barn,');
    expect(spoken(map, 'Bo')).toContain('Utenfor akkurat nå');
    expect(spoken(invite(map, meeting, [who('Anna')], 'maybe'), 'Anna')).toMatch(/, Vil tenke på det$/);
  });

  it('says nothing of wishes where they are not shown, nor of whoever can’t be invited any more', () => {
    const invited = invite(map, meeting, [who('Anna')], 'yes');
    expect(spoken(invited, 'Anna', { layers: { wishes: false } })).toBe(spoken(map, 'Anna'));
    const since = told(invited, 'Anna', { deceased: true });
    expect(spoken(since, 'Anna')).not.toContain('invitere');
    expect(pictureOf(since).people.find(({ id }) => id === who('Anna'))?.wish).toBeNull();
  });
});

describe('a tie, spoken', () => {
  it('names both and how they have it', () => {
    const difficult = updateRelation(map, tieOf('Thor', 'Anna'), { kind: 'difficult', support: 'given' });
    expect(lines(difficult)[0]).toBe('Thor og Anna: vanskelig nå, Thor støtter Anna');
    expect(lines(difficult, { t: WORDS.nn })[0]).toBe('Thor og Anna: vanskeleg no, Thor støttar Anna');
    expect(lines(difficult, { t: WORDS.en })[0]).toMatch(/^Thor and Anna: .*Thor supports Anna$/);
  });

  it('says support from the right one', () => {
    const received = updateRelation(map, tieOf('Thor', 'Anna'), { support: 'received' });
    expect(lines(received)[0]).toMatch(/Anna støtter Thor$/);
    const mutual = updateRelation(map, tieOf('Thor', 'Anna'), { support: 'mutual' });
    expect(lines(mutual)[0]).toMatch(/Støtter hverandre$/);
    expect(lines(connect(aMap({ Eli: 'family 0' }), ['ego', who('Eli')], { kind: 'knows', support: 'given' }))).toEqual(
      ['Eli og Meg: kjenner hverandre, Meg støtter Eli'],
    );
  });

  it('calls the one in the middle by name, but never where roles stand instead of names', () => {
    const named = describeMap(map, { egoName: 'Ingrid' });
    expect(lines(named)).toContain('Thor og Ingrid: kjenner hverandre');
    const roles = pictureOf(named, { layers: { roles: true } });
    expect(JSON.stringify(roles)).not.toContain('Ingrid');
    expect(roles.ego.name).toBe('Meg');
  });
});

describe('somebody who is on the map but not on paper', () => {
  const group = 'g-choir' as GroupId;
  const secret = told(addGroup(tied(map, 'Anna Bo'), group, 'Koret', [who('Bo')]), 'Bo', { offPaper: true });
  const without = tied(
    told(aMap({ Thor: 'friends 0', Anna: 'family 1', Balto: 'family 0' }), 'Thor', { relation: 'søskenbarn' }),
    'Thor Anna',
    'Thor ego',
  );

  it.each([{}, { roles: true }])(
    'leaves no trace on it: the picture is as if they had never been there %j',
    (layers) => {
      expect(pictureOf(secret, { layers: { paper: true, ...layers } })).toEqual(
        pictureOf(without, { layers: { paper: true, ...layers } }),
      );
      expect(pictureOf(secret)).not.toEqual(pictureOf(without));
    },
  );
});

describe('words', () => {
  const t = WORDS.nb;
  const words = (of: NetworkMap) => of.rings.map((_, ring) => ringName(of, ring, t));

  it('say how near each ring is, however many there are', () => {
    expect(words(removeRing(map, 0, 'inner'))).toEqual(['Aller nærmest', 'Litt lenger unna']);
    expect(words(map)).toEqual(['Aller nærmest', 'Nær', 'Litt lenger unna']);
    expect(words(addRing(map))).toEqual(['Aller nærmest', 'Nær', 'Litt lenger unna', 'Lenger unna']);
    expect(words(renameRing(map, 1, 'Vår egen'))[1]).toBe('Vår egen');
  });

  it('are the user’s own for a field that has a name of its own', () => {
    const own = renameSector(map, field('friends'), 'Gjengen');
    expect(pictureOf(own).sectors.map(({ name }) => name)).toContain('Gjengen');
    expect(spoken(own, 'Thor')).toContain('Gjengen');
  });

  it('name two at most, and never a number', () => {
    expect(someNames(['Anna', 'Bo'], t)).toBe('Kjenner Anna, Bo');
    expect(someNames(['Anna', 'Bo', 'Kim', 'Liv'], t)).toBe('Kjenner Anna, Bo og flere');
  });
});
