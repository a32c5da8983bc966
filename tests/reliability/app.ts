// The app as the parts use it: by its buttons, and by `?hooks` where hundreds of edits are made.
import type { BrowserContext, Page } from '@playwright/test';

export const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });

export const saveState = (page: Page) =>
  page.evaluate(() => document.querySelector('[data-save-state]')?.getAttribute('data-save-state') ?? null);

/** The map is there, and everybody stands where they are to stand. */
export const mapShown = (page: Page, timeout = 15_000) =>
  page.locator('[data-map][data-settled="true"]').waitFor({ timeout });

export async function untilSaved(page: Page, timeout = 15_000): Promise<void> {
  await page.locator('[data-save-state="saved"]').waitFor({ timeout, state: 'attached' });
}

/** A new map that this device remembers, saved once. */
export async function newKeptMap(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await button(page, 'Nytt kart – husk det her').click();
  await mapShown(page);
  await untilSaved(page);
}

/** The only map that is stored here, opened from the start screen. */
export async function openTheMap(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await button(page, /^Åpne:/).click({ timeout: 15_000 });
  await mapShown(page);
}

/** The ids of everybody on the map. */
export const peopleOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => [
    ...new Set(
      Array.from(document.querySelectorAll('[data-person-id]'), (it) => it.getAttribute('data-person-id') ?? ''),
    ),
  ]);

/** What a page has told of its edits, by number. */
export type Heard = { done: number; acknowledged: number };

/** Hears from every page of the browser which edit was made last, and which was the last one when it said "lagret". */
export async function hearEdits(context: BrowserContext, heard: Heard): Promise<void> {
  await context.exposeBinding('edited', (_, edit: number) => {
    heard.done = Math.max(heard.done, edit);
  });
  await context.exposeBinding('acknowledged', (_, edit: number) => {
    heard.acknowledged = Math.max(heard.acknowledged, edit);
  });
}

export const addressWithHooks = (address: string) => `${address}?hooks&lang=nb`;

/** What lies in the browser's other stores, in a few words, for whoever looks into a fault. */
export const whatIsStored = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const names: string[] = [];
    try {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('nettverkskart');
      for await (const name of folder.keys()) {
        const file = await (await folder.getFileHandle(name)).getFile();
        names.push(`${name} ${file.size}`);
      }
    } catch (problem) {
      names.push(String(problem));
    }
    return `private files: ${names.join()}; caches: ${(await caches.keys()).join()}; entries: ${Object.keys(localStorage).join()}`;
  });
