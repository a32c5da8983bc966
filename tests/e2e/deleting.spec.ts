import type { Page } from '@playwright/test';
import { expect, expectNoAxe, test } from '../support/e2e.ts';
import { MapPage } from '../support/mapPage.ts';
import { addFriend, button, expectFriend, expectSaved, openStart, startMap, storedKeys } from './support/app.ts';

// Each of these goes through the app several times.
test.setTimeout(90_000);

/** Every place of the browser in which a page can keep something, by name and as text, one byte a letter. */
const everywhere = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const found: string[] = [];
    const letters = (bytes: ArrayBuffer) =>
      Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join('');
    for (const { name } of await indexedDB.databases()) found.push(`database ${name}`);
    const root = await navigator.storage.getDirectory();
    for await (const [name, handle] of root.entries()) {
      found.push(`file ${name}`);
      if (handle.kind !== 'directory') continue;
      for await (const [inner, file] of (handle as FileSystemDirectoryHandle).entries()) {
        found.push(
          `file ${name}/${inner} ${letters(await (await (file as FileSystemFileHandle).getFile()).arrayBuffer())}`,
        );
      }
    }
    for (const name of await caches.keys()) {
      found.push(`cache ${name}`);
      for (const { url } of await (await caches.open(name)).keys()) found.push(`cached ${url}`);
    }
    for (const [key, value] of [...Object.entries(localStorage), ...Object.entries(sessionStorage)]) {
      found.push(`entry ${key} ${String(value)}`);
    }
    return found;
  });

/** What stays of a place in which nothing is left. */
const EMPTY = /^(database|file) nettverkskart$|^cache nettverkskart-second$/;

const deleteDatabase = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((done) => {
        indexedDB.deleteDatabase('nettverkskart').onsuccess = () => done();
      }),
  );

const dialog = (page: Page) => page.getByRole('dialog');

/** A kept map with three people and a restore point. */
async function keptMap(page: Page): Promise<void> {
  await openStart(page);
  await startMap(page, 'husk det her');
  await addFriend(page, 'Bentekanarifugl');
  await addFriend(page, 'Noah');
  await expectSaved(page, 'saved');
  await page.reload();
  await addFriend(page, 'Elias');
  await expectSaved(page, 'saved');
  await expect.poll(async () => (await storedKeys(page)).some((key) => key.includes('point'))).toBe(true);
}

test('somebody removed everywhere is in no copy, earlier map or step to undo; it is asked once and told', async ({
  page,
}) => {
  await keptMap(page);
  await button(page, 'Mer om Bentekanarifugl').click();
  await button(page, 'Fjern Bentekanarifugl overalt …').click();
  await expect(dialog(page)).toContainText('Dette kan ikke angres.');
  await expect(dialog(page).getByRole('button', { name: 'Behold' })).toBeFocused();
  await expectNoAxe(page);
  await dialog(page).getByRole('button', { name: 'Fjern overalt' }).click();
  await expect(dialog(page)).toContainText('Ingenting om personen er lagret her lenger.');
  await expect(dialog(page)).toContainText('Ett tidligere kart er slettet');
  await expect(dialog(page)).not.toContainText('Bentekanarifugl');
  await expectNoAxe(page);
  await dialog(page).getByRole('button', { name: 'Ferdig' }).press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain('Bentekanarifugl');
  await expect(button(page, 'Angre')).toHaveAttribute('aria-disabled', 'true');
  await expectSaved(page, 'saved');
  expect((await storedKeys(page)).filter((key) => key.includes('point'))).toEqual([]);
  await page.reload();
  await expectFriend(page, 'Noah');
  await expect(page.getByText('Bentekanarifugl')).toHaveCount(0);
  // The second copy, by way of the rescue.
  await deleteDatabase(page);
  await page.reload();
  await expectFriend(page, 'Elias');
  await expect(page.getByText('Bentekanarifugl')).toHaveCount(0);
});

test('from the sheet on the map, by keyboard; kept after all, nothing has changed', async ({ page }) => {
  await openStart(page);
  await startMap(page, 'ikke lagre');
  await addFriend(page, 'Noah');
  await button(page, 'Kart').click();
  const map = new MapPage(page);
  await map.settled();
  await map.button('Noah').focus();
  await page.keyboard.press('Enter');
  await button(page, 'Mer om Noah').press('Enter');
  await button(page, 'Fjern overalt …').press('Enter');
  await dialog(page).getByRole('button', { name: 'Behold' }).press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  await button(page, 'Fjern overalt …').press('Enter');
  await dialog(page).getByRole('button', { name: 'Fjern overalt' }).press('Enter');
  await expect(dialog(page)).toContainText('Nå er personen tatt bort.');
  // Nor in what was said last, nor, a moment later, in the map in words.
  await expect.poll(() => page.evaluate(() => document.documentElement.outerHTML)).not.toContain('Noah');
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-person-id]')).toHaveCount(0);
});

test('one deleted map gives a receipt by kind and count, and what is not here is said', async ({ page }) => {
  await keptMap(page);
  await button(page, 'Til forsiden').click();
  await button(page, /^Slett:/).click();
  await button(page, 'Slett kartet').click();
  const receipt = page.locator('[data-receipt]');
  await expect(receipt).toHaveAttribute('data-receipt', 'gone');
  await expect(receipt).toContainText('Ett kart');
  await expect(receipt).toContainText('Ett tidligere kart');
  await expect(receipt).toContainText('Den andre kopien av et kart');
  await expect(receipt).toContainText('Papirutskrifter');
  await expectNoAxe(page);
  expect(await storedKeys(page)).toEqual([]);
  expect((await everywhere(page)).filter((found) => !EMPTY.test(found))).toEqual([]);
});

for (const from of ['start', 'settings'] as const) {
  test(`everything is deleted from the ${from}, looked at, and told`, async ({ page }) => {
    await keptMap(page);
    if (from === 'start') await button(page, 'Til forsiden').click();
    else await page.getByRole('button', { name: 'Kart i dag' }).click();
    expect((await everywhere(page)).length).toBeGreaterThan(3);
    await button(page, 'Slett alt på dette nettbrettet …').click();
    await expect(button(page, 'Behold alt')).toBeFocused();
    await expectNoAxe(page);
    await button(page, 'Slett alt').click();
    await expect(page.getByRole('heading', { name: 'Alt er slettet herfra' })).toBeVisible();
    await expect(page.locator('[data-receipt=gone]')).toContainText('Ett kart');
    await expect(button(page, 'Begynn på nytt')).toBeFocused();
    await expectNoAxe(page);
    expect(await everywhere(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toMatch(/Bentekanarifugl|Noah/);
    await button(page, 'Begynn på nytt').click();
    await expect(button(page, 'Nytt kart – husk det her')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Kart på dette nettbrettet' })).toHaveCount(0);
  });
}

test('a database that can be neither opened nor deleted is said plainly; all else is gone', async ({ page, watch }) => {
  watch.tolerate(/./);
  await keptMap(page);
  await page.addInitScript(() => {
    const broken = () => {
      throw new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError');
    };
    Object.assign(IDBFactory.prototype, { open: broken, deleteDatabase: broken });
  });
  await page.evaluate(() => sessionStorage.clear());
  await page.goto('./');
  await button(page, /Gå videre uten å lagre|Slett alt på dette nettbrettet/)
    .first()
    .click();
  if (!(await button(page, 'Slett alt').isVisible())) await button(page, 'Slett alt på dette nettbrettet …').click();
  await button(page, 'Slett alt').click();
  await expect(page.getByRole('heading', { name: 'Ikke alt kunne slettes' })).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('Databasen i nettleseren svarer ikke');
  await expect(page.getByRole('alert')).toContainText('Slett nettleserdata');
  expect((await everywhere(page)).filter((found) => !found.startsWith('database'))).toEqual([]);
});

test('a map that nobody has used for 90 days is asked about once', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-08-01T10:00:00') });
  await openStart(page);
  await startMap(page, 'husk det her');
  await button(page, 'Til forsiden').click();
  const question = page.getByText(/er ikke åpnet på over 90 dager/);
  await expect(button(page, /^Slett:/)).toBeVisible();
  await expect(question).toHaveCount(0);
  await page.clock.setFixedTime(new Date('2026-10-31T10:00:00'));
  await page.goto('./');
  await expect(question).toBeVisible();
  await expectNoAxe(page);
  await button(page, 'Behold det').click();
  await expect(page.getByText('Kartet blir her.')).toBeVisible();
  await page.goto('./');
  await expect(button(page, /^Slett:/)).toBeVisible();
  await expect(question).toHaveCount(0);
});

test('… and a file of it can be taken, which leads to where files are made', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-08-01T10:00:00') });
  await openStart(page);
  await startMap(page, 'husk det her');
  await button(page, 'Til forsiden').click();
  await page.clock.setFixedTime(new Date('2026-11-22T10:00:00'));
  await page.goto('./');
  await button(page, 'Ta med en fil').click();
  await expect(dialog(page).getByRole('button', { name: 'Fil', exact: true })).toHaveAttribute('aria-pressed', 'true');
});
