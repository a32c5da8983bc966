import { mapPoint, type MapPoint } from '../geometry/frame.ts';
import type { PersonId } from '../model/types.ts';
import { drawTie, straightTie } from '../scene/ties.ts';
import type { MapScene } from '../scene/types.ts';
import { redrawTie } from './drawTies.ts';
import { layerOf } from './layers.ts';

/** Moves some people of a drawn scene, ties along, without touching anything else. */
export type MoveDrawn = (positions: ReadonlyMap<PersonId, MapPoint>) => void;

/** Made once for many steps: every element is looked up here. */
export function moverOf(root: SVGGElement, scene: MapScene): MoveDrawn {
  const people = new Map(
    [...(layerOf(root, 'people').node()?.children ?? [])].map((person) => [
      person.getAttribute('data-person-id'),
      person,
    ]),
  );
  const ties = tieElements(layerOf(root, 'ties').node());
  const stood = new Map(scene.people.map(({ id, at }) => [id, at]));
  const gap = scene.symbolRadius + 2;
  return (positions) => {
    const atOf = (id: PersonId) => positions.get(id) ?? stood.get(id);
    for (const [id, point] of positions) {
      people.get(id)?.setAttribute('transform', `translate(${point.x},${point.y})`);
    }
    for (const relation of scene.relations) {
      const { from, to } = relation;
      if (!positions.has(from) && !(to !== 'ego' && positions.has(to))) continue;
      const element = ties.get(relation.id);
      const start = atOf(from);
      const end = to === 'ego' ? mapPoint(0, 0) : atOf(to);
      if (!element || !start || !end) continue;
      const curve = straightTie(start, end, gap, to === 'ego' ? scene.ego.radius + 2 : gap);
      const { path, cut, arrows } = drawTie(curve, relation.kind, relation.support);
      redrawTie(element);
      element.querySelector('[data-line]')?.setAttribute('d', path);
      element.querySelector('[data-extra]')?.setAttribute('d', [cut ?? '', ...arrows].join(''));
    }
  };
}

/** By the relation's id; a layer of a thousand is walked through once, not once for each that is asked for. */
export const tieElements = (layer: Element | null): ReadonlyMap<string | null, Element> =>
  new Map([...(layer?.children ?? [])].map((element) => [element.getAttribute('data-tie-of'), element]));

export const personElement = (layer: Element | null, id: PersonId): SVGGElement | null =>
  layer?.querySelector<SVGGElement>(`g[data-person-id="${CSS.escape(id)}"]`) ?? null;
