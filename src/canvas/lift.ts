import { mapPoint, type MapPoint } from '../geometry/frame.ts';
import type { PersonId } from '../model/types.ts';
import { drawTie, straightTie } from '../scene/ties.ts';
import type { MapScene, RelationMark } from '../scene/types.ts';
import { layerOf } from './layers.ts';
import { personElement, tieElements } from './moving.ts';

/** A person taken up by a finger, with their ties, into an svg of their own on top. */
export type Lift = {
  readonly id: PersonId;
  /** What is drawn of them on top. */
  readonly person: SVGGElement;
  /** They themselves, unseen in their place. */
  readonly original: SVGGElement;
  readonly moveTo: (at: MapPoint) => void;
  /** Takes away what was drawn on top, and shows everything again where it stood. */
  readonly putBack: () => void;
};

type LiftedTie = {
  readonly element: Element;
  readonly relation: RelationMark;
  /** Where the other end stands, and how much room it keeps. */
  readonly other: MapPoint;
  readonly gap: number;
  readonly isFrom: boolean;
};

/** Ties that look the same, drawn as one: each element that changes costs the browser as much as a hundred lines in one path. */
type Strand = {
  readonly ties: readonly LiftedTie[];
  readonly copy: Element;
  readonly line: Element | null;
  readonly extra: Element | null;
};

/**
 * Lifts somebody for a drag. The big drawing below is not painted again while the finger moves: only these few
 * attributes change, in a second, transparent svg (LAYOUT.md measured 11–13 ms a frame so, 24 ms inside the big one).
 *
 * What moves is a copy, while the original stays in its place unseen: an element taken out of a layer with a thousand
 * siblings makes the browser look up the styles of all of them again, 60 ms. The original is hidden in the moment after:
 * the copy lies over it, and one frame need not paint both drawings.
 */
export function liftPerson(root: SVGGElement, over: SVGGElement, scene: MapScene, id: PersonId): Lift | null {
  const element = personElement(layerOf(root, 'people').node(), id);
  const tieLayer = layerOf(root, 'ties').node();
  const top = layerOf(over, 'over').node();
  if (!element || !tieLayer || !top) return null;
  const ties = tiesOf(tieLayer, scene, id);
  const strands = strandsOf(ties);
  layerOf(over, 'ties')
    .node()
    ?.append(...strands.map(({ copy }) => copy));
  const person = element.cloneNode(true) as SVGGElement;
  top.prepend(person);
  // Whoever looks for the person finds the one who moves.
  element.removeAttribute('data-person-id');
  let show: (() => void)[] = [];
  const hiding = setTimeout(() => {
    // Whoever has the focus keeps it only while they could be seen.
    show = [write(element, 'opacity', '0'), ...ties.map((tie) => write(tie.element, 'visibility', 'hidden'))];
  });
  const own = scene.symbolRadius + 2;
  return {
    id,
    person,
    original: element,
    moveTo: (at) => {
      person.setAttribute('transform', `translate(${at.x},${at.y})`);
      for (const strand of strands) moveStrand(strand, at, own);
    },
    putBack: () => {
      clearTimeout(hiding);
      for (const { copy } of strands) copy.remove();
      person.remove();
      element.setAttribute('data-person-id', id);
      for (const each of show) each();
    },
  };
}

/** @returns writes what was there before */
function write(element: Element, name: string, value: string): () => void {
  const before = element.getAttribute(name);
  element.setAttribute(name, value);
  return () => {
    if (before === null) element.removeAttribute(name);
    else element.setAttribute(name, before);
  };
}

function tiesOf(layer: Element, scene: MapScene, id: PersonId): LiftedTie[] {
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

function strandsOf(ties: readonly LiftedTie[]): Strand[] {
  const alike = new Map<string, LiftedTie[]>();
  for (const tie of ties) {
    const look = lookOf(tie.element);
    alike.set(look, [...(alike.get(look) ?? []), tie]);
  }
  return [...alike.values()].flatMap((each) => {
    const copy = each[0]?.element.cloneNode(true) as Element | undefined;
    if (!copy) return [];
    return [{ ties: each, copy, line: copy.querySelector('[data-line]'), extra: copy.querySelector('[data-extra]') }];
  });
}

/** All that is written of how a tie looks; where it runs and whose it is differs from tie to tie. */
const lookOf = (element: Element): string =>
  [element, ...element.children]
    .flatMap(({ attributes }) => [...attributes])
    .map(({ name, value }) => (LOOKS.has(name) ? `${name} ${value}` : ''))
    .join(';');

const LOOKS: ReadonlySet<string> = new Set([
  'data-line',
  'data-extra',
  'opacity',
  'stroke-opacity',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'fill',
]);

function moveStrand({ ties, line, extra }: Strand, at: MapPoint, own: number): void {
  let lines = '';
  let more = '';
  for (const { relation, other, gap, isFrom } of ties) {
    const curve = isFrom ? straightTie(at, other, own, gap) : straightTie(other, at, gap, own);
    const { path, cut, arrows } = drawTie(curve, relation.kind, relation.support);
    lines += path;
    more += [cut ?? '', ...arrows].join('');
  }
  line?.setAttribute('d', lines);
  extra?.setAttribute('d', more);
}
