import { cellAt, type Frame, mapPoint, type MapPoint, ringBand, sectorArc } from '../geometry/frame.ts';
import { wedgePath } from '../geometry/paths.ts';
import type { CellPlace, PersonId } from '../model/types.ts';
import type { MapColours } from '../scene/colours.ts';
import { drawTie, straightTie } from '../scene/ties.ts';
import type { MapScene } from '../scene/types.ts';
import { FONT_FAMILY, layerOf } from './layers.ts';

/** Moves one person of a drawn scene, ties along, without touching anything else. */
export function moveDrawn(root: SVGGElement, scene: MapScene, positions: ReadonlyMap<PersonId, MapPoint>): void {
  const people = layerOf(root, 'people').node();
  const ties = layerOf(root, 'ties').node();
  const at = new Map(scene.people.map((person) => [person.id, positions.get(person.id) ?? person.at]));
  for (const [id, point] of positions) {
    personElement(people, id)?.setAttribute('transform', `translate(${point.x},${point.y})`);
  }
  for (const relation of scene.relations) {
    if (!positions.has(relation.from) && !(relation.to !== 'ego' && positions.has(relation.to))) continue;
    const from = at.get(relation.from);
    const to = relation.to === 'ego' ? mapPoint(0, 0) : at.get(relation.to);
    const element = ties?.querySelector(`g[data-tie-of="${CSS.escape(relation.id)}"]`);
    if (!from || !to || !element) continue;
    const gap = scene.symbolRadius + 2;
    const curve = straightTie(from, to, gap, relation.to === 'ego' ? scene.ego.radius + 2 : gap);
    const { path, cut, arrows } = drawTie(curve, relation.kind, relation.support);
    element.querySelector('[data-line]')?.setAttribute('d', path);
    element.querySelector('[data-extra]')?.setAttribute('d', [cut ?? '', ...arrows].join(''));
  }
}

export const personElement = (layer: Element | null, id: PersonId): SVGGElement | null =>
  layer?.querySelector<SVGGElement>(`g[data-person-id="${CSS.escape(id)}"]`) ?? null;

/** The cell a finger is over, what it is called, and where the finger is. */
export type Target = { readonly place: CellPlace; readonly words: string };

/**
 * Lights a cell up, in the svg on top so that the map below is not painted again: a thin light, names stay readable
 * through it. Null puts it out.
 */
export function showTarget(over: SVGGElement, frame: Frame, colours: MapColours, target: Target | null): void {
  layerOf(over, 'target')
    .selectAll<SVGPathElement, CellPlace>('path')
    .data(target ? [target.place] : [])
    .join('path')
    .attr('d', (place) => cellPath(frame, place))
    .attr('fill', colours.target)
    .attr('fill-opacity', 0.22)
    .attr('stroke', colours.quiet)
    .attr('stroke-width', 2.5);
}

/** Writes the cell's name above the finger, in the svg on top; null takes it away. */
export function showTargetName(over: SVGGElement, colours: MapColours, words: string | null): SVGGElement | null {
  const width = (words?.length ?? 0) * 7.4 + 24;
  const pill = layerOf(over, 'over')
    .selectAll<SVGGElement, string>('g[data-target]')
    .data(words === null ? [] : [words])
    .join((enter) => {
      const g = enter.append('g').attr('data-target', '').attr('aria-hidden', 'true').attr('font-family', FONT_FAMILY);
      g.append('rect').attr('rx', 14).attr('height', 28).attr('y', -20);
      g.append('text').attr('text-anchor', 'middle').attr('font-size', 13).attr('font-weight', 600);
      return g;
    });
  pill
    .select('rect')
    .attr('x', -width / 2)
    .attr('width', width)
    .attr('fill', colours.ink);
  pill
    .select<SVGTextElement>('text')
    .attr('fill', colours.paper)
    .text((text) => text);
  return pill.node();
}

/** Above the finger as the one who draws sees it, also on a turned map. */
export const targetNameTransform = (at: MapPoint, turned: boolean): string =>
  `translate(${at.x},${at.y + (turned ? 58 : -58)})${turned ? ' rotate(180)' : ''}`;

function cellPath(frame: Frame, place: CellPlace): string {
  const arc = sectorArc(frame, place.sector);
  const band = ringBand(frame, place.ring);
  return arc && band ? wedgePath(frame, band, arc.start, arc.end) : '';
}

/** Where a person dropped at a point comes to stand: by hand; null over the centre. */
export const placeAt = (frame: Frame, point: MapPoint): CellPlace | null => cellAt(frame, point, 'hand');
