import { Board } from './board.ts';
import type { Piece, Surroundings } from './board.ts';
import { latticeIn, marginIn, widestSymbol } from './cells.ts';
import type { CellShape } from './cells.ts';
import { crowdedLevel, SYMBOL_GAP } from './levels.ts';
import { misplaced } from './names.ts';
import type { VariantBook } from './pieces.ts';
import { snap } from './board.ts';
import type { Tie } from './propose.ts';

const LARGEST = 8;
const SMALLEST = 2;
/** Symbols in a cell this tight, seen as squares, still leave air between them. */
const FILL = 0.42;

/**
 * The picture of a map too full for all names at the smallest type: everybody's symbol, and the names that find room,
 * innermost ring first, then those with most ties. The others show on zooming in or on touching the person.
 */
export function arrangeCrowded(
  pieces: readonly Piece[],
  ties: readonly Tie[],
  book: VariantBook,
  around: Surroundings,
): Board {
  const level = crowdedLevel(crowdedRadius(pieces));
  placeSymbols(pieces, around, level.symbolRadius);
  book.open(pieces, level);
  for (const piece of pieces) piece.variant = null;
  const board = new Board(pieces, level, around, false);
  showNames(board, ties);
  return board;
}

/** A radius for everybody: what the fullest cell can hold. */
function crowdedRadius(pieces: readonly Piece[]): number {
  const counts = new Map<CellShape, number>();
  for (const { cell } of pieces) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  let radius = LARGEST;
  for (const [cell, count] of counts) {
    const even = FILL * Math.sqrt(cell.area / count);
    radius = Math.min(radius, even - (SYMBOL_GAP / 2) * Math.min(1, even / LARGEST), widestSymbol(cell));
  }
  return Math.max(SMALLEST, radius);
}

/** Everybody who cannot stand where they are goes to the nearest free place of their cell. */
function placeSymbols(pieces: readonly Piece[], around: Surroundings, radius: number): void {
  const homeless = misplaced(pieces, around, radius);
  const waiting = new Set(homeless);
  const standing = pieces.filter((piece) => !waiting.has(piece));
  const lattices = new Map<CellShape, { x: number; y: number; taken: boolean }[]>();
  for (const piece of homeless) {
    let points = lattices.get(piece.cell);
    if (!points) {
      const margin = marginIn(piece.cell, radius);
      points = latticeIn(piece.cell, 2 * radius + SYMBOL_GAP + 0.4, margin).map(({ x, y }) => ({ x, y, taken: false }));
      const apart = (2 * radius + SYMBOL_GAP) ** 2;
      for (const point of points) {
        point.taken = standing.some(({ x, y }) => (x - point.x) ** 2 + (y - point.y) ** 2 < apart);
      }
      lattices.set(piece.cell, points);
    }
    let nearest = Infinity;
    let best: { x: number; y: number; taken: boolean } | null = null;
    for (const point of points) {
      const distance = (point.x - piece.x) ** 2 + (point.y - piece.y) ** 2;
      if (point.taken || distance >= nearest) continue;
      nearest = distance;
      best = point;
    }
    if (!best) continue;
    best.taken = true;
    Object.assign(piece, snap(piece.cell, best.x, best.y));
  }
}

export function showNames(board: Board, ties: readonly Tie[]): void {
  const degrees = new Int32Array(board.pieces.length);
  for (const [a, b] of ties) {
    degrees[a] = (degrees[a] ?? 0) + 1;
    degrees[b] = (degrees[b] ?? 0) + 1;
  }
  const ringOf = ({ person }: Piece): number => (person.cell.ring === 'outside' ? 99 : person.cell.ring);
  const order = [...board.pieces].sort(
    (a, b) => ringOf(a) - ringOf(b) || (degrees[b.index] ?? 0) - (degrees[a.index] ?? 0) || a.index - b.index,
  );
  for (const piece of order) {
    if (piece.variant) continue;
    const found = piece.variants.find((variant) => board.fits(piece, piece.x, piece.y, variant));
    if (found) board.turn(piece, found);
  }
}
