// WebCola: names and symbols as rectangles that must not overlap, and everybody held in the largest rectangle that fits
// into their cell, by constraints to fixed corners. (It knows only upright rectangles: a ring cannot be said exactly.)
import { Layout } from 'webcola';
import type { Cells, Contestant, Network, Person } from '../contract.ts';
import { baseline, cellOf, linesOf, standardCells, textWidth, usualSizes } from './common.ts';
import { roomIn, type Room } from './rooms.ts';
import { createSvgView } from './svgView.ts';

type Block = { x: number; y: number; width: number; height: number; fixed?: number };
type PersonBlock = Block & { readonly id: string; readonly room: Room; readonly down: number };
type Constraint = { axis: 'x' | 'y'; left: number; right: number; gap: number };

/** Somebody's symbol and name as one rectangle, and how far its middle lies below the symbol's. */
function blockOf(person: Person, { people }: Network, rooms: Map<string, Room>, cells: Cells): PersonBlock {
  const { diameter, font } = usualSizes(people.length);
  const lines = linesOf(person.name, font);
  const width = Math.max(diameter, ...lines.map((line) => textWidth(line, font))) + 3;
  const height = diameter / 2 + baseline(diameter, font, lines.length - 1) + font * 0.3 + 2;
  const key = `${person.sector} ${person.ring}`;
  const room = rooms.get(key) ?? roomIn(cellOf(cells, person), cells);
  rooms.set(key, room);
  const [x, y] = cellOf(cells, person).middle;
  const number = Number(person.id.slice(1));
  // A little apart, the same every time.
  const apart = (step: number) => (((number * step) % 61) - 30) * 0.6;
  return { id: person.id, room, down: (height - diameter) / 2, width, height, x: x + apart(37), y: y + apart(53) };
}

function withCorners(people: readonly PersonBlock[]): { blocks: Block[]; constraints: Constraint[] } {
  const blocks: Block[] = [...people];
  const constraints: Constraint[] = [];
  const corners = new Map<Room, number>();
  const corner = (x: number, y: number): Block => ({ x, y, width: 0, height: 0, fixed: 1 });
  people.forEach(({ room }, index) => {
    let first = corners.get(room);
    if (first === undefined) {
      first = blocks.push(corner(room.left, room.top), corner(room.right, room.bottom)) - 2;
      corners.set(room, first);
    }
    for (const axis of ['x', 'y'] as const) {
      constraints.push({ axis, left: first, right: index, gap: 0 }, { axis, left: index, right: first + 1, gap: 0 });
    }
  });
  return { blocks, constraints };
}

function layOut(network: Network, cells: Cells, before: ReadonlyMap<string, PersonBlock>): Map<string, PersonBlock> {
  const rooms = new Map<string, Room>();
  const people = network.people.map((person) => {
    const block = blockOf(person, network, rooms, cells);
    const was = before.get(person.id);
    return was ? { ...block, x: was.x, y: was.y } : block;
  });
  const index = new Map(people.map(({ id }, at) => [id, at]));
  const { blocks, constraints } = withCorners(people);
  const links = network.ties.map(([a, b]) => ({ source: index.get(a) ?? 0, target: index.get(b) ?? 0, weight: 0.2 }));
  const layout = new Layout()
    .size([cells.cx * 2, cells.cy * 2])
    .nodes(blocks)
    .links(links)
    .linkDistance(90)
    .constraints(constraints)
    .avoidOverlaps(true)
    .handleDisconnected(false)
    .convergenceThreshold(1e-3);
  const again = before.size > 0;
  layout.start(again ? 0 : 10, again ? 0 : 15, again ? 15 : 25, 0, false, false);
  return new Map(people.map((block) => [block.id, block]));
}

export const contestant: Contestant = {
  mount: (stage, first) => {
    const cells = standardCells(first);
    let blocks = layOut(first, cells, new Map());
    const view = createSvgView(stage, first, cells);
    const draw = () => view.place([...blocks].map(([id, { x, y, down }]) => [id, [x, y - down]] as const));
    draw();
    return {
      positions: view.positions,
      snapshot: view.snapshot,
      update: (next) => {
        view.setPeople(next);
        blocks = layOut(next, cells, blocks);
        draw();
      },
    };
  },
};
