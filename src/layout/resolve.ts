import { snap } from './board.ts';
import type { Board, Piece } from './board.ts';
import { clampIntoCell, marginIn, ROUNDING, wallDistance } from './cells.ts';
import type { CellShape } from './cells.ts';
import type { Variant } from './labels.ts';
import { createRandom, randomIndex } from './random.ts';
import type { MapPoint } from '../geometry/frame.ts';
import type { Spot } from '../model/types.ts';

/** What may be changed to make everybody fit. */
export type Freedom = {
  /** May this person be moved? Names may always be turned. */
  readonly mayMove: (piece: Piece) => boolean;
  /** Where they would like to stand, and the price of a pixel away from it. */
  readonly home: (piece: Piece) => MapPoint;
  readonly pull: (piece: Piece) => number;
  /** Price of leaving home at all. */
  readonly leave: (piece: Piece) => number;
  /** Price of not showing the name; Infinity: it must be shown. */
  readonly hide: (piece: Piece) => number;
  /** Points of a cell where symbols may stand. */
  readonly lattice: (cell: CellShape) => readonly MapPoint[];
  /** How many times somebody may be given another place before it is given up. */
  readonly steps: number;
  /** … and how many times in vain. */
  readonly patience: number;
  /** Steps left for this picture, over all attempts. */
  readonly allowance: Allowance;
};
export type Allowance = { steps: number };

type Option = { x: number; y: number; variant: Variant | null; price: number };

const CLASH = 4;
/** No clash, however often it has come back, is worse than a name over ego or beyond the paper. */
const BLOCKED = 1e6;
/** Nothing much better can be found: nothing clashes, and it is near. */
const GOOD = 0.3;
const NEAR = 10;
const ANYWHERE = 16;

/**
 * Removes clashes one person at a time: somebody who is in the way takes the place and the side of the name where least is
 * in the way; a clash that stays gets heavier, until somebody else gives way (min-conflicts with weights, Morris 1993).
 * Answers how many still clash: 0 is success.
 */
export function resolveClashes(board: Board, freedom: Freedom): number {
  const { pieces } = board;
  const random = createRandom(pieces.length * 31 + 7);
  const weights = new Float64Array(pieces.length ** 2).fill(1);
  const weigh = (a: number, b: number): number => weights[a * pieces.length + b] as number;
  const unsettled = new Unsettled(board);
  const { list } = unsettled;
  let fewest = list.length;
  let fewestAt = 0;
  for (let step = 0; step < freedom.steps && list.length > 0; step++) {
    if (freedom.allowance.steps-- <= 0) return fewest;
    if (list.length < fewest) {
      fewest = list.length;
      fewestAt = step;
    } else if (step - fewestAt > freedom.patience) return fewest;
    const piece = list[randomIndex(random, list.length)];
    if (!piece) break;
    const best = bestOption(board, piece, freedom, weigh, random);
    const stays = best.x === piece.x && best.y === piece.y;
    if (stays && best.variant === piece.variant) {
      for (const { index } of board.clashesWith(piece)) {
        const heavier = weigh(piece.index, index) + 1;
        weights[piece.index * pieces.length + index] = weights[index * pieces.length + piece.index] = heavier;
      }
    } else unsettled.move(piece, stays ? piece.spot : snap(piece.cell, best.x, best.y).spot, best.variant);
  }
  return list.length;
}

/** Who clashes with somebody, kept up to date by counting only what begins and ends with a change. */
class Unsettled {
  readonly #board: Board;
  readonly list: Piece[] = [];
  /** With how many others each person clashes; 1 more for a name that may not stand where it stands. */
  readonly #clashes: Int32Array;

  constructor(board: Board) {
    this.#board = board;
    this.#clashes = Int32Array.from(board.pieces, (piece) => this.#countOf(piece));
    this.#check(board.pieces.map(({ index }) => index));
  }

  move(piece: Piece, spot: Spot, variant: Variant | null): void {
    const before = this.#board.near(piece);
    this.#add(piece, -1);
    this.#board.move(piece, spot, variant);
    this.#add(piece, 1);
    this.#clashes[piece.index] = this.#countOf(piece);
    this.#check(before);
    this.#check(this.#board.near(piece));
  }

  #countOf(piece: Piece): number {
    return this.#board.clashesWith(piece).length + Number(this.#board.blocked(piece.x, piece.y, piece.variant));
  }

  #add(piece: Piece, by: number): void {
    for (const { index } of this.#board.clashesWith(piece))
      this.#clashes[index] = (this.#clashes[index] as number) + by;
  }

  #check(indexes: readonly number[]): void {
    for (const index of indexes) {
      const piece = this.#board.pieces[index];
      if (!piece) continue;
      const at = this.list.indexOf(piece);
      const stands = this.#clashes[index] === 0;
      if (stands && at >= 0) this.list.splice(at, 1);
      else if (!stands && at < 0) this.list.push(piece);
    }
  }
}

function bestOption(
  board: Board,
  piece: Piece,
  freedom: Freedom,
  weigh: (a: number, b: number) => number,
  random: () => number,
): Option {
  const hide = piece.variants.length === 0 ? 0 : freedom.hide(piece);
  const variants: readonly (Variant | null)[] = hide < Infinity ? [...piece.variants, null] : piece.variants;
  let best: Option = { x: piece.x, y: piece.y, variant: piece.variant, price: Infinity };
  for (const { x, y } of placesFor(board, piece, freedom, random)) {
    const away = priceOfPlace(piece, x, y, freedom);
    if (away >= best.price) continue;
    const place = away + CLASH * board.symbolClashes(piece, x, y, weigh, (best.price - away) / CLASH);
    for (const variant of variants) {
      const soft = place + (variant ? variant.cost : hide);
      if (soft >= best.price) continue;
      const blocked = board.blocked(x, y, variant) ? BLOCKED : 0;
      if (soft + blocked >= best.price) continue;
      const limit = (best.price - soft - blocked) / CLASH;
      const clashes = variant ? board.nameClashes(piece, x, y, variant, weigh, limit) : 0;
      const price = soft + blocked + CLASH * clashes;
      if (price < best.price) best = { x, y, variant, price };
    }
    if (best.price < GOOD) return best;
  }
  return best;
}

function priceOfPlace(piece: Piece, x: number, y: number, freedom: Freedom): number {
  const home = freedom.home(piece);
  const away = Math.hypot(x - home.x, y - home.y);
  return away < 0.5 ? 0 : freedom.leave(piece) + away * freedom.pull(piece);
}

/** Where somebody could stand: here, at home, near here, anywhere in the cell. */
function placesFor(board: Board, piece: Piece, freedom: Freedom, random: () => number): { x: number; y: number }[] {
  const places: { x: number; y: number }[] = [{ x: piece.x, y: piece.y }];
  if (!freedom.mayMove(piece)) return places;
  const margin = marginIn(piece.cell, board.level.symbolRadius);
  const home = freedom.home(piece);
  const tryAt = (x: number, y: number): void => {
    const at = snap(piece.cell, x, y);
    if (wallDistance(piece.cell, at.x, at.y) >= margin - ROUNDING) places.push(at);
  };
  tryAt(home.x, home.y);
  const step = 6 + 24 * random();
  for (let at = 0; at < NEAR; at++) {
    const angle = (2 * Math.PI * (at + random())) / NEAR;
    const inside = clampIntoCell(
      piece.cell,
      piece.x + step * Math.cos(angle),
      piece.y + step * Math.sin(angle),
      margin,
    );
    tryAt(inside.x, inside.y);
  }
  const lattice = freedom.lattice(piece.cell);
  for (let at = 0; at < ANYWHERE && lattice.length > 0; at++) {
    const point = lattice[randomIndex(random, lattice.length)];
    if (point) tryAt(point.x, point.y);
  }
  return places;
}
