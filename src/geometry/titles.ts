import type { SectorId } from '../model/types.ts';
import type { Box, MeasureText, SectorTitle } from './arrangement.ts';
import { type Frame, outerRadius, pointAt, ringBand, type SectorArc } from './frame.ts';
import { arcPath } from './paths.ts';

/** Names on the rim: along the arc, never upside down; and the boxes that people's names keep clear of. */

const SIZE = 14;
const SMALLEST = 11;
/** Distance of the coloured rim from the outer ring, and of the letters from the rim. */
export const RIM_GAP = 5;

export type PlacedTitle = {
  readonly sector: SectorId;
  readonly text: string;
  readonly size: number;
  readonly path: string;
  readonly boxes: readonly Box[];
};

/** In the lower half letters would stand on their heads: there the arc is read the other way, and lies further out. */
const isLower = ({ start, end }: SectorArc) => Math.sin((start + end) / 2) > 0.05;

/** Each shown sector's title, as large as its arc has room for (14 to 11 map units), else cut with an ellipsis. */
export function placeTitles(frame: Frame, titles: readonly SectorTitle[], measure: MeasureText): PlacedTitle[] {
  return frame.sectors.flatMap((arc) => {
    const title = titles.find(({ sector }) => sector === arc.id);
    return title ? [placeTitle(frame, arc, title.text, measure)] : [];
  });
}

function placeTitle(frame: Frame, arc: SectorArc, wanted: string, measure: MeasureText): PlacedTitle {
  const lower = isLower(arc);
  const room = (arc.end - arc.start) * outerRadius(frame) * Math.min(frame.ax, frame.ay) - 12;
  const { text, size } = fitted(wanted, room, measure);
  const radius = outerRadius(frame) + (lower ? RIM_GAP + 4 + size * 0.8 : RIM_GAP + 6);
  const middle = (arc.start + arc.end) / 2;
  const half = Math.min((arc.end - arc.start) / 2, measure(text, size, 'title') / 2 / radius + 0.06);
  const [from, to] = lower ? [middle + half, middle - half] : [middle - half, middle + half];
  return {
    sector: arc.id,
    text,
    size,
    path: arcPath(frame, radius, from, to),
    boxes: boxesAlong(frame, from, to, size),
  };
}

function fitted(wanted: string, room: number, measure: MeasureText): { text: string; size: number } {
  for (let size = SIZE; size >= SMALLEST; size -= 1)
    if (measure(wanted, size, 'title') <= room) return { text: wanted, size };
  // What a reader sees as one letter may be several characters; half a letter is none.
  const letters = Array.from(new Intl.Segmenter().segment(wanted), ({ segment }) => segment);
  const first = (count: number) => `${letters.slice(0, count).join('').trimEnd()}…`;
  let count = letters.length - 1;
  while (count > 1 && measure(first(count), SMALLEST, 'title') > room) count -= 1;
  return { text: first(count), size: SMALLEST };
}

function boxesAlong(frame: Frame, from: number, to: number, size: number): Box[] {
  const radius = outerRadius(frame) + RIM_GAP + 4 + size * 0.4;
  const steps = Math.max(2, Math.ceil((Math.abs(to - from) * radius) / size));
  const side = size * 1.2;
  return Array.from({ length: steps + 1 }, (_, index) => {
    const { x, y } = pointAt(frame, from + ((to - from) * index) / steps, radius);
    return { x: x - side / 2, y: y - side / 2, width: side, height: side };
  });
}

const RING_NAME_SIZE = 11;

/** Ring names stand at the outer border of their ring, on the line at 12 o'clock. */
export function ringNameBox(frame: Frame, ring: number, name: string, measure: MeasureText): Box {
  const [, outer] = ringBand(frame, ring) ?? [0, 0];
  const width = measure(name, RING_NAME_SIZE, 'relation') + 6;
  return { x: -width / 2, y: -frame.ay * outer + 2, width, height: RING_NAME_SIZE * 1.25 };
}

export const ringNameSize = RING_NAME_SIZE;
