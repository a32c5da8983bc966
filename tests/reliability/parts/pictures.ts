import path from 'node:path';
import type { Page } from '@playwright/test';
import { mapFileOf } from '../../bench/mapFile.ts';
import { makeNetwork } from '../../bench/networks.ts';
import { addressWithHooks, button, mapShown } from '../app.ts';
import { startChromium } from '../chromium.ts';
import type { Given, Part } from '../part.ts';
import { collected } from './soak.ts';

const PEOPLE = 40;
const MB = 2 ** 20;
const PATIENCE_MS = 30_000;

/** The most that each may take on two cores, in milliseconds, and what is chosen for it. */
const PAPERS = [
  { name: 'A4 at 300 dpi', paper: 'A4', limit: 1500 },
  { name: 'A3, as large as every device can bear', paper: 'A3 (dobbelt så stort)', limit: 3000 },
] as const;

/** A map of forty, with its pictures on the screen. */
async function openPictures({ folder, address }: Given) {
  const opened = await startChromium(path.join(folder, 'profile'));
  const { page } = opened;
  await page.goto(addressWithHooks(address));
  const chooser = page.waitForEvent('filechooser');
  await button(page, 'Åpne fil').click();
  const buffer = Buffer.from(mapFileOf(makeNetwork(PEOPLE)));
  await (await chooser).setFiles({ name: 'kart.json', mimeType: 'application/json', buffer });
  await mapShown(page);
  await page.locator('[data-map][data-settled="true"]').waitFor({ timeout: PATIENCE_MS });
  await button(page, /^Skriv ut/)
    .first()
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Bilde', exact: true }).click();
  await ready(page);
  return opened;
}

const ready = (page: Page): Promise<void> =>
  page.locator('[data-prepared="ready"]').waitFor({ state: 'attached', timeout: PATIENCE_MS });

/** Does something that makes another picture, and waits until its file is there; in milliseconds. */
async function made(page: Page, change: () => Promise<unknown>): Promise<number> {
  const begun = Date.now();
  const preparing = page.locator('[data-prepared="preparing"]').waitFor({ state: 'attached', timeout: PATIENCE_MS });
  await change();
  await preparing;
  await ready(page);
  return Date.now() - begun;
}

const makeForm = (page: Page, words: string): Promise<number> =>
  made(page, () => page.getByRole('dialog').getByLabel('Form', { exact: true }).selectOption(words));

const choosePaper = (page: Page, name: string): Promise<number> =>
  made(page, () => page.getByRole('dialog').getByRole('button', { name, exact: true }).click());

/** From now on the page remembers how large the last picture was. */
const noteSizes = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const toBlob = Reflect.get(HTMLCanvasElement.prototype, 'toBlob') as CallableFunction;
    HTMLCanvasElement.prototype.toBlob = function noted(...given) {
      Object.assign(window, { pixels: `${this.width} × ${this.height}` });
      Reflect.apply(toBlob, this, given);
    };
  });
const lastSize = (page: Page): Promise<string> => page.evaluate(() => (window as unknown as { pixels: string }).pixels);

const middleOf = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? Infinity;

/** How long a picture for paper takes. */
export const largePictures: Part = {
  id: 'E2',
  what: 'how long a picture for paper takes',
  goal: 'the middle one at most 1.5 s for A4 at 300 dpi and 3 s for A3; none empty',
  full: 15,
  short: 1,
  run: async (given) => {
    const { page, version, kill } = await openPictures(given);
    await noteSizes(page);
    const faults: string[] = [];
    const told: string[] = [];
    for (const { name, paper, limit } of PAPERS) {
      await makeForm(page, 'Bilde å skrive ut (PNG)');
      if (paper !== 'A4') await choosePaper(page, paper);
      const times: number[] = [];
      for (let at = 0; at < given.count; at += 1) {
        await makeForm(page, 'Bilde for skjerm (PNG)');
        times.push(await makeForm(page, 'Bilde å skrive ut (PNG)'));
      }
      const middle = middleOf(times);
      // The daily form shares the machine with much else: there it is enough that it comes.
      if (middle > limit && !given.short) faults.push(`${name}: ${middle} ms`);
      told.push(`${name} (${await lastSize(page)}) ${middle} ms (${Math.min(...times)}–${Math.max(...times)})`);
      if (paper === 'A4') await makeForm(page, 'Bilde for skjerm (PNG)');
    }
    await kill();
    const count = PAPERS.length * given.count;
    return {
      tried: `${count} pictures of ${PEOPLE} people`,
      count,
      browser: version,
      result: told.join(', '),
      faults,
    };
  },
};

/** What a hundred pictures in a row leave behind. */
export const manyPictures: Part = {
  id: 'E4',
  what: 'pictures in a row, and what they leave in the memory',
  goal: '100 pictures: heap at most +5 MB after a garbage collection, no canvas left in the page',
  full: 100,
  short: 4,
  run: async (given) => {
    const { page, context, version, kill } = await openPictures(given);
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable');
    // Not first the one that is chosen from the start: that would make nothing.
    const forms = ['Bilde for skjerm (PNG)', 'Større bilde (PNG)'];
    for (const form of forms) await makeForm(page, form);
    const before = await collected(session, page);
    for (let at = 0; at < given.count; at += 1) await makeForm(page, forms[at % forms.length] ?? '');
    const after = await collected(session, page);
    const canvases = await page.locator('canvas').count();
    await kill();
    const grown = (after.heap - before.heap) / MB;
    const faults = [
      ...(grown > 5 ? [`heap +${grown.toFixed(1)} MB`] : []),
      ...(canvases > 0 ? [`${canvases} canvases in the page`] : []),
    ];
    return {
      tried: `${given.count} pictures of ${PEOPLE} people in one dialog`,
      count: given.count,
      browser: version,
      result: `heap ${grown < 0 ? '' : '+'}${grown.toFixed(1)} MB (from ${(before.heap / MB).toFixed(1)}), ${canvases} canvases`,
      faults,
    };
  },
};
