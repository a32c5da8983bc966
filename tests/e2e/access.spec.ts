// Every screen: no barrier that axe knows, light and dark; nothing runs off a narrow page or a large text.
import type { Page } from '@playwright/test';
import { expect, expectNoAxe, shot, test } from '../support/e2e.ts';
import { MapPage } from '../support/mapPage.ts';
import { button, openStart } from './support/app.ts';

async function openExample(page: Page): Promise<MapPage> {
  const map = new MapPage(page);
  await openStart(page);
  await button(page, 'Se et eksempel').click();
  await button(page, 'Mange rundt, noen på video').click();
  await map.settled();
  return map;
}

const dialog = (page: Page) => page.locator('dialog[open]');

async function more(page: Page, name: RegExp): Promise<void> {
  await button(page, 'Mer').click();
  await page.getByRole('menuitem', { name }).click();
  await expect(dialog(page)).toBeVisible();
}

/** How to get to each screen from the open example. */
const SCREENS: Record<string, (page: Page, map: MapPage) => Promise<void>> = {
  map: async () => {},
  'a person’s sheet, open': async (page, map) => {
    await map.button('Hana').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Mer om Hana' }).click();
  },
  'a new person': async (page, map) => {
    await map.tap(await map.pointIn({ sector: 'family', ring: 2, along: 0.9, across: 0.7 }));
    await expect(page.getByLabel('Fornavn eller kallenavn')).toBeVisible();
  },
  'names into the tray': async (page, map) => {
    await map.tool('Person');
    await page.getByLabel('Fornavn eller kallenavn').fill('Kim');
    await page.keyboard.press('Enter');
  },
  'drawing lines': (_, map) => map.tool('Strek'),
  'several chosen': async (page, map) => {
    await map.button('Hana').focus();
    await page.keyboard.press('Shift+Enter');
    await map.button('Leila').focus();
    await page.keyboard.press('Shift+Enter');
    await expect(page.getByRole('heading', { name: '2 er valgt' })).toBeVisible();
  },
  'the menu': async (page) => {
    await button(page, 'Mer').click();
  },
  list: (page) => button(page, 'Liste').click(),
  meeting: (page) => button(page, 'Møte').click(),
  'out: print': async (page) => {
    await page.getByRole('button', { name: 'Skriv ut og ta med' }).click();
    await expect(dialog(page)).toBeVisible();
  },
  'fields and rings': (page) => more(page, /Felt og ringer/),
  settings: (page) => more(page, /Innstillinger/),
  keys: (page) => more(page, /Tastatur/),
};

for (const [name, go] of Object.entries(SCREENS)) {
  test(`axe finds nothing: ${name}`, async ({ page }) => {
    const map = await openExample(page);
    await go(page, map);
    await page.waitForTimeout(300);
    await shot(page, `screen-${name.replaceAll(/[^a-z]+/gi, '-')}`);
    await expectNoAxe(page);
  });
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
    await page.addInitScript((percent) => {
      localStorage.setItem('nettverkskart-settings', JSON.stringify({ textSize: percent }));
    }, zoom);
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
  await expect(map.map).not.toHaveAttribute('tabindex');
  await map.button('Hana').focus();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Tastatur' })).toBeVisible();
  await page.keyboard.press('Escape');
  await map.button('Hana').focus();
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('+');
  for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'ArrowRight', 'ArrowDown']) {
    await page.keyboard.press(key);
    const seen = await page.evaluate(() => {
      const symbol = document.activeElement?.querySelector('[data-symbol]');
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
