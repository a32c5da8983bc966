import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { placeOf } from '../../../src/document/foreign/fromEasyNwk.ts';
import { readAnyFile } from '../../../src/document/readAnyFile.ts';
import { brokenInvariants } from '../../../src/model/invariants.ts';
import type { NetworkMap } from '../../../src/model/types.ts';
import { must } from '../../support/must.ts';
import { outside } from './outside.ts';

const sample = (name: string) => readFileSync(`tests/files/foreign/${name}.json`, 'utf8');
const open = (name: string) => must(readAnyFile(sample(name), outside()));
const byName = (map: NetworkMap, name: string) => Object.values(map.people).find((person) => person.name === name)!;
const placeByName = (map: NetworkMap, name: string) => map.drawings.at(-1)!.places[byName(map, name).id];
const relationsByName = (map: NetworkMap) =>
  Object.values(map.drawings.at(-1)!.relations).map(({ between: [one, other], kind, support }) => [
    map.people[one]!.name,
    other === 'ego' ? 'ego' : map.people[other]!.name,
    kind,
    support,
  ]);

describe('a file of easyNWK', () => {
  it('becomes a sound new map with four quarters and three rings', () => {
    const { map, repairs, origin } = open('easynwk-two-versions');
    expect({ origin, repairs, broken: brokenInvariants(map) }).toEqual({ origin: 'easyNwk', repairs: [], broken: [] });
    expect(map.sectors.map(({ kind, span }) => [kind, span])).toEqual([
      ['family', 90],
      ['professionals', 90],
      ['work', 90],
      ['friends', 90],
    ]);
    expect(map).toMatchObject({ title: 'Zweites Gespräch', ego: { name: 'Lena Probe' }, shapes: false });
    expect(map.rings).toHaveLength(3);
  });

  it('keeps what was said about people', () => {
    const { map } = open('easynwk-two-versions');
    expect(byName(map, 'Bruno')).toMatchObject({ relation: 'Familienangehörige*r', symbol: 'square', kind: 'person' });
    expect(byName(map, 'Anna')).toMatchObject({ symbol: 'circle' });
    expect(byName(map, 'Kim')).toMatchObject({ symbol: 'other' });
    expect(byName(map, 'Flocke')).toMatchObject({ kind: 'animal', symbol: 'neutral' });
    expect(byName(map, 'Opa')).toMatchObject({ deceased: true, note: '2019 †' });
    expect(Object.keys(map.people)).toHaveLength(8);
  });

  it('leaves everybody where they stood', () => {
    const { map } = open('easynwk-two-versions');
    expect(placeByName(map, 'Anna')).toMatchObject({ sector: 's-family', ring: 0, spot: { along: 0.5, by: 'hand' } });
    expect(placeByName(map, 'Kim')).toMatchObject({ sector: 's-friends', ring: 1, spot: { along: 0.5, across: 0.5 } });
    expect(placeByName(map, 'Chefin')).toMatchObject({ sector: 's-work', ring: 2 });
    expect(placeByName(map, 'Dr. Beispiel')).toMatchObject({ sector: 's-professionals', ring: 2 });
    expect(placeByName(map, 'Opa')).toMatchObject({ sector: 's-family', ring: 'outside', spot: { across: 0.4 } });
    expect(placeByName(map, 'Noch offen')).toBe('tray');
  });

  it('draws the lines that say something, once', () => {
    expect(relationsByName(open('easynwk-two-versions').map)).toEqual([
      ['Anna', 'Bruno', 'knows', 'none'],
      ['Chefin', 'Dr. Beispiel', 'knows', 'none'],
      ['Anna', 'ego', 'knows', 'given'],
      ['Bruno', 'ego', 'difficult', 'none'],
    ]);
  });

  it('names what has no place here, and nothing that did not occur', () => {
    expect(open('easynwk-two-versions').notCarriedOver).toEqual([
      { kind: 'ages', count: 1 },
      { kind: 'emoji', count: 1 },
      { kind: 'lineKinds', count: 2 },
      { kind: 'supportKinds', count: 1 },
      { kind: 'egoDetails', count: 1 },
      { kind: 'brokenLines', count: 3 },
      { kind: 'doublePeople', count: 1 },
    ]);
    expect(open('easynwk-bare').notCarriedOver).toEqual([]);
  });

  it('takes earlier versions over as earlier drawings, with the same people', () => {
    const { map } = open('easynwk-two-versions');
    const [earlier, today] = map.drawings;
    expect(map.drawings.map(({ title, date }) => [title, date])).toEqual([
      ['Erstgespräch', '2025-03-04'],
      ['Zweites Gespräch', '2025-09-10'],
    ]);
    expect(Object.values(earlier!.frozen!.people).map(({ name }) => name)).toEqual(['Anna', 'Otto']);
    expect(Object.keys(earlier!.places)).toContain(byName(map, 'Anna').id);
    expect(today!.frozen).toBeNull();
  });

  it('reads an older file that is only the drawing', () => {
    const { map } = open('easynwk-bare');
    expect(map.drawings.map(({ date }) => date)).toEqual(['2026-11-21']);
    expect(placeByName(map, 'Anna')).toMatchObject({ sector: 's-family', ring: 0 });
  });
});

/** Where a place is on the sheet, as they measure: degrees anticlockwise from the x-axis, distance to 100. */
function polarOf(place: ReturnType<typeof placeOf>): { angle: number; distance: number } | null {
  if (place === 'tray' || !place.spot || place.ring === 'outside') return null;
  const quarter = ['s-family', 's-professionals', 's-work', 's-friends'].indexOf(place.sector);
  const turned = 90 - (quarter + place.spot.along) * 90;
  return { angle: ((turned + 540) % 360) - 180, distance: ((place.ring + place.spot.across) / 3) * 100 };
}

describe('places', () => {
  const angles = Array.from({ length: 72 }, (_, index) => -179 + index * 5);
  it.each(angles)('at %d° come out where they were', (angle) => {
    for (const distance of [0.5, 33, 34, 66.7, 99.9, 100]) {
      const polar = polarOf(placeOf({ angle, distance }))!;
      expect(polar.angle).toBeCloseTo(angle, 6);
      expect(polar.distance).toBeCloseTo(distance, 6);
    }
  });

  it.each([
    [0, 's-family', 1],
    [90, 's-friends', 1],
    [180, 's-friends', 0],
    [-180, 's-work', 1],
    [-90, 's-professionals', 1],
    [405, 's-family', 0.5],
  ])('on the border %d° belong as they do there', (angle, sector, along) => {
    expect(placeOf({ angle, distance: 50 })).toMatchObject({ sector, spot: { along } });
  });

  it.each([1e308, -1e308, 5e-324])('at %d are still a place', (number) => {
    const place = placeOf({ angle: number, distance: Math.abs(number) });
    const { along, across } = (place as Exclude<typeof place, 'tray'>).spot!;
    expect([along, across].every((value) => value >= 0 && value <= 1)).toBe(true);
  });
});
