// Kept on the device: starts without a network, changes to a newer build only when asked, opens what is shared with it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { ROOT } from '../checks/places.mjs';
import { type AppServer, serveApp } from '../support/appServer.ts';
import { expect, test } from '../support/e2e.ts';
import { addFriend, button, expectFriend, expectSaved, startMap } from './support/app.ts';

test.use({ serviceWorkers: 'allow' });
// The app is kept three seconds after it is there, file by file.
test.setTimeout(60_000);

let server: AppServer;

test.beforeEach(async ({ page, watch }) => {
  server = await serveApp();
  watch.tolerate(new RegExp(`request: ${server.address}`));
  await page.goto(server.address);
});

test.afterEach(() => server.stop());

/** Resolves when the app is on the device and answers for itself. */
const kept = (page: Page): Promise<void> =>
  expect
    .poll(
      () =>
        page.evaluate(
          async () =>
            (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated' &&
            navigator.serviceWorker.controller !== null,
        ),
      {
        timeout: 30_000,
      },
    )
    .toBe(true);

const builds = (page: Page): Promise<string[]> => page.evaluate(() => caches.keys());

test('starts without a network, with every part and language, and the map that was open', async ({ page, context }) => {
  await startMap(page, 'husk det her');
  await addFriend(page, 'Kari');
  await expectSaved(page, 'saved');
  await kept(page);
  await server.stop();
  await context.setOffline(true);
  await page.reload();
  await expectFriend(page, 'Kari');
  await addFriend(page, 'Ola');
  await expectSaved(page, 'saved');
  await button(page, 'Møte').click();
  await expect(page.getByRole('heading', { name: 'Hvem vil du ha med?' })).toBeVisible();
  await page.getByRole('button', { name: 'Skriv ut og ta med' }).click();
  await expect(page.locator('dialog[open] svg').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await button(page, 'Til forsiden').click();
  await button(page, 'English').click();
  await expect(button(page, 'New map – remember it here')).toBeVisible();
  await page.goto(`${server.address}?lang=nn`);
  await expect(button(page, 'Nytt kart – hugs det her')).toBeVisible();
  // The first install is no newer build.
  await expect(page.getByText(/nyare utgåve/)).toHaveCount(0);
});

test('a newer build waits for a yes, and for what is not saved', async ({ page }) => {
  await kept(page);
  const [first] = await builds(page);
  await startMap(page, 'ikke lagre');
  await addFriend(page, 'Kari');
  server.renew();
  await page.evaluate(async () => void (await navigator.serviceWorker.getRegistration())?.update());
  const strip = page.getByText('En nyere utgave av appen er klar.');
  await expect(strip).toContainText('når kartet er lagret', { timeout: 20_000 });
  await expect(button(page, 'Bytt nå')).toHaveCount(0);

  await button(page, 'Til forsiden').click();
  await expect(strip).toContainText('når kartet er lagret');
  await button(page, 'Kast kartet …').click();
  await button(page, 'Kast kartet').click();
  await page.evaluate(() => Object.assign(window, { same: true }));
  await button(page, 'Bytt nå').click();
  await page.waitForFunction(() => !('same' in window));
  await expect(button(page, 'Nytt kart – husk det her')).toBeVisible();
  await expect(strip).toHaveCount(0);
  expect((await builds(page)).filter((name) => name.includes('newer'))).toHaveLength(1);
  // A window that is still open with the build before may ask for a part of it.
  expect(await builds(page)).toContain(first);
});

test('a file that is shared with the installed app opens, and is kept nowhere on the way', async ({ page }) => {
  await kept(page);
  const text = readFileSync(path.join(ROOT, 'tests/files/v1/rich.nettverkskart.json'), 'utf8');
  await page.evaluate(async (content) => {
    const body = new FormData();
    body.set('map', new File([content], 'kart.nettverkskart.json', { type: 'application/json' }));
    await fetch('./share-target', { method: 'POST', body });
  }, text);
  await page.goto(`${server.address}?shared`);
  await expect(page.getByText('Filen er åpnet som et nytt kart.')).toBeVisible();
  expect(new URL(page.url()).search).toBe('');
  const stored = await page.evaluate(async () => {
    const names = await caches.keys();
    const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return all.flat().map(({ url, method }) => `${method} ${url}`);
  });
  expect(stored.length).toBeGreaterThan(20);
  expect(stored.filter((entry) => /^POST|shared|share-target/.test(entry))).toEqual([]);
  // Handed over once.
  await page.goto(`${server.address}?shared`);
  await expect(button(page, 'Nytt kart – husk det her')).toBeVisible();
});

test('checks from outside, with ?hooks, get the app and nothing beside it', async ({ page }) => {
  await page.goto(`${server.address}?hooks`);
  await expect(button(page, 'Nytt kart – husk det her')).toBeVisible();
  await page.waitForTimeout(4000);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
});

test('the manifest names the app for everybody, and all that it points at is there', async ({ page }) => {
  const manifest = await page.evaluate(async () => {
    const address = document.querySelector<HTMLLinkElement>('link[rel=manifest]')?.href ?? '';
    const it = (await (await fetch(address)).json()) as { name: string; icons: { src: string }[] };
    const icons = await Promise.all(it.icons.map(async ({ src }) => (await fetch(src)).status));
    return { name: it.name, icons };
  });
  expect(manifest).toEqual({ name: 'Kart', icons: [200, 200, 200, 200] });
});

test('an iPad in a tab is told of the home screen, and nobody else', async ({ page }) => {
  const words = page.getByText(/Legg til på Hjem-skjerm/);
  await expect(button(page, 'Nytt kart – husk det her')).toBeVisible();
  await expect(words).toHaveCount(0);
  await page.addInitScript(() => Object.defineProperty(navigator, 'standalone', { value: false }));
  await page.reload();
  await expect(words).toBeVisible();
});
