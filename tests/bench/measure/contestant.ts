// One contestant, one network: a fresh browser for every page, so that nothing is warm from the one before.
import { type Browser, chromium, type Page } from '@playwright/test';
import { chromiumLaunch } from '../../checks/browser.mjs';
import { type Network, STAGE } from '../contract.ts';
import type { Timing } from '../page/harness.ts';
import { type DragCost, measureDrag } from './drag.ts';
import { type Moved, movedBetween, type Quality, qualityOf } from './quality.ts';

/** `work`: milliseconds that the main thread was at work until the picture was at rest, whatever else the machine did. */
export type Effort = Timing & { readonly work: number };

export type Measured = {
  readonly quality: Quality;
  /** At the machine's own speed, and four times slower. */
  readonly at1: Effort;
  readonly at4: Effort;
  readonly drag: DragCost;
  readonly same: boolean;
  readonly removed: Moved;
  readonly added: Moved;
};

export type Limits = {
  readonly dragMs: number;
  /** How long a picture may take to come to rest; twice as long at a quarter of the speed. */
  readonly patienceMs: number;
};

/** One page may not take longer than this, whatever it does. */
const PAGE_LIMIT = 180_000;

export async function measure(address: string, name: string, network: Network, limits: Limits): Promise<Measured> {
  const { patienceMs, dragMs } = limits;
  const first = await onPage(address, 1, async (page) => {
    const timing = await mount(page, name, network, patienceMs);
    return { timing, ...(await pictureOn(page)) };
  });
  const quality = qualityOf(first.snapshot, network);
  const slow = await onPage(address, 4, async (page, browser) => {
    const timing = await mount(page, name, network, 2 * patienceMs);
    return { timing, drag: await measureDrag(browser, page, network, dragMs) };
  });
  const change = await onPage(address, 1, async (page) => {
    await mount(page, name, network, patienceMs);
    const whole = (await pictureOn(page)).positions;
    await update(page, without(network, somebody(network)), patienceMs);
    const fewer = (await pictureOn(page)).positions;
    await update(page, network, patienceMs);
    return { whole, fewer, again: (await pictureOn(page)).positions };
  });
  const moved = (a: typeof change.whole, b: typeof change.whole) => movedBetween(a, b, quality.symbolSize);
  return {
    quality,
    at1: first.timing,
    at4: slow.timing,
    drag: slow.drag,
    same: moved(first.positions, change.whole).most < 0.05,
    removed: moved(change.whole, change.fewer),
    added: moved(change.fewer, change.again),
  };
}

/** The middle one of the middle ring. */
function somebody({ people }: Network): string {
  const ring = people.filter((person) => person.ring === 1);
  return (ring[Math.floor(ring.length / 2)] ?? people[0])?.id ?? '';
}

const without = (network: Network, id: string): Network => ({
  ...network,
  people: network.people.filter((person) => person.id !== id),
  ties: network.ties.filter((tie) => !tie.includes(id)),
});

async function onPage<Found>(
  address: string,
  slower: number,
  work: (page: Page, browser: Browser) => Promise<Found>,
): Promise<Found> {
  const browser = await chromium.launch(chromiumLaunch());
  try {
    const context = await browser.newContext({ viewport: STAGE, hasTouch: true });
    const page = await context.newPage();
    await page.goto(`${address}/index.html`);
    await page.addScriptTag({ url: '/harness.js', type: 'module' });
    await page.waitForFunction(() => window.bench !== undefined);
    const cdp = await context.newCDPSession(page);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: slower });
    return await inTime(work(page, browser));
  } finally {
    await browser.close();
  }
}

async function inTime<Value>(work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('took too long')), PAGE_LIMIT);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** In the page `bench` is there: onPage has waited for it. */
async function mount(page: Page, name: string, network: Network, patience: number): Promise<Effort> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.setTimeDomain', { timeDomain: 'threadTicks' });
  await cdp.send('Performance.enable');
  const worked = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return 1000 * (metrics.find((metric) => metric.name === 'TaskDuration')?.value ?? NaN);
  };
  await page.evaluate((who) => window.bench?.load(who), name);
  const before = await worked();
  const timing = await page.evaluate(([what, ms]) => window.bench?.mount(what, ms), [network, patience] as const);
  if (!timing) throw new Error('nothing was measured');
  return { ...timing, work: (await worked()) - before };
}

async function update(page: Page, network: Network, patience: number): Promise<void> {
  await page.evaluate(([what, ms]) => window.bench?.update(what, ms), [network, patience] as const);
}

async function pictureOn(page: Page) {
  const picture = await page.evaluate(() => {
    const { bench } = window;
    return bench && { positions: bench.positions(), snapshot: bench.snapshot() };
  });
  if (!picture) throw new Error('nothing is on the stage');
  return picture;
}
