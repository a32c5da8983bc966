// What a slow line shows before the app is there: words that wait for none of it, and weigh next to nothing.
import { expect, test } from '../support/e2e.ts';
import { button } from './support/app.ts';

for (const [language, address, words, begin] of [
  ['bokmål', './', 'Dette er ditt kart. Du bestemmer hvem som står her', 'Nytt kart – husk det her'],
  ['English', './?lang=en', 'This is your map. You decide who is on it', 'New map – remember it here'],
] as const) {
  test(`the first words, in ${language}, wait for neither the app's scripts nor its styles`, async ({ page }) => {
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/assets/**', async (route) => {
      await released;
      await route.continue();
    });
    await page.goto(address, { waitUntil: 'commit' });
    const first = page.locator('.first-words');
    await expect(first.getByText(words)).toBeVisible();
    await expect(first.getByRole('heading')).toHaveCount(1);
    // Painted, not only there to be found.
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
    release();
    await expect(button(page, begin)).toBeVisible();
    await expect(first).toHaveCount(0);
  });
}

for (const language of ['nb', 'nn', 'en']) {
  test(`the app's words in ${language} are on their way before any of it runs; those of other languages are not`, async ({
    page,
  }) => {
    const asked: string[] = [];
    const words = page.waitForRequest(new RegExp(`/assets/${language}-`));
    await page.route('**/assets/**', (route) => {
      asked.push(new URL(route.request().url()).pathname);
      return undefined;
    });
    await page.goto(`./?lang=${language}`, { waitUntil: 'commit' });
    await words;
    await expect.poll(() => asked.some((file) => file.includes('/index-'))).toBe(true);
    expect(asked.filter((file) => /\/(nb|nn|en)-/.test(file))).toHaveLength(1);
  });
}

for (const [line, delay, seen] of [
  ['slow', 600, 'none'],
  ['quick', 0, 'first-words'],
] as const) {
  test(`on a ${line} line the words ${delay > 0 ? 'are shown at once' : 'wait a moment, so that nothing flickers'}`, async ({
    page,
  }) => {
    await page.route('**/assets/**', () => undefined);
    await page.route('**/first.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, delay));
      await route.continue();
    });
    // The clock of a busy machine is not what is asked about.
    if (delay === 0) await page.addInitScript(() => Object.assign(performance, { now: () => 100 }));
    await page.goto('./', { waitUntil: 'commit' });
    await expect(page.locator('.first-words')).toHaveCSS('animation-name', seen);
  });
}

test('what must be there before the first words is less than a second of the slowest line', async ({ request }) => {
  const sizes = await Promise.all(
    ['./', './first.js', './first.css'].map(async (file) => (await (await request.get(file)).body()).length),
  );
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(12_000);
});
