import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/e2e.ts';
import {
  addFriend,
  button,
  expectFriend,
  expectSaved,
  openStart,
  reload,
  startMap,
  steady,
  storedKeys,
} from './support/app.ts';

test('a remembered map is there after a reload', async ({ page }) => {
  await openStart(page);
  await startMap(page, 'husk det her');
  await addFriend(page, 'Noah');
  await expectSaved(page, 'saved');
  await reload(page);
  await expectSaved(page, 'saved');
  await expectFriend(page, 'Noah');
});

test('a map that is not to be stored is gone after a reload, and was never in the database', async ({ page }) => {
  await openStart(page);
  await startMap(page, 'ikke lagre');
  await addFriend(page, 'Noah');
  expect(await storedKeys(page)).toEqual([]);
  await reload(page);
  await expect(button(page, 'Nytt kart – husk det her')).toBeVisible();
  expect(await storedKeys(page)).toEqual([]);
  expect(await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))).not.toContain('Noah');
});

for (const [kept, questions] of [
  ['ikke lagre', ['beforeunload']],
  ['husk det her', []],
] as const) {
  test(`${kept}: a page that is left by mistake ${questions.length > 0 ? 'asks first' : 'asks nothing'}`, async ({
    page,
  }) => {
    await openStart(page);
    await startMap(page, kept);
    await addFriend(page, 'Noah');
    if (kept === 'husk det her') await expectSaved(page, 'saved');
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await reload(page);
    expect(asked).toEqual(questions);
  });
}

test('an unsaved map closed by mistake is one tap away, until it is forgotten', async ({ page }) => {
  await openStart(page);
  await startMap(page, 'ikke lagre');
  await addFriend(page, 'Noah');
  await button(page, 'Til forsiden').click();
  await button(page, 'Åpne det igjen').click();
  await expectFriend(page, 'Noah');
  await button(page, 'Til forsiden').click();
  await button(page, 'Kast kartet …').click();
  await button(page, 'Kast kartet').click();
  await expect(page.getByText('Kartet du nettopp lukket')).toHaveCount(0);
});

test('a map begun unstored can be kept after all', async ({ page }) => {
  await openStart(page);
  await startMap(page, 'ikke lagre');
  await addFriend(page, 'Noah');
  await page.getByRole('button', { name: 'Kart i dag' }).click();
  await button(page, 'Husk det her').click();
  await expectSaved(page, 'saved');
  await reload(page);
  await expectFriend(page, 'Noah');
});

const SAMPLE = 'tests/files/v1/rich.nettverkskart.json';
const newer = () => JSON.stringify({ ...(JSON.parse(readFileSync(SAMPLE, 'utf8')) as object), version: 2 });
const noise = () => randomBytes(21 * 1024 * 1024);
const BAD: { what: string; buffer: () => Buffer; says: RegExp }[] = [
  {
    what: 'broken',
    buffer: () => Buffer.from('{"format": "nettverk'),
    says: /^Dette er ikke et nettverkskart, eller så/,
  },
  { what: 'newer', buffer: () => Buffer.from(newer()), says: /^Filen er laget med en nyere utgave/ },
  { what: '21 MB of noise', buffer: noise, says: /^Filen er for stor\./ },
];

for (const { what, buffer, says } of BAD) {
  test(`a file that can not be opened (${what}) changes nothing and says why`, async ({ page }) => {
    await openStart(page);
    // On the disk: a buffer of this size would have to go through the debugger.
    const file = test.info().outputPath('kart.nettverkskart.json');
    writeFileSync(file, buffer());
    await page.locator('[data-open-file]').setInputFiles(file);
    await expect(page.getByRole('alert').filter({ hasText: says })).toBeVisible();
    await startMap(page, 'husk det her');
    await addFriend(page, 'Noah');
    await expectSaved(page, 'saved');
    await page.locator('[data-open-file]').setInputFiles(file);
    await expect(page.getByRole('alert').filter({ hasText: says })).toBeVisible();
    await expectFriend(page, 'Noah');
    await button(page, 'Greit').click();
    await expect(page.getByText(says)).toHaveCount(0);
  });
}

test('an opened file is a new map: kept only when asked, and the one before waits', async ({ page }) => {
  await openStart(page);
  await startMap(page, 'husk det her');
  await addFriend(page, 'Noah');
  await expectSaved(page, 'saved');
  await page.locator('[data-open-file]').setInputFiles(SAMPLE);
  await expectSaved(page, 'off');
  await expect(page.getByText('Husk det på dette nettbrettet?')).toBeVisible();
  await button(page, 'Tilbake til forrige kart').click();
  await expectSaved(page, 'saved');
  await expectFriend(page, 'Noah');
  await page.locator('[data-open-file]').setInputFiles(SAMPLE);
  await button(page, 'Husk det her').click();
  await expectSaved(page, 'saved');
  await reload(page);
  await expect(page.locator('[data-person-id]').first()).toBeVisible();
  await button(page, 'Til forsiden').click();
  await expect(page.getByRole('heading', { name: /– kart \d/ })).toHaveCount(2);
});

test('a deleted map is really gone, and there is a receipt', async ({ page }) => {
  await openStart(page);
  await startMap(page, 'husk det her');
  await addFriend(page, 'Noah');
  await expectSaved(page, 'saved');
  expect(await storedKeys(page)).not.toEqual([]);
  await button(page, 'Til forsiden').click();
  await button(page, /^Slett:/).click();
  await button(page, 'Slett kartet').click();
  await expect(page.getByText(/^Nå er kartet slettet herfra\./)).toBeVisible();
  expect(await storedKeys(page)).toEqual([]);
  expect(await page.evaluate(() => sessionStorage.getItem('nettverkskart-open'))).toBeNull();
});

test('the open map can be deleted from its settings', async ({ page }) => {
  await openStart(page);
  await startMap(page, 'husk det her');
  await page.getByRole('button', { name: 'Kart i dag' }).click();
  await button(page, 'Slett kartet fra dette nettbrettet …').click();
  await button(page, 'Slett kartet').click();
  await expect(page.getByText(/^Nå er kartet slettet herfra\./)).toBeVisible();
  expect(await storedKeys(page)).toEqual([]);
});

test('a second window only looks, until it takes over', async ({ page, context }) => {
  await openStart(page);
  await startMap(page, 'husk det her');
  await addFriend(page, 'Noah');
  await expectSaved(page, 'saved');

  const second = await context.newPage();
  await openStart(second);
  await button(second, /^Åpne:/).click();
  await expect(second.getByText('Kartet er åpent i et annet vindu. Her kan du bare se.')).toBeVisible();
  await expectSaved(second, 'off');

  await addFriend(page, 'Elias');
  await expectSaved(page, 'saved');
  await button(second, 'Fortsett her i stedet').click();
  await expectSaved(second, 'saved');
  await expectFriend(second, 'Elias');
  await expect(page.getByText('Kartet er åpent i et annet vindu. Her kan du bare se.')).toBeVisible();
  await addFriend(second, 'Kaja');
  await expectSaved(second, 'saved');
});

test('a map deleted in one window is not brought back by another that had it open', async ({ page, context }) => {
  await openStart(page);
  await startMap(page, 'husk det her');
  const second = await context.newPage();
  await openStart(second);
  await button(second, /^Slett:/).click();
  await button(second, 'Slett kartet').click();
  await expect(second.getByText(/^Nå er kartet slettet herfra\./)).toBeVisible();
  await expect(page.getByText('Kartet er åpent i et annet vindu. Her kan du bare se.')).toBeVisible();
  expect(await storedKeys(page)).toEqual([]);
});

test('when nothing can be stored it says so, at once and until it can', async ({ page }) => {
  await page.addInitScript(() => {
    const put = Reflect.get(IDBObjectStore.prototype, 'put');
    Object.assign(window, { full: true });
    IDBObjectStore.prototype.put = function (...given) {
      if ('full' in window && window.full === true) throw new DOMException('full', 'QuotaExceededError');
      return Reflect.apply(put, this, given);
    };
  });
  await openStart(page);
  await button(page, 'Nytt kart – husk det her').click();
  await expectSaved(page, 'failed');
  const download = page.waitForEvent('download');
  await button(page, 'Last ned en kopi').click();
  expect((await download).suggestedFilename()).toMatch(/^kart-\d{4}-\d\d-\d\d\.nettverkskart\.json$/);
  await button(page, 'Til forsiden').click();
  await expect(page.getByText('Kartet du nettopp lukket, er ikke lagret.')).toBeVisible();
  await button(page, 'Åpne det igjen').click();
  await page.evaluate(() => Object.assign(window, { full: false }));
  await button(page, 'Prøv igjen').click();
  await expectSaved(page, 'saved');
});

test('after two starts that came to nothing the map is not opened by itself', async ({ page }) => {
  await openStart(page);
  await startMap(page, 'husk det her');
  await addFriend(page, 'Noah');
  await expectSaved(page, 'saved');
  await page.evaluate(() => sessionStorage.setItem('nettverkskart-boots', '2'));
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Kartet lar seg ikke åpne' })).toBeVisible();
  const download = page.waitForEvent('download');
  await button(page, 'Lagre det som kan leses, som en fil').click();
  const saved = await (await download).path();
  expect(readFileSync(saved, 'utf8')).toContain('Noah');
  await button(page, 'Åpne den siste gode kopien').click();
  await expectSaved(page, 'off');
  await expectFriend(page, 'Noah');
});

test('a map that can not be shown can be saved, and is not opened a third time', async ({ page, watch }) => {
  watch.tolerate(/planted/);
  await page.addInitScript(() => {
    if (localStorage.getItem('planted') !== null) {
      window.ResizeObserver = class {
        constructor() {
          throw new Error('planted');
        }
        observe(): void {}
        unobserve(): void {}
        disconnect(): void {}
      };
    }
  });
  await openStart(page);
  await startMap(page, 'husk det her');
  await addFriend(page, 'Noah');
  await expectSaved(page, 'saved');
  await page.evaluate(() => localStorage.setItem('planted', ''));
  await reload(page);
  await expect(page.getByRole('heading', { name: 'Noe gikk galt' })).toBeVisible();
  const download = page.waitForEvent('download');
  await button(page, 'Lagre kartet som fil').click();
  expect(readFileSync(await (await download).path(), 'utf8')).toContain('Noah');
  await page.waitForTimeout(500);
  await button(page, 'Last inn på nytt').click();
  await page.waitForLoadState('load');
  await expect(page.getByRole('heading', { name: 'Noe gikk galt' })).toBeVisible();
  await page.waitForTimeout(500);
  await button(page, 'Last inn på nytt').click();
  await expect(page.getByRole('heading', { name: 'Kartet lar seg ikke åpne' })).toBeVisible();
  await button(page, 'Begynn på nytt fra forsiden').click();
  await expect(button(page, 'Nytt kart – husk det her')).toBeVisible();
});

/** Everything in the app's database as text, one byte a letter, so that whatever lies open in it is found. */
const storedText = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('nettverkskart');
      request.onsuccess = () => resolve(request.result);
    });
    const values = await new Promise<unknown[]>((resolve) => {
      const request = database.transaction('values').objectStore('values').getAll();
      request.onsuccess = () => resolve(request.result);
    });
    database.close();
    const told = values.map((value) =>
      value instanceof Uint8Array ? String.fromCharCode(...value) : JSON.stringify(value),
    );
    return [...told, JSON.stringify([localStorage, sessionStorage])].join();
  });

test('what is stored lies sealed: no name is found in it', async ({ page }) => {
  await openStart(page);
  await startMap(page, 'husk det her');
  await addFriend(page, 'Noahkanarifugl');
  await expectSaved(page, 'saved');
  const told = await storedText(page);
  expect(told.length).toBeGreaterThan(500);
  expect(told).not.toContain('kanarifugl');
});

/** The names of the second copies, wherever this browser keeps them. */
const secondCopies = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const names: string[] = [];
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('nettverkskart', { create: true });
    for await (const name of folder.keys()) names.push(name);
    return names;
  });

test('a database that the browser has lost is brought back, and that is said', async ({ page }) => {
  await openStart(page);
  await startMap(page, 'husk det her');
  await addFriend(page, 'Noah');
  await expectSaved(page, 'saved');
  await expect.poll(() => secondCopies(page)).toHaveLength(1);
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        indexedDB.deleteDatabase('nettverkskart').onsuccess = () => done();
      }),
  );
  await reload(page);
  await expectFriend(page, 'Noah');
  await expect(page.getByText('Kartet er hentet tilbake fra den andre kopien her.')).toBeVisible();
  await addFriend(page, 'Elias');
  await expectSaved(page, 'saved');
  await reload(page);
  await expectFriend(page, 'Elias');
  await expect(page.getByText('hentet tilbake')).toHaveCount(0);
});

test('what a deleted map had beside the database is gone too', async ({ page }) => {
  await openStart(page);
  await startMap(page, 'husk det her');
  await expect.poll(() => secondCopies(page)).toHaveLength(1);
  await button(page, 'Til forsiden').click();
  await button(page, /^Slett:/).click();
  await button(page, 'Slett kartet').click();
  await expect(page.getByText(/^Nå er kartet slettet herfra\./)).toBeVisible();
  expect(await secondCopies(page)).toEqual([]);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});

test('an edit made in the very moment of leaving is there afterwards', async ({ page }) => {
  // Many starts, each as slow as the machine is busy.
  test.setTimeout(60_000);
  await openStart(page);
  await startMap(page, 'husk det her');
  await addFriend(page, 'Noah');
  await expectSaved(page, 'saved');
  const field = page.getByRole('textbox', { name: 'Ny person: Venner' });
  for (let round = 1; round <= 5; round += 1) {
    await steady(page);
    await field.fill(`Rask ${round}`);
    // In one task: the key, and the page is gone.
    await page.evaluate(() => {
      const input = document.activeElement;
      input?.closest('form')?.requestSubmit();
      location.reload();
    });
    await expectFriend(page, `Rask ${round}`);
  }
  await expectSaved(page, 'saved');
});
