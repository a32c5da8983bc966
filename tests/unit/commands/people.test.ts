import { describe, expect, it } from 'vitest';
import { mapOf, viewOf } from '../../../src/commands/context.ts';
import * as people from '../../../src/commands/people.ts';
import * as ties from '../../../src/commands/ties.ts';
import { cycleWish, typeInInvitation, typeInMeeting } from '../../../src/commands/invitations.ts';
import { movePeople } from '../../../src/model/edits/people.ts';
import {
  currentDrawing,
  currentMeeting,
  invitationOf,
  placeOf,
  relationBetween,
} from '../../../src/model/questions.ts';
import type { Spot } from '../../../src/model/types.ts';
import { aMap, at, field, tied, tieOf, told, who } from '../../support/aMap.ts';
import { openContext } from '../../support/openContext.ts';

const BY_HAND: Spot = { along: 0.2, across: 0.9, by: 'hand' };
const anna = who('Anna');
const bo = who('Bo');
const three = aMap({ Anna: 'family 1', Bo: 'friends 0', Per: 'tray' });

function opened(map = three) {
  const context = openContext(map);
  return {
    context,
    map: () => mapOf(context),
    place: (name: string) => placeOf(mapOf(context), who(name)),
    said: () => viewOf(context).announcement.text,
    steps: () => context.mapStore.getState().history.past.length,
    tie: () => relationBetween(currentDrawing(mapOf(context)), anna, bo),
  };
}

describe('adding somebody', () => {
  it('trims what was typed, says where they stand, and answers who it became', () => {
    const { context, map, said } = opened();
    const id = people.addPerson(context, { name: ' Liv ', relation: ' nabo ' }, at('neighbours 2'));
    expect(id && map().people[id]).toMatchObject({ name: 'Liv', relation: 'nabo' });
    expect(said()).toBe('Liv er lagt til i Naboer og nærmiljø, Litt lenger unna');
    people.addPerson(context, { name: 'Geir' }, 'tray');
    expect(said()).toBe('Geir er lagt til, ikke plassert ennå');
  });

  it('adds nobody without a name, nor in a window that only reads', () => {
    const { context, steps } = opened();
    expect(people.addPerson(context, { name: '  ' }, 'tray')).toBeNull();
    context.mapStore.getState().setReadOnly(true);
    expect(people.addPerson(context, { name: 'Liv' }, 'tray')).toBeNull();
    expect(steps()).toBe(0);
  });
});

describe('moving several at once', () => {
  const moveSeveral = (to: people.Destination) => {
    const all = opened(movePeople(three, [{ id: bo, place: at('friends 0', BY_HAND) }]));
    people.moveSeveral(all.context, [anna, bo, who('Per')], to);
    return all;
  };

  it('keeps each one’s ring, starts in the middle from the tray, and leaves whoever is there already in peace', () => {
    const { place, said, steps } = moveSeveral({ sector: field('friends'), ring: null });
    expect([place('Anna'), place('Bo'), place('Per')]).toEqual([
      at('friends 1'),
      at('friends 0', BY_HAND),
      at('friends 1'),
    ]);
    expect(said()).toBe('3 er flyttet');
    expect(steps()).toBe(1);
  });

  it('gives nobody in the tray a field by guessing', () => {
    const { place } = moveSeveral({ sector: null, ring: 2 });
    expect([place('Anna'), place('Per')]).toEqual([at('family 2'), 'tray']);
  });

  it('takes all of them off the map', () => {
    const { place } = moveSeveral({ sector: 'tray', ring: null });
    expect([place('Anna'), place('Bo'), place('Per')]).toEqual(['tray', 'tray', 'tray']);
  });

  it.each([
    ['the field', people.placeInSector, field('friends')],
    ['the ring', people.moveToRing, 0],
  ] as const)('choosing %s that somebody has already keeps where a hand put them', (_, move, to) => {
    const { context, place, steps } = opened(movePeople(three, [{ id: bo, place: at('friends 0', BY_HAND) }]));
    move(context, [bo], to as never);
    expect([place('Bo'), steps()]).toEqual([at('friends 0', BY_HAND), 0]);
  });

  it('turns to the field before, too, and stays where there is only one', () => {
    const { context, place } = opened();
    people.stepSector(context, [anna], -1);
    expect(place('Anna')).toEqual(at('professionals 1'));
    const { edit } = context.mapStore.getState();
    for (const kind of ['family', 'friends', 'neighbours', 'work']) edit('setSectorHidden', field(kind), true);
    edit('movePeople', [{ id: anna, place: at('professionals 1', BY_HAND) }]);
    people.stepSector(context, [anna], 1);
    expect(place('Anna')).toEqual(at('professionals 1', BY_HAND));
  });
});

describe('lines', () => {
  it('are drawn by tapping one and then another, and taken away by doing it again', () => {
    const { context, said, tie } = opened();
    viewOf(context).set({ tieKind: 'loose' });
    ties.tapForTie(context, anna);
    expect(viewOf(context).tieFrom).toBe(anna);
    ties.tapForTie(context, bo);
    expect(tie()).toMatchObject({ kind: 'loose', support: 'none' });
    expect([said(), viewOf(context).tieFrom]).toEqual(['Strek mellom Anna og Bo', null]);
    ties.tapForTie(context, bo);
    ties.tapForTie(context, anna);
    expect([tie(), said()]).toEqual([null, 'Streken mellom Bo og Anna er tatt bort']);
  });

  it('never begin in the centre, nor go to oneself', () => {
    const { context, steps } = opened();
    ties.tapForTie(context, 'ego');
    expect(viewOf(context).tieFrom).toBeNull();
    ties.tapForTie(context, anna);
    ties.tapForTie(context, anna);
    expect(steps()).toBe(0);
  });

  it('are no longer chosen when they are gone', () => {
    const { context, tie } = opened(tied(three, 'Anna Bo'));
    viewOf(context).selectRelation(tieOf('Anna', 'Bo'));
    ties.removeTie(context, tieOf('Anna', 'Bo'));
    expect([tie(), viewOf(context).selection.relation]).toEqual([null, null]);
  });

  it('say who knows whom, once', () => {
    const { context, steps, tie } = opened();
    for (const knows of [true, true, false, false]) ties.setKnows(context, anna, bo, knows);
    expect([steps(), tie()]).toEqual([2, null]);
  });
});

describe('inviting', () => {
  it('goes round by taps: yes, maybe, not this time, nothing', () => {
    const { context, map, said } = opened();
    const wishes = Array.from({ length: 5 }, () => {
      cycleWish(context, anna);
      return invitationOf(map(), anna).wish;
    });
    expect(wishes).toEqual(['yes', 'maybe', 'notNow', null, 'yes']);
    expect(said()).toBe('Anna: Ja, ønsker å invitere');
    expect(map().meetings).toHaveLength(1);
  });

  it('says why a pet is not invited', () => {
    const { context, said, steps } = opened(told(three, 'Bo', { kind: 'animal' }));
    cycleWish(context, bo);
    expect([said(), steps()]).toEqual(['Dyr, steder og de som ikke lever lenger, inviteres ikke.', 0]);
  });

  it('makes one step of what is typed in a field, in one and the same meeting', () => {
    const { context, map, steps } = opened();
    for (const end of [1, 2, 3]) typeInMeeting(context, { theme: 'bo'.slice(0, end) });
    for (const end of [1, 2, 3]) typeInInvitation(context, anna, { contact: '412'.slice(0, end) });
    for (const end of [1, 2, 3]) people.typeInPerson(context, anna, { name: 'Ann'.slice(0, end) });
    expect(steps()).toBe(3);
    expect(currentMeeting(map())).toMatchObject({ theme: 'bo', invitations: { [anna]: { contact: '412' } } });
    expect(map().meetings).toHaveLength(1);
  });
});
