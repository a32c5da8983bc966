import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { addressWithHooks, button, hearEdits, type Heard, mapShown, peopleOn, untilSaved } from '../app.ts';
import { startChromium } from '../chromium.ts';
import { edit, editOf, FIRST, prepareEdits } from '../edits.ts';
import type { Given, Part } from '../part.ts';

export const WORDS = 'fjord kaffe lue vinter stige';

export async function beginLocked(page: Page, app: string): Promise<void> {
  await page.goto(app);
  await button(page, 'Nytt kart – husk det, med passord').click();
  await button(page, 'Skriv et eget passord').click();
  await page.getByRole('textbox', { name: 'Ditt eget passord' }).fill(WORDS);
  await button(page, 'Gå videre').click();
  await page.getByRole('textbox', { name: 'Prøv å låse opp: skriv passordet' }).fill(WORDS);
  await button(page, 'Bruk dette passordet').click();
  await mapShown(page);
  await untilSaved(page);
}

/** What somebody is in the middle of when the tablet is handed over. */
const DOING: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'nothing else': async () => undefined,
  'dragging somebody': async (page) => {
    const box = await page.locator('[data-person-id]').first().boundingBox();
    if (!box) return;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + 60, box.y + 40, { steps: 4 });
  },
  'typing in the list': async (page) => {
    await button(page, 'Liste').click();
    await page.getByRole('textbox', { name: 'Ny person: Venner' }).fill('Navn som');
  },
  'making a picture': async (page) => {
    await button(page, /^Skriv ut/)
      .first()
      .click();
    await page.getByRole('dialog').waitFor();
  },
};

/** By the same event that fifteen idle minutes end with; what is on the page then must not matter. */
async function lockNow(page: Page): Promise<void> {
  await page.evaluate(() => {
    const real = Date.now.bind(Date);
    Date.now = () => real() + 16 * 60_000;
    Object.assign(window, { realNow: real });
  });
  await page.getByRole('heading', { name: 'Låst kart' }).waitFor({ timeout: 20_000 });
  await page.evaluate(() => Object.assign(Date, { now: (window as unknown as { realNow: () => number }).realNow }));
}

/** Names and ids that are still in the page. */
const leftOver = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const fields = Array.from(document.querySelectorAll('input, textarea'), (it) => String(Reflect.get(it, 'value')));
    const told = [document.documentElement.outerHTML, document.title, location.href, ...fields].join();
    return told.match(/Navn \d+|Navn som|"r\d+"/g) ?? [];
  });

async function run({ count, random, folder, address, tell }: Given) {
  const { page, context, version, kill } = await startChromium(path.join(folder, 'profile'));
  const heard: Heard = { done: -1, acknowledged: -1 };
  const faults: string[] = [];
  const names = Object.keys(DOING);
  await hearEdits(context, heard);
  await beginLocked(page, addressWithHooks(address));
  await prepareEdits(page, -1);
  await edit(page, 0, FIRST);
  await untilSaved(page);
  for (let at = 0; at < count; at += 1) {
    const doing = names[at % names.length] ?? '';
    const from = editOf(await peopleOn(page)) ?? FIRST;
    Object.assign(heard, { done: from, acknowledged: from });
    await DOING[doing]?.(page);
    await edit(page, from + 1, from + 1);
    await wait(random() * 200);
    await edit(page, from + 2, from + 2);
    await lockNow(page);
    const left = await leftOver(page);
    if (left.length > 0) faults.push(`locked while ${doing}: ${left.slice(0, 5).join()} is still on the page`);
    await page.mouse.up();
    await page.getByRole('textbox', { name: 'Passord' }).fill(WORDS);
    await button(page, 'Lås opp').click();
    await mapShown(page);
    const found = editOf(await peopleOn(page));
    if (found === null || found < from + 2)
      faults.push(`locked while ${doing}: ${from + 2} was made, ${found} is found`);
    if ((at + 1) % 20 === 0) tell(`${at + 1} of ${count}`);
  }
  await kill();
  return { faults, version, names };
}

export const locks: Part = {
  id: 'P9',
  what: 'locked in the middle of something',
  goal: '100 locks: 0 edits lost, nothing of the names left in the page',
  full: 100,
  short: 1,
  run: async (given) => {
    const { faults, version, names } = await run(given);
    return {
      tried: `${given.count} locks right after an edit, while ${names.join(', ')}`,
      count: given.count,
      browser: version,
      result: `${faults.length} lost or left over`,
      faults,
    };
  },
};
