import { describe, expect, it } from 'vitest';
import { hitTest } from '../../src/canvas/hitTest.ts';
import { addGroup } from '../../src/model/edits/groups.ts';
import { setSectorHidden } from '../../src/model/edits/sectors.ts';
import { mapPoint } from '../../src/geometry/frame.ts';
import type { GroupId, NetworkMap } from '../../src/model/types.ts';
import type { MapScene } from '../../src/scene/types.ts';
import { aMap, field, tied, tieOf, who } from '../support/aMap.ts';
import { pictureOf } from '../support/pictureOf.ts';

const ZOOMS = [0.25, 0.5, 1, 1.5, 2, 4];
/** Half of 44 px. */
const FINGER = 22;

const map = tied(aMap({ Anna: 'family 1', Bo: 'friends 1', Kim: 'work 2' }), 'Anna Bo', 'Bo Kim');
const scene = pictureOf(map);
const spotOf = (name: string, on: MapScene = scene) => {
  const mark = on.people.find(({ id }) => id === who(name));
  if (!mark) throw new Error(`${name} is not drawn`);
  return mark.at;
};
const near = (at: { x: number; y: number }, dx: number, dy = 0) => mapPoint(at.x + dx, at.y + dy);
const person = (name: string) => ({ kind: 'person', id: who(name) });

describe.each(ZOOMS)('at zoom %d', (zoom) => {
  it('somebody is touched within a finger’s width, and not beyond', () => {
    const alone = pictureOf(aMap({ Anna: 'family 1' }));
    const reach = Math.max(FINGER / zoom, alone.symbolRadius);
    const above = (distance: number) => hitTest(alone, near(spotOf('Anna', alone), 0, -distance), zoom);
    expect(above(reach - 0.5)).toEqual(person('Anna'));
    expect(above(reach + 0.5)).not.toEqual(person('Anna'));
  });

  it('of two who stand close the nearer one is touched', () => {
    const [a, b] = [spotOf('Anna'), spotOf('Bo')];
    const reach = Math.max(FINGER / zoom, scene.symbolRadius) / Math.hypot(b.x - a.x, b.y - a.y);
    const shares = [0.1, 0.3, 0.45].map((share) => Math.min(share, reach * 0.9));
    const hits = shares.map((share) =>
      hitTest(scene, mapPoint(a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)), zoom),
    );
    expect(hits).toEqual(shares.map(() => person('Anna')));
  });

  it('a line is touched beside the line', () => {
    const at = scene.relations.find(({ id }) => id === tieOf('Bo', 'Kim'))?.curve;
    const [from, to] = [at?.from ?? mapPoint(0, 0), at?.to ?? mapPoint(0, 0)];
    const size = Math.hypot(to.x - from.x, to.y - from.y);
    const away = (8 / zoom / size) * (size > 0 ? 1 : 0);
    const middle = mapPoint((from.x + to.x) / 2 - away * (to.y - from.y), (from.y + to.y) / 2 + away * (to.x - from.x));
    const hit = hitTest({ ...scene, people: [], ego: { ...scene.ego, radius: 0 } }, middle, zoom);
    expect(hit).toEqual({ kind: 'relation', id: tieOf('Bo', 'Kim') });
  });
});

describe('a name', () => {
  const label = (name: string) => scene.people.find(({ id }) => id === who(name))?.label?.box;

  it('belongs to whoever it stands beside', () => {
    const box = label('Anna');
    const point = near(spotOf('Anna'), (box?.x ?? 0) + 2, (box?.y ?? 0) + (box?.height ?? 0) - 1);
    expect(hitTest(scene, point, 1)).toEqual(person('Anna'));
  });

  // canvas/hitTest.ts: reach is the disc's radius there, a name's is one more. Passes when somebody mends it.
  it('belongs to them also when zoomed in', () => {
    const box = label('Anna');
    const point = near(spotOf('Anna'), (box?.x ?? 0) + 2, (box?.y ?? 0) + (box?.height ?? 0) - 1);
    expect(hitTest(scene, point, 3)).toEqual(person('Anna'));
  });

  it('goes before the empty paper, but not before somebody’s own disc', () => {
    const [first, second] = scene.people;
    if (!first?.label || !second) throw new Error('two with names');
    const { x, y } = first.label.box;
    const under = { ...second, at: near(first.at, x + 4, y + 4) };
    expect(hitTest({ ...scene, people: [first, under] }, under.at, 1)).toEqual({ kind: 'person', id: second.id });
  });
});

describe('what else lies under a finger', () => {
  const empty = pictureOf(aMap({}));
  const grouped = (drawn: NetworkMap) => pictureOf(addGroup(drawn, 'g-1' as GroupId, 'Koret', [who('Anna')]));

  it('is the centre, a border’s end, a group’s name, or nothing', () => {
    expect(hitTest(empty, mapPoint(0, 0), 1)).toEqual({ kind: 'ego' });
    const [sector] = empty.sectors;
    expect(hitTest(empty, sector?.border.to ?? mapPoint(0, 0), 1)).toEqual({ kind: 'border', sector: sector?.id });
    const [group] = grouped(map).groups;
    expect(hitTest(grouped(map), group?.labelAt ?? mapPoint(0, 0), 1)).toEqual({ kind: 'group', id: 'g-1' });
    expect(hitTest(empty, mapPoint(-60, 20), 1)).toEqual({ kind: 'empty' });
  });

  it('is the centre on its own disc, however close somebody stands; but whoever lies upon it goes first', () => {
    const [anna] = scene.people;
    if (!anna) throw new Error('nobody');
    const { radius } = scene.ego;
    const beside = { ...scene, people: [{ ...anna, at: mapPoint(radius + scene.symbolRadius + 1, 0) }] };
    expect(hitTest(beside, mapPoint(0, 0), 1)).toEqual({ kind: 'ego' });
    expect(hitTest(beside, mapPoint(radius - 1, 0), 0.5)).toEqual({ kind: 'ego' });
    expect(hitTest(beside, mapPoint(radius + 1, 0), 1)).toEqual(person('Anna'));
    const upon = { ...scene, people: [{ ...anna, at: mapPoint(radius / 2, 0) }] };
    expect(hitTest(upon, mapPoint(radius / 2, 0), 1)).toEqual(person('Anna'));
  });

  it('is no border where there is only one field', () => {
    const kinds = ['friends', 'neighbours', 'work', 'professionals'];
    const one = pictureOf(kinds.reduce((left, kind) => setSectorHidden(left, field(kind), true), aMap({})));
    expect(hitTest(one, one.sectors[0]?.border.to ?? mapPoint(0, 0), 1)).toEqual({ kind: 'empty' });
  });
});
