import path from 'node:path';
import type { Page } from '@playwright/test';
import { addressWithHooks, button, mapShown, newKeptMap, untilSaved } from '../app.ts';
import { startChromium } from '../chromium.ts';
import type { Given, Part } from '../part.ts';

/** From the address to something that a person can use or read; the limit itself is 3 s, the rest is loading on a busy machine. */
const HANG_MS = 3000;
const LOADING_MS = 7000;

/** A page of the same origin that holds the database open and hears nothing: an older build, or one that is frozen. */
async function holdOpen(page: Page, address: string, version: number | null): Promise<void> {
  await page.goto(`${address}icon.svg`);
  await page.evaluate(
    (wanted) =>
      new Promise<void>((resolve, reject) => {
        const request = wanted === null ? indexedDB.open('nettverkskart') : indexedDB.open('nettverkskart', wanted);
        request.onsuccess = () => {
          Object.assign(window, { held: request.result });
          resolve();
        };
        request.onerror = () => reject(new Error('not opened'));
        request.onblocked = () => reject(new Error('blocked'));
      }),
    version,
  );
}

/** How long the start takes, until there is a way on. */
async function timeToUse(page: Page, app: string): Promise<number> {
  const begun = Date.now();
  await page.goto(app);
  await page
    .getByRole('button', { name: /^(Åpne:|Nytt kart – husk det her|Prøv igjen)/ })
    // The map that was open in this tab opens by itself.
    .or(page.locator('[data-map]'))
    .first()
    .waitFor({ timeout: HANG_MS + LOADING_MS });
  return Date.now() - begun;
}

async function once({ folder, address }: Given, at: number): Promise<{ faults: string[]; version: string }> {
  const { context, page, version, kill } = await startChromium(path.join(folder, `profile-${at}`));
  const app = addressWithHooks(address);
  const faults: string[] = [];
  try {
    const newer = at % 2 === 1;
    await newKeptMap(page, app);
    await page.goto('about:blank');
    const holder = await context.newPage();
    await holdOpen(holder, address, newer ? 99 : null);
    const ms = await timeToUse(page, app);
    if (newer) {
      // Newer than this build knows: never deleted, and what the second copy has can be taken along.
      const text = await page.evaluate(() => document.body.innerText);
      if (!/ikke (åpnet|lest)|svarer ikke|nyere/i.test(text) && !text.includes('Åpne')) faults.push('nothing is said');
      const kept = await holder.evaluate(() => (window as unknown as { held: IDBDatabase }).held.version);
      if (kept !== 99) faults.push(`the newer database is now of version ${kept}`);
    } else {
      await mapShown(page);
      await untilSaved(page, HANG_MS + LOADING_MS);
      await button(page, 'Til forsiden').click();
      await button(page, /^Slett:/).click();
      await button(page, 'Slett kartet').click();
      await page.getByText(/^Nå er kartet slettet herfra\./).waitFor({ timeout: HANG_MS + LOADING_MS });
    }
    if (ms > HANG_MS + LOADING_MS) faults.push(`${ms} ms to the first way on`);
  } catch (problem) {
    faults.push(String(problem).slice(0, 300));
  }
  await kill();
  return { faults: faults.map((fault) => `${at % 2 === 1 ? 'newer database' : 'held open'}: ${fault}`), version };
}

export const olderTab: Part = {
  id: 'T3',
  what: 'another window of another build holds the database, or has made it newer',
  goal: '0 hangs over 3 s in 100; nothing newer is deleted',
  full: 100,
  short: 2,
  run: async (given) => {
    const faults: string[] = [];
    let version = '';
    for (let at = 0; at < given.count; at += 1) {
      const ended = await once(given, at);
      faults.push(...ended.faults);
      version = ended.version;
      if ((at + 1) % 25 === 0) given.tell(`${at + 1} of ${given.count}`);
    }
    return {
      tried: `${given.count} starts beside a window that holds the database open and deaf, or has raised it to version 99: open, save, delete`,
      count: given.count,
      browser: version,
      result: `${faults.length} hangs or losses`,
      faults,
    };
  },
};
