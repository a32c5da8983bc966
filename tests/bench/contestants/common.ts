// What the contestants share, so that the difference is in how they place people: the same cells, sizes and lines.
import { type Cells, type Network, type Person, type Point, STAGE } from '../contract.ts';

export const FONT = 'Liberation Sans, Arial, sans-serif';
export const HUES: Readonly<Record<string, string>> = {
  family: '#c2410c',
  friends: '#1d4ed8',
  work: '#7e22ce',
  neighbours: '#15803d',
  professionals: '#0e7490',
};

const OUTER = 398;
const INNER = 30;
/** A name narrower than this stays on one line. */
const ONE_LINE = 58;

/** Diameter of a symbol and size of a name that a map of so many people usually has. */
export function usualSizes(people: number): { diameter: number; font: number } {
  if (people <= 25) return { diameter: 26, font: 13 };
  if (people <= 70) return { diameter: 22, font: 12 };
  if (people <= 110) return { diameter: 18, font: 11 };
  if (people <= 160) return { diameter: 14, font: 10 };
  return people <= 350 ? { diameter: 10, font: 9 } : { diameter: 7, font: 7 };
}

/** Equal rings and equal sectors, clockwise from 12 o'clock. */
export function standardCells({ rings, sectors }: Network): Cells {
  const turn = (2 * Math.PI) / sectors.length;
  return {
    cx: STAGE.width / 2,
    cy: STAGE.height / 2,
    ax: 1,
    ay: 1,
    radii: Array.from({ length: rings + 1 }, (_, ring) => INNER + ((OUTER - INNER) * ring) / rings),
    sectors: sectors.map((id, at) => ({ id, a0: -Math.PI / 2 + turn * at, a1: -Math.PI / 2 + turn * (at + 1) })),
  };
}

export type Cell = {
  readonly inner: number;
  readonly outer: number;
  readonly a0: number;
  readonly a1: number;
  /** Of the cell's middle, around the centre of the map. */
  readonly radius: number;
  readonly middle: Point;
};

export function cellOf(cells: Cells, { sector, ring }: Pick<Person, 'sector' | 'ring'>): Cell {
  const arc = cells.sectors.find(({ id }) => id === sector) ?? { a0: 0, a1: 0 };
  const inner = cells.radii[ring] ?? 0;
  const outer = cells.radii[ring + 1] ?? 0;
  const radius = (inner + outer) / 2;
  const angle = (arc.a0 + arc.a1) / 2;
  const middle = [cells.cx + radius * Math.cos(angle), cells.cy + radius * Math.sin(angle)] as const;
  return { inner, outer, a0: arc.a0, a1: arc.a1, radius, middle };
}

const context = document.createElement('canvas').getContext('2d');
const widths = new Map<string, number>();

export function textWidth(text: string, size: number): number {
  const key = `${size} ${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    if (!context) throw new Error('no canvas to measure with');
    context.font = `${size}px ${FONT}`;
    width = context.measureText(text).width;
    widths.set(key, width);
  }
  return width;
}

/** A name on one line, or on two, broken where the longer one is shortest. */
export function linesOf(name: string, size: number): string[] {
  let best = [name];
  let narrowest = textWidth(name, size);
  if (narrowest <= ONE_LINE) return best;
  for (const { index, 0: mark } of name.matchAll(/[ -]/g)) {
    const lines = [name.slice(0, mark === '-' ? index + 1 : index), name.slice(index + 1)];
    const width = Math.max(...lines.map((line) => textWidth(line, size)));
    if (width < narrowest) [narrowest, best] = [width, lines];
  }
  return best;
}

/** Distance of a line's baseline from the middle of the symbol. */
export const baseline = (diameter: number, font: number, line: number): number =>
  diameter / 2 + font * (0.95 + 1.08 * line);
