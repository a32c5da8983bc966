import { describe, expect, it } from 'vitest';
import { invite, updateInvitation } from '../../../src/model/edits/meetings.ts';
import { cannotCome, gathering, knowingNobody, presentWithout } from '../../../src/model/gathering.ts';
import type { MeetingId, Person } from '../../../src/model/types.ts';
import { aMap, tied, who } from '../../support/aMap.ts';

const meeting = 'meeting-1' as MeetingId;
const drawn = tied(
  aMap({ Anna: 'family 0', Bo: 'friends 1', Cis: 'friends 2', Dag: 'work 1', Eva: 'work 2' }),
  'Anna Bo',
  'Bo Cis',
  'Dag Eva',
  'Dag ego',
);
const map = invite(invite(drawn, meeting, ['Anna', 'Cis', 'Dag'].map(who), 'yes'), meeting, [who('Bo')], 'maybe');
const names = (people: readonly Person[]) => people.map(({ name }) => name);

describe('how the meeting will be', () => {
  it('gathers those to be invited, and after them those thought about', () => {
    expect(names(gathering(map))).toEqual(['Anna', 'Cis', 'Dag', 'Bo']);
  });

  it('finds who knows nobody else there; to know you, or somebody who is not there, is not enough', () => {
    expect(names(knowingNobody(map, gathering(map)))).toEqual(['Dag']);
  });

  it('finds who would know nobody if somebody could not come', () => {
    expect(names(knowingNobody(map, presentWithout(map, [who('Bo')])))).toEqual(['Anna', 'Cis', 'Dag']);
  });

  it('says nothing about somebody who is alone with you', () => {
    expect(knowingNobody(map, gathering(map).slice(0, 1))).toEqual([]);
  });

  it('knows who has said that they cannot', () => {
    expect(cannotCome(updateInvitation(map, meeting, who('Bo'), { answer: 'cannot' }))).toEqual([who('Bo')]);
  });
});
