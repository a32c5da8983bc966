import { forceLink, forceSimulation } from 'd3-force';
import type { SimulationLinkDatum, SimulationNodeDatum } from 'd3-force';
import type { Piece } from './board.ts';
import { clampIntoCell, latticeIn } from './cells.ts';
import type { CellShape } from './cells.ts';
import { createRandom } from './random.ts';
import { inCells } from './spread.ts';

type Body = SimulationNodeDatum & {
  readonly piece: Piece;
  readonly cell: CellShape;
  readonly halfWidth: number;
  readonly halfHeight: number;
  /** How far the middle of symbol and name lies under the symbol. */
  readonly down: number;
  x: number;
  y: number;
};
export type Tie = readonly [number, number];

const TICKS = 40;
/** Above so many people the collision of rectangles, which looks at all pairs, is left to the spreading afterwards. */
const MANY = 160;
const REST = 0.001;
const TO_MIDDLE = 0.05;

/**
 * Where the people without a place would like to stand: d3-force, run to rest without a timer. Ties attract, everybody
 * is drawn to the middle of their cell and kept in it, symbols with their names push each other apart.
 */
export function proposeSpots(pieces: readonly Piece[], ties: readonly Tie[], symbolRadius: number): void {
  const bodies = pieces.map((piece) => createBody(piece, symbolRadius));
  const movers = bodies.filter(({ piece }) => piece.hold === 'free');
  seedBodies(movers);
  // Ties between people who stand fixed pull nobody.
  const pulling = ties.filter(([a, b]) => pieces[a]?.hold === 'free' || pieces[b]?.hold === 'free');
  const links: SimulationLinkDatum<Body>[] = pulling.map(([source, target]) => ({ source, target }));
  const simulation = forceSimulation(bodies)
    .stop()
    .randomSource(createRandom(pieces.length))
    .alphaDecay(1 - REST ** (1 / TICKS))
    .velocityDecay(0.45)
    .force(
      'ties',
      forceLink<Body, SimulationLinkDatum<Body>>(links)
        .distance(4 * symbolRadius)
        .strength(linkStrength(pieces.length, ties, pulling)),
    )
    .force('middle', (alpha: number) => drawToMiddle(movers, alpha));
  if (pieces.length <= MANY) simulation.force('apart', () => pushApart(bodies, movers));
  simulation.force('cell', () => keepInCells(movers, symbolRadius));
  simulation.tick(TICKS);
  for (const { piece, x, y } of movers) {
    piece.x = x;
    piece.y = y;
  }
}

/** As in d3-force, a tie of somebody with many ties pulls less; weaker here, since the cells decide and ties only order. */
function linkStrength(
  count: number,
  ties: readonly Tie[],
  pulling: readonly Tie[],
): (link: SimulationLinkDatum<Body>, at: number) => number {
  const degrees = new Int32Array(count);
  for (const [a, b] of ties) {
    degrees[a] = (degrees[a] ?? 0) + 1;
    degrees[b] = (degrees[b] ?? 0) + 1;
  }
  return (_, at) => {
    const [a, b] = pulling[at] ?? [0, 0];
    return 0.5 / Math.max(1, Math.min(degrees[a] ?? 1, degrees[b] ?? 1));
  };
}

function createBody(piece: Piece, symbolRadius: number): Body {
  const name = piece.variants[0];
  const halfWidth = Math.max(symbolRadius, name?.right ?? 0) + 3;
  const bottom = name?.bottom ?? symbolRadius;
  const fixed = piece.hold === 'free' ? {} : { fx: piece.x, fy: piece.y };
  const { cell, x, y } = piece;
  return {
    piece,
    cell,
    halfWidth,
    halfHeight: (symbolRadius + bottom) / 2 + 2,
    down: (bottom - symbolRadius) / 2,
    x,
    y,
    ...fixed,
  };
}

/** Starts everybody without a place evenly over their cell, in the order in which they were given. */
function seedBodies(movers: readonly Body[]): void {
  for (const [cell, list] of inCells(movers)) {
    const points = latticeIn(cell, Math.sqrt(cell.area / (8 * list.length + 8)), 0);
    list.forEach((body, at) => {
      const point = points[Math.floor(((at + 0.5) * points.length) / list.length)] ?? cell.centre;
      body.x = point.x;
      body.y = point.y;
    });
  }
}

function pushApart(bodies: readonly Body[], movers: readonly Body[]): void {
  for (const a of movers) {
    for (const b of bodies) {
      // Two who both move meet twice: once is enough.
      if (b === a || (b.piece.hold === 'free' && b.piece.index < a.piece.index)) continue;
      pushPair(a, b);
    }
  }
}

/** Half of what is missing along the axis where less is missing, shared by the two unless the other stands fixed. */
function pushPair(a: Body, b: Body): void {
  const dx = b.x - a.x;
  const missingX = a.halfWidth + b.halfWidth - Math.abs(dx);
  if (missingX <= 0) return;
  const dy = b.y + b.down - a.y - a.down;
  const missingY = a.halfHeight + b.halfHeight - Math.abs(dy);
  if (missingY <= 0) return;
  const bMoves = b.piece.hold === 'free';
  const share = bMoves ? 0.25 : 0.5;
  if (missingX < missingY) {
    const push = (dx < 0 ? -share : share) * missingX;
    a.x -= push;
    if (bMoves) b.x += push;
  } else {
    const push = (dy < 0 ? -share : share) * missingY;
    a.y -= push;
    if (bMoves) b.y += push;
  }
}

/** forceX and forceY in one: everybody a little towards the middle of their cell. */
function drawToMiddle(bodies: readonly Body[], alpha: number): void {
  for (const body of bodies) {
    const { centre } = body.cell;
    body.vx = (body.vx ?? 0) + (centre.x - body.x) * TO_MIDDLE * alpha;
    body.vy = (body.vy ?? 0) + (centre.y - body.y) * TO_MIDDLE * alpha;
  }
}

function keepInCells(bodies: readonly Body[], margin: number): void {
  for (const body of bodies) {
    const x = body.x + (body.vx ?? 0);
    const y = body.y + (body.vy ?? 0);
    const inside = clampIntoCell(body.cell, x, y, margin + 1);
    if (inside.x === x && inside.y === y) continue;
    body.x = inside.x;
    body.y = inside.y;
    body.vx = 0;
    body.vy = 0;
  }
}
