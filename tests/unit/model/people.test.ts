import { describe, expect, it } from 'vitest';
import {
  addPeople,
  movePeople,
  removePeople,
  settleSpots,
  tidy,
  updatePerson,
} from '../../../src/model/edits/people.ts';
import { MAX_PEOPLE } from '../../../src/model/limits.ts';
import { currentDrawing, placeOf } from '../../../src/model/questions.ts';
import type { DrawingId, GroupId, MeetingId, NetworkMap, PersonId, Spot } from '../../../src/model/types.ts';
import { addFollowUp, invite, updateFollowUp, updateInvitation } from '../../../src/model/edits/meetings.ts';
import { addGroup } from '../../../src/model/edits/groups.ts';
import { createMapStore, selectMap } from '../../../src/store/mapStore.ts';
import { aMap, at, field, tied, told, who } from '../../support/aMap.ts';

const BY_HAND: Spot = { along: 0.2, across: 0.9, by: 'hand' };
const BY_LAYOUT: Spot = { along: 0.7, across: 0.4, by: 'layout' };
const meeting = 'meeting-1' as MeetingId;

/** Anna stands in everything that there is: ties, a group, a meeting, what is to be followed up, an earlier picture. */
function annaEverywhere(): NetworkMap {
  const family = tied(aMap({ Anna: 'family 0', Bo: 'family 1', Kim: 'friends 2' }), 'Anna Bo', 'Anna ego', 'Bo Kim');
  const group = addGroup(family, 'g-choir' as GroupId, 'Koret', [who('Anna'), who('Kim')]);
  const alone = addGroup(group, 'g-alone' as GroupId, 'Bare Anna', [who('Anna')]);
  const invited = invite(alone, meeting, [who('Anna'), who('Bo')], 'yes');
  const together = updateInvitation(invited, meeting, who('Bo'), { askedWith: who('Anna') });
  const matter = addFollowUp(together, meeting, 'f-1' as never, 'Ringe fastlegen');
  const map = updateFollowUp(matter, meeting, 'f-1' as never, { who: 'Anna', whoId: who('Anna') });
  const { sectors, rings, people } = map;
  const earlier = { ...currentDrawing(map), id: 'd-before' as DrawingId, frozen: { sectors, rings, people } };
  return { ...map, drawings: [earlier, ...map.drawings] };
}

describe('taking somebody out for good', () => {
  it('takes them out of every drawing, tie, group, invitation and follow-up', () => {
    const map = removePeople(annaEverywhere(), [who('Anna')]);
    expect(JSON.stringify(map)).not.toContain(who('Anna'));
    for (const drawing of map.drawings) {
      expect(Object.values(drawing.relations).map(({ between }) => between)).toEqual([[who('Bo'), who('Kim')]]);
      // The group of only Anna is gone, the choir is not.
      expect(Object.values(drawing.groups)).toEqual([{ label: 'Koret', members: [who('Kim')] }]);
    }
    expect(Object.keys(map.drawings[0]?.frozen?.people ?? {})).toEqual([who('Bo'), who('Kim')]);
    expect(map.meetings[0]?.invitations[who('Bo')]?.askedWith).toBeNull();
    // What was written stays; it only points at nobody any more.
    expect(map.meetings[0]?.followUps[0]).toMatchObject({ who: 'Anna', whoId: null });
  });

  it('is undone whole', () => {
    const map = annaEverywhere();
    const store = createMapStore({ map, rev: 0, readOnly: false, settle: (settled) => settled });
    store.getState().edit('removePeople', [who('Anna')]);
    expect(selectMap(store.getState())).not.toEqual(map);
    store.getState().undo();
    expect(selectMap(store.getState())).toBe(map);
  });
});

describe('adding people', () => {
  it('leaves somebody who is there already as they are', () => {
    const map = told(aMap({ Anna: 'family 0' }), 'Anna', { note: 'viktig' });
    expect(addPeople(map, [{ id: who('Anna'), name: 'En annen' }], 'tray')).toBe(map);
  });

  it.each([
    ['a field that is not there', { sector: field('moon'), ring: 0, spot: null }],
    ['a ring that is not there', { sector: field('family'), ring: 3, spot: null }],
    ['a ring below the innermost', { sector: field('family'), ring: -1, spot: null }],
    ['a spot outside the cell', { sector: field('family'), ring: 0, spot: { ...BY_HAND, along: 1.5 } }],
  ])('puts who is given %s in the tray', (_, place) => {
    const map = addPeople(aMap({}), [{ id: who('Anna'), name: 'Anna' }], place);
    expect(placeOf(map, who('Anna'))).toBe('tray');
  });

  it('stops where a file would not be read again', () => {
    const many = Array.from({ length: MAX_PEOPLE + 3 }, (_, index) => ({ id: `p-${index}` as PersonId, name: '' }));
    expect(Object.keys(addPeople(aMap({}), many, 'tray').people)).toHaveLength(MAX_PEOPLE);
  });
});

describe('moving people', () => {
  const map = movePeople(aMap({ Anna: 'family 1' }), [{ id: who('Anna'), place: at('family 1', BY_HAND) }]);

  it('keeps the very spot that a hand chose', () => {
    expect(placeOf(map, who('Anna'))).toEqual(at('family 1', BY_HAND));
  });

  it('does not disturb somebody who is sent to where they stand already', () => {
    expect(movePeople(map, [{ id: who('Anna'), place: at('family 1') }])).toBe(map);
  });

  it('takes another spot in the same cell, another cell, and the tray', () => {
    const nearer: Spot = { ...BY_HAND, across: 0.1 };
    for (const place of [at('family 1', nearer), at('family 0'), at('friends outside'), at('tray')]) {
      expect(placeOf(movePeople(map, [{ id: who('Anna'), place }]), who('Anna'))).toEqual(place);
    }
  });

  it.each(['moon 0', 'family 3', 'family -1', 'family 0.5'])('refuses %s', (where) => {
    expect(movePeople(map, [{ id: who('Anna'), place: at(where) }])).toBe(map);
  });

  it('moves nobody who is not on this drawing', () => {
    expect(movePeople(map, [{ id: who('Kim'), place: at('family 0') }])).toBe(map);
  });
});

describe('tidying', () => {
  const placed = movePeople(aMap({ Anna: 'family 0', Bo: 'family 1' }), [
    { id: who('Anna'), place: at('family 0', BY_HAND) },
    { id: who('Bo'), place: at('family 1', BY_LAYOUT) },
  ]);

  it('asks the layout about those it placed itself, and keeps what a hand did', () => {
    const map = tidy(placed, false);
    expect(placeOf(map, who('Anna'))).toEqual(at('family 0', BY_HAND));
    expect(placeOf(map, who('Bo'))).toEqual(at('family 1'));
  });

  it('asks about everybody when everything is to be tidied', () => {
    expect(placeOf(tidy(placed, true), who('Anna'))).toEqual(at('family 0'));
  });

  it('lets the layout place anybody but those placed by hand or not on the map', () => {
    const spots = new Map([who('Anna'), who('Bo'), who('Kim')].map((id) => [id, { ...BY_LAYOUT, along: 0.1 }]));
    const map = settleSpots(placed, spots);
    expect(placeOf(map, who('Anna'))).toEqual(at('family 0', BY_HAND));
    expect(placeOf(map, who('Bo'))).toEqual(at('family 1', { ...BY_LAYOUT, along: 0.1 }));
    expect(placeOf(map, who('Kim'))).toBeNull();
  });
});

it('changes only what is said about somebody', () => {
  const map = updatePerson(aMap({ Anna: 'family 0' }), who('Anna'), { deceased: true });
  expect(map.people[who('Anna')]).toMatchObject({ name: 'Anna', deceased: true, child: false });
});
