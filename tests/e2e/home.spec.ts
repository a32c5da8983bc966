import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, expectNoAxe, test } from '../support/e2e.ts';
import { addFriend, button, expectFriend, expectSaved, openStart, startMap, storedKeys } from './support/app.ts';

// Sealing takes a second or two, more on a busy machine.
test.setTimeout(90_000);

const dialog = (page: Page) => page.getByRole('dialog');
const SLOW = { timeout: 30_000 };

async function takeHome(page: Page): Promise<void> {
  await button(page, 'Mer').click();
  await page.getByRole('menuitem', { name: 'Ta med kartet hjem …' }).click();
  await expect(dialog(page)).toBeVisible();
}

async function saveFile(page: Page): Promise<Buffer> {
  const coming = page.waitForEvent('download', SLOW);
  await dialog(page).getByRole('button', { name: 'Lagre' }).click(SLOW);
  return readFileSync(await (await coming).path());
}

/** At home: the file and what stands on the paper are enough. */
async function expectFileOpens(page: Page, file: Buffer, words: string): Promise<void> {
  await page
    .locator('[data-open-file]')
    .setInputFiles({ name: 'kart.nettverkskart', mimeType: 'application/octet-stream', buffer: file });
  await page.getByRole('textbox', { name: 'Passord' }).fill(words);
  await button(page, 'Lås opp').click();
  await expect(button(page, 'Liste')).toBeVisible(SLOW);
  await expectFriend(page, 'Noah');
}

test('file, passphrase, deletion, receipt; the file opens with what stood on the paper', async ({ page }) => {
  await openStart(page);
  await startMap(page, 'husk det her');
  await addFriend(page, 'Noah');
  await expectSaved(page, 'saved');
  await takeHome(page);
  const remove = dialog(page).getByRole('button', { name: 'Slett kartet herfra' });
  await expect(remove).toHaveCount(0);
  const file = await saveFile(page);
  expect(file.toString('latin1')).toMatch(/^age-encryption\.org/);
  await expectNoAxe(page);
  await expect(page.locator('.passphrase-words')).toHaveCount(0);
  await dialog(page).getByRole('button', { name: 'Jeg har filen' }).click();
  const words = (await page.locator('.passphrase-words').textContent()) ?? '';
  expect(words.split(' ')).toHaveLength(5);
  await expect(remove).toHaveCount(0);
  await expectNoAxe(page);
  const field = dialog(page).getByRole('textbox', { name: /^Vil du prøve det/ });
  await field.fill('noe annet');
  await dialog(page).getByRole('button', { name: 'Jeg har skrevet det ned' }).click();
  await expect(page.getByText('Det er ikke det samme.')).toBeVisible();
  // Left here, nothing is lost, and one goes on where one was.
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  expect((await storedKeys(page)).length).toBeGreaterThan(0);
  await takeHome(page);
  await expect(page.locator('.passphrase-words')).toHaveText(words);
  await field.fill(words.toUpperCase());
  await field.press('Enter');
  await expectNoAxe(page);
  await remove.click();
  await expect(page.getByText(/^Nå er kartet slettet herfra\./)).toBeVisible();
  await expect(page.locator('[data-receipt=gone]')).toContainText('Ett kart');
  expect(await storedKeys(page)).toEqual([]);
  await expectFileOpens(page, file, words);
});

test('an edit after the file was made asks for the file anew; the paper stays right', async ({ page }) => {
  await openStart(page);
  await startMap(page, 'husk det her');
  await addFriend(page, 'Noah');
  await takeHome(page);
  await saveFile(page);
  await dialog(page).getByRole('button', { name: 'Jeg har filen' }).click();
  const words = (await page.locator('.passphrase-words').textContent()) ?? '';
  await dialog(page).getByRole('button', { name: 'Jeg har skrevet det ned' }).click();
  await dialog(page).getByRole('button', { name: 'Behold det her også' }).click();
  await addFriend(page, 'Elias');
  await expectSaved(page, 'saved');
  await takeHome(page);
  await expect(dialog(page).getByRole('button', { name: 'Slett kartet herfra' })).toHaveCount(0);
  const file = await saveFile(page);
  await dialog(page).getByRole('button', { name: 'Jeg har filen' }).click();
  await expect(dialog(page).getByRole('button', { name: 'Slett kartet herfra' })).toBeVisible();
  await page.reload();
  await expectFriend(page, 'Elias');
  await page
    .locator('[data-open-file]')
    .setInputFiles({ name: 'kart.nettverkskart', mimeType: 'application/octet-stream', buffer: file });
  await page.getByRole('textbox', { name: 'Passord' }).fill(words);
  await button(page, 'Lås opp').click();
  await expect(page.getByText(/Husk det på dette nettbrettet/)).toBeVisible(SLOW);
  await expectFriend(page, 'Elias');
});

test('from the file panel, of a map that is stored nowhere: closed, and said so', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openStart(page);
  await startMap(page, 'ikke lagre');
  await addFriend(page, 'Noah');
  await page.getByRole('button', { name: 'Skriv ut og ta med' }).click();
  await dialog(page).getByRole('button', { name: 'Fil', exact: true }).click();
  await dialog(page).getByRole('button', { name: 'Ta med kartet hjem …' }).click();
  await saveFile(page);
  await dialog(page).getByRole('button', { name: 'Jeg har filen' }).click();
  await dialog(page).getByRole('button', { name: 'Jeg har skrevet det ned' }).click();
  await dialog(page).getByRole('button', { name: 'Lukk kartet' }).click();
  await expect(page.getByText(/^Kartet er lukket, og det var ikke lagret her\./)).toBeVisible();
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
  expect(await storedKeys(page)).toEqual([]);
});

test('by the share sheet: called off and refused nothing goes on; shared, the paper comes, and the file opens with it', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const share = async ({ files }: { files: File[] }) => {
      const refusal = Reflect.get(window, 'refusal') as string | undefined;
      if (refusal !== undefined) throw new DOMException('', refusal);
      Reflect.set(window, 'shared', Array.from(new Uint8Array((await files[0]?.arrayBuffer()) ?? new ArrayBuffer())));
    };
    Object.assign(Navigator.prototype, { canShare: () => true, share });
  });
  await openStart(page);
  await startMap(page, 'husk det her');
  await addFriend(page, 'Noah');
  await expectSaved(page, 'saved');
  await takeHome(page);
  const share = dialog(page).getByRole('button', { name: 'Del …' });
  const failed = dialog(page).getByText(/^Det gikk ikke å dele\./);
  for (const refusal of ['AbortError', 'NotAllowedError']) {
    await page.evaluate((name) => void Reflect.set(window, 'refusal', name), refusal);
    await share.click(SLOW);
    await expect(failed).toHaveCount(refusal === 'AbortError' ? 0 : 1);
    await expect(page.locator('.passphrase-words')).toHaveCount(0);
    await expect(dialog(page).getByRole('button', { name: 'Jeg har filen' })).toHaveCount(0);
    await expect(share).toBeEnabled();
  }
  await page.evaluate(() => void Reflect.set(window, 'refusal', undefined));
  await share.click();
  // Whoever has shared it need not say that the file is there.
  const words = (await page.locator('.passphrase-words').textContent()) ?? '';
  const file = Buffer.from(await page.evaluate(() => Reflect.get(window, 'shared') as number[]));
  expect(file.toString('latin1')).toMatch(/^age-encryption\.org/);
  await dialog(page).getByRole('button', { name: 'Jeg har skrevet det ned' }).click();
  await dialog(page).getByRole('button', { name: 'Slett kartet herfra' }).click();
  await expect(page.getByText(/^Nå er kartet slettet herfra\./)).toBeVisible();
  await expectFileOpens(page, file, words);
});
