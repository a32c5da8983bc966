import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, expectNoAxe, test } from '../support/e2e.ts';
import { addFriend, button, expectFriend, expectSaved, openStart, startMap } from './support/app.ts';

test.setTimeout(90_000);

/** From now on the browser can't open the database, as Chromium says it of damaged files. */
async function breakDatabase(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.assign(IDBFactory.prototype, {
      open: () => {
        throw new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError');
      },
    });
  });
  await page.reload();
}

test('a database that can not be opened: the second copy is taken as a file, opened, and one goes on unsaved', async ({
  page,
}) => {
  await openStart(page);
  await startMap(page, 'husk det her');
  await addFriend(page, 'Noah');
  await expectSaved(page, 'saved');
  await page.setViewportSize({ width: 320, height: 640 });
  await breakDatabase(page);
  await expect(page.getByRole('heading', { name: 'Lagringen på nettbrettet svarer ikke' })).toBeVisible();
  await expect(page.getByText('Ingenting er slettet.')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain('Noah');
  await expectNoAxe(page);
  const coming = page.waitForEvent('download');
  await button(page, /^Lagre som fil: Kart 1/).click();
  const file = readFileSync(await (await coming).path(), 'utf8');
  expect(JSON.parse(file)).toMatchObject({ format: 'nettverkskart' });
  expect(file).toContain('Noah');
  await button(page, /^Åpne uten å lagre her: Kart 1/).click();
  await expectFriend(page, 'Noah');
  await expectSaved(page, 'off');
  await page.reload();
  await button(page, 'Gå videre uten å lagre').click();
  await expect(
    page.getByText(/^Du kan tegne et kart som vanlig, men det blir ikke lagret her nå/).first(),
  ).toBeVisible();
  await startMap(page, 'ikke lagre');
});

/** From now on as damaged files are in Chromium: the usual database can be neither opened nor deleted, whatever its name. */
async function breakForGood(page: Page, more: () => void = () => undefined): Promise<void> {
  await page.addInitScript(() => {
    const usual = self.indexedDB;
    for (const act of ['open', 'deleteDatabase']) {
      const real = Reflect.get(IDBFactory.prototype, act) as (...given: unknown[]) => unknown;
      const refuse = function (this: IDBFactory, ...given: unknown[]) {
        if (this !== usual) return Reflect.apply(real, this, given);
        throw new DOMException('Internal error opening backing store for indexedDB.open.', 'UnknownError');
      };
      Reflect.set(IDBFactory.prototype, act, refuse);
    }
  });
  await page.addInitScript(more);
  await page.reload();
}

const noBuckets = (): void => void Reflect.deleteProperty(Navigator.prototype, 'storageBuckets');
const REBUILD = 'Bygg opp lagringen på nytt';

test('the storage is built anew from the second copy, and the map opens by itself from then on', async ({ page }) => {
  await openStart(page);
  await startMap(page, 'husk det her');
  await addFriend(page, 'Noah');
  await expectSaved(page, 'saved');
  await page.setViewportSize({ width: 320, height: 640 });
  await breakForGood(page);
  await button(page, REBUILD).click();
  await expectFriend(page, 'Noah');
  await expect(page.getByText(/^Det som var lagret, var ødelagt\. Kartet er hentet tilbake/)).toBeVisible();
  await addFriend(page, 'Emma');
  await expectSaved(page, 'saved');
  await page.reload();
  await expectFriend(page, 'Noah');
  await expectFriend(page, 'Emma');
  await expectSaved(page, 'saved');
  await button(page, 'Til forsiden').click();
  await button(page, 'Slett alt på dette nettbrettet …').click();
  await button(page, 'Slett alt').click();
  // The damaged one could not be looked at: nothing is promised of it.
  await expect(page.getByRole('heading', { name: 'Ikke alt kunne slettes' })).toBeVisible();
});

test('where there is nowhere to build it, that is said, and the copy can still be had', async ({ page }) => {
  await openStart(page);
  await startMap(page, 'husk det her');
  await addFriend(page, 'Noah');
  await expectSaved(page, 'saved');
  await breakForGood(page, noBuckets);
  await button(page, REBUILD).click();
  await expect(page.getByText(/^Det gikk ikke å bygge opp lagringen på nytt\./)).toBeVisible();
  const coming = page.waitForEvent('download');
  await button(page, /^Lagre som fil: Kart 1/).click();
  expect(readFileSync(await (await coming).path(), 'utf8')).toContain('Noah');
  await button(page, /^Åpne uten å lagre her: Kart 1/).click();
  await expectFriend(page, 'Noah');
});

test('one with a passphrase leaves sealed by it', async ({ page }) => {
  const words = 'fjord kaffe lue vinter stige';
  await openStart(page);
  await button(page, 'Nytt kart – husk det, med passord').click();
  await button(page, 'Skriv et eget passord').click();
  await page.getByRole('textbox', { name: 'Ditt eget passord' }).fill(words);
  await button(page, 'Gå videre').click();
  await page.getByRole('textbox', { name: 'Prøv å låse opp: skriv passordet' }).fill(words);
  await button(page, 'Bruk dette passordet').click();
  await expectSaved(page, 'saved');
  await addFriend(page, 'Noah');
  await expectSaved(page, 'saved');
  await breakDatabase(page);
  const field = page.getByLabel('Passord');
  await field.fill('noe annet');
  await button(page, /^Lagre som fil: Kart 1/).click();
  await expect(page.getByText('Passordet stemmer ikke. Prøv igjen.')).toBeVisible({ timeout: 20_000 });
  await field.fill(words);
  const coming = page.waitForEvent('download', { timeout: 40_000 });
  await button(page, /^Lagre som fil: Kart 1/).click();
  const file = readFileSync(await (await coming).path(), 'latin1');
  expect(file).toMatch(/^age-encryption\.org\/v1\n-> scrypt /);
  await button(page, /^Åpne uten å lagre her: Kart 1/).click();
  await expectFriend(page, 'Noah');
});
