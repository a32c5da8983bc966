import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { addressWithHooks, button, hearEdits, type Heard, mapShown, newKeptMap, peopleOn, untilSaved } from '../app.ts';
import { startChromium } from '../chromium.ts';
import { edit, editOf, FIRST, prepareEdits } from '../edits.ts';
import type { Given, Part } from '../part.ts';

/** Set before the app runs: notes each transaction that writes, and each opening, from the moment the page goes away. */
function trap(): void {
  let isLeaving = false;
  const note = (what: string): void => {
    if (!isLeaving) return;
    const before = localStorage.getItem('trap') ?? '';
    localStorage.setItem('trap', `${before} ${what}`);
  };
  const open = Reflect.get(IDBFactory.prototype, 'open');
  IDBFactory.prototype.open = function (...given) {
    note('open');
    return Reflect.apply(open, this, given);
  };
  const transaction = Reflect.get(IDBDatabase.prototype, 'transaction');
  IDBDatabase.prototype.transaction = function (...given) {
    if (given[1] === 'readwrite') note('write');
    return Reflect.apply(transaction, this, given);
  };
  // In the first phase, so that what the app does on hearing it comes after.
  addEventListener('pagehide', () => (isLeaving = true), { capture: true });
  addEventListener('pageshow', () => (isLeaving = false), { capture: true });
  document.addEventListener('visibilitychange', () => (isLeaving = document.visibilityState === 'hidden'), {
    capture: true,
  });
  Object.assign(window, { trapWorks: () => note('write') });
}

const trapped = (page: Page) => page.evaluate(() => localStorage.getItem('trap') ?? '');

/** The page is hidden and comes back, or is loaded anew, with an edit in flight. */
async function leaveOnce(page: Page, k: number, isHidden: boolean): Promise<void> {
  if (!isHidden) {
    const loaded = page.waitForEvent('load');
    await page
      .evaluate((last) => {
        (window as unknown as { doEdit: (edit: number) => void }).doEdit(last);
        location.reload();
      }, k)
      .catch(() => undefined);
    await loaded;
    await mapShown(page);
    return;
  }
  await page.evaluate((last) => {
    const turn = (state: string): void => {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    };
    (window as unknown as { doEdit: (edit: number) => void }).doEdit(last);
    turn('hidden');
    setTimeout(() => turn('visible'), 150);
  }, k);
  await wait(200);
  // The map was covered; a tap lifts it.
  await button(page, 'Vis kartet').click();
  await mapShown(page);
  await untilSaved(page);
}

async function run({ count, folder, address }: Given) {
  const { page, context, version, kill } = await startChromium(path.join(folder, 'profile'));
  const heard: Heard = { done: -1, acknowledged: -1 };
  const faults: string[] = [];
  await context.addInitScript(trap);
  await hearEdits(context, heard);
  await newKeptMap(page, addressWithHooks(address));
  await prepareEdits(page, -1);
  await edit(page, 0, FIRST);
  await untilSaved(page);
  for (let at = 0; at < count; at += 1) {
    const from = editOf(await peopleOn(page)) ?? FIRST;
    await prepareEdits(page, from);
    await leaveOnce(page, from + 1, at % 2 === 0);
    const found = editOf(await peopleOn(page));
    if (found === null || found < from + 1) faults.push(`edit ${from + 1} is gone: ${found}`);
  }
  const noted = await trapped(page);
  if (noted !== '') faults.push(`opened while the page went away:${noted}`);
  // The trap itself: it notes what is done then.
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
    (window as unknown as { trapWorks: () => void }).trapWorks();
  });
  if ((await trapped(page)) === '') faults.push('the trap does not catch anything');
  await kill();
  return { faults, version };
}

export const hiding: Part = {
  id: 'R8',
  what: 'a page that is hidden or leaves with an edit in flight',
  goal: '0 transactions or openings after hide or pagehide',
  full: 100,
  short: 2,
  run: async (given) => {
    const { faults, version } = await run(given);
    return {
      tried: `${given.count} times hidden or loaded anew in the task of an edit, with a trap in the page; the static rule is tests/unit/storage/leaving.test.ts`,
      count: given.count,
      browser: version,
      result: `${faults.length} opened, or edits gone`,
      faults,
    };
  },
};
