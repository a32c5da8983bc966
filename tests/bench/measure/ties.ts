// What ties meet on their way: each other, other people's symbols, other people's names.
import type { Point, SymbolMark, TieMark } from '../contract.ts';
import type { Box, NameBox } from './boxes.ts';

export type TieFaults = {
  /** Pairs of ties without a common end that cross; null where there are too many to count. */
  readonly crossings: number | null;
  readonly throughSymbols: number | null;
  readonly throughNames: number | null;
};

/** A straight piece of a tie. */
type Piece = Box & { readonly tie: number; readonly mark: TieMark; readonly from: Point; readonly to: Point };

/** Above so many pieces counting takes minutes and says nothing new. */
const MOST_PIECES = 30_000;

export function tieFaults(
  ties: readonly TieMark[],
  symbols: readonly SymbolMark[],
  names: readonly NameBox[],
): TieFaults {
  const pieces = ties.flatMap(piecesOf).sort((a, b) => a.x0 - b.x0);
  if (pieces.length > MOST_PIECES) return { crossings: null, throughSymbols: null, throughNames: null };
  return {
    crossings: crossings(pieces),
    throughSymbols: met(pieces, symbols, (piece, { x, y, r }) => distance([x, y], piece) < r - 1),
    throughNames: met(pieces, names, cutsBox),
  };
}

function piecesOf(mark: TieMark, tie: number): Piece[] {
  return mark.points.slice(1).map((to, index) => {
    const from = mark.points[index] ?? to;
    const [x0, x1] = from[0] < to[0] ? [from[0], to[0]] : [to[0], from[0]];
    const [y0, y1] = from[1] < to[1] ? [from[1], to[1]] : [to[1], from[1]];
    return { tie, mark, from, to, x0, y0, x1, y1 };
  });
}

function crossings(pieces: readonly Piece[]): number {
  const found = new Set<string>();
  pieces.forEach((piece, at) => {
    for (let next = at + 1; next < pieces.length; next++) {
      const other = pieces[next];
      if (!other || other.x0 > piece.x1) break;
      if (other.y0 > piece.y1 || other.y1 < piece.y0 || shareEnd(piece.mark, other.mark)) continue;
      if (cross(piece, other)) found.add([piece.tie, other.tie].sort((a, b) => a - b).join(' '));
    }
  });
  return found.size;
}

const shareEnd = (one: TieMark, other: TieMark): boolean =>
  one.a === other.a || one.a === other.b || one.b === other.a || one.b === other.b;

/** On which side of the line from p to q a point lies: the sign says it. */
const side = (p: Point, q: Point, [x, y]: Point): number => (q[0] - p[0]) * (y - p[1]) - (q[1] - p[1]) * (x - p[0]);

const cross = (one: Piece, other: Piece): boolean =>
  side(other.from, other.to, one.from) * side(other.from, other.to, one.to) < 0 &&
  side(one.from, one.to, other.from) * side(one.from, one.to, other.to) < 0;

/** Pairs of a tie and something that belongs to neither of its ends. */
function met<Mark extends { readonly id: string }>(
  pieces: readonly Piece[],
  marks: readonly Mark[],
  meets: (piece: Piece, mark: Mark) => boolean,
): number {
  const found = new Set<string>();
  for (const piece of pieces) {
    for (const mark of marks) {
      if (mark.id !== piece.mark.a && mark.id !== piece.mark.b && meets(piece, mark)) {
        found.add(`${piece.tie} ${mark.id}`);
      }
    }
  }
  return found.size;
}

function distance([x, y]: Point, { from, to }: Piece): number {
  const dx = to[0] - from[0];
  const dy = to[1] - from[1];
  const square = dx * dx + dy * dy;
  const share = square === 0 ? 0 : Math.max(0, Math.min(1, ((x - from[0]) * dx + (y - from[1]) * dy) / square));
  return Math.hypot(x - from[0] - share * dx, y - from[1] - share * dy);
}

/** Does some of the piece lie in the box? The piece is cut at each side in turn (Liang and Barsky). */
function cutsBox({ from, to }: Piece, box: NameBox): boolean {
  let enters = 0;
  let leaves = 1;
  const dx = to[0] - from[0];
  const dy = to[1] - from[1];
  const sides = [
    [-dx, from[0] - box.x0],
    [dx, box.x1 - from[0]],
    [-dy, from[1] - box.y0],
    [dy, box.y1 - from[1]],
  ] as const;
  for (const [way, room] of sides) {
    if (way === 0 && room < 0) return false;
    if (way < 0) enters = Math.max(enters, room / way);
    if (way > 0) leaves = Math.min(leaves, room / way);
  }
  return leaves - enters > 1e-6;
}
