import { select, type Selection } from 'd3-selection';
import { cellAt, type Frame, type MapPoint, ringBand, sectorArc } from '../geometry/frame.ts';
import { wedgePath } from '../geometry/paths.ts';
import type { CellPlace } from '../model/types.ts';
import type { MapColours } from '../scene/colours.ts';
import { FONT_FAMILY, layerOf } from './layers.ts';

/** Where a person dropped at a point comes to stand: by hand; null over the centre. */
export const placeAt = (frame: Frame, point: MapPoint): CellPlace | null => cellAt(frame, point, 'hand');

/** About how wide a letter of the cell's name is, in map units. */
const LETTER = 7.4;
/** How far the cell's name stays from the edge of the stage, in map units. */
const EDGE = 6;

/** What is carried over which map. */
export type Carried = {
  readonly frame: Frame;
  readonly colours: MapColours;
  readonly at: MapPoint;
  readonly turned: boolean;
  /** From where to where the stage reaches, in map units. */
  readonly stage: { readonly left: number; readonly right: number };
  /** Who is carried; the cell's name goes along with them. Null: it has to be moved by itself. */
  readonly person: SVGGElement | null;
};

/** The cell that somebody who is carried is over: lit, and named above the finger, both in the svg on top. */
export class TargetLight {
  readonly #over: SVGGElement;
  readonly #wordsOf: (place: CellPlace) => string;
  #place: CellPlace | null = null;
  #drawn: Drawn | null = null;
  #width = 0;
  #transform = '';

  constructor(over: SVGGElement, wordsOf: (place: CellPlace) => string) {
    this.#over = over;
    this.#wordsOf = wordsOf;
  }

  /** @returns the words of a cell that has just been reached, '' when it is none; null while it is the same one */
  show(carried: Carried | null): string | null {
    const place = carried && placeAt(carried.frame, carried.at);
    const isNew = place?.sector !== this.#place?.sector || place?.ring !== this.#place?.ring;
    this.#place = place;
    if (!carried || !place) {
      this.#drawn?.cell.remove();
      this.#drawn?.name.remove();
      this.#drawn = null;
      this.#transform = '';
      return isNew ? '' : null;
    }
    if (!isNew) {
      this.#follow(carried);
      return null;
    }
    const words = this.#wordsOf(place);
    // The same few elements for one cell after the other: new ones would cost the frame in which a border is crossed.
    this.#drawn ??= this.#begin(carried);
    const { cell, box, text } = this.#drawn;
    const width = words.length * LETTER + 24;
    this.#width = width;
    cell.setAttribute('d', cellPath(carried.frame, place));
    this.#follow(carried);
    box.setAttribute('x', String(-width / 2));
    box.setAttribute('width', String(width));
    text.textContent = words;
    return words;
  }

  /** Above the finger, and within the stage. */
  #follow(carried: Carried): void {
    const transform = aboveFinger(carried, this.#width);
    if (transform === this.#transform) return;
    this.#transform = transform;
    this.#drawn?.name.setAttribute('transform', transform);
  }

  /** In the svg on top so that the map below is not painted again: a thin light, names stay readable through it. */
  #begin({ colours, person }: Carried): Drawn {
    const cell = layerOf(this.#over, 'target').append('path').attr('fill', colours.target).attr('fill-opacity', 0.22);
    cell.attr('stroke', colours.quiet).attr('stroke-width', 2.5);
    const holder = person ? select(person) : layerOf(this.#over, 'over');
    const name = holder
      .append('g')
      .attr('data-target', '')
      .attr('aria-hidden', 'true')
      .attr('font-family', FONT_FAMILY);
    const box = name.append('rect').attr('rx', 14).attr('height', 28).attr('y', -20).attr('fill', colours.ink);
    const text = name.append('text').attr('text-anchor', 'middle').attr('font-size', 13).attr('font-weight', 600);
    text.attr('fill', colours.paper);
    return { cell: nodeOf(cell), name: nodeOf(name), box: nodeOf(box), text: nodeOf(text) };
  }
}

type Drawn = {
  readonly cell: SVGPathElement;
  readonly name: SVGGElement;
  readonly box: SVGRectElement;
  readonly text: SVGTextElement;
};

/** What has just been appended is there. */
const nodeOf = <Shape extends SVGElement>(made: Selection<Shape, unknown, null, undefined>): Shape =>
  made.node() as Shape;

/** Above the finger as the one who draws sees it, also on a turned map. */
function aboveFinger({ at, turned, person, stage }: Carried, width: number): string {
  const [left, right] = [stage.left + width / 2 + EDGE, stage.right - width / 2 - EDGE];
  // Where it is wider than the stage, its beginning is in sight.
  const x = turned ? Math.min(right, Math.max(left, at.x)) : Math.max(left, Math.min(right, at.x));
  const from = person ? at : { x: 0, y: 0 };
  return `translate(${x - from.x},${at.y - from.y + (turned ? 58 : -58)})${turned ? ' rotate(180)' : ''}`;
}

function cellPath(frame: Frame, place: CellPlace): string {
  const arc = sectorArc(frame, place.sector);
  const band = ringBand(frame, place.ring);
  return arc && band ? wedgePath(frame, band, arc.start, arc.end) : '';
}
