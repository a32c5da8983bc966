import { Board, snap } from './board.ts';
import type { Piece, Surroundings } from './board.ts';
import { clampIntoCell, latticeIn, marginIn, ROUNDING, wallDistance } from './cells.ts';
import type { CellShape } from './cells.ts';
import type { Level } from './levels.ts';
import { bySide, fitNames } from './names.ts';
import { copyPieces, subset } from './pieces.ts';
import type { VariantBook } from './pieces.ts';
import { resolveClashes } from './resolve.ts';
import type { Allowance } from './resolve.ts';
import type { MapPoint } from '../geometry/frame.ts';

const LATTICE_STEP = 7;
/** Price of leaving home for people who have a place. So dear that few do, … */
const LEAVE_DEARLY = 24;
/** … as long as that may find a way; */
const DEAR_STEPS = 800;
/** then so that a way is found. */
const LEAVE = 4;

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
  const start = copyPieces(proposal);
  book.open(start, level);
  // Names of which those who have a place are in nobody's way: then only what is new is, and few have to move.
  const isKept = ({ hold }: Piece): boolean => hold === 'kept';
  const kept = start.filter(isKept);
  const named = fitNames(subset(start, isKept), level, book, around, bySide);
  for (const [at, piece] of kept.entries()) piece.variant = named?.pieces[at]?.variant ?? piece.variant;
  const homes = start.map(({ x, y }) => ({ x, y }) as MapPoint);
  const mayMove = (piece: Piece): boolean => piece.hold === 'free' || (moveKept && isKept(piece));
  for (const piece of start) if (mayMove(piece)) bringInside(piece, level.symbolRadius);
  const lattice = lattices(level.symbolRadius);
  const resolve = (leave: number, limit: Allowance): { board: Board | null; left: number } => {
    const board = new Board(copyPieces(start), level, around);
    const left = resolveClashes(board, {
      mayMove,
      home: ({ index, cell }) => homes[index] ?? cell.centre,
      pull: ({ hold }) => (hold === 'free' ? 0.01 : 0.05),
      leave: ({ hold }) => (hold === 'free' ? 0 : leave),
      hide,
      lattice,
      steps: 200 + 12 * start.length,
      patience: 80 + 3 * start.length,
      allowance: limit,
    });
    return { board: left > 0 ? null : board, left };
  };
  const sparing = moveKept && named && kept.length > 0 ? resolve(LEAVE_DEARLY, { steps: DEAR_STEPS }) : null;
  return sparing?.board ? sparing : resolve(LEAVE, allowance);
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
