import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import {
  addressWithHooks,
  hearEdits,
  type Heard,
  mapShown,
  newKeptMap,
  openTheMap,
  peopleOn,
  untilSaved,
} from '../app.ts';
import { type Running, startChromium } from '../chromium.ts';
import { edit, editOf, FIRST, prepareEdits } from '../edits.ts';
import type { Given, Part } from '../part.ts';

/** How a page ends, with edit `k` made in the very task that ends it or, where that is done from outside, just before. Resolves with a page on which the map is open again. */
type Exit = (page: Page, k: number, app: string) => Promise<Page>;

type Ending = { doEdit: (k: number) => void };
/** Between the older edit and the exit, in milliseconds. */
const OLD = [100, 400] as const;

/** From the closing of a tab to the next one. */
const AGAIN_MS = 300;

const reload: Exit = async (page, k) => {
  await leaving(page, () =>
    page.evaluate((last) => {
      (window as unknown as Ending).doEdit(last);
      location.reload();
    }, k),
  );
  await mapShown(page);
  return page;
};

const navigate: Exit = async (page, k, app) => {
  await leaving(page, () =>
    page.evaluate((last) => {
      (window as unknown as Ending).doEdit(last);
      location.href = './icon.svg';
    }, k),
  );
  await page.goto(app);
  await mapShown(page);
  return page;
};

/**
 * As a person closes it. Not by `window.close()`: a page that is isolated by its headers hears no `pagehide` then (Chromium 156),
 * and nobody but a script can close it so.
 */
const closeTab: Exit = async (page, k, app) => {
  const context = page.context();
  await edit(page, k, k);
  await page.close();
  // Chromium lets a closed tab say its last words while the next is open already; nobody is back as fast as that.
  await wait(AGAIN_MS);
  const next = await context.newPage();
  await openTheMap(next, app);
  return next;
};

/** The answer of what ends a page may never come; the new page does. */
async function leaving(page: Page, act: () => Promise<void>): Promise<void> {
  const loaded = page.waitForEvent('load');
  await act().catch(() => undefined);
  await loaded;
}

const EXITS: readonly [name: string, exit: Exit][] = [
  ['reload', reload],
  ['navigation', navigate],
  ['tab close', closeTab],
];

class Tally {
  count = 0;
  lost = 0;
  oldKept = 0;
  newKept = 0;
  readonly faults: string[] = [];

  /** `at`: the newest edit; the one before it was older when the page ended. */
  add(found: number | null, at: number, heard: Heard, name: string): void {
    this.count += 1;
    if (found === null) this.faults.push(`${name}: a map that never was`);
    if (found === null || found < heard.acknowledged) {
      this.lost += 1;
      this.faults.push(`${name}: ${heard.acknowledged} was acknowledged, ${found ?? 'nothing'} is found`);
    }
    if (found !== null && found >= at - 1) this.oldKept += 1;
    if (found !== null && found >= at) this.newKept += 1;
  }

  toString(): string {
    const share = (kept: number) => `${((100 * kept) / Math.max(1, this.count)).toFixed(1)} %`;
    return `${this.lost} acknowledged lost, ≥ 100 ms old ${share(this.oldKept)}, 0 ms old ${share(this.newKept)}`;
  }
}

/** An edit, a while, an edit and at once the exit. Gives the newest one. */
async function editAndLeave(
  page: Page,
  from: number,
  random: () => number,
  leave: (k: number) => Promise<Page>,
): Promise<readonly [Page, number]> {
  await edit(page, from + 1, from + 1);
  await wait(OLD[0] + random() * (OLD[1] - OLD[0]));
  return [await leave(from + 2), from + 2];
}

async function inOneBrowser(given: Given, running: Running, heard: Heard, tallies: Map<string, Tally>): Promise<void> {
  const app = addressWithHooks(given.address);
  for (const [name, exit] of EXITS) {
    const tally = new Tally();
    tallies.set(name, tally);
    let page = await running.context.newPage();
    await openTheMap(page, app);
    for (let at = 0; at < given.count; at += 1) {
      const from = editOf(await peopleOn(page)) ?? FIRST;
      await prepareEdits(page, from);
      Object.assign(heard, { done: from, acknowledged: from });
      const [next, newest] = await editAndLeave(page, from, given.random, (k) => exit(page, k, app));
      page = next;
      tally.add(editOf(await peopleOn(page)), newest, heard, name);
      if ((at + 1) % 50 === 0) given.tell(`${name}: ${at + 1} of ${given.count}`);
    }
    await page.close();
  }
}

async function closingBrowsers(given: Given, profile: string, heard: Heard, tally: Tally): Promise<void> {
  const app = addressWithHooks(given.address);
  let newest = -1;
  for (let at = 0; at <= given.count; at += 1) {
    const running = await startChromium(profile);
    await openTheMap(running.page, app);
    const found = editOf(await peopleOn(running.page));
    if (newest >= 0) tally.add(found, newest, heard, 'browser close');
    if (at === given.count) return running.close();
    const from = found ?? FIRST;
    await hearEdits(running.context, heard);
    await prepareEdits(running.page, from);
    Object.assign(heard, { done: from, acknowledged: from });
    [, newest] = await editAndLeave(running.page, from, given.random, async (k) => {
      // As near to 0 ms as it goes from outside: asked before it answers, the browser may end before there is an edit.
      await edit(running.page, k, k);
      running.askToClose();
      return running.page;
    });
    await running.close();
    if ((at + 1) % 50 === 0) given.tell(`browser close: ${at + 1} of ${given.count}`);
  }
}

export const exits: Part = {
  id: 'R3',
  what: 'a page that ends: reload, navigation, tab close, browser close',
  goal: '200 of each: 0 acknowledged edits lost, edits at least 100 ms old kept ≥ 99.5 %',
  full: 200,
  short: 1,
  run: async (given) => {
    const profile = path.join(given.folder, 'profile');
    const app = addressWithHooks(given.address);
    const heard: Heard = { done: -1, acknowledged: -1 };
    const running = await startChromium(profile);
    await hearEdits(running.context, heard);
    await newKeptMap(running.page, app);
    await prepareEdits(running.page, -1);
    await edit(running.page, 0, FIRST);
    await untilSaved(running.page);
    // With its last tab the browser would end too.
    await running.page.goto('about:blank');
    const tallies = new Map<string, Tally>();
    await inOneBrowser(given, running, heard, tallies);
    await running.close();
    const closing = new Tally();
    tallies.set('browser close', closing);
    await closingBrowsers(given, profile, heard, closing);
    const all = [...tallies.values()];
    const old = all.filter(({ oldKept, count }) => oldKept < count * 0.995);
    return {
      tried: [...tallies].map(([name, { count }]) => `${count} × ${name}`).join(', '),
      count: all.reduce((sum, { count }) => sum + count, 0),
      browser: running.version,
      result: [...tallies].map(([name, tally]) => `${name}: ${String(tally)}`).join('; '),
      faults: [...all.flatMap(({ faults }) => faults), ...old.map((tally) => `older edits lost: ${String(tally)}`)],
    };
  },
};
