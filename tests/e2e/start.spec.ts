import { readFileSync } from 'node:fs';
import { expect, expectNoAxe, shot, test } from '../support/e2e.ts';
import { addFriend, button, openStart, startMap, storedKeys } from './support/app.ts';

test('a new map leads straight to the map, and its first person is two taps away', async ({ page, hasTouch }) => {
  await openStart(page);
  const begin = button(page, 'Nytt kart – ikke lagre');
  await (hasTouch ? begin.tap() : begin.click());
  await expect(page.locator('svg[data-map]')).toHaveAttribute('data-settled', 'true');
  await expect(page).toHaveTitle('Nettverkskart');
});

test('the start screen has no barriers, light or dark, with maps, a question and examples', async ({ page }) => {
  await openStart(page);
  await expectNoAxe(page);
  await startMap(page, 'husk det her');
  await button(page, 'Til forsiden').click();
  await button(page, /^Vis tittelen/).click();
  await button(page, /^Slett:/).click();
  await button(page, 'Se et eksempel').click();
  await expectNoAxe(page);
  await shot(page, 'start-with-maps');
});

test('what the first page needs is compiled while it is read', async ({ page, request }) => {
  await page.goto('./');
  const files = await page
    .locator('link[rel="modulepreload"], script[type="module"]')
    .evaluateAll((them) => them.map((it) => it.getAttribute('href') ?? it.getAttribute('src') ?? ''));
  expect(files.length).toBeGreaterThan(3);
  // The hint counts only as the first line of a file.
  const heads = await Promise.all(files.map(async (file) => (await (await request.get(file)).text()).slice(0, 28)));
  expect(new Set(heads)).toEqual(new Set(['//# allFunctionsCalledOnLoad']));
});

test('the language changes without a reload, and stays', async ({ page }) => {
  await openStart(page);
  await page.evaluate(() => Object.assign(window, { same: true }));
  await button(page, 'English').click();
  await expect(button(page, 'New map – remember it here')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  expect(await page.evaluate(() => 'same' in window)).toBe(true);
  await page.reload();
  await expect(button(page, 'New map – remember it here')).toBeVisible();
  await page.goto('./?lang=nn');
  await expect(button(page, 'Nytt kart – hugs det her')).toBeVisible();
});

test('an example says what it is, is stored nowhere, and can be thrown away', async ({ page }) => {
  await openStart(page);
  await button(page, 'Se et eksempel').click();
  await button(page, 'Ung, med nær familie').click();
  await expect(page.getByText('Dette er et eksempel med oppdiktede mennesker. Det lagres ikke.')).toBeVisible();
  await expect(page.locator('[data-save-state]')).toHaveAttribute('data-save-state', 'off');
  await expect(page.locator('[data-person-id]').first()).toBeVisible();
  expect(await storedKeys(page)).toEqual([]);
  await button(page, 'Kast eksemplet').click();
  await expect(button(page, 'Nytt kart – husk det her')).toBeVisible();
  await expect(page.getByText('Kartet du nettopp lukket')).toHaveCount(0);
});

test('a map on the device is shown by month and number; its title only when asked for', async ({ page }) => {
  await openStart(page);
  await startMap(page, 'husk det her');
  await addFriend(page, 'Hemmelig');
  await button(page, 'Til forsiden').click();
  const row = page.getByRole('listitem').filter({ hasText: /– kart 1/ });
  await expect(row).toBeVisible();
  await expect(page.locator('body')).not.toContainText('Hemmelig');
  await row.getByRole('button', { name: /^Åpne/ }).click();
  await button(page, 'Liste').click();
  await expect(page.getByRole('textbox', { name: 'Navnet til Hemmelig' })).toBeVisible();
});

test('only the map: bars and tools go, Escape brings them back', async ({ page }) => {
  await page.goto('./?view=map&hooks');
  await button(page, 'Nytt kart – ikke lagre').click();
  await expect(page.locator('svg[data-map]')).toBeVisible();
  await expect(page.getByRole('banner')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('banner')).toBeVisible();
});

test('checks from outside open a file and add and remove people with the ordinary commands', async ({ page }) => {
  await page.goto('./');
  expect(await page.evaluate(() => 'nettverkskart' in window)).toBe(false);
  await page.goto('./?view=map&hooks');
  await expect(button(page, 'Åpne fil')).toBeVisible();
  const seen = await page.evaluate(
    async (text) => {
      const { nettverkskart } = window as unknown as { nettverkskart: Hooks };
      const shown = () =>
        [...document.querySelectorAll('[data-person-id]')].map((it) => it.getAttribute('data-person-id') ?? '');
      const moment = () => new Promise((resolve) => setTimeout(resolve, 500));

      await nettverkskart.open(new File([text], 'kart.nettverkskart.json'));
      const opened = shown();
      const [someone = ''] = opened;
      nettverkskart.addPerson({ id: '8', name: 'Bo', sector: 'friends', ring: 1, knows: [someone] });
      await moment();
      const tied = document.querySelectorAll(`[data-from="8"][data-to="${someone}"]`).length;
      const added = shown();
      nettverkskart.removePerson(someone);
      await moment();
      return { someone, opened, tied, added, left: shown() };
    },
    readFileSync('tests/files/v1/rich.nettverkskart.json', 'utf8'),
  );
  expect(seen.opened.length).toBeGreaterThan(3);
  expect(seen.tied).toBe(1);
  expect(seen.added.toSorted()).toEqual([...seen.opened, '8'].toSorted());
  expect(seen.left.toSorted()).toEqual(seen.added.filter((id) => id !== seen.someone).toSorted());
});

test('a file that checks from outside ask for while the app starts is opened, and no start screen comes first', async ({
  page,
}) => {
  const text = readFileSync('tests/files/v1/rich.nettverkskart.json', 'utf8');
  await page.addInitScript((file) => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    // As soon as there is something to ask: the first script of the app has hardly begun.
    let hooks: Hooks | undefined;
    Object.defineProperty(window, 'nettverkskart', {
      get: () => hooks,
      set: (given: Hooks) => {
        hooks = given;
        void given.open(new File([file], 'kart.nettverkskart.json')).then(() => seen.push('opened'));
      },
    });
    new MutationObserver(() => {
      if (document.querySelector('.start-ways')) seen.push('start');
      if (document.querySelector('svg[data-map]')) seen.push('map');
    }).observe(document, { childList: true, subtree: true });
  }, text);
  await page.goto('./?view=map&hooks');
  const seen = () => page.evaluate(() => [...new Set((window as unknown as { seen: string[] }).seen)]);
  await expect.poll(seen).toContain('opened');
  expect(await seen()).toEqual(['map', 'opened']);
  await expect(page.locator('g[data-person-id]').first()).toBeVisible();
});

type Hooks = {
  open(file: File): Promise<void>;
  addPerson(person: { id: string; name: string; sector: string; ring: number | 'outside'; knows: string[] }): void;
  removePerson(id: string): void;
};

test('the bar, its menu and the strips have no barriers, light or dark', async ({ page }) => {
  await openStart(page);
  await startMap(page, 'ikke lagre');
  await page.locator('[data-open-file]').setInputFiles('tests/files/v1/rich.nettverkskart.json');
  await page.locator('[data-open-file]').setInputFiles({ name: 'x', mimeType: 'text/plain', buffer: Buffer.from('x') });
  await expect(page.getByRole('alert').filter({ hasText: /nettverkskart/ })).toBeVisible();
  await expectNoAxe(page);
  await button(page, 'Mer').click();
  await expectNoAxe(page);
});

test('undo and redo by keyboard, but not while writing', async ({ page }) => {
  await openStart(page);
  await startMap(page, 'ikke lagre');
  await addFriend(page, 'Noah');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('textbox', { name: 'Navnet til Noah' })).toBeVisible();
  await button(page, 'Angre: la til person').focus();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('textbox', { name: 'Navnet til Noah' })).toHaveCount(0);
  await page.keyboard.press('Control+Shift+Z');
  await expect(page.getByRole('textbox', { name: 'Navnet til Noah' })).toBeVisible();
});
