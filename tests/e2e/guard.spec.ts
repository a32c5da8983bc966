import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, expectNoAxe, test } from '../support/e2e.ts';
import { choose, openDialog } from '../support/paper.ts';
import { addFriend, button, expectFriend, expectSaved, openStart, startMap } from './support/app.ts';

const WORDS = 'fjord kaffe lue vinter stige';

/** Whether the name stands anywhere: in the page, its attributes, its fields, its title. */
const isOnPage = (page: Page, name: string) =>
  page.evaluate((wanted) => {
    const fields = Array.from(document.querySelectorAll('input, textarea'), (it) => Reflect.get(it, 'value'));
    return [document.documentElement.outerHTML, document.title, location.href, ...fields].join().includes(wanted);
  }, name);

/** The app is put behind another one, and comes back. */
const turn = (page: Page, state: 'hidden' | 'visible') =>
  page.evaluate((now) => {
    Object.defineProperty(document, 'visibilityState', { value: now, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);

const covered = (page: Page) => page.getByRole('heading', { name: 'Kartet er skjult' });
const locked = (page: Page) => page.getByRole('heading', { name: 'Låst kart' });

async function unlock(page: Page, passphrase = WORDS): Promise<void> {
  await page.getByRole('textbox', { name: 'Passord' }).fill(passphrase);
  await button(page, 'Lås opp').click();
}

/** A kept map with a passphrase and one friend. */
async function lockedMap(page: Page): Promise<void> {
  await openStart(page);
  await button(page, 'Nytt kart – husk det, med passord').click();
  await expect(page.getByText('Passordet kan ikke gjenopprettes.')).toBeVisible();
  await button(page, 'Skriv et eget passord').click();
  await page.getByRole('textbox', { name: 'Ditt eget passord' }).fill(WORDS);
  await button(page, 'Gå videre').click();
  await page.getByRole('textbox', { name: 'Prøv å låse opp: skriv passordet' }).fill('Fjord kaffe lue vinter stige ');
  await button(page, 'Bruk dette passordet').click();
  await expectSaved(page, 'saved');
  await addFriend(page, 'Noah');
  await expectSaved(page, 'saved');
}

test('the cover hides every name at once, and a tap anywhere lifts it', async ({ page }) => {
  await openStart(page);
  await startMap(page, 'ikke lagre');
  await addFriend(page, 'Noah');
  expect(await isOnPage(page, 'Noah')).toBe(true);
  await button(page, 'Skjul kartet').click();
  await expect(covered(page)).toBeVisible();
  expect(await isOnPage(page, 'Noah')).toBe(false);
  await expectNoAxe(page);
  await page.mouse.click(20, 20);
  await expectFriend(page, 'Noah');
});

test('losing the screen covers the map; what was being looked at on the start screen is hidden too', async ({
  page,
}) => {
  await openStart(page);
  await startMap(page, 'husk det her');
  await addFriend(page, 'Noah');
  await expectSaved(page, 'saved');
  await turn(page, 'hidden');
  await expect(covered(page)).toBeVisible();
  expect(await isOnPage(page, 'Noah')).toBe(false);
  await turn(page, 'visible');
  await button(page, 'Vis kartet').press('Enter');
  await expectFriend(page, 'Noah');
  await expectSaved(page, 'saved');
});

test('five minutes without a touch cover it, unless people are talking', async ({ page }) => {
  await page.clock.install();
  await openStart(page);
  await startMap(page, 'ikke lagre');
  await addFriend(page, 'Noah');
  await page.clock.fastForward('04:30');
  await expect(covered(page)).toHaveCount(0);
  await page.clock.fastForward('00:40');
  await expect(covered(page)).toBeVisible();
  await button(page, 'Vi snakker – la kartet stå').click();
  await page.clock.fastForward('59:00');
  await expectFriend(page, 'Noah');
});

test('a passphrase: proposed, tried, needed after a reload; a wrong one gets one plain sentence', async ({ page }) => {
  await openStart(page);
  await button(page, 'Nytt kart – husk det, med passord').click();
  const words = (await page.locator('.passphrase-words').textContent()) ?? '';
  expect(words.split(' ')).toHaveLength(5);
  await expectNoAxe(page);
  await button(page, 'Jeg har skrevet dem ned').click();
  const test = page.getByRole('textbox', { name: 'Prøv å låse opp: skriv passordet' });
  await test.fill('noe annet');
  await button(page, 'Bruk dette passordet').click();
  await expect(page.getByText('Det er ikke det samme.')).toBeVisible();
  await test.fill(words);
  await button(page, 'Bruk dette passordet').click();
  await expectSaved(page, 'saved');
  await addFriend(page, 'Noah');
  await expectSaved(page, 'saved');
  await page.reload();
  await expect(locked(page)).toBeVisible();
  expect(await isOnPage(page, 'Noah')).toBe(false);
  await expectNoAxe(page);
  await unlock(page, 'feil feil feil feil feil');
  await expect(page.getByText('Passordet stemmer ikke. Prøv igjen.')).toBeVisible();
  await unlock(page, words);
  await expectFriend(page, 'Noah');
});

test('a locked map on the start screen says only that, and closing locks it again', async ({ page }) => {
  await lockedMap(page);
  await button(page, 'Til forsiden').click();
  await expect(page.getByText('Låst kart. Åpnes med passord.')).toBeVisible();
  await expect(button(page, /^Vis tittelen/)).toHaveCount(0);
  await button(page, /^Åpne:/).click();
  await expect(locked(page)).toBeVisible();
  await unlock(page);
  await expectFriend(page, 'Noah');
});

test('handing over the tablet locks: nothing is lost, nothing is left, and nothing can be undone afterwards', async ({
  page,
}) => {
  await lockedMap(page);
  await addFriend(page, 'Elias');
  await button(page, 'Mer').click();
  await page.getByRole('menuitem', { name: 'Gi fra deg nettbrettet' }).click();
  await expect(locked(page)).toBeVisible();
  expect(await isOnPage(page, 'Elias')).toBe(false);
  await unlock(page);
  await expectFriend(page, 'Noah');
  await expectFriend(page, 'Elias');
  await expect(button(page, 'Angre')).toHaveAttribute('aria-disabled', 'true');
});

test('it locks after fifteen idle minutes and after five out of sight, and not after one', async ({ page }) => {
  await page.clock.install();
  await lockedMap(page);
  await turn(page, 'hidden');
  await page.clock.fastForward('01:00');
  await turn(page, 'visible');
  await button(page, 'Vis kartet').click();
  await expectFriend(page, 'Noah');
  await turn(page, 'hidden');
  await page.clock.fastForward('05:10');
  await turn(page, 'visible');
  await expect(locked(page)).toBeVisible();
  await unlock(page);
  await expectFriend(page, 'Noah');
  await page.clock.fastForward('15:10');
  await expect(locked(page)).toBeVisible();
});

test('a passphrase is set, changed and removed in the settings; storing can be stopped', async ({ page }) => {
  test.setTimeout(60_000);
  await openStart(page);
  await startMap(page, 'husk det her');
  await addFriend(page, 'Noah');
  await expectSaved(page, 'saved');
  const settings = () => page.getByRole('button', { name: 'Kart i dag' }).click();
  const choose = async (words: string) => {
    await expect(page.getByText('Nå åpnes kartet bare med passordet.')).toHaveCount(0);
    await button(page, 'Skriv et eget passord').click();
    await page.getByRole('textbox', { name: 'Ditt eget passord' }).fill(words);
    await button(page, 'Gå videre').click();
    await page.getByRole('textbox', { name: 'Prøv å låse opp: skriv passordet' }).fill(words);
    await button(page, 'Bruk dette passordet').click();
    await expect(page.getByText('Nå åpnes kartet bare med passordet.')).toBeVisible();
  };
  await settings();
  await button(page, 'Sett et passord …').click();
  await choose(WORDS);
  await expectNoAxe(page);
  await button(page, 'Bytt passord …').click();
  await choose('sol vind regn torden');
  await page.reload();
  await unlock(page);
  await expect(page.getByText('Passordet stemmer ikke. Prøv igjen.')).toBeVisible();
  await unlock(page, 'sol vind regn torden');
  await expectFriend(page, 'Noah');
  await settings();
  await button(page, 'Ta bort passordet …').click();
  await button(page, 'Ta bort passordet').click();
  await expect(page.getByText('Passordet er tatt bort.')).toBeVisible();
  await page.reload();
  await expectFriend(page, 'Noah');
  await settings();
  await button(page, 'Ikke husk kartet her lenger …').click();
  await button(page, 'Slett det som er lagret her').click();
  await expectSaved(page, 'off');
  await expectFriend(page, 'Noah');
  await button(page, 'Til forsiden').click();
  await expect(page.getByText('Kartet du nettopp lukket, er ikke lagret.')).toBeVisible();
  await expect(page.getByRole('heading', { name: /– kart \d/ })).toHaveCount(0);
});

test('a file with a passphrase leaves, opens here with it only, and is refused whole when it is damaged', async ({
  page,
}) => {
  test.setTimeout(60_000);
  await openStart(page);
  await startMap(page, 'ikke lagre');
  await addFriend(page, 'Noah');
  await openDialog(page);
  await choose(page, 'Fil');
  await choose(page, 'Nei, med passord');
  await button(page, 'Skriv et eget passord').click();
  await page.getByRole('textbox', { name: 'Ditt eget passord' }).fill(WORDS);
  await button(page, 'Gå videre').click();
  await page.getByRole('textbox', { name: 'Prøv å låse opp: skriv passordet' }).fill(WORDS);
  await expectNoAxe(page);
  await button(page, 'Bruk dette passordet').click();
  const save = button(page, 'Lagre');
  await expect(save).toBeVisible({ timeout: 20_000 });
  const download = page.waitForEvent('download');
  await save.click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^kart-\d{4}-\d\d-\d\d\.nettverkskart$/);
  const bytes = readFileSync(await file.path());
  expect(bytes.includes('Noah')).toBe(false);

  await page.reload();
  const open = (buffer: Buffer) =>
    page.locator('[data-open-file]').setInputFiles({ name: 'kart.nettverkskart', mimeType: '', buffer });
  const flipped = Buffer.from(bytes);
  flipped[flipped.length - 5] = (flipped.at(-5) ?? 0) ^ 1;
  await open(flipped);
  await expect(page.getByRole('heading', { name: 'Filen har passord' })).toBeVisible();
  await expectNoAxe(page);
  await unlock(page);
  await expect(page.getByText('Passordet stemmer ikke, eller filen er ødelagt.')).toBeVisible({ timeout: 20_000 });
  await button(page, 'Avbryt').click();
  await expect(button(page, 'Nytt kart – husk det her')).toBeVisible();
  await open(bytes);
  await unlock(page, 'Fjord kaffe  lue vinter stige');
  await expect(page.locator('[data-map]')).toBeVisible({ timeout: 20_000 });
  await expectFriend(page, 'Noah');
});
