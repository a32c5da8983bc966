import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { readMapFile } from '../../../src/document/readMapFile.ts';
import { writeMapFile } from '../../../src/document/writeMapFile.ts';
import type { EditDetails, EditName } from '../../../src/model/edits/edits.ts';
import { brokenInvariants } from '../../../src/model/invariants.ts';
import type { NetworkMap } from '../../../src/model/types.ts';
import { createMapStore, type MapStore, selectMap } from '../../../src/store/mapStore.ts';
import { arbitraryEdit, type Edit } from '../../support/arbitraryEdit.ts';
import { arbitraryMap } from '../../support/arbitraryMap.ts';
import { numRuns } from '../../support/depth.ts';
import { fakeLayout } from '../../support/fakeLayout.ts';

// The long way takes ten times as many cases.
vi.setConfig({ testTimeout: 600_000 });

const editing = arbitraryMap(5).chain((map) =>
  fc.record({ map: fc.constant(map), edits: fc.array(arbitraryEdit(map), { maxLength: 30, size: 'max' }) }),
);

const present = (store: MapStore): NetworkMap => selectMap(store.getState());
const edit = (store: MapStore, { name, details }: Edit): void =>
  store.getState().edit(name, ...(details as EditDetails<EditName>));

/** Makes the edits, and answers every map that stood there on the way, the first one first. */
function making(store: MapStore, edits: readonly Edit[]): NetworkMap[] {
  const maps = [present(store)];
  for (const each of edits) {
    const { rev, history } = store.getState();
    edit(store, each);
    const now = present(store);
    const isNew = now !== maps.at(-1);
    expect(store.getState().rev - rev).toBe(isNew ? 1 : 0);
    expect(store.getState().history.past.length - history.past.length).toBe(isNew ? 1 : 0);
    if (isNew) maps.push(now);
  }
  return maps;
}

/** Every map on the way back, or forth again. */
function stepping(store: MapStore, way: 'undo' | 'redo', steps: number): NetworkMap[] {
  return Array.from({ length: steps }, () => {
    const { rev } = store.getState();
    store.getState()[way]();
    expect(store.getState().rev).toBe(rev + 1);
    return present(store);
  });
}

describe.each([
  ['nobody finds spots', (map: NetworkMap) => map],
  ['a layout finds spots after every edit', fakeLayout],
])('a long evening of edits, where %s', (_, settle) => {
  it('can be taken back to the very first map, and made again', () => {
    fc.assert(
      fc.property(editing, ({ map, edits }) => {
        const store = createMapStore({ map, rev: 7, readOnly: false, settle });
        const maps = making(store, edits);
        const asText = maps.map((each) => JSON.stringify(each));
        const back = stepping(store, 'undo', maps.length - 1);
        const forth = stepping(store, 'redo', maps.length - 1);
        expect(back.every((each, index) => each === maps[maps.length - 2 - index])).toBe(true);
        expect(forth.every((each, index) => each === maps[index + 1])).toBe(true);
        // The same objects, and nobody has written in them meanwhile.
        expect(maps.map((each) => JSON.stringify(each))).toEqual(asText);
        const { rev } = store.getState();
        store.getState().redo();
        expect(store.getState().rev).toBe(rev);
      }),
      { numRuns: numRuns(200) },
    );
  });
});

it('keeps every map on the way sound, and readable as it was written', () => {
  fc.assert(
    fc.property(editing, ({ map, edits }) => {
      const maps = making(createMapStore({ map, rev: 0, readOnly: false, settle: fakeLayout }), edits);
      for (const each of maps) expect(brokenInvariants(each)).toEqual([]);
      const last = maps.at(-1) ?? map;
      const read = readMapFile(writeMapFile(last));
      expect(read).toEqual({ ok: true, value: { map: last, repairs: [] } });
    }),
    { numRuns: numRuns(200) },
  );
});

it('never changes a map that is only read', () => {
  fc.assert(
    fc.property(editing, ({ map, edits }) => {
      const store = createMapStore({ map, rev: 3, readOnly: true, settle: fakeLayout });
      for (const each of edits) {
        edit(store, each);
        const { editField, undo, redo, settle } = store.getState();
        editField('field', each.name, ...(each.details as EditDetails<EditName>));
        undo();
        redo();
        settle();
      }
      expect(present(store)).toBe(map);
      expect(store.getState().rev).toBe(3);
      expect(store.getState().history.past).toEqual([]);
    }),
    { numRuns: numRuns(30) },
  );
});
