// The usual way: React draws the svg, d3-force lives in an effect, and every tick and every move of a finger is a setState.
import { forceCollide, forceLink, forceManyBody, forceRadial, forceSimulation, forceX, forceY } from 'd3-force';
import type { Simulation, SimulationNodeDatum } from 'd3-force';
import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Cells, Contestant, Network, Positions } from '../contract.ts';
import { STAGE } from '../contract.ts';
import { baseline, cellOf, FONT, HUES, linesOf, standardCells, usualSizes } from './common.ts';
import { namesIn, symbolsAt, tiesBetween } from './readSvg.ts';

type Dot = SimulationNodeDatum & { readonly id: string; x: number; y: number };
type Running = { readonly simulation: Simulation<Dot, undefined>; readonly dots: ReadonlyMap<string, Dot> };

function start({ people, ties }: Network, cells: Cells, before: Running | null): Running {
  const { diameter, font } = usualSizes(people.length);
  const dots = new Map(
    people.map((person) => {
      const [x, y] = cellOf(cells, person).middle;
      const was = before?.dots.get(person.id);
      return [person.id, { id: person.id, x: was?.x ?? x, y: was?.y ?? y }];
    }),
  );
  const cell = new Map(people.map((person) => [person.id, cellOf(cells, person)]));
  const simulation = forceSimulation<Dot>([...dots.values()])
    .force('radial', forceRadial<Dot>(({ id }) => cell.get(id)?.radius ?? 0, cells.cx, cells.cy).strength(0.6))
    .force('x', forceX<Dot>(({ id }) => cell.get(id)?.middle[0] ?? 0).strength(0.15))
    .force('y', forceY<Dot>(({ id }) => cell.get(id)?.middle[1] ?? 0).strength(0.15))
    .force('collide', forceCollide<Dot>(diameter / 2 + font * 0.9).iterations(2))
    .force('charge', forceManyBody<Dot>().strength(-12).distanceMax(150))
    .force(
      'link',
      forceLink<Dot, { source: string; target: string }>(ties.map(([source, target]) => ({ source, target })))
        .id(({ id }) => id)
        .strength(0.004),
    );
  if (before) simulation.alpha(0.3);
  return { simulation, dots };
}

type Props = { readonly network: Network; readonly cells: Cells; readonly onRunning: (running: Running) => void };

function NetworkMap({ network, cells, onRunning }: Props) {
  const [running, setRunning] = useState<Running | null>(null);
  const [, setTick] = useState(0);
  const latest = useRef<Running | null>(null);
  const dragged = useRef<Dot | null>(null);
  useEffect(() => {
    const next = start(network, cells, latest.current);
    next.simulation.on('tick', () => setTick((tick) => tick + 1));
    latest.current = next;
    setRunning(next);
    onRunning(next);
    return () => void next.simulation.stop();
  }, [network, cells, onRunning]);
  const take = (id: string) => (event: PointerEvent<SVGGElement>) => {
    dragged.current = running?.dots.get(id) ?? null;
    event.currentTarget.ownerSVGElement?.setPointerCapture(event.pointerId);
    running?.simulation.alphaTarget(0.3).restart();
  };
  const move = ({ clientX, clientY }: PointerEvent) => {
    if (!dragged.current) return;
    Object.assign(dragged.current, { fx: clientX, fy: clientY });
    setTick((tick) => tick + 1);
  };
  const drop = () => {
    if (dragged.current) Object.assign(dragged.current, { fx: null, fy: null });
    dragged.current = null;
    running?.simulation.alphaTarget(0);
  };
  return (
    <svg {...STAGE} style={{ display: 'block', touchAction: 'none' }} onPointerMove={move} onPointerUp={drop}>
      <Grid cells={cells} />
      {running && <Drawn network={network} dots={running.dots} take={take} />}
    </svg>
  );
}

function Grid({ cells: { cx, cy, radii, sectors } }: { readonly cells: Cells }) {
  const outer = radii.at(-1) ?? 0;
  return (
    <g fill="none" stroke="#cbd5e1">
      {radii.map((radius) => (
        <circle key={radius} cx={cx} cy={cy} r={radius} />
      ))}
      {sectors.map(({ id, a0 }) => (
        <line key={id} x1={cx} y1={cy} x2={cx + outer * Math.cos(a0)} y2={cy + outer * Math.sin(a0)} />
      ))}
    </g>
  );
}

type DrawnProps = {
  readonly network: Network;
  readonly dots: ReadonlyMap<string, Dot>;
  readonly take: (id: string) => (event: PointerEvent<SVGGElement>) => void;
};

function Drawn({ network: { people, ties }, dots, take }: DrawnProps) {
  const { diameter, font } = usualSizes(people.length);
  return (
    <>
      {ties.map(([a, b]) => {
        const from = dots.get(a);
        const to = dots.get(b);
        return from && to && <line key={`${a} ${b}`} x1={from.x} y1={from.y} x2={to.x} y2={to.y} stroke="#94a3b8" />;
      })}
      {people.map(({ id, name, sector }) => {
        const dot = dots.get(id);
        return (
          dot && (
            <g key={id} data-person-id={id} transform={`translate(${dot.x},${dot.y})`} onPointerDown={take(id)}>
              <circle r={diameter / 2} fill={HUES[sector]} stroke="#fff" />
              <text fontSize={font} fontFamily={FONT} textAnchor="middle" fill="#111827">
                {linesOf(name, font).map((line, at) => (
                  <tspan key={at} x={0} y={baseline(diameter, font, at)}>
                    {line}
                  </tspan>
                ))}
              </text>
            </g>
          )
        );
      })}
    </>
  );
}

export const contestant: Contestant = {
  mount: async (stage, first) => {
    const root = createRoot(stage);
    const cells = standardCells(first);
    let network = first;
    let running: Running | null = null;
    const render = () =>
      new Promise<void>((resolve) => {
        const onRunning = (next: Running) => {
          running = next;
          resolve();
        };
        root.render(<NetworkMap network={network} cells={cells} onRunning={onRunning} />);
      });
    await render();
    const positions = (): Positions =>
      Object.fromEntries([...(running?.dots.values() ?? [])].map(({ id, x, y }) => [id, [x, y]]));
    return {
      positions,
      snapshot: () => {
        const { diameter, font } = usualSizes(network.people.length);
        const symbols = symbolsAt(positions(), diameter / 2);
        return { symbols, names: namesIn(stage, font), ties: tiesBetween(network, symbols), cells };
      },
      update: async (next) => {
        network = next;
        await render();
      },
    };
  },
};
