// Counts on the drawn page what LAYOUT.md counts (bench metrics): symbols over symbols, names over names or symbols,
// people outside their own cell. Works on any svg of the app, on the screen and on the sheet.
import type { Page } from '@playwright/test';

export type Faults = {
  readonly people: number;
  readonly outOfCell: string[];
  readonly symbols: string[];
  readonly names: string[];
  readonly nameOverSymbol: string[];
  readonly withoutName: string[];
  readonly smallestName: number;
};

/** The map on the screen: every symbol in its own cell of `data-cells`, nothing over anything. */
export const faultsOnScreen = (page: Page): Promise<Faults> => page.evaluate(countFaults);

/** Runs inside the page. */
export function countFaults(): Faults {
  type Box = { x: number; y: number; right: number; bottom: number };
  const svg = document.querySelector<SVGSVGElement>('svg[data-map]');
  if (!svg) throw new Error('no map');
  const stage = svg.getBoundingClientRect();
  const cells = JSON.parse(svg.dataset['cells'] ?? '') as {
    cx: number;
    cy: number;
    ax: number;
    ay: number;
    radii: number[];
    sectors: { id: string; a0: number; a1: number }[];
  };
  /** Where the shape itself is on the page: Firefox counts the seam round it as part of it, others don't. */
  const boxOf = (shape: SVGGraphicsElement | null): DOMRect => {
    const [box, toPage] = [shape?.getBBox(), shape?.getScreenCTM()];
    if (!box || !toPage) return new DOMRect();
    const corner = new DOMPoint(box.x, box.y).matrixTransform(toPage);
    return new DOMRect(corner.x, corner.y, box.width * toPage.a, box.height * toPage.d);
  };
  const people = [...svg.querySelectorAll<SVGGElement>('g[data-person-id]')].map((g) => {
    const symbol = boxOf(g.querySelector<SVGGraphicsElement>('[data-symbol]'));
    const texts = [...g.querySelectorAll<SVGTextElement>('[data-label] text')];
    const boxes = texts.map(boxOf);
    // Letters don't fill their line: 15 % above and below, and a pixel at each side.
    const slack = texts.length > 0 ? 0.15 * Math.min(...boxes.map(({ height }) => height)) : 0;
    const label: Box | null =
      boxes.length === 0
        ? null
        : {
            x: Math.min(...boxes.map(({ x }) => x)) + 1,
            y: Math.min(...boxes.map(({ y }) => y)) + slack,
            right: Math.max(...boxes.map(({ right }) => right)) - 1,
            bottom: Math.max(...boxes.map(({ bottom }) => bottom)) - slack,
          };
    return {
      name: g.dataset['name'] ?? '',
      sector: g.dataset['sector'] ?? '',
      ring: g.dataset['ring'] ?? '',
      x: symbol.x + symbol.width / 2,
      y: symbol.y + symbol.height / 2,
      r: Math.min(symbol.width, symbol.height) / 2,
      label,
      size: texts[0] ? parseFloat(getComputedStyle(texts[0]).fontSize) : Infinity,
    };
  });
  const turn = 2 * Math.PI;
  const isInCell = ({ x, y, sector, ring }: (typeof people)[number]) => {
    const arc = cells.sectors.find(({ id }) => id === sector);
    const dx = (x - stage.x - cells.cx) / cells.ax;
    const dy = (y - stage.y - cells.cy) / cells.ay;
    const radius = Math.hypot(dx, dy);
    const outer = cells.radii.at(-1) ?? 0;
    const inner = ring === 'outside' ? outer : (cells.radii[Number(ring)] ?? NaN);
    const most = ring === 'outside' ? Infinity : (cells.radii[Number(ring) + 1] ?? NaN);
    if (!arc || radius < inner - 0.5 || radius > most + 0.5) return false;
    const angle = (((Math.atan2(dy, dx) - arc.a0) % turn) + turn) % turn;
    return angle <= arc.a1 - arc.a0 + 0.01 || angle > turn - 0.01;
  };
  const hits = (a: Box, b: Box) => a.x < b.right && b.x < a.right && a.y < b.bottom && b.y < a.bottom;
  const found = { symbols: [] as string[], names: [] as string[], nameOverSymbol: [] as string[] };
  people.forEach((a, index) => {
    people.forEach((b, other) => {
      if (index === other) return;
      if (index < other && Math.hypot(a.x - b.x, a.y - b.y) < a.r + b.r - 1) found.symbols.push(`${a.name}/${b.name}`);
      if (index < other && a.label && b.label && hits(a.label, b.label)) found.names.push(`${a.name}/${b.name}`);
      if (!a.label) return;
      const nearX = Math.max(a.label.x, Math.min(b.x, a.label.right));
      const nearY = Math.max(a.label.y, Math.min(b.y, a.label.bottom));
      if (Math.hypot(b.x - nearX, b.y - nearY) < b.r - 1) found.nameOverSymbol.push(`${a.name}/${b.name}`);
    });
  });
  return {
    people: people.length,
    outOfCell: people.filter((person) => !isInCell(person)).map(({ name }) => name),
    ...found,
    withoutName: people.filter(({ label }) => label === null).map(({ name }) => name),
    smallestName: Math.min(...people.map(({ size }) => size)),
  };
}
