import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { applyEdit, type EditDetails, type EditName } from '../../../src/model/edits/edits.ts';
import { brokenInvariants } from '../../../src/model/invariants.ts';
import type { CellPlace, NetworkMap } from '../../../src/model/types.ts';
import { arbitraryEdit, type Edit, EDIT_NAMES } from '../../support/arbitraryEdit.ts';
import { arbitraryMap } from '../../support/arbitraryMap.ts';
import { numRuns } from '../../support/depth.ts';

// The long way takes ten times as many cases.
vi.setConfig({ testTimeout: 300_000 });

const edited = (map: NetworkMap, { name, details }: Edit): NetworkMap =>
  applyEdit(map, name, details as EditDetails<EditName>);

const mapAndEdit = (name: EditName) =>
  arbitraryMap(5).chain((map) => fc.tuple(fc.constant(map), arbitraryEdit(map, [name])));

/** Everybody placed by hand, on every drawing: who, where, exactly. */
const byHand = (map: NetworkMap): [key: string, place: CellPlace][] =>
  map.drawings.flatMap((drawing) =>
    Object.entries(drawing.places).flatMap(([id, place]): [string, CellPlace][] =>
      place !== 'tray' && place.spot?.by === 'hand' ? [[`${drawing.id} ${id}`, place]] : [],
    ),
  );

/** What these edits are for is to take people elsewhere. */
const MOVES_MANY: readonly EditName[] = ['removeSector', 'removeRing', 'usePreset', 'tidy'];

/** Whom an edit is about. */
function about({ name, details }: Edit): readonly string[] {
  if (name === 'movePeople') return details[0].map(({ id }) => id);
  return name === 'removePeople' ? details[0] : [];
}

const changed = new Set<EditName>();

describe.each(EDIT_NAMES)('%s', (name) => {
  it('keeps what is always true, changes nothing in the map it is given, and gives it back where nothing changes', () => {
    fc.assert(
      fc.property(mapAndEdit(name), ([map, edit]) => {
        const before = JSON.stringify(map);
        const after = edited(map, edit);
        expect(brokenInvariants(after)).toEqual([]);
        expect(JSON.stringify(map)).toBe(before);
        if (after !== map) changed.add(name);
        expect(after === map).toBe(isDeepStrictEqual(after, map));
        expect(edited(map, edit)).toEqual(after);
      }),
      { numRuns: numRuns(40) },
    );
  });

  if (MOVES_MANY.includes(name)) return;
  it('leaves everybody else where a hand put them', () => {
    fc.assert(
      fc.property(mapAndEdit(name), ([map, edit]) => {
        const after = new Map(byHand(edited(map, edit)));
        const others = byHand(map).filter(([key]) => !about(edit).some((id) => key.endsWith(` ${id}`)));
        expect(others.map(([key]) => [key, after.get(key)])).toEqual(others);
      }),
      { numRuns: numRuns(25) },
    );
  });
});

/** What a few random tries did not change is tried again, so that chance alone never fails. */
const changesSomething = (name: EditName): boolean =>
  fc.sample(mapAndEdit(name), 400).some(([map, edit]) => edited(map, edit) !== map);

it('tries each edit with something that it changes', () => {
  expect(EDIT_NAMES.filter((name) => !changed.has(name) && !changesSomething(name))).toEqual([]);
});

it('tidies only those that the layout placed, unless all are asked for', () => {
  fc.assert(
    fc.property(arbitraryMap(5), (map) => {
      expect(byHand(applyEdit(map, 'tidy', [false]))).toEqual(byHand(map));
    }),
    { numRuns: numRuns(40) },
  );
});
