import { mapPoint } from '../geometry/frame.ts';
import { lineMeetsBox } from '../geometry/segments.ts';
import { assignNames } from './assign.ts';
import { Board } from './board.ts';
import type { Piece, Surroundings } from './board.ts';
import { Buckets } from './buckets.ts';
import { marginIn, ROUNDING, wallDistance } from './cells.ts';
import type { Variant } from './labels.ts';
import type { Level } from './levels.ts';
import { copyPieces } from './pieces.ts';
import type { VariantBook } from './pieces.ts';
import type { Tie } from './propose.ts';
import { resolveClashes } from './resolve.ts';

/** Do the symbols of the layout's people fit their cells and keep clear of all other symbols? Two hands may overlap. */
export const symbolsStand = (pieces: readonly Piece[], around: Surroundings, level: Level): boolean =>
  misplaced(pieces, around, level, true).length === 0;

/** The layout's people who cannot stand where they stand. */
export function misplaced(
  pieces: readonly Piece[],
  { frame }: Surroundings,
  { symbolRadius, symbolGap }: Level,
  any = false,
): Piece[] {
  const apart = 2 * symbolRadius + symbolGap;
  const buckets = new Buckets(frame.halfWidth, frame.halfHeight, pieces.length);
  const bad: Piece[] = [];
  // Hands first: of two who overlap, the layout's person is the one to move.
  const order = [...pieces].sort((a, b) => Number(b.hold === 'hand') - Number(a.hold === 'hand'));
  for (const piece of order) {
    const { x, y, cell, hold, index } = piece;
    const bounds = { left: x - apart / 2, right: x + apart / 2, top: y - apart / 2, bottom: y + apart / 2 };
    if (hold !== 'hand') {
      const count = buckets.find(bounds.left, bounds.right, bounds.top, bounds.bottom);
      let clash = wallDistance(cell, x, y) < marginIn(cell, symbolRadius) - ROUNDING;
      for (let at = 0; at < count && !clash; at++) {
        const other = pieces[buckets.found[at] ?? 0];
        clash = other !== undefined && Math.hypot(other.x - x, other.y - y) < apart;
      }
      if (clash) {
        bad.push(piece);
        if (any) return bad;
        continue;
      }
    }
    buckets.add(index, bounds);
  }
  return bad;
}

/** Price of a way to write a name; null: of not writing it, Infinity when it must be. */
export type NamePrice = (piece: Piece, variant: Variant | null) => number;

/** Names for people who all have a place; null if not everybody's name fits at this level. */
export function fitNames(
  pieces: readonly Piece[],
  level: Level,
  book: VariantBook,
  around: Surroundings,
  price: NamePrice,
): Board | null {
  if (!symbolsStand(pieces, around, level)) return null;
  const named = copyPieces(pieces);
  book.open(named, level);
  const board = new Board(named, level, around, false);
  const assigned = assignNames(board, price);
  if (assigned === 'done') return board;
  return assigned === 'unknown' && turnUntilClear(board, price) ? board : null;
}

/** So many names depend on each other that not all choices can be tried: names are turned one by one until none clash. */
const turnUntilClear = (board: Board, price: NamePrice): boolean =>
  resolveClashes(board, {
    mayMove: () => false,
    home: ({ x, y }) => mapPoint(x, y),
    pull: () => 0,
    leave: () => 0,
    hide: (piece) => price(piece, null),
    lattice: () => [],
    steps: 20 * board.pieces.length,
    patience: 6 * board.pieces.length,
    allowance: { steps: Infinity },
  }) === 0;

const THROUGH_NAME = 0.12;
/** Where ties run everywhere, turning a name does not help. */
const MOST_COUNTED = 4;

/** Names stand on their best side, away from ties; `hide` is the price of leaving a name out. */
export function priceOfNames(
  ties: readonly Tie[],
  pieces: readonly Piece[],
  hide: (piece: Piece) => number,
): NamePrice {
  const lines = linesOf(ties, pieces);
  return (piece, variant) => {
    if (!variant) return hide(piece);
    const halfWidth = (variant.right - variant.left) / 2;
    const halfHeight = (variant.bottom - variant.top) / 2;
    const x = piece.x + variant.left + halfWidth;
    const y = piece.y + variant.top + halfHeight;
    let through = 0;
    for (let at = 0, tie = 0; tie < ties.length && through < MOST_COUNTED; tie++, at += 4) {
      const ax = lines[at] as number;
      const ay = lines[at + 1] as number;
      const bx = lines[at + 2] as number;
      const by = lines[at + 3] as number;
      if (!lineMeetsBox(ax, ay, bx, by, x, y, halfWidth, halfHeight)) continue;
      if (ties[tie]?.[0] !== piece.index && ties[tie]?.[1] !== piece.index) through += 1;
    }
    return variant.cost + THROUGH_NAME * through;
  };
}

/** From where to where each tie runs: four numbers each. */
function linesOf(ties: readonly Tie[], pieces: readonly Piece[]): Float64Array {
  const lines = new Float64Array(4 * ties.length);
  ties.forEach(([from, to], at) => {
    const a = pieces[from];
    const b = pieces[to];
    if (a && b) lines.set([a.x, a.y, b.x, b.y], 4 * at);
  });
  return lines;
}
