// The largest upright rectangle in a cell, found by growing from a few places in it.
import type { Cells } from '../contract.ts';
import type { Cell } from './common.ts';

export type Room = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

const STARTS = 7;
const STEP = 4;
const SIDES = ['left', 'top', 'right', 'bottom'] as const;

export function roomIn(cell: Cell, { cx, cy }: Cells): Room {
  let best: Room = { left: 0, top: 0, right: 0, bottom: 0 };
  for (let out = 1; out <= STARTS; out++) {
    for (let along = 1; along <= STARTS; along++) {
      const radius = cell.inner + ((cell.outer - cell.inner) * out) / (STARTS + 1);
      const angle = cell.a0 + ((cell.a1 - cell.a0) * along) / (STARTS + 1);
      const room = grow(cell, radius * Math.cos(angle), radius * Math.sin(angle));
      if (area(room) > area(best)) best = room;
    }
  }
  return { left: best.left + cx, right: best.right + cx, top: best.top + cy, bottom: best.bottom + cy };
}

const area = ({ left, top, right, bottom }: Room): number => (right - left) * (bottom - top);

function grow(cell: Cell, x: number, y: number): Room {
  let room: Room = { left: x, top: y, right: x, bottom: y };
  for (let grows = true; grows;) {
    grows = false;
    for (const side of SIDES) {
      const way = side === 'left' || side === 'top' ? -STEP : STEP;
      const next = { ...room, [side]: room[side] + way };
      if (!isInside(cell, next)) continue;
      room = next;
      grows = true;
    }
  }
  return room;
}

/** Points along the four sides are all in the cell. */
function isInside(cell: Cell, { left, top, right, bottom }: Room): boolean {
  return [0, 0.25, 0.5, 0.75, 1].every((share) => {
    const x = left + (right - left) * share;
    const y = top + (bottom - top) * share;
    return [
      [x, top],
      [x, bottom],
      [left, y],
      [right, y],
    ].every(([px = 0, py = 0]) => isPointInside(cell, px, py));
  });
}

function isPointInside({ inner, outer, a0, a1 }: Cell, x: number, y: number): boolean {
  const radius = Math.hypot(x, y);
  let angle = Math.atan2(y, x);
  while (angle < a0) angle += 2 * Math.PI;
  return radius >= inner + 2 && radius <= outer - 2 && angle <= a1;
}
