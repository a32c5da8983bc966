import type { PersonToPlace } from '../geometry/arrangement.ts';
import { egoRadius } from '../geometry/frame.ts';
import type { Frame } from '../geometry/frame.ts';
import type { Spot } from '../model/types.ts';
import { Buckets } from './buckets.ts';
import { pointAtSpot, spotAt } from './cells.ts';
import type { CellShape } from './cells.ts';
import type { Variant } from './labels.ts';
import { OWN_GAP } from './levels.ts';
import type { Level } from './levels.ts';
import { discMeetsBox } from './obstacles.ts';
import type { Obstacles } from './obstacles.ts';

/** A person while the picture is being made. `hand`: never moves; `kept`: moves only to make room; `free`: has no place yet. */
export type Piece = {
  readonly index: number;
  readonly person: PersonToPlace;
  readonly cell: CellShape;
  readonly hold: 'hand' | 'kept' | 'free';
  variants: readonly Variant[];
  x: number;
  y: number;
  spot: Spot;
  variant: Variant | null;
};

/** What the names keep clear of besides each other. */
export type Surroundings = { readonly frame: Frame; readonly obstacles: Obstacles };

/** Weight of a clash between two people, by their indexes; all 1 unless clashes that keep coming back count more. */
export type Weigh = (a: number, b: number) => number;

/** A hand may put two people on top of each other; their names then only keep off the symbols themselves. */
const HANDS_CLEARANCE = OWN_GAP - 0.5;
const EDGE = 2;
const EGO_GAP = 3;

/** Everybody's symbol and name at one level, and who is in whose way. */
export class Board {
  readonly pieces: readonly Piece[];
  readonly level: Level;
  /** Where everybody stands, by index. */
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  readonly #around: Surroundings;
  readonly #buckets: Buckets;
  /** Symbols that stand fixed do not clash: nothing can be done about them. */
  readonly #symbolsCount: boolean;

  constructor(pieces: readonly Piece[], level: Level, around: Surroundings, symbolsCount = true) {
    this.pieces = pieces;
    this.level = level;
    this.xs = Float64Array.from(pieces, ({ x }) => x);
    this.ys = Float64Array.from(pieces, ({ y }) => y);
    this.#around = around;
    this.#symbolsCount = symbolsCount;
    this.#buckets = new Buckets(around.frame.halfWidth, around.frame.halfHeight, pieces.length);
    for (const piece of pieces) this.#buckets.add(piece.index, this.#bounds(piece));
  }

  #bounds({ x, y, variant }: Piece): { left: number; right: number; top: number; bottom: number } {
    const r = this.level.symbolRadius;
    return {
      left: x + Math.min(-r, variant?.left ?? 0),
      right: x + Math.max(r, variant?.right ?? 0),
      top: y + Math.min(-r, variant?.top ?? 0),
      bottom: y + Math.max(r, variant?.bottom ?? 0),
    };
  }

  /** Sets a person on a spot of the fine lattice that a file can hold. */
  move(piece: Piece, spot: Spot, variant: Variant | null): void {
    this.#buckets.remove(piece.index, this.#bounds(piece));
    const { x, y } = pointAtSpot(piece.cell, spot);
    piece.x = this.xs[piece.index] = x;
    piece.y = this.ys[piece.index] = y;
    piece.spot = spot;
    piece.variant = variant;
    this.#buckets.add(piece.index, this.#bounds(piece));
  }

  turn(piece: Piece, variant: Variant | null): void {
    this.move(piece, piece.spot, variant);
  }

  /** Would the name leave the paper, or lie over ego or over a name on the rim? */
  blocked(x: number, y: number, variant: Variant | null): boolean {
    if (!variant) return false;
    const { frame, obstacles } = this.#around;
    const left = x + variant.left;
    const right = x + variant.right;
    const top = y + variant.top;
    const bottom = y + variant.bottom;
    if (left < EDGE - frame.halfWidth || right > frame.halfWidth - EDGE) return true;
    if (top < EDGE - frame.halfHeight || bottom > frame.halfHeight - EDGE) return true;
    if (discMeetsBox(0, 0, egoRadius(frame) + EGO_GAP, left, right, top, bottom)) return true;
    return obstacles.meet(left, right, top, bottom);
  }

  /** What is in the way of the symbol of a person standing at a point; stops counting past `limit`. */
  symbolClashes(piece: Piece, x: number, y: number, weigh: Weigh | null, limit: number): number {
    const { symbolRadius, clearance, symbolGap } = this.level;
    const far = symbolRadius + Math.max(clearance, symbolGap);
    const count = this.#buckets.find(x - far, x + far, y - far, y + far);
    let sum = 0;
    for (let at = 0; at < count && sum <= limit; at++) {
      const other = this.pieces[this.#buckets.found[at] as number] as Piece;
      const between = other === piece ? 0 : this.#onSymbol(piece, x, y, other);
      if (between > 0) sum += weigh ? between * weigh(piece.index, other.index) : between;
    }
    return sum;
  }

  /** What is in the way of the name alone. */
  nameClashes(piece: Piece, x: number, y: number, mine: Variant, weigh: Weigh | null, limit: number): number {
    const far = Math.max(this.level.clearance, this.level.gapX);
    const { left, right, top, bottom } = mine;
    const count = this.#buckets.find(x + left - far, x + right + far, y + top - far, y + bottom + far);
    let sum = 0;
    for (let at = 0; at < count && sum <= limit; at++) {
      const other = this.pieces[this.#buckets.found[at] as number] as Piece;
      const between = other === piece ? 0 : this.#onName(piece, x, y, mine, other);
      if (between > 0) sum += weigh ? between * weigh(piece.index, other.index) : between;
    }
    return sum;
  }

  /** Somebody else's symbol, and their name, on the symbol of a person standing at a point. */
  #onSymbol(piece: Piece, x: number, y: number, { index, hold, variant }: Piece): number {
    const { symbolRadius, symbolGap } = this.level;
    const dx = (this.xs[index] as number) - x;
    const dy = (this.ys[index] as number) - y;
    const hands = piece.hold === 'hand' && hold === 'hand';
    const near = this.#symbolsCount && !hands && dx * dx + dy * dy < (2 * symbolRadius + symbolGap) ** 2;
    return (near ? 1 : 0) + (variant && nameMeetsDisc(variant, -dx, -dy, this.#reach(hands)) ? 1 : 0);
  }

  #onName(piece: Piece, x: number, y: number, mine: Variant, { index, hold, variant }: Piece): number {
    const dx = (this.xs[index] as number) - x;
    const dy = (this.ys[index] as number) - y;
    const under = nameMeetsDisc(mine, dx, dy, this.#reach(piece.hold === 'hand' && hold === 'hand'));
    return (under ? 1 : 0) + (variant && namesMeet(mine, variant, dx, dy, this.level) ? 1 : 0);
  }

  /** How far from a symbol's middle other people's names begin. */
  #reach(hands: boolean): number {
    return this.level.symbolRadius + (hands ? HANDS_CLEARANCE : this.level.clearance);
  }

  /** Would a name lie over, or too near to, somebody else's symbol? */
  meetsSymbol(piece: Piece, name: Variant): boolean {
    const { x, y, hold } = piece;
    const far = this.#reach(false);
    const { left, right, top, bottom } = name;
    const count = this.#buckets.find(x + left - far, x + right + far, y + top - far, y + bottom + far);
    for (let at = 0; at < count; at++) {
      const other = this.pieces[this.#buckets.found[at] as number] as Piece;
      const reach = this.#reach(hold === 'hand' && other.hold === 'hand');
      if (other !== piece && nameMeetsDisc(name, other.x - x, other.y - y, reach)) return true;
    }
    return false;
  }

  /** The indexes of everybody who may be in the way of a person, or of whom that person may be in the way. */
  near(piece: Piece): number[] {
    const reach = Math.max(this.level.clearance, this.level.gapX, this.level.symbolGap);
    const { left, right, top, bottom } = this.#bounds(piece);
    const count = this.#buckets.find(left - reach, right + reach, top - reach, bottom + reach);
    return Array.from(this.#buckets.found.subarray(0, count));
  }

  /** The people who are in the way of a person. */
  clashesWith(piece: Piece): Piece[] {
    const { x, y, variant } = piece;
    return this.near(piece)
      .map((index) => this.pieces[index] ?? piece)
      .filter((other) => {
        if (other === piece) return false;
        return this.#onSymbol(piece, x, y, other) > 0 || (variant && this.#onName(piece, x, y, variant, other) > 0);
      });
  }

  /** The best side for the name at a place; undefined when none fits, null for somebody without a name. */
  firstThatFits(piece: Piece, x: number, y: number): Variant | null | undefined {
    if (this.symbolClashes(piece, x, y, null, 0) > 0) return undefined;
    if (piece.variants.length === 0) return null;
    return piece.variants.find(
      (variant) => !this.blocked(x, y, variant) && this.nameClashes(piece, x, y, variant, null, 0) === 0,
    );
  }
}

/** Does a name, seen from its person, reach into a disc? */
const nameMeetsDisc = ({ left, right, top, bottom }: Variant, x: number, y: number, reach: number): boolean =>
  discMeetsBox(x, y, reach, left, right, top, bottom);

/** Do two names come nearer than the level's gaps? `dx`, `dy`: from my symbol's middle to theirs, in map units. */
export function namesMeet(mine: Variant, theirs: Variant, dx: number, dy: number, { gapX, gapY }: Level): boolean {
  return (
    mine.left < dx + theirs.right + gapX &&
    mine.right > dx + theirs.left - gapX &&
    mine.top < dy + theirs.bottom + gapY &&
    mine.bottom > dy + theirs.top - gapY
  );
}

/** The spot nearest to a point that can be written down, and the point which that spot stands for. */
export function snap(cell: CellShape, x: number, y: number): { spot: Spot; x: number; y: number } {
  const spot = spotAt(cell, x, y);
  const point = pointAtSpot(cell, spot);
  return { spot, x: point.x, y: point.y };
}
