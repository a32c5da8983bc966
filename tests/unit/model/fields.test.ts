import { describe, expect, it } from 'vitest';
import { addRing, moveRingBorder, removeRing, renameRing } from '../../../src/model/edits/rings.ts';
import * as sectors from '../../../src/model/edits/sectors.ts';
import { brokenInvariants } from '../../../src/model/invariants.ts';
import { isDrawn, peopleOnDrawing, placeOf } from '../../../src/model/questions.ts';
import { MIN_SPAN, type NetworkMap, type SectorId, type Spot } from '../../../src/model/types.ts';
import { movePeople } from '../../../src/model/edits/people.ts';
import { aMap, at, field, who } from '../../support/aMap.ts';

const BY_HAND: Spot = { along: 0.2, across: 0.9, by: 'hand' };
const byHand = (map: NetworkMap, name: string, where: string) =>
  movePeople(map, [{ id: who(name), place: at(where, BY_HAND) }]);
const kinds = (map: NetworkMap) => map.sectors.map(({ kind }) => kind).join(' ');
const shownSpans = (map: NetworkMap) => map.sectors.filter(({ hidden }) => !hidden).map(({ span }) => span);
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const widths = (map: NetworkMap) => map.rings.map(({ width }) => width);
const own = (id: string) => ({ id: id as SectorId, kind: 'own', name: 'Båtlaget', hue: 7 }) as const;

describe('a field', () => {
  const map = byHand(aMap({ Anna: 'friends 0', Bo: 'work 1' }), 'Bo', 'work 1');

  it('that is removed sends its people where the user says, in the same ring', () => {
    const without = sectors.removeSector(map, field('friends'), field('family'));
    expect(placeOf(without, who('Anna'))).toEqual(at('family 0'));
    expect(placeOf(without, who('Bo'))).toEqual(at('work 1', BY_HAND));
    expect(placeOf(sectors.removeSector(map, field('friends'), 'tray'), who('Anna'))).toBe('tray');
    expect(sum(shownSpans(without))).toBeCloseTo(360, 9);
  });

  it('is not removed when its people would go to one that is not there, or it is the last one shown', () => {
    expect(sectors.removeSector(map, field('friends'), field('moon'))).toBe(map);
    expect(sectors.removeSector(map, field('friends'), field('friends'))).toBe(map);
    const one = ['friends', 'neighbours', 'work', 'professionals'].reduce(
      (left, kind) => sectors.removeSector(left, field(kind), 'tray'),
      map,
    );
    expect(kinds(one)).toBe('family');
    expect(sectors.removeSector(one, field('family'), 'tray')).toBe(one);
  });

  it('called "tray" by another tool is a field like others', () => {
    const odd = movePeople(sectors.addSector(map, own('tray')), [
      { id: who('Anna'), place: { sector: 'tray' as SectorId, ring: 0, spot: null } },
    ]);
    const without = sectors.removeSector(odd, field('work'), field('friends'));
    expect(placeOf(without, who('Anna'))).toEqual({ sector: 'tray', ring: 0, spot: null });
    expect(placeOf(sectors.removeSector(odd, 'tray' as SectorId, 'tray'), who('Anna'))).toBe('tray');
  });

  it('that is hidden keeps its people in the list, off the map, and comes back with them', () => {
    const hidden = sectors.setSectorHidden(map, field('friends'), true);
    expect(peopleOnDrawing(hidden).map(({ name }) => name)).toEqual(['Anna', 'Bo']);
    expect(isDrawn(hidden, who('Anna'))).toBe(false);
    expect(shownSpans(hidden)).toEqual([90, 90, 90, 90]);
    const again = sectors.setSectorHidden(hidden, field('friends'), false);
    expect(again).toEqual(map);
  });

  it('that is the last one shown can not be hidden', () => {
    const one = ['friends', 'neighbours', 'work', 'professionals'].reduce(
      (left, kind) => sectors.setSectorHidden(left, field(kind), true),
      map,
    );
    expect(sectors.setSectorHidden(one, field('family'), true)).toBe(one);
  });

  it('keeps its hue, width and people when it stands elsewhere in the row', () => {
    const moved = sectors.reorderSector(map, field('work'), 0);
    expect(kinds(moved)).toBe('work family friends neighbours professionals');
    expect(moved.sectors[0]).toBe(map.sectors[3]);
    expect(placeOf(moved, who('Bo'))).toEqual(placeOf(map, who('Bo')));
  });

  it('that is new takes its share; widths that a user chose keep their proportions', () => {
    expect(shownSpans(sectors.addSector(map, own('s-boat')))).toEqual([60, 60, 60, 60, 60, 60]);
    const wide = sectors.moveSectorBorder(map, field('family'), 24);
    const spans = shownSpans(sectors.addSector(wide, own('s-boat')));
    expect(spans.at(-1)).toBe(60);
    expect((spans[0] ?? 0) / (spans[1] ?? 0)).toBeCloseTo(96 / 48, 9);
  });

  it('gives up no more than leaves room for a name', () => {
    const most = sectors.moveSectorBorder(map, field('family'), 500);
    expect(shownSpans(most).slice(0, 2)).toEqual([144 - MIN_SPAN, MIN_SPAN]);
    expect(most.widths).toBe('user');
    expect(sectors.moveSectorBorder(most, field('family'), 10)).toBe(most);
  });

  it('gets its kind’s own name back when the name is emptied', () => {
    const named = sectors.renameSector(map, field('work'), 'Båten');
    expect(sectors.renameSector(named, field('work'), '')).toEqual(map);
  });

  it('narrow as a file may bring it still leaves room for another', () => {
    const narrow = {
      ...map,
      widths: 'user' as const,
      sectors: map.sectors.map((one, index) => ({ ...one, span: index ? 1 : 356 })),
    };
    expect(brokenInvariants(sectors.addSector(narrow, own('s-boat')))).toEqual([]);
  });
});

describe('another set of fields', () => {
  const map = sectors.renameSector(
    aMap({ Anna: 'friends 0', Bo: 'neighbours 1', Kim: 'work outside' }),
    field('friends'),
    'Gjengen',
  );

  it('finds everybody a field of the same kind, and the tray for the rest', () => {
    const four = sectors.usePreset(byHand(map, 'Anna', 'friends 0'), 'four');
    expect(kinds(four)).toBe('family friends work professionals');
    expect(placeOf(four, who('Anna'))).toEqual(at('friends 0', BY_HAND));
    expect(placeOf(four, who('Bo'))).toBe('tray');
    expect(placeOf(four, who('Kim'))).toEqual(at('work outside'));
    expect(four.sectors[1]?.name).toBe('Gjengen');
    expect(shownSpans(four)).toEqual([90, 90, 90, 90]);
  });

  it('finds them by kind, also where a file has other ids', () => {
    const foreign = { ...map, sectors: map.sectors.map((one) => ({ ...one, id: `x-${one.id}` as SectorId })) };
    const moved = movePeople(foreign, [
      { id: who('Anna'), place: { sector: 'x-s-friends' as SectorId, ring: 2, spot: BY_HAND } },
    ]);
    expect(placeOf(sectors.usePreset(moved, 'sixLeisure'), who('Anna'))).toEqual(at('friends 2'));
  });
});

describe('widths all at once', () => {
  const map = aMap({});
  const thirds = [1 / 3, 1 / 3, 1 / 3];

  it('are kept together with who chose them', () => {
    const wider = sectors.setWidths(map, [120, 60, 60, 60, 60], [0.5, 0.25, 0.25], 'content');
    expect([shownSpans(wider), widths(wider), wider.widths]).toEqual([
      [120, 60, 60, 60, 60],
      [0.5, 0.25, 0.25],
      'content',
    ]);
  });

  it.each([
    ['do not add up', [72, 72, 72, 72, 73], thirds],
    ['are less than nothing', [400, -10, -10, -10, -10], thirds],
    ['are no numbers', [72, 72, 72, 72, Number.NaN], thirds],
    ['leave a ring no room', [72, 72, 72, 72, 72], [0.5, 0.5, 0]],
  ])('that %s change nothing', (_, spans, ringWidths) => {
    expect(sectors.setWidths(map, spans, ringWidths, 'user')).toBe(map);
  });
});

it('a hidden field never gets a width that is none', () => {
  const hidden = sectors.setSectorHidden(aMap({}), field('work'), true);
  expect(sectors.setWidths(hidden, [90, 90, 90, -5, 90], [0.4, 0.3, 0.3], 'user')).toBe(hidden);
});

describe('a ring', () => {
  const people = { Anna: 'family 0', Bo: 'family 1', Kim: 'family 2', Liv: 'family outside' };
  const map = Object.entries(people).reduce((drawn, [name, where]) => byHand(drawn, name, where), aMap(people));
  const rings = (of: NetworkMap) =>
    Object.keys(people).map((name) => {
      const place = placeOf(of, who(name));
      return place === null || place === 'tray' ? place : `${place.ring} ${place.spot?.by ?? 'free'}`;
    });

  it.each([
    [0, 'inner', ['0 free', '0 hand', '1 hand', 'outside hand']],
    [0, 'outer', ['0 free', '0 hand', '1 hand', 'outside hand']],
    [1, 'inner', ['0 hand', '0 free', '1 hand', 'outside hand']],
    [1, 'outer', ['0 hand', '1 free', '1 hand', 'outside hand']],
    [2, 'inner', ['0 hand', '1 hand', '1 free', 'outside hand']],
    [2, 'outer', ['0 hand', '1 hand', '1 free', 'outside hand']],
  ] as const)('%i that is removed sends its people to the %s one', (index, to, expected) => {
    const two = removeRing(map, index, to);
    expect(rings(two)).toEqual(expected);
    expect(sum(widths(two))).toBeCloseTo(1, 9);
  });

  it('stays when there are only two, and a fifth is not added', () => {
    const two = removeRing(map, 0, 'inner');
    expect(removeRing(two, 0, 'inner')).toBe(two);
    const four = addRing(map);
    expect(addRing(four)).toBe(four);
  });

  it('that is added lies outermost, and everybody keeps theirs', () => {
    const four = addRing(map);
    expect(rings(four)).toEqual(rings(map));
    for (const width of widths(four)) expect(width).toBeCloseTo(0.25, 9);
    const thin = { ...map, rings: [0.01, 0.01, 0.98].map((width) => ({ name: null, width })) };
    expect(brokenInvariants(addRing(thin))).toEqual([]);
  });

  it('takes room from the next one only, and leaves it some', () => {
    const wide = moveRingBorder(map, 0, 0.1);
    expect(widths(wide)[0]).toBeCloseTo(1 / 3 + 0.1, 9);
    expect(widths(wide)[2]).toBe(widths(map)[2]);
    expect(widths(moveRingBorder(map, 0, 5))[1]).toBeCloseTo(0.12, 9);
    expect(moveRingBorder(map, 2, 0.1)).toBe(map);
  });

  it('gets its own word back when its name is emptied', () => {
    expect(renameRing(renameRing(map, 0, 'Innerst'), 0, '')).toEqual(map);
  });
});
