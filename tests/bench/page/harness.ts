// Runs in the page: mounts one contestant and times it. The same for all of them.
import type { Contestant, Mounted, Network, Positions, Snapshot } from '../contract.ts';

export type Timing = {
  /** Milliseconds from the network handed in to everybody drawn and painted once. */
  readonly first: number;
  /** To the last time that anybody moved. */
  readonly settled: number;
  /** Not at rest when patience ended. */
  readonly restless: boolean;
};

export type Bench = {
  readonly load: (contestant: string) => Promise<void>;
  readonly mount: (network: Network, patience: number) => Promise<Timing>;
  readonly update: (network: Network, patience: number) => Promise<void>;
  readonly positions: () => Positions;
  readonly snapshot: () => Snapshot;
};

/** Nobody has moved by more than half a pixel for so long: at rest. */
const REST = 400;
const LOOK_EVERY = 40;

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Resolves when the frame that is being prepared has been drawn. */
const painted = () =>
  new Promise<void>((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => resolve());
      port1.start();
      port2.postMessage(null);
    });
  });

function farthest(before: Positions, now: Positions): number {
  return Object.entries(now).reduce((most, [id, [x, y]]) => {
    const was = before[id];
    return Math.max(most, was ? Math.hypot(x - was[0], y - was[1]) : Infinity);
  }, 0);
}

/** Waits until nobody moves; says when the last of them did. */
async function rest(mounted: Mounted, patience: number): Promise<{ at: number; restless: boolean }> {
  const start = performance.now();
  let at = start;
  let before = mounted.positions();
  for (;;) {
    await wait(LOOK_EVERY);
    const now = performance.now();
    const positions = mounted.positions();
    if (farthest(before, positions) > 0.5) at = now;
    before = positions;
    if (now - at > REST) return { at, restless: false };
    if (now - start > patience) return { at: now, restless: true };
  }
}

const stage = document.getElementById('stage') ?? document.body;
let contestant: Contestant | null = null;
let mounted: Mounted | null = null;

function there(): Mounted {
  if (!mounted) throw new Error('nobody is mounted');
  return mounted;
}

const bench: Bench = {
  load: async (name) => {
    ({ contestant } = (await import(/* @vite-ignore */ `/${name}.js`)) as { contestant: Contestant });
    await contestant.prepare?.(stage);
    await wait(200);
  },
  mount: async (network, patience) => {
    if (!contestant) throw new Error('nobody is loaded');
    const start = performance.now();
    mounted = await contestant.mount(stage, network);
    await painted();
    const drawn = performance.now();
    const { at, restless } = await rest(mounted, patience);
    return { first: (mounted.firstPicture ?? drawn) - start, settled: at - start, restless };
  },
  update: async (network, patience) => {
    await there().update(network);
    await painted();
    await rest(there(), patience);
  },
  positions: () => there().positions(),
  snapshot: () => there().snapshot(),
};

declare global {
  interface Window {
    bench?: Bench;
  }
}
window.bench = bench;
