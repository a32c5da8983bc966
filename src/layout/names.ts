import { mapPoint } from '../geometry/frame.ts';
import { Lines, type MiddleBox } from '../geometry/lines.ts';
import { assignNames } from './assign.ts';
import { Board } from './board.ts';
import type { Piece, Surroundings } from './board.ts';
import { type Bounds, boundsOf, Buckets } from './buckets.ts';
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

/** Names stand on their best side, all of them. */
export const bySide: NamePrice = (_, variant) => variant?.cost ?? Infinity;

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
  const lines = new Lines(ties.map(([from, to]) => [pieces[from] as Piece, pieces[to] as Piece]));
  let asked: Piece | null = null;
  let near: readonly number[] = [];
  return (piece, variant) => {
    if (!variant) return hide(piece);
    if (piece !== asked) {
      // The ties of others that pass where the name could stand, whatever its side: most of all ties pass nowhere near.
      const passing = lines.through(boxAt(piece, boundsOf(piece.variants)));
      near = passing.filter((tie) => !ties[tie]?.includes(piece.index));
    }
    asked = piece;
    const box = boxAt(piece, variant);
    let through = 0;
    for (let at = 0; at < near.length && through < MOST_COUNTED; at++) {
      if (lines.meets(near[at] ?? 0, box)) through += 1;
    }
    return variant.cost + THROUGH_NAME * through;
  };
}

/** A box that is given from where somebody stands. */
const boxAt = ({ x, y }: Piece, { left, right, top, bottom }: Bounds): MiddleBox => [
  x + left + (right - left) / 2,
  y + top + (bottom - top) / 2,
  (right - left) / 2,
  (bottom - top) / 2,
];
