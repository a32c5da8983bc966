// Every screen: no barrier that axe knows, in light, dark and forced colours, with letters of usual and of double size;
// nothing runs off a narrow page or a large text.
import type { Page } from '@playwright/test';
import { FULL } from '../support/depth.ts';
import { expect, expectNoAxe, shot, test } from '../support/e2e.ts';
import { MapPage } from '../support/mapPage.ts';
import { button, openStart } from './support/app.ts';
import { dialog, openExample, SCREENS, STARTS } from './support/screens.ts';

const setText = (page: Page, percent: number) =>
  page.addInitScript((size) => {
    localStorage.setItem('nettverkskart-settings', JSON.stringify({ textSize: size }));
  }, percent);

/** Letters of double size are for the long form; the sizes that the short form takes have some too. */
for (const text of FULL ? [100, 200] : [100]) {
  for (const [name, go] of Object.entries(STARTS)) {
    test(`axe finds nothing, ${text} % text: ${name}`, async ({ page }) => {
      await setText(page, text);
      await go(page);
      await page.waitForTimeout(300);
      await expectNoAxe(page);
    });
  }
  for (const [name, go] of Object.entries(SCREENS)) {
    test(`axe finds nothing, ${text} % text: ${name}`, async ({ page }) => {
      await setText(page, text);
      const map = await openExample(page);
      await go(page, map);
      await page.waitForTimeout(300);
      await shot(page, `screen-${text}-${name.replaceAll(/[^a-z]+/gi, '-')}`);
      await expectNoAxe(page);
    });
  }
}

/** What is wider than the window, though the page itself does not scroll sideways. */
const sideways = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const wide = document.documentElement.scrollWidth > width + 1 ? ['the page'] : [];
    const boxes = [...document.querySelectorAll<HTMLElement>('.open-map-screen, dialog[open], .start')];
    return [...wide, ...boxes.filter((box) => box.scrollWidth > box.clientWidth + 1).map((box) => box.className)];
  });

for (const [size, zoom] of [
  [320, 100],
  [390, 200],
] as const) {
  test(`nothing runs off the side at ${size} px and ${zoom} % text`, async ({ page }) => {
    await page.setViewportSize({ width: size, height: 760 });
    await setText(page, zoom);
    await openStart(page);
    expect(await sideways(page), 'start').toEqual([]);
    const map = await openExample(page);
    await shot(page, `narrow-${size}-map`);
    for (const [name, go] of Object.entries(SCREENS)) {
      if (!['map', 'list', 'meeting', 'out: print', 'fields and rings', 'settings', 'keys'].includes(name)) continue;
      await go(page, map);
      await page.waitForTimeout(200);
      await shot(page, `narrow-${size}-${name.replaceAll(/[^a-z]+/gi, '-')}`);
      expect(await sideways(page), name).toEqual([]);
      const close = dialog(page).getByRole('button', { name: /Lukk/ }).first();
      if (await close.isVisible()) await close.click();
    }
  });
}

test('by keys: an empty map is a Tab stop, ? shows the keys, and whoever the keys come to is in sight', async ({
  page,
}) => {
  const empty = new MapPage(page);
  await empty.begin('ikke lagre');
  await empty.map.focus();
  await page.keyboard.press('n');
  await page.keyboard.type('Kari');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-tray]').getByRole('button', { name: 'Kari' })).toBeVisible();
  await button(page, 'Til forsiden').click();

  const map = await openExample(page);
  // One Tab stop for all of the map.
  expect(await map.map.locator('[tabindex="0"]').count()).toBe(1);
  await expect(map.map).toHaveAttribute('tabindex', '-1');
  await map.button('Hana').focus();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Tastatur' })).toBeVisible();
  await page.keyboard.press('Escape');
  await map.button('Hana').focus();
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('+');
  for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'ArrowRight', 'ArrowDown']) {
    await page.keyboard.press(key);
    const seen = await page.evaluate(() => {
      // The arrows come to the centre too, which is its own button.
      const symbol = document.activeElement?.querySelector('[data-symbol]') ?? document.activeElement;
      const { left, top, width, height } = symbol?.getBoundingClientRect() ?? new DOMRect();
      const on = document.elementFromPoint(left + width / 2, top + height / 2);
      return on?.closest('svg[data-map]') !== null && on !== null;
    });
    expect(seen, key).toBe(true);
  }
});

test('the map is there in words: who stands where, and every line', async ({ page }) => {
  const map = await openExample(page);
  const words = page.getByRole('region', { name: 'Kartet i ord' });
  for (const name of await map.names()) await expect(words).toContainText(name);
  await expect(words).toContainText('Familie og slekt, Aller nærmest:');
  await expect(words).toContainText('Streker:');
  await expect(map.map).toHaveRole('group');
});
