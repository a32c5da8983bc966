// Drags somebody with a finger and reads from the browser's own trace what each frame cost the main thread.
import type { Browser, Page } from '@playwright/test';
import { type Network, type Positions, STAGE } from '../contract.ts';

export type DragCost = {
  /** Milliseconds of main-thread work in a frame: the middle one, and the one that only 5 % are worse than. */
  readonly middle: number;
  readonly p95: number;
  readonly frames: number;
  /** Whether the person went along with the finger, for nothing is cheaper than not moving. */
  readonly followed: boolean;
};

type TraceEvent = {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
};

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];
const PER_SECOND = 60;

/** Somebody in the middle ring who knows more people than most there. */
function whoIsDragged({ people, ties }: Network): string {
  const known = (id: string) => ties.filter((tie) => tie.includes(id)).length;
  const ring = people.filter((person) => person.ring === 1).sort((a, b) => known(a.id) - known(b.id));
  return (ring[Math.floor(ring.length * 0.75)] ?? people[0])?.id ?? '';
}

export async function measureDrag(browser: Browser, page: Page, network: Network, ms: number): Promise<DragCost> {
  const id = whoIsDragged(network);
  const before = await positionsOn(page);
  const from = before[id];
  if (!from) throw new Error(`${id} is not on the stage`);
  const cdp = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: { x: number; y: number }[] = []) =>
    cdp.send('Input.dispatchTouchEvent', { type, touchPoints: points }).catch(() => undefined);
  await browser.startTracing(page, { categories: CATEGORIES });
  const sent: Promise<unknown>[] = [touch('touchStart', [{ x: from[0], y: from[1] }])];
  await wait(60);
  const start = performance.now();
  let halfWay: Promise<Positions> | null = null;
  for (let move = 1; ; move++) {
    const share = (performance.now() - start) / ms;
    if (share >= 1) break;
    const x = within(from[0] + 140 * Math.sin(2 * Math.PI * share), STAGE.width);
    const y = within(from[1] + 90 * Math.sin(4 * Math.PI * share), STAGE.height);
    sent.push(touch('touchMove', [{ x, y }]));
    if (share > 0.22) halfWay ??= positionsOn(page);
    await wait(Math.max(0, start + (move * 1000) / PER_SECOND - performance.now()));
  }
  sent.push(touch('touchEnd'));
  await Promise.all(sent);
  const then = (await halfWay) ?? before;
  const trace = JSON.parse((await browser.stopTracing()).toString('utf8')) as { traceEvents: TraceEvent[] };
  const costs = frameCosts(trace.traceEvents);
  const now = then[id] ?? from;
  return {
    middle: quantile(costs, 0.5),
    p95: quantile(costs, 0.95),
    frames: costs.length,
    followed: Math.hypot(now[0] - from[0], now[1] - from[1]) > 40,
  };
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const within = (value: number, most: number) => Math.max(2, Math.min(most - 2, value));

async function positionsOn(page: Page): Promise<Positions> {
  return page.evaluate(() => window.bench?.positions() ?? {});
}

/** Main-thread time of all tasks from one frame to the next, in the process that draws most frames. */
function frameCosts(events: readonly TraceEvent[]): number[] {
  const frames = events.filter(({ name, ph }) => name === 'AnimationFrame' && ph === 'b');
  const perThread = new Map<string, TraceEvent[]>();
  for (const frame of frames) {
    const thread = `${frame.pid} ${frame.tid}`;
    perThread.set(thread, [...(perThread.get(thread) ?? []), frame]);
  }
  const [busiest] = [...perThread].sort(([, a], [, b]) => b.length - a.length);
  if (!busiest) return [];
  const starts = busiest[1].map(({ ts }) => ts).sort((a, b) => a - b);
  const tasks = events
    .filter(({ name, ph, pid, tid }) => name === 'RunTask' && ph === 'X' && `${pid} ${tid}` === busiest[0])
    .sort((a, b) => a.ts - b.ts);
  const costs: number[] = [];
  let cost = 0;
  for (const { ts, dur = 0, tdur = dur } of tasks) {
    cost += tdur / 1000;
    let drawn = false;
    while ((starts[0] ?? Infinity) <= ts + dur) {
      starts.shift();
      drawn = true;
    }
    if (!drawn) continue;
    costs.push(cost);
    cost = 0;
  }
  // The first frames hold what was begun before the drag, the last one is not whole.
  return costs.slice(2, -1);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
