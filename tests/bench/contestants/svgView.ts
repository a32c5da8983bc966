// A plain svg for contestants that only compute positions: people can be dragged, their ties go along.
import {
  type Cells,
  type Network,
  type Person,
  type Point,
  type Positions,
  type Snapshot,
  STAGE,
} from '../contract.ts';
import { baseline, FONT, HUES, linesOf, usualSizes } from './common.ts';
import { namesIn, symbolsAt, tiesBetween } from './readSvg.ts';

const SVG = 'http://www.w3.org/2000/svg';

function add<Name extends keyof SVGElementTagNameMap>(
  parent: Element,
  name: Name,
  attributes: Readonly<Record<string, string | number>> = {},
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  parent.append(element);
  return element;
}

type DrawnTie = { readonly a: string; readonly b: string; readonly line: SVGLineElement };

export function createSvgView(stage: HTMLElement, first: Network, cells: Cells) {
  const { diameter, font } = usualSizes(first.people.length);
  const svg = add(stage, 'svg', { ...STAGE, style: 'display:block;touch-action:none' });
  drawGrid(svg, cells);
  const tieLayer = add(svg, 'g', { stroke: '#94a3b8' });
  const peopleLayer = add(svg, 'g', { 'font-family': FONT, 'text-anchor': 'middle' });
  const at = new Map<string, Point>();
  const groups = new Map<string, SVGGElement>();
  let ties: DrawnTie[] = [];
  let network = first;

  const move = (id: string, [x, y]: Point) => {
    at.set(id, [x, y]);
    groups.get(id)?.setAttribute('transform', `translate(${x},${y})`);
  };
  const drawTies = (of: readonly DrawnTie[]) => {
    for (const { a, b, line } of of) {
      const [from, to] = [at.get(a), at.get(b)];
      if (!from || !to) continue;
      for (const [key, value] of Object.entries({ x1: from[0], y1: from[1], x2: to[0], y2: to[1] })) {
        line.setAttribute(key, String(value));
      }
    }
  };
  const addPerson = ({ id, name, sector }: Person) => {
    const group = add(peopleLayer, 'g', { 'data-person-id': id });
    add(group, 'circle', { r: diameter / 2, fill: HUES[sector] ?? '#555', stroke: '#fff' });
    const text = add(group, 'text', { 'font-size': font });
    linesOf(name, font).forEach((line, index) => {
      add(text, 'tspan', { x: 0, y: baseline(diameter, font, index) }).textContent = line;
    });
    groups.set(id, group);
  };
  const setPeople = (next: Network) => {
    const stay = new Set(next.people.map(({ id }) => id));
    for (const [id, group] of groups) {
      if (stay.has(id)) continue;
      group.remove();
      groups.delete(id);
      at.delete(id);
    }
    for (const person of next.people) if (!groups.has(person.id)) addPerson(person);
    tieLayer.replaceChildren();
    ties = next.ties.map(([a, b]) => ({ a, b, line: add(tieLayer, 'line') }));
    network = next;
  };
  setPeople(first);
  makeDraggable(svg, at, (id, point) => {
    move(id, point);
    drawTies(ties.filter(({ a, b }) => a === id || b === id));
  });
  const positions = (): Positions => Object.fromEntries(at);
  return {
    setPeople,
    positions,
    place: (points: readonly (readonly [string, Point])[]) => {
      for (const [id, point] of points) move(id, point);
      drawTies(ties);
    },
    snapshot: (): Snapshot => {
      const symbols = symbolsAt(positions(), diameter / 2);
      return { symbols, names: namesIn(stage, font), ties: tiesBetween(network, symbols), cells };
    },
  };
}

function drawGrid(svg: Element, { cx, cy, radii, sectors }: Cells): void {
  const grid = add(svg, 'g', { fill: 'none', stroke: '#cbd5e1' });
  for (const r of radii) add(grid, 'circle', { cx, cy, r });
  const outer = radii.at(-1) ?? 0;
  for (const { a0 } of sectors) {
    add(grid, 'line', { x1: cx, y1: cy, x2: cx + outer * Math.cos(a0), y2: cy + outer * Math.sin(a0) });
  }
}

function makeDraggable(svg: SVGSVGElement, at: ReadonlyMap<string, Point>, move: (id: string, to: Point) => void) {
  let dragged: { readonly id: string; readonly dx: number; readonly dy: number } | null = null;
  svg.addEventListener('pointerdown', (event) => {
    const id = (event.target as Element).closest<SVGGElement>('[data-person-id]')?.dataset['personId'];
    const point = id === undefined ? undefined : at.get(id);
    if (id === undefined || !point) return;
    dragged = { id, dx: point[0] - event.clientX, dy: point[1] - event.clientY };
    svg.setPointerCapture(event.pointerId);
  });
  svg.addEventListener('pointermove', ({ clientX, clientY }) => {
    if (dragged) move(dragged.id, [clientX + dragged.dx, clientY + dragged.dy]);
  });
  for (const end of ['pointerup', 'pointercancel']) svg.addEventListener(end, () => (dragged = null));
}
