import { namesMeet } from './board.ts';
import type { Board, Piece } from './board.ts';
import { type Bounds, boundsOf } from './buckets.ts';
import type { Variant } from './labels.ts';
import type { Level } from './levels.ts';

/** A name still to be decided: the ways in which it may stand, cheapest first. */
type Open = {
  readonly piece: Piece;
  readonly level: Level;
  options: readonly Option[];
  neighbours: Open[];
  chosen: Option | null;
};
type Option = {
  readonly variant: Variant | null;
  readonly cost: number;
  /** What it would lie over of others: worked out once, since it is asked again and again. */
  readonly meets: Option[];
  /** How many chosen ones it would lie over. */
  taken: number;
};
const optionOf = (variant: Variant | null, cost: number): Option => ({ variant, cost, meets: [], taken: 0 });

export type Assigned = 'done' | 'impossible' | 'unknown';

/** Choices tried for people whose names depend on each other, before the best so far is taken; fewer for many people. */
const mostChoices = (people: number): number => Math.max(3 * people, 100_000 / people);

/**
 * Chooses a side for every name while all symbols stand still: exactly, by branching on the name with fewest ways left and
 * giving up what cannot beat the best so far. `impossible` when some name fits nowhere, `unknown` when there were too many
 * choices to try them all. Depends on nothing but where people stand.
 */
export function assignNames(board: Board, price: (piece: Piece, variant: Variant | null) => number): Assigned {
  const open: Open[] = [];
  for (const piece of board.pieces) {
    if (piece.variants.length === 0) continue;
    const options = optionsOf(board, piece, price);
    if (options.length === 0) return 'impossible';
    open.push({ piece, level: board.level, options, neighbours: [], chosen: null });
  }
  linkNeighbours(open);
  for (const group of dependentGroups(settleEasy(open))) {
    const solved = solveGroup(group);
    if (solved !== 'done') return solved;
  }
  for (const { piece, chosen } of open) board.turn(piece, chosen?.variant ?? null);
  return 'done';
}

/** The ways to write a name that meet no symbol, nothing on the rim and no edge. */
function optionsOf(board: Board, piece: Piece, price: (piece: Piece, variant: Variant | null) => number): Option[] {
  const options: Option[] = piece.variants
    .filter((variant) => !board.blocked(piece.x, piece.y, variant) && !board.meetsSymbol(piece, variant))
    .map((variant) => optionOf(variant, price(piece, variant)));
  const hidden = price(piece, null);
  if (hidden < Infinity) options.push(optionOf(null, hidden));
  return options.sort((a, b) => a.cost - b.cost);
}

const meet = (a: Open, first: Option, b: Open, second: Option): boolean =>
  first.variant !== null &&
  second.variant !== null &&
  namesMeet(first.variant, second.variant, b.piece.x - a.piece.x, b.piece.y - a.piece.y, a.level);

function linkNeighbours(open: readonly Open[]): void {
  const reaches = open.map(reachOf);
  open.forEach((a, at) => {
    for (let next = at + 1; next < open.length; next++) {
      const b = open[next];
      if (!b || !boxesMeet(reaches[at], reaches[next])) continue;
      if (!linkOptions(a, b)) continue;
      a.neighbours.push(b);
      b.neighbours.push(a);
    }
  });
}

function linkOptions(a: Open, b: Open): boolean {
  let any = false;
  for (const first of a.options) {
    for (const second of b.options) {
      if (!meet(a, first, b, second)) continue;
      first.meets.push(second);
      second.meets.push(first);
      any = true;
    }
  }
  return any;
}

/** All that a name could cover, with the distance that names keep. */
function reachOf({ piece: { x, y }, level: { gapX, gapY }, options }: Open): Bounds {
  const { left, right, top, bottom } = boundsOf(options.flatMap(({ variant }) => variant ?? []));
  return { left: x + left - gapX, right: x + right + gapX, top: y + top - gapY, bottom: y + bottom + gapY };
}

const boxesMeet = (a: Bounds | undefined, b: Bounds | undefined): boolean =>
  a !== undefined && b !== undefined && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Whoever's best way is in nobody's way has it; again, until only people who depend on each other are left. */
function settleEasy(open: readonly Open[]): Open[] {
  let left = [...open];
  for (let before = -1; before !== left.length;) {
    before = left.length;
    left = left.filter((one) => {
      const best = one.options[0];
      if (!best) return true;
      if (one.neighbours.some((other) => possible(other).some((option) => best.meets.includes(option)))) return true;
      one.chosen = best;
      return false;
    });
  }
  return left;
}

const possible = (one: Open): readonly Option[] => (one.chosen ? [one.chosen] : one.options);

function dependentGroups(left: readonly Open[]): Open[][] {
  const waiting = new Set(left);
  const groups: Open[][] = [];
  for (const start of left) {
    if (!waiting.delete(start)) continue;
    const group = [start];
    for (const one of group) {
      for (const next of one.neighbours) if (waiting.delete(next)) group.push(next);
    }
    groups.push(group);
  }
  return groups;
}

/** Branch and bound; leaves the cheapest choice found in `chosen`. */
function solveGroup(group: readonly Open[]): Assigned {
  let best: readonly (Option | null)[] | null = null;
  let bestCost = Infinity;
  let choices = 0;
  const most = Math.min(4000, mostChoices(group.length));
  const branch = (cost: number, leastRest: number): void => {
    if (cost + leastRest >= bestCost) return;
    const next = tightest(group);
    if (!next) {
      best = group.map(({ chosen }) => chosen);
      bestCost = cost;
      return;
    }
    const least = next.options[0]?.cost ?? 0;
    for (const way of next.options) {
      if (choices >= most && best) return;
      if (choices >= 3 * most) return;
      if (way.taken > 0) continue;
      choices += 1;
      next.chosen = way;
      for (const met of way.meets) met.taken += 1;
      branch(cost + way.cost, leastRest - least);
      for (const met of way.meets) met.taken -= 1;
      next.chosen = null;
    }
  };
  branch(
    0,
    group.reduce((sum, { options }) => sum + (options[0]?.cost ?? 0), 0),
  );
  const found = best as readonly (Option | null)[] | null;
  group.forEach((one, at) => (one.chosen = found?.[at] ?? null));
  if (found) return 'done';
  return choices >= 3 * most ? 'unknown' : 'impossible';
}

/** The undecided name with the fewest ways left; among equals the one most depends on. */
function tightest(group: readonly Open[]): Open | null {
  let fewest = Infinity;
  let best: Open | null = null;
  for (const one of group) {
    if (one.chosen) continue;
    const ways = one.options.filter(({ taken }) => taken === 0).length;
    if (ways === 0) return one;
    const rank = ways - one.neighbours.length / 1000;
    if (rank >= fewest) continue;
    fewest = rank;
    best = one;
  }
  return best;
}
