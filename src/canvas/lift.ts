import { mapPoint, type MapPoint } from '../geometry/frame.ts';
import type { PersonId } from '../model/types.ts';
import { drawTie, straightTie } from '../scene/ties.ts';
import type { MapScene, RelationMark } from '../scene/types.ts';
import { layerOf } from './layers.ts';
import { personElement } from './moving.ts';

/** A person taken up by a finger, with their ties, into an svg of their own on top. */
export type Lift = {
  readonly moveTo: (at: MapPoint) => void;
  /** Lays everything back where it was taken from; the next drawing puts it in order. */
  readonly putBack: () => void;
};

type LiftedTie = {
  readonly element: Element;
  readonly line: Element | null;
  readonly extra: Element | null;
  readonly relation: RelationMark;
  /** Where the other end stands, and how much room it keeps. */
  readonly other: MapPoint;
  readonly gap: number;
  readonly isFrom: boolean;
};

/**
 * Lifts somebody for a drag. The big drawing below is not painted again while the finger moves: only these few
 * attributes change, in a second, transparent svg (LAYOUT.md measured 11–13 ms a frame so, 24 ms inside the big one).
 */
export function liftPerson(root: SVGGElement, over: SVGGElement, scene: MapScene, id: PersonId): Lift | null {
  const people = layerOf(root, 'people').node();
  const tieLayer = layerOf(root, 'ties').node();
  const element = personElement(people, id);
  if (!element || !people || !tieLayer) return null;
  const ties = tiesOf(tieLayer, scene, id);
  const top = layerOf(over, 'over').node();
  for (const tie of ties) layerOf(over, 'ties').node()?.append(tie.element);
  (top ?? over).prepend(element);
  const own = scene.symbolRadius + 2;
  return {
    moveTo: (at) => {
      element.setAttribute('transform', `translate(${at.x},${at.y})`);
      for (const tie of ties) moveTie(tie, at, own);
    },
    putBack: () => {
      people.append(element);
      for (const tie of ties) tieLayer.append(tie.element);
    },
  };
}

function tiesOf(layer: Element, scene: MapScene, id: PersonId): LiftedTie[] {
  const at = new Map(scene.people.map((person) => [person.id, person.at]));
  return scene.relations.flatMap((relation) => {
    if (relation.from !== id && relation.to !== id) return [];
    const isFrom = relation.from === id;
    const otherId = isFrom ? relation.to : relation.from;
    const other = otherId === 'ego' ? mapPoint(0, 0) : at.get(otherId);
    const element = layer.querySelector(`g[data-tie-of="${CSS.escape(relation.id)}"]`);
    if (!other || !element) return [];
    const gap = (otherId === 'ego' ? scene.ego.radius : scene.symbolRadius) + 2;
    const line = element.querySelector('[data-line]');
    return [{ element, line, extra: element.querySelector('[data-extra]'), relation, other, gap, isFrom }];
  });
}

function moveTie({ line, extra, relation, other, gap, isFrom }: LiftedTie, at: MapPoint, own: number): void {
  const curve = isFrom ? straightTie(at, other, own, gap) : straightTie(other, at, gap, own);
  const { path, cut, arrows } = drawTie(curve, relation.kind, relation.support);
  line?.setAttribute('d', path);
  if (cut !== null || arrows.length > 0) extra?.setAttribute('d', [cut ?? '', ...arrows].join(''));
}
