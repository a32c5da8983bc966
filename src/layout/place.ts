import { Board, snap } from './board.ts';
import type { Piece, Surroundings } from './board.ts';
import { clampIntoCell, latticeIn, marginIn, ROUNDING, wallDistance } from './cells.ts';
import type { CellShape } from './cells.ts';
import type { Level } from './levels.ts';
import { fitNames } from './names.ts';
import { copyPieces, subset } from './pieces.ts';
import type { VariantBook } from './pieces.ts';
import { resolveClashes } from './resolve.ts';
import type { Allowance } from './resolve.ts';
import type { MapPoint } from '../geometry/frame.ts';

const LATTICE_STEP = 7;

/** What an attempt at a level may do. */
export type Attempt = { readonly level: Level; readonly moveKept: boolean };

/**
 * Finds places for the people without one, from where they stand now (the proposal), at a level; with `moveKept` others
 * give way, as few and as little as possible. No board when not everybody's symbol and name fits, but how many do not.
 */
export function placeAll(
  proposal: readonly Piece[],
  { level, moveKept }: Attempt,
  book: VariantBook,
  around: Surroundings,
  hide: (piece: Piece) => number,
  allowance: Allowance,
): { board: Board | null; left: number } {
  const pieces = copyPieces(proposal);
  book.open(pieces, level);
  // Names of which those who have a place are in nobody's way: then only what is new is, and few have to move.
  const kept = subset(pieces, ({ hold }) => moveKept && hold === 'kept');
  const named = fitNames(kept, level, book, around, (_, variant) => variant?.cost ?? Infinity);
  for (const { person, variant } of named?.pieces ?? []) {
    for (const piece of pieces) if (piece.person === person) piece.variant = variant;
  }
  const homes = pieces.map(({ x, y }) => ({ x, y }) as MapPoint);
  for (const piece of pieces) {
    if (piece.hold === 'hand' || (piece.hold === 'kept' && !moveKept)) continue;
    bringInside(piece, level.symbolRadius);
  }
  const board = new Board(pieces, level, around);
  const left = resolveClashes(board, {
    mayMove: ({ hold }) => hold === 'free' || (moveKept && hold === 'kept'),
    home: ({ index, cell }) => homes[index] ?? cell.centre,
    pull: ({ hold }) => (hold === 'free' ? 0.01 : 0.05),
    leave: ({ hold }) => (hold === 'free' ? 0 : 4),
    hide,
    lattice: lattices(level.symbolRadius),
    steps: 200 + 12 * pieces.length,
    patience: 80 + 3 * pieces.length,
    allowance,
  });
  return { board: left > 0 ? null : board, left };
}

/** A symbol that sticks out of its cell comes in by the shortest way; who is inside stays to the last decimal. */
function bringInside(piece: Piece, radius: number): void {
  const { cell, x, y } = piece;
  const margin = marginIn(cell, radius);
  if (piece.hold === 'kept' && wallDistance(cell, x, y) >= margin - ROUNDING) return;
  const inside = clampIntoCell(cell, x, y, margin);
  Object.assign(piece, snap(cell, inside.x, inside.y));
}

function lattices(radius: number): (cell: CellShape) => readonly MapPoint[] {
  const known = new Map<CellShape, readonly MapPoint[]>();
  return (cell) => {
    const points = known.get(cell) ?? latticeIn(cell, LATTICE_STEP, marginIn(cell, radius));
    known.set(cell, points);
    return points;
  };
}
