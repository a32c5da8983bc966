import { mapOnScreen, picturedPeople, picturedRelations, type PictureLayers } from '../../src/scene/pictured.ts';
import { createFrame, mapPoint, pointInCell, type StageSize } from '../../src/geometry/frame.ts';
import type { Label, PlacedPerson } from '../../src/geometry/arrangement.ts';
import { buildScene } from '../../src/scene/buildScene.ts';
import { straightTie } from '../../src/scene/ties.ts';
import type { MapScene } from '../../src/scene/types.ts';
import type { NetworkMap } from '../../src/model/types.ts';
import type { Translate } from '../../src/i18n/translate.ts';
import { WORDS } from './aMap.ts';

export type PictureOptions = {
  readonly layers?: Partial<PictureLayers>;
  readonly stage?: Partial<StageSize>;
  readonly t?: Translate;
};

const RADIUS = 14;
const measure = (text: string, size: number): number => text.length * size * 0.58;

/** Name and relation straight under the disc: no layout, so that a test of a picture is about the picture alone. */
function labelUnder(name: string, relation: string): Label {
  const line = (text: string, weight: 'name' | 'relation', dy: number) => ({ text, weight, size: 14, dx: 0, dy });
  const lines = [line(name, 'name', 28), ...(relation ? [line(relation, 'relation', 44)] : [])];
  const width = Math.max(...lines.map(({ text }) => measure(text, 14)));
  const box = { x: -width / 2, y: 16, width, height: 16 * lines.length };
  return { side: 'under', anchor: 'middle', lines, box, shortened: false };
}

/** A scene where everybody stands at their spot, or in the middle of their cell. */
export function pictureOf(map: NetworkMap, { layers, stage, t = WORDS.nb }: PictureOptions = {}): MapScene {
  const all: PictureLayers = { ...mapOnScreen(map), ...layers };
  const people = picturedPeople(map, all, t);
  const relations = picturedRelations(map, all, new Set(people.map(({ person }) => person.id)));
  const withOutside = people.some(({ place }) => place.ring === 'outside');
  const size = { width: 600, height: 600, oval: map.oval, withOutside, ...stage };
  const frame = createFrame(map.sectors, map.rings, size);
  const placed = people.flatMap(({ person: { id }, place, name, relation }): PlacedPerson[] => {
    const at = pointInCell(frame, place, place.spot);
    const spot = place.spot ?? { along: 0.5, across: 0.5, by: 'layout' as const };
    return at ? [{ id, at, spot, label: labelUnder(name, relation) }] : [];
  });
  const arrangement = { people: new Map(placed.map((one) => [one.id, one])), symbolRadius: RADIUS, nameSize: 14 };
  const endOf = (id: string) => placed.find((one) => one.id === id)?.at ?? mapPoint(0, 0);
  const curves = new Map(
    relations.map(({ id, between: [from, to] }) => [id, straightTie(endOf(from), endOf(to), RADIUS, RADIUS)]),
  );
  return buildScene({ map, layers: all, frame, people, relations, curves, arrangement, measure, t });
}
