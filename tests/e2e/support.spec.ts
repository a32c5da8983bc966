// The helpers of the browser tests, tested: each must notice what it is there for.
import { expect, expectNoAxe, test, touch } from '../support/e2e.ts';

const PLANTED: { name: string; plant: () => void; noticed: RegExp }[] = [
  { name: 'an error of the console', plant: () => console.error('planted'), noticed: /^console: planted/ },
  {
    name: 'an error that nobody catches',
    plant: () => setTimeout(() => void Promise.reject(new Error('planted')), 0),
    noticed: /^page: Error: planted/,
  },
  {
    name: 'a style that the policy forbids',
    plant: () => document.head.append(Object.assign(document.createElement('style'), { textContent: 'p { top: 0 }' })),
    noticed: /policy: style-src-elem inline/,
  },
  {
    name: 'a string that becomes HTML, even if the error is swallowed',
    plant: () => {
      try {
        document.createElement('p').innerHTML = '<b>planted</b>';
      } catch {
        // The violation is reported all the same.
      }
    },
    noticed: /policy: require-trusted-types-for/,
  },
  {
    name: 'a request to somewhere else',
    plant: () => void Object.assign(new Image(), { src: 'http://127.0.0.1:9/planted.png' }),
    noticed: /policy: img-src http:\/\/127\.0\.0\.1:9/,
  },
  {
    name: 'a way out of the page',
    plant: () => location.assign('http://127.0.0.1:9/planted'),
    noticed: /^request: http:\/\/127\.0\.0\.1:9\/planted/,
  },
];

for (const { name, plant, noticed } of PLANTED) {
  test(`noticed: ${name}`, async ({ page, watch }) => {
    await page.goto('./');
    await page.evaluate(plant);
    await expect.poll(() => watch.problems).toContainEqual(expect.stringMatching(noticed));
    watch.tolerate(/./);
  });
}

test.fail('a problem fails a test that looks at something else (this one fails on purpose)', async ({ page }) => {
  await page.goto('./');
  await page.evaluate(() => console.error('planted'));
});

test('noticed: a barrier that axe knows', async ({ page }) => {
  await page.goto('./');
  await page.evaluate(() => document.body.append(document.createElement('button')));
  await expect(expectNoAxe(page)).rejects.toThrow(/button-name/);
});

test('two fingers are two touch pointers', async ({ page }) => {
  await page.goto('./');
  await page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    document.documentElement.style.touchAction = 'none';
    for (const type of ['pointerdown', 'pointerup'] as const) {
      addEventListener(type, (event) => seen.push(`${type} ${event.pointerType}`), { capture: true });
    }
  });
  const fingers = await touch(page);
  await fingers.pinch([200, 300], 80, 200);
  const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
  expect(seen).toEqual(['pointerdown touch', 'pointerdown touch', 'pointerup touch', 'pointerup touch']);
});
