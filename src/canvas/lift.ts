import { mapPoint, type MapPoint } from '../geometry/frame.ts';
import type { PersonId } from '../model/types.ts';
import { drawTie, straightTie } from '../scene/ties.ts';
import type { MapScene, RelationMark } from '../scene/types.ts';
import { layerOf } from './layers.ts';
import { personElement, tieElements } from './moving.ts';

/** A person taken up by a finger, with their ties, into an svg of their own on top. */
export type Lift = {
  readonly moveTo: (at: MapPoint) => void;
  /** Takes away what was drawn on top, and shows everything again where it stood. */
  readonly putBack: () => void;
};

type TieToLift = {
  readonly element: Element;
  readonly relation: RelationMark;
  /** Where the other end stands, and how much room it keeps. */
  readonly other: MapPoint;
  readonly gap: number;
  readonly isFrom: boolean;
};
type LiftedTie = TieToLift & { readonly line: Element | null; readonly extra: Element | null };

/**
 * Lifts somebody for a drag. The big drawing below is not painted again while the finger moves: only these few
 * attributes change, in a second, transparent svg (LAYOUT.md measured 11–13 ms a frame so, 24 ms inside the big one).
 *
 * What moves is a copy, while the original stays in its place unseen: an element taken out of a layer with a thousand
 * siblings makes the browser look up the styles of all of them again, 60 ms.
 */
export function liftPerson(root: SVGGElement, over: SVGGElement, scene: MapScene, id: PersonId): Lift | null {
  const element = personElement(layerOf(root, 'people').node(), id);
  const tieLayer = layerOf(root, 'ties').node();
  const top = layerOf(over, 'over').node();
  if (!element || !tieLayer || !top) return null;
  const originals = tiesOf(tieLayer, scene, id);
  const copies: Element[] = [];
  const copy = (original: Element): Element => {
    const made = original.cloneNode(true) as Element;
    copies.push(made);
    return made;
  };
  const ties = originals.map((tie) => withParts(tie, copy(tie.element)));
  layerOf(over, 'ties')
    .node()
    ?.append(...copies);
  const person = copy(element);
  top.prepend(person);
  // Whoever looks for the person finds the one who moves.
  element.removeAttribute('data-person-id');
  const show = [element, ...originals.map((tie) => tie.element)].map(hide);
  const own = scene.symbolRadius + 2;
  return {
    moveTo: (at) => {
      person.setAttribute('transform', `translate(${at.x},${at.y})`);
      for (const tie of ties) moveTie(tie, at, own);
    },
    putBack: () => {
      for (const made of copies) made.remove();
      element.setAttribute('data-person-id', id);
      for (const each of show) each();
    },
  };
}

/** Not seen, but there: whoever has the focus keeps it. @returns shows it again as it was */
function hide(element: Element): () => void {
  const before = element.getAttribute('opacity');
  element.setAttribute('opacity', '0');
  return () => {
    if (before === null) element.removeAttribute('opacity');
    else element.setAttribute('opacity', before);
  };
}

const withParts = (tie: TieToLift, element: Element): LiftedTie => ({
  ...tie,
  line: element.querySelector('[data-line]'),
  extra: element.querySelector('[data-extra]'),
});

function tiesOf(layer: Element, scene: MapScene, id: PersonId): TieToLift[] {
  const at = new Map(scene.people.map((person) => [person.id, person.at]));
  const elements = tieElements(layer);
  return scene.relations.flatMap((relation) => {
    if (relation.from !== id && relation.to !== id) return [];
    const isFrom = relation.from === id;
    const otherId = isFrom ? relation.to : relation.from;
    const other = otherId === 'ego' ? mapPoint(0, 0) : at.get(otherId);
    const element = elements.get(relation.id);
    if (!other || !element) return [];
    const gap = (otherId === 'ego' ? scene.ego.radius : scene.symbolRadius) + 2;
    return [{ element, relation, other, gap, isFrom }];
  });
}

function moveTie({ line, extra, relation, other, gap, isFrom }: LiftedTie, at: MapPoint, own: number): void {
  const curve = isFrom ? straightTie(at, other, own, gap) : straightTie(other, at, gap, own);
  const { path, cut, arrows } = drawTie(curve, relation.kind, relation.support);
  line?.setAttribute('d', path);
  if (cut !== null || arrows.length > 0) extra?.setAttribute('d', [cut ?? '', ...arrows].join(''));
}
