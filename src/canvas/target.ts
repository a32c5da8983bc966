import { cellAt, type Frame, type MapPoint, ringBand, sectorArc } from '../geometry/frame.ts';
import { wedgePath } from '../geometry/paths.ts';
import type { CellPlace } from '../model/types.ts';
import type { MapColours } from '../scene/colours.ts';
import { FONT_FAMILY, layerOf } from './layers.ts';

/** Where a person dropped at a point comes to stand: by hand; null over the centre. */
export const placeAt = (frame: Frame, point: MapPoint): CellPlace | null => cellAt(frame, point, 'hand');

/** What is carried over which map. */
export type Carried = {
  readonly frame: Frame;
  readonly colours: MapColours;
  readonly at: MapPoint;
  readonly turned: boolean;
  /** Who is carried; the cell's name goes along with them. Null: it has to be moved by itself. */
  readonly person: SVGGElement | null;
};

/** The cell that somebody who is carried is over: lit, and named above the finger, both in the svg on top. */
export class TargetLight {
  readonly #over: SVGGElement;
  readonly #wordsOf: (place: CellPlace) => string;
  #place: CellPlace | null = null;
  #name: SVGGElement | null = null;

  constructor(over: SVGGElement, wordsOf: (place: CellPlace) => string) {
    this.#over = over;
    this.#wordsOf = wordsOf;
  }

  /** @returns the words of a cell that has just been reached, '' when it is none; null while it is the same one */
  show(carried: Carried | null): string | null {
    const place = carried && placeAt(carried.frame, carried.at);
    const isNew = place?.sector !== this.#place?.sector || place?.ring !== this.#place?.ring;
    const words = isNew && place ? this.#wordsOf(place) : '';
    if (isNew) {
      this.#place = place;
      this.#name?.remove();
      this.#name = place && carried ? this.#write(words, carried) : null;
      this.#light(place && carried ? { place, ...carried } : null);
    } else if (carried && !carried.person) {
      this.#name?.setAttribute('transform', aboveFinger(carried));
    }
    return isNew ? words : null;
  }

  /** In the svg on top so that the map below is not painted again: a thin light, names stay readable through it. */
  #light(target: ({ readonly place: CellPlace } & Carried) | null): void {
    layerOf(this.#over, 'target')
      .selectAll<SVGPathElement, unknown>('path')
      .data(target ? [target] : [])
      .join('path')
      .attr('d', ({ frame, place }) => cellPath(frame, place))
      .attr('fill', ({ colours }) => colours.target)
      .attr('fill-opacity', 0.22)
      .attr('stroke', ({ colours }) => colours.quiet)
      .attr('stroke-width', 2.5);
  }

  #write(words: string, carried: Carried): SVGGElement | null {
    const { colours, person } = carried;
    const width = words.length * 7.4 + 24;
    const name = layerOf(this.#over, 'over').append('g').attr('data-target', '').attr('aria-hidden', 'true');
    name.attr('font-family', FONT_FAMILY).attr('transform', aboveFinger(carried));
    name.append('rect').attr('rx', 14).attr('height', 28).attr('y', -20);
    name
      .select('rect')
      .attr('x', -width / 2)
      .attr('width', width)
      .attr('fill', colours.ink);
    name.append('text').attr('text-anchor', 'middle').attr('font-size', 13).attr('font-weight', 600).text(words);
    name.select('text').attr('fill', colours.paper);
    const node = name.node();
    if (node) person?.append(node);
    return node;
  }
}

/** Above the finger as the one who draws sees it, also on a turned map. */
function aboveFinger({ at, turned, person }: Carried): string {
  const { x, y } = person ? { x: 0, y: 0 } : at;
  return `translate(${x},${y + (turned ? 58 : -58)})${turned ? ' rotate(180)' : ''}`;
}

function cellPath(frame: Frame, place: CellPlace): string {
  const arc = sectorArc(frame, place.sector);
  const band = ringBand(frame, place.ring);
  return arc && band ? wedgePath(frame, band, arc.start, arc.end) : '';
}
