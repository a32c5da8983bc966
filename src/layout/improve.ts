import { snap } from './board.ts';
import type { Board, Piece, Surroundings } from './board.ts';
import { clampIntoCell, marginIn, ROUNDING, wallDistance } from './cells.ts';
import { Cost } from './cost.ts';
import type { Variant } from './labels.ts';
import type { Tie } from './propose.ts';
import { createRandom, randomIndex } from './random.ts';

/** Work that may be spent on one picture, counted in comparisons of two lines or two people, not in time. */
const LEAST_BUDGET = 30_000_000;
const BUDGET_EACH = 600_000;
const MOST_MOVES_EACH = 320;
const HOT = 0.7;
const COLD = 0.004;

export type ImprovePicture = typeof improvePicture;

/**
 * Makes a picture calmer without ever letting it clash: simulated annealing over places, exchanges within a cell and sides
 * of names (Christensen, Marks & Shieber 1995, who could move names only), then everybody to the best place near theirs.
 * Only those in `movers` move.
 */
export function improvePicture(
  board: Board,
  movers: readonly Piece[],
  ties: readonly Tie[],
  around: Surroundings,
): void {
  if (movers.length === 0) return;
  const search = new Search(board, movers, new Cost(board, ties, around));
  const perMove = movers.reduce((sum, piece) => sum + 2 * search.cost.workFor(piece), 0) / movers.length;
  const moves = Math.min(
    MOST_MOVES_EACH * movers.length,
    Math.floor(Math.max(LEAST_BUDGET, BUDGET_EACH * movers.length) / perMove),
  );
  for (let move = 0; move < moves; move++) search.tryMove(1 - move / moves);
  for (const reach of [9, 4, 2]) search.settle(reach);
}

class Search {
  readonly cost: Cost;
  readonly #board: Board;
  readonly #movers: readonly Piece[];
  readonly #mates: ReadonlyMap<Piece, readonly Piece[]>;
  readonly #margins: ReadonlyMap<Piece, number>;
  readonly #random: () => number;
  /** Costs as people stand now, by index; all forgotten when somebody moves. */
  readonly #known: (number | undefined)[] = [];

  constructor(board: Board, movers: readonly Piece[], cost: Cost) {
    this.#board = board;
    this.#movers = movers;
    this.cost = cost;
    this.#random = createRandom(movers.length * 17 + 3);
    this.#mates = new Map(
      movers.map((piece) => [piece, movers.filter((other) => other !== piece && other.cell === piece.cell)]),
    );
    this.#margins = new Map(movers.map((piece) => [piece, marginIn(piece.cell, board.level.symbolRadius)]));
  }

  /** One random change; kept when it is better, or sometimes while the search is still warm (1 at first, 0 in the end). */
  tryMove(warmth: number): void {
    const piece = this.#movers[randomIndex(this.#random, this.#movers.length)];
    if (!piece) return;
    const heat = HOT * warmth ** 3 + COLD;
    const kind = this.#random();
    const mates = this.#mates.get(piece) ?? [];
    if (kind < 0.3 && mates.length > 0) {
      const mate = mates[randomIndex(this.#random, mates.length)];
      if (mate) this.#exchange(piece, mate, heat);
    } else if (kind < 0.42) this.#turn(piece, heat);
    else this.#step(piece, heat, kind < 0.6 ? 1 : 0.06 + 0.3 * warmth);
  }

  /** The dearest that a change may be to be kept, drawn beforehand so that adding up can stop there. */
  #limit(before: number, heat: number): number {
    return before - (heat > 0 ? heat * Math.log(this.#random()) : 1e-9);
  }

  #costNow(piece: Piece): number {
    const known = this.#known[piece.index];
    if (known !== undefined) return known;
    const cost = this.cost.of(piece, piece.x, piece.y, piece.variant, Infinity);
    this.#known[piece.index] = cost;
    return cost;
  }

  #step(piece: Piece, heat: number, reach: number): void {
    const { cell } = piece;
    const size = Math.sqrt(cell.area) * reach;
    const angle = 2 * Math.PI * this.#random();
    const far = size * Math.sqrt(this.#random());
    this.#tryAt(piece, piece.x + far * Math.cos(angle), piece.y + far * Math.sin(angle), heat);
  }

  #tryAt(piece: Piece, wantedX: number, wantedY: number, heat: number): void {
    const margin = this.#margins.get(piece) ?? 0;
    const inside = clampIntoCell(piece.cell, wantedX, wantedY, margin);
    const { spot, x, y } = snap(piece.cell, inside.x, inside.y);
    if (wallDistance(piece.cell, x, y) < margin - ROUNDING) return;
    const variant = this.#board.firstThatFits(piece, x, y);
    if (variant === undefined) return;
    const limit = this.#limit(this.#costNow(piece), heat);
    if (this.cost.of(piece, x, y, variant, limit) > limit) return;
    this.#board.move(piece, spot, variant);
    this.#known.length = 0;
  }

  #turn(piece: Piece, heat: number): void {
    const { x, y, variants } = piece;
    const variant = variants[randomIndex(this.#random, variants.length)];
    if (!variant || variant === piece.variant || !fits(this.#board, piece, x, y, variant)) return;
    const limit = this.#limit(this.#costNow(piece), heat);
    if (this.cost.of(piece, x, y, variant, limit) > limit) return;
    this.#board.turn(piece, variant);
    this.#known.length = 0;
  }

  /** Two people of a cell change places; back again when a name does not fit or it is not worth it. */
  #exchange(a: Piece, b: Piece, heat: number): void {
    const board = this.#board;
    const old = { a: a.spot, b: b.spot, nameA: a.variant, nameB: b.variant };
    const limit = this.#limit(this.#costNow(a) + this.#costNow(b), heat);
    board.move(a, old.b, null);
    board.move(b, old.a, null);
    const nameA = this.#board.firstThatFits(a, a.x, a.y);
    if (nameA !== undefined) board.turn(a, nameA);
    const nameB = nameA === undefined ? undefined : this.#board.firstThatFits(b, b.x, b.y);
    if (nameB !== undefined) {
      board.turn(b, nameB);
      const costA = this.cost.of(a, a.x, a.y, a.variant, limit);
      if (costA <= limit && costA + this.cost.of(b, b.x, b.y, b.variant, limit - costA) <= limit) {
        this.#known.length = 0;
        return;
      }
    }
    board.move(a, old.a, old.nameA);
    board.move(b, old.b, old.nameB);
  }

  /** Everybody in turn: a little in each of eight directions, as long as it gets better; names back to their best side. */
  settle(reach: number): void {
    for (const piece of this.#movers) {
      for (let direction = 0; direction < 8; direction++) {
        const angle = (direction * Math.PI) / 4;
        this.#tryAt(piece, piece.x + reach * Math.cos(angle), piece.y + reach * Math.sin(angle), 0);
      }
    }
  }
}

const fits = (board: Board, piece: Piece, x: number, y: number, variant: Variant): boolean =>
  !board.blocked(x, y, variant) &&
  board.symbolClashes(piece, x, y, null, 0) === 0 &&
  board.nameClashes(piece, x, y, variant, null, 0) === 0;
