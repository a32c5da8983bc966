import type { Arrangement, LayoutRequest, PlacedPerson } from '../geometry/arrangement.ts';
import { mapPoint } from '../geometry/frame.ts';
import type { PersonId } from '../model/types.ts';
import type { Board, Piece, Surroundings } from './board.ts';
import { crowdedLevels, placeSymbols, priceOfHiding, showSomeNames } from './crowded.ts';
import type { ImprovePicture } from './improve.ts';
import { AIRY, COMFORTABLE_TYPE, crowdedLevel, LEVELS, SMALLEST_AIRY, SMALLEST_SYMBOL, TOO_FULL } from './levels.ts';
import type { Level } from './levels.ts';
import { bySide, fitNames, priceOfNames, symbolsStand } from './names.ts';
import { Obstacles } from './obstacles.ts';
import { copyPieces, createPieces, fullestCell, indexTies, settledPieces, subset, VariantBook } from './pieces.ts';
import { placeAll } from './place.ts';
import type { Attempt } from './place.ts';
import type { Allowance } from './resolve.ts';
import { proposeSpots } from './propose.ts';
import { recall, remember } from './remember.ts';
import { spreadEvenly } from './spread.ts';

export type ArrangeOptions = {
  /**
   * Makes the first picture in which everybody fits calmer, within a fixed amount of work (`improvePicture`). Handed in,
   * so that the page need not load it: only the worker has it.
   */
  readonly improve?: ImprovePicture;
};

type Work = {
  readonly request: LayoutRequest;
  readonly book: VariantBook;
  readonly around: Surroundings;
  readonly levels: readonly Level[];
  readonly improve: ImprovePicture | null;
  /** Price of leaving out a name: only hands that put people on top of each other can make that needful. */
  readonly hide: (piece: Piece) => number;
};

/** Arranging what has been arranged must move nobody, so it is done again until it does. */
const ROUNDS = 4;
/** Above so many people not all names fit on any screen, and trying would only take time. */
const MOST_NAMED = 180;
const HIDE_PRICE = 12;
/** How many times anybody may be given another place for one picture: no map may keep the person waiting. */
const mostSteps = (people: number): number => Math.min(4000, Math.round(450_000 / (people + 1)));

/**
 * Where everybody stands in a frame, and how their names lie. Pure and deterministic: hand spots stay, the layout's spots
 * stay unless they collide, people without a spot get one.
 */
export function arrange(request: LayoutRequest, options: ArrangeOptions = {}): Arrangement {
  const known = recall(request);
  if (known) return known;
  let pieces = createPieces(request);
  const work = prepare(request, pieces, options.improve ?? null);
  for (let round = 1; ; round++) {
    const before = pieces;
    const board = arrangeOnce(pieces, work);
    const moved = board.pieces.some((piece, at) => before[at]?.hold === 'free' || piece.spot !== before[at]?.spot);
    if (!moved || round === ROUNDS) {
      const arrangement = finish(board);
      if (!moved) remember(request, arrangement);
      return arrangement;
    }
    pieces = settledPieces(board.pieces);
  }
}

function prepare(request: LayoutRequest, pieces: readonly Piece[], improve: ImprovePicture | null): Work {
  const book = new VariantBook(request.measure);
  const around = { frame: request.frame, obstacles: new Obstacles(request.frame, request.obstacles) };
  const withWords = request.people.some(({ relation }) => relation !== '');
  const levels = LEVELS.filter(({ words }) => words || withWords);
  const never = (): number => Infinity;
  const hands = subset(pieces, ({ hold }) => hold === 'hand');
  const price = priceOfNames([], hands, never);
  const handsFit =
    pieces.length > MOST_NAMED || levels.some((level) => fitNames(hands, level, book, around, price) !== null);
  const hide = handsFit ? never : ({ hold }: Piece) => (hold === 'hand' ? HIDE_PRICE : Infinity);
  return { request, book, around, levels, improve, hide };
}

function arrangeOnce(pieces: readonly Piece[], work: Work): Board {
  const placed = subset(pieces, ({ hold }) => hold !== 'free');
  if (pieces.length > MOST_NAMED) return arrangeCrowded(pieces, placed, propose(pieces, work, SMALLEST_AIRY), work);
  const first = firstLevel(placed, largestAiry(pieces, work), work);
  if (placed.length === pieces.length && first.board) return first.board;
  const proposal = propose(pieces, work, first.level);
  const kept = subset(pieces, ({ hold }) => hold === 'kept');
  const list = attempts(work, first.level, kept, first.board !== null);
  const allowance = { steps: mostSteps(pieces.length) };
  let best: Board | null = null;
  for (let at = 0; at < list.length;) {
    const attempt = list[at];
    if (!attempt || allowance.steps <= 0 || (best && !sparing(attempt))) break;
    const { board, left } = tryLevel(proposal, attempt, work, allowance);
    if (board && (first.board || !sparing(attempt))) return board;
    if (board && (!best || movedIn(board, proposal) < movedIn(best, proposal))) best = board;
    at = nextAttempt(list, at, left / pieces.length);
  }
  return best ?? arrangeCrowded(pieces, placed, proposal, work);
}

/** Attempts of which the one that moves fewest people is taken, not the first. */
const sparing = ({ moveKept, level }: Attempt): boolean => moveKept && level.nameSize >= COMFORTABLE_TYPE;

const movedIn = ({ pieces }: Board, before: readonly Piece[]): number =>
  pieces.filter(({ hold, spot }, at) => hold === 'kept' && spot !== before[at]?.spot).length;

/** The more people found no room, the more of the next sizes are passed over; never the smallest. */
function nextAttempt(list: readonly Attempt[], at: number, share: number): number {
  let next = at + 1;
  for (let skip = Math.min(4, Math.floor(share * 25)); skip > 0; skip--) {
    if (list[next + 1]?.moveKept === list[at]?.moveKept) next += 1;
  }
  return next;
}

function tryLevel(
  proposal: readonly Piece[],
  attempt: Attempt,
  work: Work,
  allowance: Allowance,
): { board: Board | null; left: number } {
  const { request, book, around, hide } = work;
  const movers = proposal.filter(({ hold }) => hold === 'free');
  if (movers.length === 0 && !attempt.moveKept) return { board: fitAll(proposal, attempt.level, work, hide), left: 0 };
  const { board, left } = placeAll(proposal, attempt, book, around, hide, allowance);
  if (board && work.improve) {
    const free = board.pieces.filter(({ hold }) => hold === 'free');
    work.improve(board, free, indexTies(board.pieces, request.ties), around);
  }
  return { board, left };
}

/** Not all names fit: some are left out, and symbols shrink to what the fullest cell can hold. */
function arrangeCrowded(
  pieces: readonly Piece[],
  placed: readonly Piece[],
  proposal: readonly Piece[],
  work: Work,
): Board {
  const { request, book, around } = work;
  const hiding = priceOfHiding(pieces, indexTies(pieces, request.ties));
  const many = pieces.length > MOST_NAMED;
  const levels = crowdedLevels(pieces);
  if (placed.length === pieces.length) {
    const level = levels.find((one) => symbolsStand(placed, around, one));
    if (level && many) return showSomeNames(copyPieces(placed), level, book, around, hiding);
    const board = level && fitAll(placed, level, work, hiding);
    if (board) return board;
  }
  const allowance = { steps: mostSteps(pieces.length) };
  for (const level of levels) {
    const symbols = copyPieces(proposal);
    const board = many ? null : placeAll(proposal, { level, moveKept: true }, book, around, hiding, allowance).board;
    if (board) return board;
    if (placeSymbols(symbols, around, level)) return showSomeNames(symbols, level, book, around, hiding);
  }
  return showSomeNames(copyPieces(proposal), crowdedLevel(SMALLEST_SYMBOL), book, around, hiding);
}

function fitAll(
  placed: readonly Piece[],
  level: Level,
  { request, book, around }: Work,
  hide: (piece: Piece) => number,
): Board | null {
  return fitNames(placed, level, book, around, priceOfNames(indexTies(placed, request.ties), placed, hide));
}

/** The largest type that leaves some air in every cell; small only where the layout's people could not fit otherwise. */
function largestAiry(pieces: readonly Piece[], { book, levels }: Work): number {
  const last = levels.length - 1;
  const airy = levels.findIndex((level, at) => at === SMALLEST_AIRY || fullestCell(pieces, level, book) <= AIRY);
  const others = pieces.filter(({ hold }) => hold !== 'hand');
  return levels.findIndex((level, at) => at >= airy && (at === last || fullestCell(others, level, book) <= TOO_FULL));
}

/** The largest comfortable level at which the people who have a place fit without moving anybody. */
function firstLevel(placed: readonly Piece[], from: number, work: Work): { level: number; board: Board | null } {
  for (const [index, level] of work.levels.entries()) {
    if (index < from) continue;
    if (level.nameSize < COMFORTABLE_TYPE) break;
    const board = fitAll(placed, level, work, work.hide);
    if (board) return { level: index, board };
  }
  return { level: from, board: null };
}

/**
 * What is tried in turn. Room for somebody new: nobody else moves, type shrinks a little, people make room, then all of
 * it. A frame in which people collide: they make room at a size that spares most of them, then type shrinks: first to
 * sizes at which the others could stay, for small type that grows a little is no reason to move them all.
 */
function attempts({ levels, book, around }: Work, from: number, kept: readonly Piece[], keptFit: boolean): Attempt[] {
  const still = levels.slice(from).map((level) => ({ level, moveKept: false }));
  if (kept.length === 0) return still;
  const moving = levels.slice(Math.max(from, SMALLEST_AIRY)).map((level) => ({ level, moveKept: true }));
  const comfortable = moving.filter(({ level }) => level.nameSize >= COMFORTABLE_TYPE);
  const belowThat = moving.slice(comfortable.length);
  const spared = Math.max(
    0,
    belowThat.findIndex(({ level }) => fitNames(kept, level, book, around, bySide) !== null),
  );
  const small = [...belowThat.slice(spared), ...belowThat.slice(0, spared)];
  const shrinking = keptFit ? Math.max(1, SMALLEST_AIRY + 3 - from) : 0;
  return [...still.slice(0, shrinking), ...comfortable, ...still.slice(shrinking), ...small];
}

function propose(pieces: readonly Piece[], { request, book }: Work, level: number): Piece[] {
  const proposal = copyPieces(pieces);
  const first = LEVELS[level] ?? LEVELS[0];
  if (!first || !proposal.some(({ hold }) => hold === 'free')) return proposal;
  book.open(proposal, first);
  proposeSpots(proposal, indexTies(proposal, request.ties), first.symbolRadius);
  spreadEvenly(proposal, first.symbolRadius);
  return proposal;
}

function finish(board: Board): Arrangement {
  const people = new Map<PersonId, PlacedPerson>();
  for (const { person, x, y, spot, variant } of board.pieces) {
    people.set(person.id, { id: person.id, at: mapPoint(x, y), spot, label: variant?.label ?? null });
  }
  return { people, symbolRadius: board.level.symbolRadius, nameSize: board.level.nameSize };
}
