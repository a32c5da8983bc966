import { mapPoint } from '../geometry/frame.ts';
import { Board } from './board.ts';
import type { Piece, Surroundings } from './board.ts';
import { Buckets } from './buckets.ts';
import { marginIn, ROUNDING, wallDistance } from './cells.ts';
import { SYMBOL_GAP } from './levels.ts';
import type { Level } from './levels.ts';
import { copyPieces } from './pieces.ts';
import type { VariantBook } from './pieces.ts';
import { resolveClashes } from './resolve.ts';
import type { Freedom } from './resolve.ts';

/** Names only: nobody moves. */
export const NAMES_ONLY = {
  mayMove: () => false,
  home: ({ x, y }: Piece) => mapPoint(x, y),
  pull: () => 0,
  leave: () => 0,
  hide: () => Infinity,
  lattice: () => [],
} as const;

/** Do the symbols of the layout's people fit their cells and keep clear of all other symbols? Two hands may overlap. */
export const symbolsStand = (pieces: readonly Piece[], around: Surroundings, radius: number): boolean =>
  misplaced(pieces, around, radius, true).length === 0;

/** The layout's people who cannot stand where they stand. */
export function misplaced(pieces: readonly Piece[], { frame }: Surroundings, radius: number, any = false): Piece[] {
  const apart = 2 * radius + SYMBOL_GAP;
  const buckets = new Buckets(frame.halfWidth, frame.halfHeight, pieces.length);
  const bad: Piece[] = [];
  // Hands first: of two who overlap, the layout's person is the one to move.
  const order = [...pieces].sort((a, b) => Number(b.hold === 'hand') - Number(a.hold === 'hand'));
  for (const piece of order) {
    const { x, y, cell, hold, index } = piece;
    const bounds = { left: x - apart / 2, right: x + apart / 2, top: y - apart / 2, bottom: y + apart / 2 };
    if (hold !== 'hand') {
      const count = buckets.find(bounds.left, bounds.right, bounds.top, bounds.bottom);
      let clash = wallDistance(cell, x, y) < marginIn(cell, radius) - ROUNDING;
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

/** Names for people who all have a place; null if not everybody's name fits at this level. */
export function fitNames(
  pieces: readonly Piece[],
  level: Level,
  book: VariantBook,
  around: Surroundings,
  hide: Freedom['hide'] = NAMES_ONLY.hide,
): Board | null {
  if (!symbolsStand(pieces, around, level.symbolRadius)) return null;
  const named = copyPieces(pieces);
  book.open(named, level);
  const board = new Board(named, level, around, false);
  return resolveClashes(board, { ...NAMES_ONLY, hide, steps: 60 + 10 * pieces.length }) ? board : null;
}
