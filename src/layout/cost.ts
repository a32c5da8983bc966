import type { Board, Piece, Surroundings } from './board.ts';
import { egoRadius } from '../geometry/frame.ts';
import { distanceToLine2, lineMeetsBox } from '../geometry/segments.ts';
import { wallDistance } from './cells.ts';
import type { CellShape } from './cells.ts';
import type { Variant } from './labels.ts';
import { discMeetsBox } from './obstacles.ts';
import type { Obstacles } from './obstacles.ts';
import type { Tie } from './propose.ts';
import { WIDER } from './spread.ts';

/** What makes a picture restless, as prices that are added up. */
const PRICES = {
  /** A tie through somebody's symbol looks like a tie to them. */
  throughSymbol: 1.8,
  /** … and one through ego like two ties to ego. */
  throughEgo: 1.4,
  throughName: 0.16,
  crossing: 0.32,
  /** With so many ties no order of people makes the crossings countable; then calm spacing matters more. */
  countableTies: 400,
  length: 0.002,
  uneven: 5,
  atWall: 1.5,
  overObstacle: 3,
  turnedName: 1,
} as const;
const PASSING = 2;
/** Names reach at most so far from their person, sideways and up or down; longer ones are rare and only a little wrong. */
const NAME_REACH_X = 110;
const NAME_REACH_Y = 60;
/** People of different cells may stand nearer to each other. */
const STRANGERS = 0.75;
const WALL_SHARE = 0.45;
/** Nobody needs more air than this around them, map units. */
const MOST_APART = 170;

/**
 * What one person adds to the restlessness of the picture, if they stood at a point with their name on a side. Points are
 * read from plain arrays of numbers: this is asked some ten thousand times for every picture.
 */
export class Cost {
  readonly #pieces: readonly Piece[];
  readonly #xs: Float64Array;
  readonly #ys: Float64Array;
  readonly #radius: number;
  readonly #obstacles: Obstacles;
  readonly #from: Int32Array;
  readonly #to: Int32Array;
  readonly #friends: readonly Int32Array[];
  readonly #apart: Float64Array;
  readonly #crossing: number;
  readonly #egoReach2: number;
  readonly #sides: Uint8Array;

  constructor(board: Board, ties: readonly Tie[], { frame, obstacles }: Surroundings) {
    this.#egoReach2 = egoRadius(frame) ** 2;
    this.#pieces = board.pieces;
    this.#sides = new Uint8Array(board.pieces.length);
    this.#xs = board.xs;
    this.#ys = board.ys;
    this.#radius = board.level.symbolRadius;
    this.#obstacles = obstacles;
    this.#from = Int32Array.from(ties, ([a]) => a);
    this.#to = Int32Array.from(ties, ([, b]) => b);
    const friends = board.pieces.map((): number[] => []);
    for (const [a, b] of ties) {
      friends[a]?.push(b);
      friends[b]?.push(a);
    }
    this.#friends = friends.map((list) => Int32Array.from(list));
    this.#apart = evenDistances(board.pieces);
    this.#crossing = PRICES.crossing * Math.min(1, PRICES.countableTies / Math.max(1, ties.length));
  }

  /** A measure of the work that one answer takes, the same on every machine. */
  workFor({ index }: Piece): number {
    const degree = this.#friends[index]?.length ?? 0;
    return degree * (this.#from.length + this.#pieces.length) + 2 * this.#from.length + this.#pieces.length + 40;
  }

  /** Stops adding up past `limit`: a change that is already too dear needs no exact price. */
  of(piece: Piece, x: number, y: number, variant: Variant | null, limit: number): number {
    let sum = this.#standing(piece, x, y, variant) + this.#spacing(piece, x, y);
    if (sum <= limit) sum += this.#othersTies(piece, x, y, variant);
    const friends = this.#friends[piece.index];
    if (!friends) return sum;
    for (let at = 0; at < friends.length && sum <= limit; at++)
      sum += this.#ownTie(piece.index, friends[at] ?? 0, x, y);
    return sum;
  }

  #ownTie(index: number, friend: number, x: number, y: number): number {
    const friendX = this.#xs[friend] ?? 0;
    const friendY = this.#ys[friend] ?? 0;
    return (
      PRICES.length * Math.hypot(friendX - x, friendY - y) +
      this.#crossing * this.#crossings(index, friend, x, y, friendX, friendY) +
      this.#peopleOn(index, friend, x, y, friendX, friendY)
    );
  }

  #crossings(a: number, b: number, ax: number, ay: number, bx: number, by: number): number {
    const xs = this.#xs;
    const ys = this.#ys;
    const from = this.#from;
    const to = this.#to;
    const sides = this.#sides;
    const abx = bx - ax;
    const aby = by - ay;
    // People are fewer than ties: first on which side of this tie everybody stands, then whose tie goes from side to side.
    for (let index = 0; index < sides.length; index++) {
      sides[index] = abx * ((ys[index] as number) - ay) > aby * ((xs[index] as number) - ax) ? 1 : 0;
    }
    let count = 0;
    for (let tie = 0; tie < from.length; tie++) {
      const c = from[tie] as number;
      const d = to[tie] as number;
      if (sides[c] === sides[d] || c === a || c === b || d === a || d === b) continue;
      const cx = xs[c] as number;
      const cy = ys[c] as number;
      const cdx = (xs[d] as number) - cx;
      const cdy = (ys[d] as number) - cy;
      if ((cdx * (ay - cy) - cdy * (ax - cx)) * (cdx * (by - cy) - cdy * (bx - cx)) < 0) count += 1;
    }
    return count;
  }

  /** Whose symbols and names a tie runs through. */
  #peopleOn(a: number, b: number, ax: number, ay: number, bx: number, by: number): number {
    const left = Math.min(ax, bx) - NAME_REACH_X;
    const right = Math.max(ax, bx) + NAME_REACH_X;
    const top = Math.min(ay, by) - NAME_REACH_Y;
    const bottom = Math.max(ay, by) + NAME_REACH_Y;
    const reach2 = (this.#radius + PASSING) ** 2;
    let sum = distanceToLine2(0, 0, ax, ay, bx, by) < this.#egoReach2 ? PRICES.throughEgo : 0;
    for (let index = 0; index < this.#pieces.length; index++) {
      const x = this.#xs[index] as number;
      const y = this.#ys[index] as number;
      if (x < left || x > right || y < top || y > bottom || index === a || index === b) continue;
      const variant = this.#pieces[index]?.variant;
      if (distanceToLine2(x, y, ax, ay, bx, by) < reach2) sum += PRICES.throughSymbol;
      else if (variant && nameOn(variant, x, y, ax, ay, bx, by)) sum += PRICES.throughName;
    }
    return sum;
  }

  /** Other people's ties through this person's symbol or name. */
  #othersTies({ index }: Piece, x: number, y: number, variant: Variant | null): number {
    const reach2 = (this.#radius + PASSING) ** 2;
    const left = x - NAME_REACH_X;
    const right = x + NAME_REACH_X;
    const top = y - NAME_REACH_Y;
    const bottom = y + NAME_REACH_Y;
    let sum = 0;
    for (let tie = 0; tie < this.#from.length; tie++) {
      const a = this.#from[tie] as number;
      const b = this.#to[tie] as number;
      const ax = this.#xs[a] as number;
      const ay = this.#ys[a] as number;
      const bx = this.#xs[b] as number;
      const by = this.#ys[b] as number;
      if ((ax < left && bx < left) || (ax > right && bx > right)) continue;
      if ((ay < top && by < top) || (ay > bottom && by > bottom) || a === index || b === index) continue;
      if (distanceToLine2(x, y, ax, ay, bx, by) < reach2) sum += PRICES.throughSymbol;
      else if (variant && nameOn(variant, x, y, ax, ay, bx, by)) sum += PRICES.throughName;
    }
    return sum;
  }

  /** Too near to others, measured by how far apart people would stand if the cell were shared evenly. */
  #spacing(piece: Piece, x: number, y: number): number {
    const own = this.#apart[piece.index] as number;
    let sum = 0;
    for (let index = 0; index < this.#pieces.length; index++) {
      const dx = Math.abs((this.#xs[index] as number) - x) / WIDER;
      const dy = Math.abs((this.#ys[index] as number) - y);
      if (dx >= own || dy >= own || index === piece.index) continue;
      const mate = this.#pieces[index]?.cell === piece.cell;
      const wanted = mate ? own : Math.min(own, this.#apart[index] as number) * STRANGERS;
      const missing = 1 - Math.sqrt(dx * dx + dy * dy) / wanted;
      if (missing > 0) sum += PRICES.uneven * missing * missing;
    }
    return sum;
  }

  #standing(piece: Piece, x: number, y: number, variant: Variant | null): number {
    let sum = 0;
    // Symbol and name stand in the middle of the ring together.
    let middleX = x;
    let middleY = y;
    if (variant) {
      sum += PRICES.turnedName * variant.cost;
      middleX += (Math.min(-this.#radius, variant.left) + Math.max(this.#radius, variant.right)) / 2;
      middleY += (Math.min(-this.#radius, variant.top) + Math.max(this.#radius, variant.bottom)) / 2;
    }
    const room = (this.#apart[piece.index] as number) * WALL_SHARE;
    const missing = 1 - wallDistance(piece.cell, middleX, middleY) / room;
    if (missing > 0) sum += PRICES.atWall * missing * missing;
    return sum + PRICES.overObstacle * countUnder(this.#obstacles, x, y, this.#radius + 2);
  }
}

/** How many names of sectors and rings lie under a disc. */
function countUnder({ boxes, buckets }: Obstacles, x: number, y: number, radius: number): number {
  const found = buckets.find(x - radius, x + radius, y - radius, y + radius);
  let count = 0;
  for (let at = 0; at < found; at++) {
    const box = boxes[buckets.found[at] ?? 0];
    if (box && discMeetsBox(x, y, radius, box.x, box.x + box.width, box.y, box.y + box.height)) count += 1;
  }
  return count;
}

function nameOn(name: Variant, x: number, y: number, ax: number, ay: number, bx: number, by: number): boolean {
  const halfWidth = (name.right - name.left) / 2;
  const halfHeight = (name.bottom - name.top) / 2;
  return lineMeetsBox(ax, ay, bx, by, x + name.left + halfWidth, y + name.top + halfHeight, halfWidth, halfHeight);
}

/** How far apart people stand who share their cell evenly, like the cells of a honeycomb. */
function evenDistances(pieces: readonly Piece[]): Float64Array {
  const counts = new Map<CellShape, number>();
  for (const { cell } of pieces) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  return Float64Array.from(pieces, ({ cell }) =>
    Math.min(MOST_APART, Math.sqrt((1.1547 * cell.area) / WIDER / (counts.get(cell) ?? 1))),
  );
}
