// Ways through the app that several browser tests take.
import type { Locator, Page } from '@playwright/test';
import { expect } from '../../support/e2e.ts';

export const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });

export async function openStart(page: Page): Promise<void> {
  await page.goto('./');
  await expect(button(page, 'Nytt kart – husk det her')).toBeVisible();
}

export async function startMap(page: Page, where: 'husk det her' | 'ikke lagre'): Promise<void> {
  await button(page, `Nytt kart – ${where}`).click();
  await expectSaved(page, where === 'husk det her' ? 'saved' : 'off');
}

export const expectSaved = (page: Page, state: 'saved' | 'saving' | 'failed' | 'off'): Promise<void> =>
  expect(page.locator('[data-save-state]')).toHaveAttribute('data-save-state', state);

const friend = (page: Page, name: string): Locator => page.getByRole('textbox', { name: `Navnet til ${name}` });

/** By way of the list, where nothing has to be aimed at. */
export async function addFriend(page: Page, name: string): Promise<void> {
  await button(page, 'Liste').click();
  const field = page.getByRole('textbox', { name: 'Ny person: Venner' });
  await field.fill(name);
  await field.press('Enter');
  await expect(friend(page, name)).toBeVisible();
}

export async function expectFriend(page: Page, name: string): Promise<void> {
  await button(page, 'Liste').click();
  await expect(friend(page, name)).toBeVisible();
}

/** Everything that lies in the app's IndexedDB, by key. */
export const storedKeys = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const known = await indexedDB.databases();
    if (!known.some(({ name }) => name === 'nettverkskart')) return [];
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('nettverkskart');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error('not opened'));
    });
    const keys = await new Promise<IDBValidKey[]>((resolve, reject) => {
      const request = database.transaction('values').objectStore('values').getAllKeys();
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error('not read'));
    });
    database.close();
    return keys.map((key) => JSON.stringify(key));
  });

/** Waits for a start that counts as good: two that are broken off one after the other lead to the screen that asks what to do. */
export const steady = (page: Page) =>
  page.waitForFunction(() => sessionStorage.getItem('nettverkskart-boots') === null);

export async function reload(page: Page): Promise<void> {
  await steady(page);
  await page.reload();
}
