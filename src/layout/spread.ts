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
  const byCell = new Map<CellShape, Piece[]>();
  for (const piece of pieces) {
    const list = byCell.get(piece.cell);
    if (list) list.push(piece);
    else byCell.set(piece.cell, [piece]);
  }
  for (const [cell, list] of byCell) {
    if (list.some(({ hold }) => hold === 'free')) spreadCell(cell, list, margin);
  }
}

function spreadCell(cell: CellShape, pieces: readonly Piece[], margin: number): void {
  const count = Math.max(POINTS, pieces.length * 12);
  const points = latticeIn(cell, Math.sqrt(cell.area / count), margin);
  if (points.length === 0) return;
  const rounds = roundsFor(pieces.length);
  const sums = pieces.map(() => ({ x: 0, y: 0, count: 0 }));
  for (let round = 0; round < rounds; round++) {
    for (const sum of sums) sum.x = sum.y = sum.count = 0;
    for (const { x, y } of points) {
      const sum = sums[nearestPiece(pieces, x, y)];
      if (!sum) continue;
      sum.x += x;
      sum.y += y;
      sum.count += 1;
    }
    pieces.forEach((piece, at) => {
      const sum = sums[at];
      if (piece.hold !== 'free' || !sum) return;
      // Whoever stands exactly behind somebody else owns no point: to some other place in the cell.
      const other = points[(at * 97) % points.length];
      piece.x = sum.count > 0 ? sum.x / sum.count : (other?.x ?? piece.x);
      piece.y = sum.count > 0 ? sum.y / sum.count : (other?.y ?? piece.y);
    });
  }
}

function nearestPiece(pieces: readonly Piece[], x: number, y: number): number {
  let nearest = Infinity;
  let best = 0;
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at];
    if (!piece) continue;
    const dx = (piece.x - x) / WIDER;
    const dy = piece.y - y;
    const distance = dx * dx + dy * dy;
    if (distance < nearest) {
      nearest = distance;
      best = at;
    }
  }
  return best;
}
