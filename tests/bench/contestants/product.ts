// The product as it is built, in a frame of its own; read through the hooks that DESIGN.md promises (`?view=map&hooks`).
import { standardSectors } from '../../../src/model/presets.ts';
import type { Cells, Contestant, NameMark, Network, Person, Point, SymbolMark, TieMark } from '../contract.ts';
import { mapFileOf } from '../mapFile.ts';

type Hooks = {
  readonly open: (file: File) => Promise<void>;
  readonly addPerson: (person: Person & { readonly knows: readonly string[] }) => void;
  readonly removePerson: (id: string) => void;
};
type ProductWindow = Window & typeof globalThis & { readonly nettverkskart?: Hooks };

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

async function until<Value>(get: () => Value | undefined): Promise<Value> {
  for (;;) {
    const value = get();
    if (value !== undefined) return value;
    await nextFrame();
  }
}

const middle = ({ x, y, width, height }: DOMRect): Point => [x + width / 2, y + height / 2];

/** Also somebody who is being dragged, in an svg on top of the map. */
const peopleIn = (page: Document): SVGGElement[] => [
  ...page.querySelectorAll<SVGGElement>('svg.map g[data-person-id]'),
];

const idOf = (person: SVGGElement): string => person.dataset['personId'] ?? '';
const symbolBox = (person: SVGGElement): DOMRect =>
  person.querySelector('[data-symbol]')?.getBoundingClientRect() ?? new DOMRect();

function symbolOf(person: SVGGElement): SymbolMark {
  const box = symbolBox(person);
  const [x, y] = middle(box);
  return { id: idOf(person), x, y, r: Math.min(box.width, box.height) / 2 };
}

function nameOf(person: SVGGElement): NameMark[] {
  const lines = [...person.querySelectorAll<SVGTextElement>('[data-label] text')];
  const [first] = lines;
  const scale = first?.getScreenCTM();
  if (!first || !scale || getComputedStyle(first).visibility === 'hidden') return [];
  const boxes = lines.map((line) => line.getBoundingClientRect());
  const x = Math.min(...boxes.map(({ left }) => left));
  const y = Math.min(...boxes.map(({ top }) => top));
  return [
    {
      id: idOf(person),
      x,
      y,
      w: Math.max(...boxes.map(({ right }) => right)) - x,
      h: Math.max(...boxes.map(({ bottom }) => bottom)) - y,
      font: parseFloat(getComputedStyle(first).fontSize) * Math.hypot(scale.a, scale.b),
      lines: lines.length,
      text: lines.map(({ textContent }) => textContent).join(' '),
    },
  ];
}

/** A tie as it runs: curves as ten straight pieces. */
function tieOf(path: SVGPathElement): TieMark[] {
  const matrix = path.getScreenCTM();
  const { from, to } = path.dataset;
  if (!matrix || from === undefined || to === undefined) return [];
  const length = path.getTotalLength();
  const pieces = path.getAttribute('d')?.includes('Q') ? 10 : 1;
  const points = Array.from({ length: pieces + 1 }, (_, at): Point => {
    const { x, y } = path.getPointAtLength((length * at) / pieces).matrixTransform(matrix);
    return [x, y];
  });
  return [{ a: from, b: to, points }];
}

function cellsOf(page: Document): Cells {
  const svg = page.querySelector<SVGSVGElement>('svg[data-map]');
  const cells = JSON.parse(svg?.dataset['cells'] ?? 'null') as Cells | null;
  const box = svg?.getBoundingClientRect();
  if (!cells || !box) throw new Error('the product says nothing about its cells');
  const kinds = new Map(standardSectors().map(({ kind, id }): [string, string] => [id, kind]));
  const sectors = cells.sectors.map((sector) => ({ ...sector, id: kinds.get(sector.id) ?? sector.id }));
  return { ...cells, cx: cells.cx + box.x, cy: cells.cy + box.y, sectors };
}

type Opened = { readonly view: ProductWindow; readonly page: Document; readonly hooks: Hooks };
let opened: Opened | null = null;

async function openStart(stage: HTMLElement): Promise<void> {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'border:0;width:100%;height:100%;display:block';
  frame.src = '/app/index.html?view=map&hooks&lang=nb';
  stage.append(frame);
  await new Promise((resolve) => frame.addEventListener('load', resolve));
  const view = frame.contentWindow as ProductWindow;
  opened = { view, page: view.document, hooks: await until(() => view.nettverkskart) };
}

const knows = ({ ties }: Network, id: string): string[] =>
  ties.filter((tie) => tie.includes(id)).map(([a, b]) => (a === id ? b : a));

export const contestant: Contestant = {
  prepare: openStart,
  mount: async (_, first) => {
    if (!opened) throw new Error('the product is not there');
    const { hooks, view, page } = opened;
    let network = first;
    const file = new view.File([mapFileOf(first)], 'bench.nettverkskart.json', { type: 'application/json' });
    await hooks.open(file);
    const mark = view.performance.getEntriesByName('map:first').at(-1);
    const firstPicture = (mark?.startTime ?? NaN) + view.performance.timeOrigin - performance.timeOrigin;
    return {
      firstPicture,
      positions: () => Object.fromEntries(peopleIn(page).map((person) => [idOf(person), middle(symbolBox(person))])),
      snapshot: () => ({
        symbols: peopleIn(page).map(symbolOf),
        names: peopleIn(page).flatMap(nameOf),
        ties: [...page.querySelectorAll<SVGPathElement>('svg[data-map] path[data-relation-id]')].flatMap(tieOf),
        cells: cellsOf(page),
      }),
      update: async (next) => {
        const stay = new Set(next.people.map(({ id }) => id));
        const were = new Set(network.people.map(({ id }) => id));
        for (const { id } of network.people) if (!stay.has(id)) hooks.removePerson(id);
        for (const person of next.people) {
          if (!were.has(person.id)) hooks.addPerson({ ...person, knows: knows(next, person.id) });
        }
        network = next;
        await until(() => (peopleIn(page).length === next.people.length ? true : undefined));
      },
    };
  },
};
