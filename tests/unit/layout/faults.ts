import type { Arrangement, Box, LayoutRequest, PlacedPerson } from '../../../src/geometry/arrangement.ts';
import { polar, ringBand, sectorArc } from '../../../src/geometry/frame.ts';
import { present } from './present.ts';

/** Rounding, and the curve of an oval, may cost so much, map units. */
const SLACK = 0.35;

type Seen = PlacedPerson & { readonly byHand: boolean };

const seenIn = (request: LayoutRequest, { people }: Arrangement): Seen[] =>
  request.people.flatMap(({ id, spot }) => {
    const placed = people.get(id);
    return placed ? [{ ...placed, byHand: spot?.by === 'hand' }] : [];
  });

/** Everything that may never be seen on a map, in words; measured here without a line of the layout's own code. */
export function faultsOf(request: LayoutRequest, arrangement: Arrangement): string[] {
  const seen = seenIn(request, arrangement);
  return [
    ...outOfCell(request, arrangement),
    ...overlaps(seen, arrangement.symbolRadius),
    ...strayNames(request, seen),
    ...(arrangement.nameSize < 11 ? ['type below 11'] : []),
    ...seen.flatMap(({ id, label }) => (label?.lines.some(({ size }) => size < 11) ? [`${id}: a line below 11`] : [])),
  ];
}

function outOfCell({ frame, people }: LayoutRequest, arrangement: Arrangement): string[] {
  return people.flatMap(({ id, cell, spot }) => {
    const band = ringBand(frame, cell.ring);
    const arc = sectorArc(frame, cell.sector);
    const placed = arrangement.people.get(id);
    if (!band || !arc) return placed ? [`${id}: shown in a cell that is not`] : [];
    if (!placed) return [`${id}: missing`];
    // The disc too, unless a hand put it over the wall, or the cell is too narrow for any disc.
    const reach = spot?.by === 'hand' ? 0 : arrangement.symbolRadius;
    const { angle, radius } = polar(frame, placed.at);
    const turned = angle < arc.start - 1e-6 ? angle + 2 * Math.PI : angle;
    if (radius < band[0] - 1e-6 || radius > band[1] + 1e-6) return [`${id}: out of the ring`];
    if (turned < arc.start - 1e-6 || turned > arc.end + 1e-6) return [`${id}: out of the sector`];
    const least = Math.min(radius - band[0], band[1] - radius) * Math.min(frame.ax, frame.ay);
    const roomy = (band[1] - band[0]) * Math.min(frame.ax, frame.ay) > 2 * reach + 4 && arc.end - arc.start > 0.7;
    return roomy && least < reach - SLACK ? [`${id}: symbol over the ring's border`] : [];
  });
}

function overlaps(seen: readonly Seen[], symbolRadius: number): string[] {
  const faults: string[] = [];
  seen.forEach((a, at) => {
    for (const b of seen.slice(at + 1)) {
      if (a.byHand && b.byHand) continue;
      const pair = `${a.id} and ${b.id}`;
      if (Math.hypot(a.at.x - b.at.x, a.at.y - b.at.y) < 2 * symbolRadius - SLACK) faults.push(`${pair}: symbols`);
      if (a.label && discMeets(b.at, symbolRadius, boxOf(a))) faults.push(`${pair}: name over symbol`);
      if (b.label && discMeets(a.at, symbolRadius, boxOf(b))) faults.push(`${pair}: symbol under name`);
      if (a.label && b.label && boxesMeet(boxOf(a), boxOf(b))) faults.push(`${pair}: names`);
    }
  });
  return faults;
}

function strayNames({ frame, obstacles }: LayoutRequest, seen: readonly Seen[]): string[] {
  return seen.flatMap((person) => {
    if (!person.label) return [];
    const box = boxOf(person);
    const faults: string[] = [];
    if (box.x < -frame.halfWidth || box.x + box.width > frame.halfWidth) faults.push('beyond the side');
    if (box.y < -frame.halfHeight || box.y + box.height > frame.halfHeight) faults.push('beyond top or bottom');
    if (discMeets({ x: 0, y: 0 }, frame.radii[0] ?? 0, box)) faults.push('over ego');
    if (obstacles.some((obstacle) => boxesMeet(obstacle, box))) faults.push("over a field's or ring's name");
    return faults.map((fault) => `${person.id}: name ${fault}`);
  });
}

function boxOf({ at, label }: Seen): Box {
  const { x, y, width, height } = present(label).box;
  return { x: at.x + x, y: at.y + y, width, height };
}

const boxesMeet = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width - 1e-6 &&
  b.x < a.x + a.width - 1e-6 &&
  a.y < b.y + b.height - 1e-6 &&
  b.y < a.y + a.height - 1e-6;

function discMeets({ x, y }: { x: number; y: number }, radius: number, box: Box): boolean {
  const dx = Math.max(box.x - x, 0, x - box.x - box.width);
  const dy = Math.max(box.y - y, 0, y - box.y - box.height);
  return Math.hypot(dx, dy) < radius - 1e-6;
}
