import type { Selection } from 'd3-selection';
import { turnsRound } from '../i18n/direction.ts';
import type { PersonId } from '../model/types.ts';
import type { MapColours } from '../scene/colours.ts';
import type { MapScene, PersonMark } from '../scene/types.ts';
import { MARK_RADIUS, wishMark } from '../scene/wishMark.ts';
import { copiesOf, type Layer } from './layers.ts';
import { write, writeText } from './write.ts';

type People = Selection<SVGGElement, PersonMark, SVGGElement, unknown>;

/** A finger needs 44 px, whatever the size of the disc (WCAG 2.5.8; ours is larger). */
export const TOUCH_RADIUS = 22;

/** Draws the people; called again with a changed scene, it changes only what differs. */
export function drawPeople(layer: Layer, scene: MapScene, colours: MapColours): void {
  const people: People = layer
    .selectAll<SVGGElement, PersonMark>('g[data-person-id]')
    .data(scene.people, ({ id }) => id)
    .join((enter) => enter.append(newPerson));
  people
    .each(write('data-person-id', ({ id }) => id))
    .each(write('data-name', ({ name }) => name))
    .each(write('data-sector', ({ sector }) => sector))
    .each(write('data-ring', ({ ring }) => ring))
    .each(write('transform', ({ at }) => `translate(${at.x},${at.y})`))
    .select<SVGGElement>('g[data-button]')
    .each(write('aria-label', ({ spoken }) => spoken));
  drawSymbols(people, scene.symbolRadius, colours);
  drawLabels(people, colours);
  drawWishes(people, scene.symbolRadius, colours);
}

const newPerson = copiesOf((person) => {
  // The letters stand outside the button: its spoken name says more, and never ends in "…".
  const button = person.append('g').attr('data-button', '').attr('role', 'button').attr('tabindex', -1);
  button.append('circle').attr('data-hit', '').attr('fill', 'transparent').attr('r', TOUCH_RADIUS);
  button.append('path').attr('data-halo', '').attr('fill', 'none').attr('visibility', 'hidden').attr('stroke-width', 2);
  button.append('path').attr('data-symbol', '');
  person.append('g').attr('data-label', '').attr('translate', 'no').attr('aria-hidden', 'true');
  person.append('g').attr('data-wish', '');
});

const circle = (r: number) => `M${r} 0A${r} ${r} 0 1 1 ${-r} 0A${r} ${r} 0 1 1 ${r} 0Z`;
const square = (r: number, corner: number) => {
  const s = r * 0.92;
  const c = corner;
  return (
    `M${-s + c} ${-s}H${s - c}Q${s} ${-s} ${s} ${-s + c}V${s - c}Q${s} ${s} ${s - c} ${s}` +
    `H${-s + c}Q${-s} ${s} ${-s} ${s - c}V${-s + c}Q${-s} ${-s} ${-s + c} ${-s}Z`
  );
};
const diamond = (r: number) => `M0 ${-r}L${r} 0L0 ${r}L${-r} 0Z`;

/** One neutral disc for everybody; a rounded square for a place; other shapes only where the map says so. */
function symbolPath({ kind, shape }: PersonMark, r: number): string {
  if (kind === 'place') return square(r, r * 0.4);
  if (shape === 'square') return square(r, 0);
  if (shape === 'other') return diamond(r);
  return circle(r);
}

/** A paw for animals, a second rim for a group. */
function innerPath({ kind }: PersonMark, r: number): string | null {
  if (kind === 'group') return circle(r * 0.62);
  if (kind !== 'animal') return null;
  const toe = (x: number, y: number) => {
    const t = r * 0.16;
    return `M${x * r + t} ${y * r}a${t} ${t} 0 1 1 ${-2 * t} 0a${t} ${t} 0 1 1 ${2 * t} 0Z`;
  };
  const pad = `M0 ${-r * 0.05}C${r * 0.3} ${-r * 0.05} ${r * 0.5} ${r * 0.55} ${r * 0.2} ${r * 0.52}Q0 ${r * 0.42} ${-r * 0.2} ${r * 0.52}C${-r * 0.5} ${r * 0.55} ${-r * 0.3} ${-r * 0.05} 0 ${-r * 0.05}Z`;
  return toe(-0.5, -0.08) + toe(-0.18, -0.42) + toe(0.18, -0.42) + toe(0.5, -0.08) + pad;
}

/** What stands on a disc: paper on colour; on the pale disc of somebody who is dead, colour on paper. */
const onSymbol = ({ deceased, hue }: PersonMark, colours: MapColours): string =>
  deceased ? colours.hues[hue] : colours.bands[2];

function drawSymbols(people: People, radius: number, colours: MapColours): void {
  people
    .select<SVGPathElement>('path[data-halo]')
    .each(write('d', circle(radius + 4.5)))
    .each(write('stroke', colours.ink))
    .each(write('visibility', 'hidden'));
  people
    .select<SVGPathElement>('path[data-symbol]')
    .each(write('d', (mark) => symbolPath(mark, radius)))
    .each(write('fill', ({ hue, deceased }) => (deceased ? colours.bands[2] : colours.hues[hue])))
    .each(write('stroke', ({ hue, deceased }) => (deceased ? colours.hues[hue] : colours.bands[2])))
    .each(write('stroke-width', ({ deceased }) => (deceased ? 2.4 : 2)));
  people
    .select<SVGGElement>('g[data-button]')
    .selectAll<SVGPathElement, PersonMark>('path[data-inner]')
    .data((mark) => (innerPath(mark, radius) === null ? [] : [mark]))
    .join((enter) => enter.append('path').attr('data-inner', ''))
    .each(write('d', (mark) => innerPath(mark, radius)))
    .each(write('fill', (mark) => (mark.kind === 'group' ? 'none' : onSymbol(mark, colours))))
    .each(write('stroke', (mark) => (mark.kind === 'group' ? onSymbol(mark, colours) : 'none')))
    .each(write('stroke-width', 1.8));
}

/** Width of the rim of paper round letters, as a share of their size; on a map that is zoomed in they are small. */
const HALO = 3 / 11;

function drawLabels(people: People, colours: MapColours): void {
  people
    .select<SVGGElement>('g[data-label]')
    .selectAll<SVGTextElement, NonNullable<PersonMark['label']>['lines'][number] & { anchor: string }>('text')
    .data(({ label }) => label?.lines.map((line) => ({ ...line, anchor: label.anchor })) ?? [])
    .join('text')
    .each(write('x', ({ dx }) => dx))
    .each(write('y', ({ dy }) => dy))
    .each(write('text-anchor', ({ anchor }) => anchor))
    .each(write('font-size', ({ size }) => size))
    .each(write('font-weight', ({ weight }) => (weight === 'name' ? 600 : 400)))
    .each(write('fill', ({ weight }) => (weight === 'name' ? colours.ink : colours.quiet)))
    .each(write('stroke', colours.bands[1]))
    .each(write('stroke-width', ({ size }) => Math.min(3, size * HALO)))
    .each(write('stroke-linejoin', 'round'))
    .each(write('paint-order', 'stroke'))
    .each(write('unicode-bidi', ({ text }) => (turnsRound(text) ? 'plaintext' : null)))
    .each(writeText(({ text }) => text));
}

/** Draws the names of these people anew, of all or of those who changed, and touches nothing else. */
export function drawNames(
  layer: Layer,
  people: readonly PersonMark[],
  changed: ReadonlySet<PersonId> | null,
  colours: MapColours,
  of = 'g[data-person-id]',
): void {
  const drawn: People = layer.selectAll<SVGGElement, PersonMark>(of).data(people, ({ id }) => id);
  drawLabels(
    drawn.filter(({ id }) => changed?.has(id) ?? true),
    colours,
  );
}

/** ✓ to be invited, ? thinking about it, – not this time: drawn, so that no font can lose them. */
const WISH_PATHS = {
  yes: 'M-4 0.500L-1.200 3.500L4.200 -3.200',
  maybe: 'M-2.600 -2.200C-2.600 -5.600 2.800 -5.400 2.600 -2.200C2.500 -0.300 0 -0.200 0 1.800M0 4.600V4.700',
  notNow: 'M-3.800 0H3.800',
} as const;

function drawWishes(people: People, radius: number, colours: MapColours): void {
  const mark = people
    .select<SVGGElement>('g[data-wish]')
    .each(
      write('transform', (person) => {
        const { at, scale } = wishMark(person, radius);
        return `translate(${at.x},${at.y}) scale(${scale})`;
      }),
    )
    .each(write('data-wish', ({ wish }) => wish ?? ''))
    .selectAll<SVGGElement, PersonMark>('g')
    .data((person) => (person.wish === null ? [] : [person]))
    .join((enter) => {
      const g = enter.append('g');
      g.append('circle').attr('r', MARK_RADIUS);
      g.append('path').attr('fill', 'none').attr('stroke-linecap', 'round').attr('stroke-linejoin', 'round');
      return g;
    });
  mark
    .select<SVGCircleElement>('circle')
    .each(write('fill', colours.markFill))
    .each(write('stroke', colours.markInk))
    .each(write('stroke-width', 1.4));
  mark
    .select<SVGPathElement>('path')
    .each(write('d', ({ wish }) => (wish ? WISH_PATHS[wish] : null)))
    .each(write('stroke', colours.markInk))
    .each(write('stroke-width', 2));
}
