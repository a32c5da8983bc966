import type { LayoutRequest, PersonToPlace } from '../geometry/arrangement.ts';
import type { PersonId, Spot } from '../model/types.ts';
import type { Piece } from './board.ts';
import { cellKey, cellShape, pointAtSpot } from './cells.ts';
import type { CellShape } from './cells.ts';
import { labelVariants } from './labels.ts';
import type { Variant } from './labels.ts';
import type { Level } from './levels.ts';
import type { Tie } from './propose.ts';

const MIDDLE: Spot = { along: 0.5, across: 0.5, by: 'layout' };

/** Everybody whose cell is in the frame; those of a hidden sector are left out. */
export function createPieces({ frame, people }: LayoutRequest): Piece[] {
  const cells = new Map<string, CellShape | null>();
  const pieces: Piece[] = [];
  for (const person of people) {
    const key = cellKey(person.cell);
    let cell = cells.get(key);
    if (cell === undefined) {
      cell = cellShape(frame, person.cell);
      cells.set(key, cell);
    }
    if (cell) pieces.push(createPiece(pieces.length, person, cell));
  }
  return pieces;
}

function createPiece(index: number, person: PersonToPlace, cell: CellShape): Piece {
  const spot = person.spot ?? MIDDLE;
  const { x, y } = pointAtSpot(cell, spot);
  const hold = person.spot === null ? 'free' : person.spot.by === 'hand' ? 'hand' : 'kept';
  return { index, person, cell, hold, variants: [], x, y, spot, variant: null };
}

export const copyPieces = (pieces: readonly Piece[]): Piece[] => pieces.map((piece) => ({ ...piece }));

/** The same people, all with a place now. */
export const settledPieces = (pieces: readonly Piece[]): Piece[] =>
  pieces.map((piece) => ({ ...piece, hold: piece.hold === 'free' ? 'kept' : piece.hold, variant: null }));

export function indexTies(pieces: readonly Piece[], ties: LayoutRequest['ties']): Tie[] {
  const indexes = new Map<PersonId, number>(pieces.map(({ person, index }) => [person.id, index]));
  const pairs: Tie[] = [];
  for (const [from, to] of ties) {
    const a = indexes.get(from);
    const b = indexes.get(to);
    if (a !== undefined && b !== undefined && a !== b) pairs.push([a, b]);
  }
  return pairs;
}

/** The names' boxes at each level, measured once. */
export class VariantBook {
  readonly #request: LayoutRequest;
  readonly #pages = new Map<Level, Map<PersonId, readonly Variant[]>>();

  constructor(request: LayoutRequest) {
    this.#request = request;
  }

  /** Gives everybody the names of a level, the best side first, and shows that one. */
  open(pieces: readonly Piece[], level: Level): void {
    const page = this.#pages.get(level) ?? new Map<PersonId, readonly Variant[]>();
    this.#pages.set(level, page);
    for (const piece of pieces) {
      let variants = page.get(piece.person.id);
      if (!variants) {
        variants = labelVariants(piece.person, level, this.#request.measure);
        page.set(piece.person.id, variants);
      }
      piece.variants = variants;
      piece.variant = variants[0] ?? null;
    }
  }
}
