import type { MapColours } from '../scene/colours.ts';
import { TIE_STYLES } from '../scene/ties.ts';
import type { RelationMark } from '../scene/types.ts';
import { copiesOf, type Layer } from './layers.ts';
import { write } from './write.ts';

/** So many lines can be told apart; more become fainter, until somebody is chosen whose lines one wants to see. */
const TOLD_APART = 150;
const FAINTEST = 0.2;

const faintness = (ties: number): number | null => (ties <= TOLD_APART ? null : Math.max(FAINTEST, TOLD_APART / ties));

const newTie = copiesOf((tie) => {
  tie.attr('role', 'img').append('path').attr('data-line', '').attr('fill', 'none').attr('stroke-linecap', 'round');
});

/** What each element shows. Most ties are drawn in the next picture as in this one, and none of that is looked at again. */
const drawn = new WeakMap<Element, { readonly mark: RelationMark; readonly colours: MapColours }>();

/** Something else has moved a tie: it is drawn anew with the next picture. */
export const redrawTie = (tie: Element): boolean => drawn.delete(tie);

function isNew(colours: MapColours): (this: Element, mark: RelationMark) => boolean {
  return function isNewHere(mark) {
    const before = drawn.get(this);
    drawn.set(this, { mark, colours });
    return before?.mark !== mark || before.colours !== colours;
  };
}

/** Ties lie under everything, thin and grey-brown. The line itself is the element that carries the relation. */
export function drawTies(layer: Layer, relations: readonly RelationMark[], colours: MapColours): void {
  const faint = faintness(relations.length);
  // On the layer, so that the lines of a chosen person need only say otherwise; not as opacity, which would be slow to draw.
  layer.each(write('stroke-opacity', faint)).each(write('fill-opacity', faint));
  const tie = layer
    .selectAll<SVGGElement, RelationMark>('g')
    .data(relations, ({ id }) => id)
    .join((enter) => enter.append(newTie))
    .filter(isNew(colours))
    .each(write('aria-label', ({ spoken }) => spoken))
    .each(write('data-tie-of', ({ id }) => id));
  tie
    .select<SVGPathElement>('path[data-line]')
    .each(write('data-relation-id', ({ id }) => id))
    .each(write('data-from', ({ from }) => from))
    .each(write('data-to', ({ to }) => to))
    .each(write('data-kind', ({ kind }) => kind))
    .each(write('d', ({ path }) => path))
    .each(write('stroke', colours.tie))
    .each(write('stroke-width', ({ kind }) => TIE_STYLES[kind].width))
    .each(write('stroke-dasharray', ({ kind }) => TIE_STYLES[kind].dash));
  // Most lines have neither: of a thousand, a thousand elements fewer for the browser to look after.
  tie
    .selectAll<SVGPathElement, RelationMark>('path[data-extra]')
    .data((mark) => (mark.cut === null && mark.arrows.length === 0 ? [] : [mark]))
    .join((enter) =>
      enter.append('path').attr('data-extra', '').attr('stroke-linecap', 'round').attr('stroke-linejoin', 'round'),
    )
    .each(write('d', ({ cut, arrows }) => [cut ?? '', ...arrows].join('')))
    .each(write('fill', ({ arrows }) => (arrows.length > 0 ? colours.tie : 'none')))
    .each(write('stroke', colours.tie))
    .each(write('stroke-width', ({ cut }) => (cut === null ? 0.5 : 1.8)));
}
