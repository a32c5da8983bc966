// Whoever writes with the keyboard on the screen sees what is written: in every form the field stands at least 16 pixels
// inside what the keyboard leaves of the page (visualViewport), and under nothing else.
import type { Page } from '@playwright/test';
import { FULL } from '../support/depth.ts';
import { expect, shot, test } from '../support/e2e.ts';
import { MapPage } from '../support/mapPage.ts';
import { button, openStart } from './support/app.ts';
import { openExample, SCREENS, STARTS } from './support/screens.ts';

test.skip(() => test.info().project.name !== 'tablet', 'the sizes are its own');
test.describe.configure({ timeout: 90_000 });

declare global {
  interface Window {
    /** Puts a keyboard of so many pixels over the foot of the page, as an iPad does. */
    readonly coverFoot: (pixels: number) => void;
  }
}

const SIZES = [
  { width: 390, height: 844, keyboard: 336 },
  { width: 1180, height: 820, keyboard: 410 },
  ...(FULL ? [{ width: 820, height: 1180, keyboard: 380 }] : []),
];

/** The browser on a desk has no keyboard on the screen: its visualViewport is one that can be told of one. */
async function withKeyboard(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let covered = 0;
    const view = Object.defineProperties(new EventTarget(), {
      height: { get: () => innerHeight - covered },
      width: { get: () => innerWidth },
      scale: { value: 1 },
      offsetTop: { value: 0 },
      offsetLeft: { value: 0 },
    });
    Object.defineProperty(window, 'visualViewport', { value: view });
    Object.assign(window, {
      coverFoot: (pixels: number) => {
        covered = pixels;
        view.dispatchEvent(new Event('resize'));
      },
    });
  });
}

/** Fields that the keyboard hides, in words, and how many were tried. */
const hiddenFields = (page: Page, keyboard: number): Promise<{ tried: number; hidden: string[] }> =>
  page.evaluate(async (height) => {
    const scope = document.querySelector('dialog[open]') ?? document.body;
    const hidden: string[] = [];
    let tried = 0;
    const fields = scope.querySelectorAll<HTMLElement>(
      'textarea, input:not([type=checkbox], [type=radio], [type=range], [type=file], [type=button])',
    );
    const frames = async () => {
      for (let left = 3; left > 0; left--) await new Promise((next) => requestAnimationFrame(next));
    };
    for (const field of fields) {
      if (!field.checkVisibility({ visibilityProperty: true }) || field.closest('[inert]')) continue;
      tried += 1;
      field.focus();
      window.coverFoot(height);
      await frames();
      const { left, right, top, bottom } = field.getBoundingClientRect();
      const end = innerHeight - height - 16;
      const [x, y] = [(left + right) / 2, (top + Math.min(bottom, end)) / 2];
      const over = document.elementFromPoint(x, y);
      // A field higher than the room that is left shows its beginning, where one writes.
      const isSeen = top >= 15.5 && (bottom <= end + 0.5 || bottom - top > end - 100);
      const name = `${field.id} ${field.getAttribute('aria-label') ?? field.closest('label, .ds-field')?.textContent ?? ''}`;
      if (!isSeen) hidden.push(`${name}: ${Math.round(top)}–${Math.round(bottom)} of ${end}`);
      else if (over !== field && !field.contains(over)) hidden.push(`${name}: under ${over?.outerHTML.slice(0, 80)}`);
      window.coverFoot(0);
      await frames();
    }
    return { tried, hidden };
  }, keyboard);

const openSetup = async (page: Page) => {
  await openStart(page);
  await button(page, 'Nytt kart – husk det, med passord').click();
};

/** Those that no list of screens has. */
const FORMS: Record<string, (page: Page) => Promise<void>> = {
  'a passphrase of one’s own': async (page) => {
    await openSetup(page);
    await button(page, 'Skriv et eget passord').click();
  },
  'the passphrase once more': async (page) => {
    await openSetup(page);
    await button(page, 'Jeg har skrevet dem ned').click();
  },
  'the centre': async (page) => {
    const map = await openExample(page);
    await map.page.locator('[data-ego]').click();
    await page.locator('dialog[open]').waitFor();
  },
};

const TELLING = [
  'a new person',
  'names into the tray',
  'a person’s sheet, open',
  'list, with somebody open',
  'invitations',
];
const WITHOUT_FIELDS = /^(only|keys|help)/;

const WAYS: [string, (page: Page) => Promise<void>][] = [
  ...Object.entries(FORMS),
  ...Object.entries(STARTS).filter(() => FULL),
  ...Object.entries(SCREENS)
    .filter(([name]) => (FULL ? !WITHOUT_FIELDS.test(name) : TELLING.includes(name)))
    .map(([name, go]): [string, (page: Page) => Promise<void>] => [
      name,
      async (page) => go(page, await openExample(page)),
    ]),
];

for (const { width, height, keyboard } of SIZES) {
  test.describe(`a keyboard of ${keyboard} on ${width} × ${height}`, () => {
    test.use({ viewport: { width, height } });
    for (const [name, go] of WAYS) {
      test(`what is written stays in sight: ${name}`, async ({ page }) => {
        await withKeyboard(page);
        await go(page);
        await page.waitForTimeout(200);
        const { tried, hidden } = await hiddenFields(page, keyboard);
        test.info().annotations.push({ type: 'fields', description: String(tried) });
        expect(hidden).toEqual([]);
        if (TELLING.includes(name) || name in FORMS) expect(tried).toBeGreaterThan(0);
      });
    }
  });
}

test('the map stays where it is when the keyboard comes', async ({ page }) => {
  await withKeyboard(page);
  const map: MapPage = await openExample(page);
  const before = await map.cells();
  await map.tool('Person');
  await page.evaluate(() => window.coverFoot(400));
  await expect(page.locator('html')).toHaveAttribute('style', /--covered: 400px/);
  expect(await map.cells()).toEqual(before);
});

test.describe('large letters on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      localStorage.setItem('nettverkskart-settings', JSON.stringify({ textSize: 200, large: false }));
    });
  });

  /** Where it begins and ends, in pixels of the page. */
  const extent = async (page: Page, what: string): Promise<{ top: number; bottom: number }> => {
    const box = await page.locator(what).boundingBox();
    if (!box) throw new Error(`no ${what}`);
    return { top: box.y, bottom: box.y + box.height };
  };

  test('the form for a new person begins below the bar, with and without a keyboard', async ({ page }) => {
    await withKeyboard(page);
    await SCREENS['a new person']?.(page, await openExample(page));
    await page.locator('.add-here').waitFor();
    const bar = await extent(page, '.top-bar');
    for (const keyboard of [0, 336]) {
      await page.evaluate((pixels) => window.coverFoot(pixels), keyboard);
      await expect.poll(async () => (await extent(page, '.add-here')).bottom).toBeLessThan(844 - keyboard);
      const form = await extent(page, '.add-here');
      expect(form.top).toBeGreaterThan(bar.bottom);
      const field = await extent(page, '.add-here input:focus');
      expect(field.top).toBeGreaterThan(form.top);
      expect(field.bottom).toBeLessThanOrEqual(form.bottom);
      await shot(page, `new-person-large-letters-${keyboard}`);
    }
  });

  test('the tray stands between what is above the map and the tools', async ({ page }) => {
    await SCREENS['names into the tray']?.(page, await openExample(page));
    await expect(page.locator('.tray-chip')).toBeVisible();
    await shot(page, 'tray-large-letters');
    const tray = await extent(page, '.tray');
    expect(tray.top).toBeGreaterThan((await extent(page, '.map-screen')).top);
    expect((await extent(page, '.tray input')).bottom).toBeLessThanOrEqual(tray.bottom);
    expect(tray.bottom).toBeLessThan((await extent(page, '.toolbar')).top);
  });
});
