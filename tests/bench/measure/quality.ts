// How good a picture is, counted on the page as it was drawn (the formulas of LAYOUT.md). All in CSS pixels.
import type { Cells, NameMark, Network, Person, Positions, Snapshot, SymbolMark } from '../contract.ts';
import { STAGE } from '../contract.ts';
import type { Box, NameBox } from './boxes.ts';
import { tieFaults, type TieFaults } from './ties.ts';

export type Quality = TieFaults & {
  /** People whose symbol's centre is not in their own cell. */
  readonly outOfCell: number;
  readonly symbolOverlaps: number;
  readonly nameName: number;
  readonly nameSymbol: number;
  /** People without a name on the picture, and with a shortened one. */
  readonly hidden: number;
  readonly shortened: number;
  /** Names that stand nearer to somebody else's symbol than to their own. */
  readonly ambiguous: number;
  /** The smallest name, in pixels, when the whole picture is in sight. */
  readonly smallestName: number;
  readonly symbolSize: number;
};

const TURN = 2 * Math.PI;
/** Letters don't fill their line: so much of it is air above and below. */
const AIR = 0.15;

export function qualityOf(snapshot: Snapshot, network: Network): Quality {
  const { symbols, names, cells } = snapshot;
  const people = new Map(network.people.map((person) => [person.id, person]));
  const shown = names.filter(({ w, font }) => w > 0 && font > 0);
  const boxes = shown.map(nameBox);
  return {
    outOfCell: symbols.filter((mark) => !isInCell(mark, people.get(mark.id), cells)).length,
    symbolOverlaps: pairs(symbols, (a, b) => Math.hypot(a.x - b.x, a.y - b.y) < a.r + b.r - 1),
    nameName: pairs(boxes, overlap),
    nameSymbol: count(boxes, symbols, (box, mark) => box.id !== mark.id && toBox(mark, box) < mark.r - 1),
    hidden: network.people.length - shown.length,
    shortened: shown.filter(({ id, text }) => plain(text) !== plain(people.get(id)?.name ?? '')).length,
    ambiguous: boxes.filter((box) => isAmbiguous(box, symbols)).length,
    smallestName: Math.min(Infinity, ...shown.map(({ font }) => font)) * shrinkToFit(snapshot),
    symbolSize: 2 * Math.min(...symbols.map(({ r }) => r)),
    ...tieFaults(snapshot.ties, symbols, boxes),
  };
}

const plain = (text: string): string => text.replace(/[\s-]+/g, ' ').trim();

function nameBox({ id, x, y, w, h, lines }: NameMark): NameBox {
  const air = (AIR * h) / Math.max(1, lines);
  return { id, x0: x + 1, y0: y + air, x1: x + w - 1, y1: y + h - air };
}

function isInCell({ x, y }: SymbolMark, person: Person | undefined, cells: Cells): boolean {
  const sector = cells.sectors.find(({ id }) => id === person?.sector);
  const inner = cells.radii[person?.ring ?? NaN];
  const outer = cells.radii[(person?.ring ?? NaN) + 1];
  if (!sector || inner === undefined || outer === undefined) return false;
  const dx = (x - cells.cx) / cells.ax;
  const dy = (y - cells.cy) / cells.ay;
  const radius = Math.hypot(dx, dy);
  if (radius < inner - 0.5 || radius > outer + 0.5) return false;
  const slack = 0.5 / Math.max(radius, 1);
  const turned = (((Math.atan2(dy, dx) - sector.a0) % TURN) + TURN) % TURN;
  return turned <= sector.a1 - sector.a0 + slack || turned >= TURN - slack;
}

function pairs<Mark>(marks: readonly Mark[], meet: (a: Mark, b: Mark) => boolean): number {
  return marks.reduce((sum, a, at) => sum + marks.slice(at + 1).filter((b) => meet(a, b)).length, 0);
}

function count<A, B>(some: readonly A[], others: readonly B[], meet: (a: A, b: B) => boolean): number {
  return some.reduce((sum, a) => sum + others.filter((b) => meet(a, b)).length, 0);
}

const overlap = (a: Box, b: Box): boolean => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;

/** From the middle of a symbol to a box. */
const toBox = ({ x, y }: SymbolMark, { x0, y0, x1, y1 }: Box): number =>
  Math.hypot(Math.max(x0 - x, 0, x - x1), Math.max(y0 - y, 0, y - y1));

function isAmbiguous(box: NameBox, symbols: readonly SymbolMark[]): boolean {
  const mine = symbols.find(({ id }) => id === box.id);
  if (!mine) return true;
  const own = Math.max(0, toBox(mine, box) - mine.r);
  return symbols.some((mark) => mark !== mine && toBox(mark, box) - mark.r < own + 1);
}

/** A picture that is larger than the stage must shrink until all of it is seen, names with it. */
function shrinkToFit({ symbols, names, cells }: Snapshot): number {
  const reach = cells.radii.at(-1) ?? 0;
  const xs = [...symbols.flatMap(({ x, r }) => [x - r, x + r]), ...names.flatMap(({ x, w }) => [x, x + w])];
  const ys = [...symbols.flatMap(({ y, r }) => [y - r, y + r]), ...names.flatMap(({ y, h }) => [y, y + h])];
  const width = spread([...xs, cells.cx - reach * cells.ax, cells.cx + reach * cells.ax]);
  const height = spread([...ys, cells.cy - reach * cells.ay, cells.cy + reach * cells.ay]);
  return Math.min(1, STAGE.width / width, STAGE.height / height);
}

const spread = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);

/** How far the others moved when one came or went, in symbol diameters; and which share of them moved at all. */
export type Moved = { readonly mean: number; readonly most: number; readonly share: number };

export function movedBetween(before: Positions, after: Positions, diameter: number): Moved {
  const ways = Object.entries(before).flatMap(([id, [x, y]]) => {
    const now = after[id];
    return now ? [Math.hypot(now[0] - x, now[1] - y) / diameter] : [];
  });
  if (ways.length === 0) return { mean: 0, most: 0, share: 0 };
  return {
    mean: ways.reduce((sum, way) => sum + way, 0) / ways.length,
    most: Math.max(...ways),
    share: ways.filter((way) => way > 0.1).length / ways.length,
  };
}
