import type { Piece } from './board.ts';
import { latticeIn } from './cells.ts';
import type { CellShape } from './cells.ts';

/** Fewer rounds for many people, so that the work grows no faster than they do. */
const roundsFor = (people: number): number => Math.max(4, Math.min(14, Math.floor(900 / people)));
/** Names are wide: two people beside each other need so much more room than two above each other. */
export const WIDER = 1.3;
const POINTS = 320;

/**
 * Spreads the people without a place evenly over their cell, those with a place standing still: each goes to the middle
 * of what is nearer to them than to anybody else in the cell, again and again (Lloyd 1982). Who stands beside whom stays
 * as the forces proposed it.
 */
export function spreadEvenly(pieces: readonly Piece[], margin: number): void {
  for (const [cell, list] of inCells(pieces)) {
    if (list.some(({ hold }) => hold === 'free')) spreadCell(cell, list, margin);
  }
}

/** Who stands in which cell. */
export function inCells<One extends { readonly cell: CellShape }>(all: readonly One[]): Map<CellShape, One[]> {
  const cells = new Map<CellShape, One[]>();
  for (const one of all) {
    const list = cells.get(one.cell);
    if (list) list.push(one);
    else cells.set(one.cell, [one]);
  }
  return cells;
}

function spreadCell(cell: CellShape, pieces: readonly Piece[], margin: number): void {
  const count = Math.max(POINTS, pieces.length * 12);
  const points = latticeIn(cell, Math.sqrt(cell.area / count), margin);
  if (points.length === 0) return;
  for (let round = roundsFor(pieces.length); round > 0; round--) {
    const sums = pieces.map(({ x, y }) => ({ atX: x, atY: y, x: 0, y: 0, count: 0 }));
    let sum = sums[0] as Sum;
    for (const { x, y } of points) {
      sum = nearest(sums, x, y, sum);
      sum.x += x;
      sum.y += y;
      sum.count += 1;
    }
    pieces.forEach((piece, at) => {
      const sum = sums[at];
      if (piece.hold !== 'free' || !sum) return;
      // Whoever stands exactly behind somebody else owns no point: to some other place in the cell.
      const { x, y } = (sum.count > 0 ? sum : points[(at * 97) % points.length]) ?? piece;
      const share = sum.count || 1;
      piece.x = x / share;
      piece.y = y / share;
    });
  }
}

/** Plain numbers: this is asked for every point in every round. */
type Sum = { readonly atX: number; readonly atY: number; x: number; y: number; count: number };

/** Mostly whoever was nearest to the point before: then the others are only found to be further away. */
function nearest(sums: readonly Sum[], x: number, y: number, guess: Sum): Sum {
  let best = guess;
  let least = distance2(guess, x, y);
  for (const sum of sums) {
    const dy = sum.atY - y;
    if (dy * dy >= least) continue;
    const distance = distance2(sum, x, y);
    if (distance >= least) continue;
    least = distance;
    best = sum;
  }
  return best;
}

function distance2({ atX, atY }: Sum, x: number, y: number): number {
  const dx = (atX - x) / WIDER;
  const dy = atY - y;
  return dx * dx + dy * dy;
}
