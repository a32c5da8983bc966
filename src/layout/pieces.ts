import type { LayoutRequest, MeasureText, PersonToPlace } from '../geometry/arrangement.ts';
import type { PersonId, Spot } from '../model/types.ts';
import type { Piece } from './board.ts';
import { cellKey, cellShape, pointAtSpot } from './cells.ts';
import type { CellShape } from './cells.ts';
import { readText, roomFor, variantsOf } from './labels.ts';
import type { NameText, Variant } from './labels.ts';
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

/** The same people, to be moved without moving these; what is never changed in place is shared. */
export const copyPieces = (pieces: readonly Piece[]): Piece[] => pieces.map((piece) => ({ ...piece }));

/** The same people, all with a place now. */
export const settledPieces = (pieces: readonly Piece[]): Piece[] =>
  pieces.map((piece) => ({ ...piece, hold: piece.hold === 'free' ? 'kept' : piece.hold, variant: null }));

/** Some of the people, numbered anew. */
export const subset = (pieces: readonly Piece[], wanted: (piece: Piece) => boolean): Piece[] =>
  pieces.filter(wanted).map((piece, index) => ({ ...piece, index }));

/** The ties as pairs of indexes into `pieces`; without those to somebody who is not among them, or to oneself. */
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

/** A name as it can be written, and the ways to do so at each level. */
type Entry = { readonly text: NameText; readonly pages: WeakMap<Level, readonly Variant[]> };

/** By what measures the letters: most names are the same in the next picture, which is wanted while a finger is let go. */
const books = new WeakMap<MeasureText, Map<string, Entry>>();

/** The names' boxes at each level, measured once. */
export class VariantBook {
  readonly #measure: MeasureText;
  readonly #entries: Map<string, Entry>;

  constructor(measure: MeasureText) {
    this.#measure = measure;
    this.#entries = books.get(measure) ?? new Map<string, Entry>();
    books.set(measure, this.#entries);
  }

  text(piece: Pick<Piece, 'person' | 'hold'>): NameText {
    return this.#entry(piece).text;
  }

  names(piece: Piece, level: Level): readonly Variant[] {
    const { text, pages } = this.#entry(piece);
    let variants = pages.get(level);
    if (!variants) pages.set(level, (variants = variantsOf(text, level, piece.hold === 'hand')));
    return variants;
  }

  #entry({ person, hold }: Pick<Piece, 'person' | 'hold'>): Entry {
    const { name, relation } = person;
    // Another font has other widths, though the function that measures be the same.
    const key = `${hold === 'hand'} ${this.#measure(name, 1, 'name')} ${name}\n${relation}`;
    let entry = this.#entries.get(key);
    if (!entry) this.#entries.set(key, (entry = { text: readText(person, this.#measure), pages: new WeakMap() }));
    return entry;
  }

  /** Gives everybody the names of a level, and shows the best side. */
  open(pieces: readonly Piece[], level: Level): void {
    for (const piece of pieces) {
      piece.variants = this.names(piece, level);
      piece.variant = piece.variants[0] ?? null;
    }
  }
}

/** How full the fullest cell is at a level, seen as boxes; more than 1 can fit, since names may lie over a border. */
export function fullestCell(pieces: readonly Piece[], level: Level, book: VariantBook): number {
  const needs = new Map<CellShape, number>();
  for (const piece of pieces) needs.set(piece.cell, (needs.get(piece.cell) ?? 0) + areaOf(book.text(piece), level));
  return Math.max(0, ...Array.from(needs, ([cell, need]) => need / cell.area));
}

/** Map units squared for a symbol and its name, with the air between them and others. */
export function areaOf(text: NameText, level: Level): number {
  const symbol = (2 * level.symbolRadius + level.symbolGap) ** 2;
  const room = roomFor(text, level);
  return room ? symbol + (room.width + level.gapX) * (room.height + level.gapY) : symbol;
}
