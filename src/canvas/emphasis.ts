import type { PersonId, RelationId } from '../model/types.ts';
import type { MapColours } from '../scene/colours.ts';
import { TIE_STYLES } from '../scene/ties.ts';
import type { MapScene, RelationMark } from '../scene/types.ts';
import { EGO_BUTTON } from './egoButton.ts';
import { type Layer, layerOf } from './layers.ts';
import { write } from './write.ts';

/** What is chosen just now; it is shown on top of the scene and is never part of a picture that leaves the device. */
export type Emphasis = {
  readonly people: readonly PersonId[];
  readonly relation: RelationId | null;
  /** *Slik blir møtet*: everybody who is not there, with their ties; null shows all. */
  readonly faded: ReadonlySet<PersonId> | null;
};

/** To a third: still there, but not now. */
const FADED = 0.3;

/** Layers of ties of which some have been shown otherwise than the picture has them. */
const shownOtherwise = new WeakSet<Element>();

/** The chosen person's ties turn to ink, the rest fade to a third; a ring stands round whoever is chosen. */
export function showEmphasis(
  root: SVGGElement,
  scene: MapScene,
  colours: MapColours,
  emphasis: Emphasis,
  focus: PersonId | 'ego' | null,
): void {
  const chosen = new Set<string>(emphasis.people);
  const isAway = (id: PersonId | 'ego') => id !== 'ego' && emphasis.faded?.has(id) === true;
  const ties = layerOf(root, 'ties');
  const layer = ties.node();
  const asDrawn = chosen.size === 0 && emphasis.relation === null && emphasis.faded === null;
  // A large map has thousands, and mostly nobody is chosen when it is drawn.
  if (layer && (!asDrawn || shownOtherwise.has(layer))) {
    emphasiseTies(ties, colours, emphasis, chosen, isAway);
    if (asDrawn) shownOtherwise.delete(layer);
    else shownOtherwise.add(layer);
  }
  const people = layerOf(root, 'people').selectAll<SVGGElement, MapScene['people'][number]>('g[data-person-id]');
  people
    .select<SVGGElement>('g[data-button]')
    // While one looks at how the meeting will be: is this one there?
    .each(write('aria-pressed', ({ id }) => (emphasis.faded === null ? chosen.has(id) : !isAway(id))))
    .each(write('tabindex', ({ id }) => (id === focus ? 0 : -1)));
  layerOf(root, 'ego')
    .selectAll<SVGCircleElement, unknown>(EGO_BUTTON)
    .each(write('tabindex', focus === 'ego' ? 0 : -1));
  people.each(write('opacity', ({ id }) => (isAway(id) ? FADED : null)));
  // Who is only thought about is there more lightly; the name stays as easy to read.
  people
    .select<SVGPathElement>('path[data-symbol]')
    .each(write('fill-opacity', ({ wish }) => (emphasis.faded !== null && wish === 'maybe' ? 0.5 : null)));
  layerOf(root, 'groups').each(write('opacity', emphasis.faded === null ? null : FADED));
  people
    .select<SVGPathElement>('path[data-halo]')
    .each(write('visibility', ({ id }) => (chosen.has(id) ? 'visible' : 'hidden')));
}

function emphasiseTies(
  layer: Layer,
  colours: MapColours,
  emphasis: Emphasis,
  chosen: ReadonlySet<string>,
  isAway: (id: PersonId | 'ego') => boolean,
): void {
  const touches = ({ id, from, to }: RelationMark) => id === emphasis.relation || chosen.has(from) || chosen.has(to);
  const any = chosen.size > 0 || emphasis.relation !== null;
  const ties = layer.selectAll<SVGGElement, RelationMark>('g');
  const opacity = (tie: RelationMark) => {
    if (isAway(tie.from) || isAway(tie.to)) return FADED;
    return !any || touches(tie) ? null : FADED;
  };
  ties.each(write('opacity', opacity));
  const ofChosen = (tie: RelationMark) => (any && touches(tie) ? 1 : null);
  ties.each(write('stroke-opacity', ofChosen)).each(write('fill-opacity', ofChosen));
  ties
    .select<SVGPathElement>('path[data-line]')
    .each(write('stroke', (tie) => (touches(tie) ? colours.tieChosen : colours.tie)))
    .each(write('stroke-width', (tie) => TIE_STYLES[tie.kind].width + (touches(tie) ? 0.8 : 0)));
  ties
    .select<SVGPathElement>('path[data-extra]')
    .each(write('stroke', (tie) => (touches(tie) ? colours.tieChosen : colours.tie)))
    .each(write('fill', (tie) => fillOf(tie, touches(tie), colours)));
}

const fillOf = ({ arrows }: RelationMark, chosen: boolean, colours: MapColours): string => {
  if (arrows.length === 0) return 'none';
  return chosen ? colours.tieChosen : colours.tie;
};
