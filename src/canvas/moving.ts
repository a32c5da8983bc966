import { cellAt, type Frame, mapPoint, type MapPoint, ringBand, sectorArc } from '../geometry/frame.ts';
import { wedgePath } from '../geometry/paths.ts';
import type { CellPlace, PersonId } from '../model/types.ts';
import type { MapColours } from '../scene/colours.ts';
import { drawTie, straightTie } from '../scene/ties.ts';
import type { MapScene } from '../scene/types.ts';
import { FONT_FAMILY, layerOf } from './layers.ts';

/** Moves some people of a drawn scene, ties along, without touching anything else. */
export type MoveDrawn = (positions: ReadonlyMap<PersonId, MapPoint>) => void;

/** Made once for many steps: every element is looked up here. */
export function moverOf(root: SVGGElement, scene: MapScene): MoveDrawn {
  const people = layerOf(root, 'people').node();
  const ties = tieElements(layerOf(root, 'ties').node());
  const stood = new Map(scene.people.map(({ id, at }) => [id, at]));
  const gap = scene.symbolRadius + 2;
  return (positions) => {
    const atOf = (id: PersonId) => positions.get(id) ?? stood.get(id);
    for (const [id, point] of positions) {
      personElement(people, id)?.setAttribute('transform', `translate(${point.x},${point.y})`);
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
