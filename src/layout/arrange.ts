import type { Arrangement, LayoutRequest, PlacedPerson } from '../geometry/arrangement.ts';
import { mapPoint } from '../geometry/frame.ts';
import type { PersonId } from '../model/types.ts';
import type { Board, Piece, Surroundings } from './board.ts';
import { arrangeCrowded } from './crowded.ts';
import { improvePicture } from './improve.ts';
import { COMFORTABLE_TYPE, LEVELS } from './levels.ts';
import { fitNames } from './names.ts';
import { copyPieces, createPieces, indexTies, settledPieces, VariantBook } from './pieces.ts';
import { placeAll } from './place.ts';
import type { Attempt } from './place.ts';
import { proposeSpots } from './propose.ts';
import type { Tie } from './propose.ts';
import { spreadEvenly } from './spread.ts';

export type ArrangeOptions = {
  /** false: the first picture in which everybody fits; true (the default): it is then made calmer, within a fixed amount of work. */
  readonly improve?: boolean;
};

type Work = {
  readonly ties: readonly Tie[];
  readonly book: VariantBook;
  readonly around: Surroundings;
  readonly improve: boolean;
};

/** Arranging what has been arranged must move nobody, so it is done again until it does. */
const ROUNDS = 4;
/** Above so many people not all names fit on any screen, and trying would only take time. */
const MOST_NAMED = 220;

/**
 * Where everybody stands in a frame, and how their names lie. Pure and deterministic: hand spots stay, the layout's spots
 * stay unless they collide, people without a spot get one.
 */
export function arrange(request: LayoutRequest, options: ArrangeOptions = {}): Arrangement {
  let pieces = createPieces(request);
  const work: Work = {
    ties: indexTies(pieces, request.ties),
    book: new VariantBook(request),
    around: { frame: request.frame, obstacles: request.obstacles },
    improve: options.improve ?? true,
  };
  for (let round = 1; ; round++) {
    const before = pieces;
    const board = arrangeOnce(pieces, work);
    const moved = board.pieces.some((piece, at) => before[at]?.hold === 'free' || piece.spot !== before[at]?.spot);
    if (!moved || round === ROUNDS) return finish(board);
    pieces = settledPieces(board.pieces);
  }
}

function arrangeOnce(pieces: readonly Piece[], work: Work): Board {
  const { book, around } = work;
  if (pieces.length > MOST_NAMED) return crowded(pieces, work);
  const placed = pieces.filter(({ hold }) => hold !== 'free').map((piece, index) => ({ ...piece, index }));
  const first = firstLevel(placed, work);
  if (placed.length === pieces.length && first.board) return first.board;
  const proposal = propose(pieces, work, first.level);
  for (const attempt of attempts(first.board !== null, first.level)) {
    const board = placeAll(proposal, attempt, book, around);
    if (!board) continue;
    if (work.improve)
      improvePicture(
        board,
        board.pieces.filter(({ hold }) => hold === 'free'),
        work.ties,
        around.obstacles,
      );
    return board;
  }
  return crowded(proposal, work);
}

/** The largest comfortable level at which the people who have a place fit without moving anybody. */
function firstLevel(placed: readonly Piece[], { book, around }: Work): { level: number; board: Board | null } {
  for (const [index, level] of LEVELS.entries()) {
    if (level.nameSize < COMFORTABLE_TYPE) break;
    const board = fitNames(placed, level, book, around);
    if (board) return { level: index, board };
  }
  return { level: 2, board: null };
}

/** What is tried in turn: first nobody else moves, then type shrinks a little, then people make room, then all of it. */
function attempts(nobodyCollides: boolean, from: number): Attempt[] {
  const still = LEVELS.slice(from).map((level) => ({ level, moveKept: false, hideHands: false }));
  const moving = LEVELS.slice(from).map((level) => ({ level, moveKept: true, hideHands: false }));
  const hiding = LEVELS.slice(from + 2).map((level) => ({ level, moveKept: true, hideHands: true }));
  if (nobodyCollides)
    return [...still.slice(0, 3), ...moving.slice(0, 4), ...still.slice(3), ...moving.slice(4), ...hiding];
  const comfortable = moving.filter(({ level }) => level.nameSize >= COMFORTABLE_TYPE);
  return [...comfortable, ...still, ...moving.slice(comfortable.length), ...hiding];
}

function propose(pieces: readonly Piece[], { ties, book }: Work, level: number): Piece[] {
  const proposal = copyPieces(pieces);
  const first = LEVELS[level] ?? LEVELS[0];
  if (!first || !proposal.some(({ hold }) => hold === 'free')) return proposal;
  book.open(proposal, first);
  proposeSpots(proposal, ties, first.symbolRadius);
  spreadEvenly(proposal, first.symbolRadius);
  return proposal;
}

function crowded(pieces: readonly Piece[], { ties, book, around }: Work): Board {
  return arrangeCrowded(copyPieces(pieces), ties, book, around);
}

function finish(board: Board): Arrangement {
  const people = new Map<PersonId, PlacedPerson>();
  for (const { person, x, y, spot, variant } of board.pieces) {
    people.set(person.id, { id: person.id, at: mapPoint(x, y), spot, label: variant?.label ?? null });
  }
  return { people, symbolRadius: board.level.symbolRadius, nameSize: board.level.nameSize };
}
