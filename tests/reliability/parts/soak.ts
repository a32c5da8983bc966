import path from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { addressWithHooks, button, hearEdits, mapShown, newKeptMap, peopleOn, untilSaved } from '../app.ts';
import { startChromium } from '../chromium.ts';
import { editOf, prepareEdits } from '../edits.ts';
import type { Given, Part } from '../part.ts';

/** A meeting of three hours, in ten rounds; an even number of edits ends each with as many people as it began with. */
const ROUNDS = 10;
const EDITS = 500;
const UNDOS = 30;
const EXPORTS = 6;
const HIDES = 4;

/** What part of a round the daily form does. */
const SHORT_SIZE = 0.1;

const MB = 2 ** 20;

type Metrics = { readonly heap: number; readonly nodes: number; readonly listeners: number };

/** What the page holds when everything that nobody holds is gone. */
export async function collected(session: CDPSession, page: Page): Promise<Metrics> {
  await page.waitForTimeout(2000);
  for (let times = 0; times < 3; times += 1) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const value = (name: string) => metrics.find((it) => it.name === name)?.value ?? Number.NaN;
  return { heap: value('JSHeapUsedSize'), nodes: value('Nodes'), listeners: value('JSEventListeners') };
}

const editMany = (page: Page, from: number, count: number): Promise<void> =>
  page.evaluate(
    async ([first, times]) => {
      const { doEdit } = window as unknown as { doEdit: (k: number) => void };
      for (let k = first; k < first + times; k += 1) {
        doEdit(k);
        await new Promise((next) => setTimeout(next, 4));
      }
    },
    [from, count] as const,
  );

async function press(page: Page, keys: string, times: number): Promise<void> {
  for (let at = 0; at < times; at += 1) await page.keyboard.press(keys);
}

async function exportOnce(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Skriv ut/ })
    .first()
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Bilde', exact: true }).click();
  await page.locator('[data-prepared="ready"]').waitFor({ timeout: 30_000 });
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

async function hideOnce(page: Page): Promise<void> {
  await button(page, 'Skjul kartet').click();
  await button(page, 'Vis kartet').click();
  await mapShown(page);
}

/** `size`: what part of a whole round. */
async function round(page: Page, from: number, size: number): Promise<number> {
  const edits = 42 * Math.max(1, Math.round((EDITS * size) / 42));
  await editMany(page, from, edits);
  await untilSaved(page, 30_000);
  const undos = Math.ceil(UNDOS * size);
  await press(page, 'Control+z', undos);
  await press(page, 'Control+Shift+z', undos);
  for (let at = 0; at < Math.ceil(EXPORTS * size); at += 1) await exportOnce(page);
  for (let at = 0; at < Math.ceil(HIDES * size); at += 1) await hideOnce(page);
  await untilSaved(page, 30_000);
  return from + edits;
}

async function run({ count, short, folder, address, tell }: Given) {
  const size = short ? SHORT_SIZE : 1;
  const { page, context, version, kill } = await startChromium(path.join(folder, 'profile'));
  const session = await context.newCDPSession(page);
  const faults: string[] = [];
  await session.send('Performance.enable');
  await hearEdits(context, { done: -1, acknowledged: -1 });
  await newKeptMap(page, addressWithHooks(address));
  await prepareEdits(page, -1);
  // Everything has been loaded, and the history is as long as it gets.
  let next = 0;
  for (let at = 0; at < (short ? 1 : 2); at += 1) next = await round(page, next, size);
  const before = await collected(session, page);
  const first = next;
  let after = before;
  for (let at = 0; at < count; at += 1) {
    next = await round(page, next, size);
    after = await collected(session, page);
    tell(
      `${next - first} edits: ${Math.round(after.heap / MB)} MB, ${after.nodes} nodes, ${after.listeners} listeners`,
    );
  }
  const standsAt = editOf(await peopleOn(page));
  if (standsAt !== next - 1) faults.push(`the map stands at edit ${standsAt} instead of ${next - 1}`);
  await kill();
  const heap = (after.heap - before.heap) / MB;
  const nodes = (after.nodes - before.nodes) / before.nodes;
  const listeners = after.listeners - before.listeners;
  if (heap > 10) faults.push(`heap +${heap.toFixed(1)} MB`);
  // So soon not all is at rest yet that stays.
  if (nodes > 0.01 && !short) faults.push(`nodes +${(100 * nodes).toFixed(1)} %`);
  if (listeners > 0 && !short) faults.push(`listeners +${listeners}`);
  const signed = (value: number, digits: number) => `${value < 0 ? '' : '+'}${value.toFixed(digits)}`;
  const result = `heap ${signed(heap, 1)} MB (from ${(before.heap / MB).toFixed(1)}), nodes ${signed(100 * nodes, 1)} % (from ${before.nodes}), listeners ${signed(listeners, 0)} (from ${before.listeners}), after a garbage collection; all edits there`;
  return { faults, version, edits: next - first, result };
}

export const soak: Part = {
  id: 'M4',
  what: 'a meeting of three hours, compressed',
  goal: 'heap at most +10 MB, listeners +0, nodes at most +1 %',
  full: ROUNDS,
  short: 1,
  run: async (given) => {
    const { faults, version, edits, result } = await run(given);
    const count = given.count * (given.short ? SHORT_SIZE : 1);
    return {
      tried: `${edits} edits, ${Math.ceil(count * UNDOS)} undos and as many redos, ${Math.ceil(count * EXPORTS)} pictures, ${Math.ceil(count * HIDES)} times covered, after such rounds to warm up`,
      count: edits,
      browser: version,
      result,
      faults,
    };
  },
};
