import { Board, snap } from './board.ts';
import type { Piece, Surroundings } from './board.ts';
import { latticeIn, marginIn, widestSymbol } from './cells.ts';
import { crowdedLevel, SMALLEST_SYMBOL } from './levels.ts';
import type { Level } from './levels.ts';
import { misplaced } from './names.ts';
import type { VariantBook } from './pieces.ts';
import type { Tie } from './propose.ts';
import { inCells } from './spread.ts';

const LARGEST = 8;
/** Radius of a symbol, as a share of the side of the square that each may have to itself. */
const FILL = 0.33;
const SMALLER = 0.84;

/** Sizes for a map too full for all names, the largest first: what the fullest cell can hold, and less. */
export function crowdedLevels(pieces: readonly Piece[]): Level[] {
  let radius = LARGEST;
  for (const [cell, { length }] of inCells(pieces)) {
    radius = Math.min(radius, FILL * Math.sqrt(cell.area / length), widestSymbol(cell) - 1);
  }
  const levels: Level[] = [];
  for (; radius > SMALLEST_SYMBOL; radius *= SMALLER) levels.push(crowdedLevel(radius));
  levels.push(crowdedLevel(SMALLEST_SYMBOL));
  return levels;
}

/**
 * Which names go first when not all can be shown: the innermost rings', then those with many ties. A price to pay for
 * leaving one out, from about 2 to 5.
 */
export function priceOfHiding(pieces: readonly Piece[], ties: readonly Tie[]): (piece: Piece) => number {
  const degrees = new Int32Array(pieces.length);
  for (const [a, b] of ties) {
    degrees[a] = (degrees[a] ?? 0) + 1;
    degrees[b] = (degrees[b] ?? 0) + 1;
  }
  const most = Math.max(1, ...degrees);
  return ({ person, index }) => {
    const { ring } = person.cell;
    return 5 - (ring === 'outside' ? 3 : 0.8 * Math.min(3, ring)) + (0.5 * (degrees[index] ?? 0)) / most;
  };
}

/** Puts everybody who cannot stand where they are on the nearest free place of their cell; false when there is none. */
export function placeSymbols(pieces: readonly Piece[], around: Surroundings, level: Level): boolean {
  const apart = 2 * level.symbolRadius + level.symbolGap;
  for (const piece of pieces) {
    if (piece.hold === 'free') Object.assign(piece, snap(piece.cell, piece.x, piece.y));
  }
  const homeless = misplaced(pieces, around, level);
  const standing = new Set(pieces);
  for (const piece of homeless) standing.delete(piece);
  for (const [cell, list] of inCells(homeless)) {
    const points = latticeIn(cell, apart + 0.3, marginIn(cell, level.symbolRadius));
    const free = points.filter((point) => !anyWithin(standing, point, apart));
    if (!list.every((piece) => settleNearest(piece, free))) return false;
  }
  return true;
}

function anyWithin(pieces: Iterable<Piece>, { x, y }: { x: number; y: number }, apart: number): boolean {
  for (const piece of pieces) if ((piece.x - x) ** 2 + (piece.y - y) ** 2 < apart * apart) return true;
  return false;
}

function settleNearest(piece: Piece, free: { x: number; y: number }[]): boolean {
  let nearest = Infinity;
  let best = -1;
  free.forEach(({ x, y }, at) => {
    const distance = (x - piece.x) ** 2 + (y - piece.y) ** 2;
    if (distance >= nearest) return;
    nearest = distance;
    best = at;
  });
  const [taken] = best < 0 ? [] : free.splice(best, 1);
  if (!taken) return false;
  Object.assign(piece, snap(piece.cell, taken.x, taken.y));
  return true;
}

/** Names for people who all have a place, as many as find room, the dearest to leave out first. */
export function showSomeNames(
  pieces: readonly Piece[],
  level: Level,
  book: VariantBook,
  around: Surroundings,
  hiding: (piece: Piece) => number,
): Board {
  book.open(pieces, level);
  for (const piece of pieces) piece.variant = null;
  const board = new Board(pieces, level, around, false);
  const order = [...pieces].sort((a, b) => hiding(b) - hiding(a) || a.index - b.index);
  for (const piece of order) {
    const found = board.firstThatFits(piece, piece.x, piece.y);
    if (found) board.turn(piece, found);
  }
  return board;
}
