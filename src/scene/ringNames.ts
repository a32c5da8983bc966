import type { Arrangement, Box, MeasureText } from '../geometry/arrangement.ts';
import { egoRadius, type Frame, mapPoint, type MapPoint, pointAt, TOP } from '../geometry/frame.ts';
import { ringNameBox } from '../geometry/titles.ts';

/** How far from the top a name may go along its ring, and how far at a time, in radians. */
const FARTHEST = 1.3;
const STEP = 0.05;
/** Between a name and what it keeps clear of, in map units. */
const GAP = 2;
/** From the top of the name's box to the line that its letters stand on. */
const BASELINE = 11;

export type Disc = { readonly at: MapPoint; readonly radius: number };

/**
 * Where the name of a ring stands: at the top, or, where somebody stands there, at the nearest free place along the ring.
 * So it does where a mark on somebody reaches into it. People's names keep clear of the top already, so most names stay;
 * nobody's own place depends on it.
 * @returns the middle of the line that the letters stand on
 */
export function placeRingName(
  frame: Frame,
  ring: number,
  name: string,
  { people, symbolRadius }: Arrangement,
  measure: MeasureText,
  marks: readonly Disc[] = [],
): MapPoint {
  const top = ringNameBox(frame, ring, name, measure);
  const outer = frame.radii[ring + 1] ?? 0;
  const isFree = (box: Box): boolean =>
    !meetsDisc(box, mapPoint(0, 0), egoRadius(frame)) &&
    !marks.some(({ at, radius }) => meetsDisc(box, at, radius)) &&
    ![...people.values()].some(
      ({ at, label }) => meetsDisc(box, at, symbolRadius) || (label && boxesMeet(box, moved(label.box, at))),
    );
  const along = (angle: number): Box => {
    // So far from the centre that the corner that points outwards is just within the ring, as on a round map.
    const [across, down] = [top.width / 2 / frame.ax, top.height / 2 / frame.ay];
    const outwards = across * Math.abs(Math.sin(angle)) + down * Math.cos(angle);
    const reach = Math.sqrt(Math.max(0, outwards ** 2 + (outer - GAP) ** 2 - across ** 2 - down ** 2)) - outwards;
    const { x, y } = pointAt(frame, TOP + angle, Math.max(0, reach));
    return { ...top, x: x - top.width / 2, y: y - top.height / 2 };
  };
  let best = top;
  for (let angle = 0; !isFree(best) && angle < FARTHEST;) {
    angle = angle > 0 ? -angle : STEP - angle;
    best = along(angle);
  }
  const { x, y, width } = isFree(best) ? best : top;
  return mapPoint(x + width / 2, y + BASELINE);
}

const moved = (box: Box, by: MapPoint): Box => ({ ...box, x: box.x + by.x, y: box.y + by.y });

const boxesMeet = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

function meetsDisc({ x, y, width, height }: Box, at: MapPoint, radius: number): boolean {
  const dx = Math.max(x - at.x, 0, at.x - x - width);
  const dy = Math.max(y - at.y, 0, at.y - y - height);
  return Math.hypot(dx, dy) < radius + GAP;
}
