import { describe, expect, it } from 'vitest';
import { settleSpots, updatePerson } from '../../../src/model/edits/people.ts';
import { placeOf } from '../../../src/model/questions.ts';
import type { NetworkMap } from '../../../src/model/types.ts';
import { createMapStore, selectMap, selectRedoable, selectUndoable } from '../../../src/store/mapStore.ts';
import { VIEW_FIELDS_KEPT, createViewStore } from '../../../src/store/viewStore.ts';
import { aMap, at, who } from '../../support/aMap.ts';
import { fakeLayout } from '../../support/fakeLayout.ts';

const anna = who('Anna');
const open = (map: NetworkMap, settle = (settled: NetworkMap) => settled) => {
  const store = createMapStore({ map, rev: 0, readOnly: false, settle });
  const state = () => store.getState();
  return {
    store,
    state,
    map: () => selectMap(state()),
    name: () => selectMap(state()).people[anna]?.name,
    type: (text: string, key = 'name') => {
      for (let end = 1; end <= text.length; end += 1)
        state().editField(key, 'updatePerson', anna, { [key]: text.slice(0, end) });
    },
    steps: () => state().history.past.map(({ label }) => label),
  };
};

describe('a list walked through with the arrow keys', () => {
  it('is one step to where it ended, and a new one on the next visit', () => {
    const map = aMap({ Anna: 'family 0' });
    const { state, steps, map: now } = open(map);
    const choose = (kind: 'animal' | 'group' | 'place') =>
      state().inField('choice', () => state().edit('updatePerson', anna, { kind }));
    choose('animal');
    choose('group');
    choose('place');
    expect([now().people[anna]?.kind, steps()]).toEqual(['place', ['updatePerson']]);
    state().endField();
    choose('animal');
    expect(steps()).toHaveLength(2);
    state().undo();
    state().undo();
    expect(now()).toBe(map);
  });

  it('takes in nothing that is done elsewhere meanwhile', () => {
    const map = aMap({ Anna: 'family 0' });
    const { state, steps } = open(map);
    state().inField('choice', () => state().edit('updatePerson', anna, { kind: 'group' }));
    state().edit('updatePerson', anna, { child: true });
    state().inField('choice', () => state().edit('updatePerson', anna, { kind: 'place' }));
    expect(steps()).toHaveLength(3);
  });
});

describe('typing in a field', () => {
  it('is one step, however many letters', () => {
    const map = aMap({ Anna: 'family 0' });
    const { type, name, steps, state, map: now } = open(map);
    type('Anne-Marie');
    expect([name(), steps()]).toEqual(['Anne-Marie', ['updatePerson']]);
    state().undo();
    expect(now()).toBe(map);
    state().redo();
    expect(name()).toBe('Anne-Marie');
  });

  it('begins a new step after leaving the field, in another field, and after any other edit', () => {
    const { type, steps, state } = open(aMap({ Anna: 'family 0' }));
    type('Anne');
    state().endField();
    type('Annette');
    type('mamma', 'relation');
    expect(steps()).toHaveLength(3);
    state().edit('setShown', { rings: false });
    type('mor', 'relation');
    expect(steps()).toHaveLength(5);
  });

  it('begins a new step after undo, so that what was undone is not written over', () => {
    const { type, steps, state, name } = open(aMap({ Anna: 'family 0' }));
    type('Anne');
    state().undo();
    type('Annik');
    expect(steps()).toHaveLength(1);
    state().undo();
    expect(name()).toBe('Anna');
  });

  it('in a window that only reads changes nothing, and can be undone once the window may write', () => {
    const { type, steps, state, name } = open(aMap({ Anna: 'family 0' }));
    state().setReadOnly(true);
    type('An');
    expect(name()).toBe('Anna');
    state().setReadOnly(false);
    type('Anne');
    expect(steps()).toHaveLength(1);
    state().undo();
    expect(name()).toBe('Anna');
  });
});

describe('finding spots', () => {
  it('belongs to the edit: one undo takes both back', () => {
    const map = aMap({});
    const { state, map: now, steps } = open(map, fakeLayout);
    state().edit('addPeople', [{ id: anna, name: 'Anna' }], at('family 0'));
    expect(placeOf(now(), anna)).toMatchObject({ spot: { by: 'layout' } });
    expect(steps()).toHaveLength(1);
    state().undo();
    expect(now()).toBe(map);
  });

  it('again on another stage is saved, but is no step to undo', () => {
    const { state, map, steps } = open(aMap({ Anna: 'family 0' }), fakeLayout);
    state().settle();
    expect(placeOf(map(), anna)).toMatchObject({ spot: { by: 'layout' } });
    expect([steps(), state().rev]).toEqual([[], 1]);
    state().settle();
    expect(state().rev).toBe(1);
    state().settle((before) => updatePerson(before, anna, { name: 'Anne' }));
    expect(map().people[anna]?.name).toBe('Anne');
  });

  it('where everybody stands well already leaves no step: Rydd changed nothing', () => {
    const still = (map: NetworkMap) => settleSpots(map, new Map([[anna, { along: 0.5, across: 0.5, by: 'layout' }]]));
    const { state, steps, map } = open(aMap({ Anna: 'family 0' }), still);
    state().settle();
    const before = map();
    state().edit('tidy', true);
    expect([steps(), state().rev]).toEqual([[], 1]);
    expect(map()).toBe(before);
  });
});

it('says what undo and redo would do', () => {
  const { state } = open(aMap({ Anna: 'family 0' }));
  expect([selectUndoable(state()), selectRedoable(state())]).toEqual([null, null]);
  state().edit('tidy', false);
  state().edit('addRing');
  state().edit('setShown', { rings: false });
  state().undo();
  expect([selectUndoable(state()), selectRedoable(state())]).toEqual(['addRing', 'setShown']);
});

describe('a better picture that comes later', () => {
  const spots = (along: number) => new Map([[anna, { along, across: 0.5, by: 'layout' as const }]]);
  const first = (map: NetworkMap) =>
    placeOf(map, anna) !== 'tray' && JSON.stringify(map).includes('"spot":null') ? settleSpots(map, spots(0.1)) : map;

  it('belongs to the step it was found for', () => {
    const { state, map, steps } = open(aMap({ Anna: 'family 0' }), first);
    state().settle();
    const before = map();
    state().edit('updatePerson', anna, { name: 'Anne' });
    state().settle((shown) => settleSpots(shown, spots(0.9)));
    expect(placeOf(map(), anna)).toMatchObject({ spot: { along: 0.9 } });
    expect(steps()).toEqual(['updatePerson']);
    state().undo();
    expect(map()).toBe(before);
  });

  it('takes the step away when it brings back what was there before: Rydd on a tidy map', () => {
    const { state, map, steps } = open(aMap({ Anna: 'family 0' }), first);
    state().settle((before) => settleSpots(before, spots(0.9)));
    const tidied = map();
    state().edit('tidy', true);
    expect([steps(), map() === tidied]).toEqual([['tidy'], false]);
    state().settle((shown) => settleSpots(shown, spots(0.9)));
    expect([steps(), map() === tidied]).toEqual([[], true]);
  });
});

describe('the view', () => {
  it('says of every field where it is kept, and has every field that it says', () => {
    const fields = Object.entries(createViewStore('nb').getState()).filter(([, value]) => typeof value !== 'function');
    expect(fields.map(([name]) => name).toSorted()).toEqual(Object.keys(VIEW_FIELDS_KEPT).toSorted());
  });

  it('selects people or a tie, never both, and says the same sentence twice as two', () => {
    const view = createViewStore('nb');
    view.getState().select([anna]);
    view.getState().selectRelation('r-1' as never);
    expect(view.getState().selection).toEqual({ people: [], relation: 'r-1' });
    view.getState().announce('Angret');
    const { announcement } = view.getState();
    view.getState().announce('Angret');
    expect(view.getState().announcement).not.toEqual(announcement);
  });
});
