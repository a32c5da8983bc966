// Every hand: on small and large screens, upright and lying, with large letters, nothing is cut, covered or too small.
import type { Page } from '@playwright/test';
import { FULL } from '../support/depth.ts';
import { expect, shot, test } from '../support/e2e.ts';
import { misfits } from '../support/fits.ts';
import { openExample, SCREENS, STARTS } from './support/screens.ts';

type Size = {
  readonly width: number;
  readonly height: number;
  readonly text?: 200;
  readonly spaced?: true;
  readonly large?: true;
};

const SHORT: readonly Size[] = [
  { width: 1180, height: 820 },
  { width: 390, height: 844 },
  { width: 844, height: 390 },
];
const ALL: readonly Size[] = [
  ...SHORT,
  { width: 320, height: 640 },
  // What is left of 1280 × 1024 at 400 % (WCAG 1.4.10): scrolled down, never sideways.
  { width: 320, height: 256 },
  { width: 820, height: 1180 },
  { width: 1366, height: 1024 },
  { width: 744, height: 1133 },
  { width: 360, height: 640 },
  { width: 1440, height: 900 },
  { width: 1180, height: 820, text: 200 },
  { width: 390, height: 844, text: 200 },
  { width: 390, height: 844, spaced: true },
  { width: 1180, height: 820, large: true },
  { width: 390, height: 844, large: true },
];
/** The short form looks at those where something is most easily in the way. */
const TELLING = [
  'map',
  'drawing lines',
  'a person’s sheet, open',
  'names into the tray',
  'the questions',
  'the menu',
  'list, with somebody open',
  'meeting: whom',
  'out: print',
  'settings',
];

/** WCAG 1.4.12: whoever needs more room between letters, words and lines gets it. */
const spaceText = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
    );
    document.adoptedStyleSheets.push(sheet);
  });

const nameOf = ({ width, height, text, spaced, large }: Size): string =>
  [`${width} × ${height}`, text && `${text} % text`, spaced && 'text spacing', large && 'large view']
    .filter(Boolean)
    .join(', ');

// The sizes are its own: a second screen would only be the same again.
test.skip(() => test.info().project.name !== 'tablet', 'once is enough');

for (const size of FULL ? ALL : SHORT) {
  test.describe(nameOf(size), () => {
    test.use({ viewport: { width: size.width, height: size.height } });
    test.beforeEach(async ({ page }) => {
      await page.addInitScript(({ text, large }) => {
        localStorage.setItem(
          'nettverkskart-settings',
          JSON.stringify({ textSize: text ?? 100, large: large ?? false }),
        );
      }, size);
    });

    const screens = Object.entries(SCREENS).filter(([name]) => FULL || TELLING.includes(name));
    const starts = Object.entries(STARTS).filter(
      ([name]) => FULL || name.startsWith('start,') || name === 'an empty map',
    );
    const ways = [
      ...starts,
      ...screens.map(
        ([name, go]) => [name, async (page) => go(page, await openExample(page))] as [string, (typeof STARTS)[string]],
      ),
    ];
    for (const [name, go] of ways) {
      test(`fits: ${name}`, async ({ page }) => {
        await go(page);
        if (size.spaced) await spaceText(page);
        await page.waitForTimeout(250);
        await shot(page, `size-${nameOf(size)}-${name}`.replaceAll(/[^a-z0-9]+/gi, '-'));
        expect(await misfits(page)).toEqual([]);
      });
    }
  });
}
