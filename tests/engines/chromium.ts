// Chromium, by Playwright.
import { readFileSync } from 'node:fs';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { chromiumLaunch } from '../checks/browser.mjs';
import { type Engine, STAGE, type Tab } from './engine.ts';

export async function startChromium(): Promise<Engine> {
  const browser = await chromium.launch(chromiumLaunch());
  return {
    name: 'chromium',
    version: `Chromium ${browser.version()}`,
    newTab: async () => {
      const context = await browser.newContext({ viewport: STAGE, hasTouch: true, isMobile: true, locale: 'nb-NO' });
      return tabOf(context, await context.newPage());
    },
    close: () => browser.close(),
  };
}

function tabOf(context: BrowserContext, page: Page): Tab {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`page: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  return {
    open: async (address) => void (await page.goto(address)),
    reload: async () => void (await page.reload()),
    look: (fn, ...args) => page.evaluate(`(${String(fn)})(...${JSON.stringify(args)})`),
    tap: (x, y) => page.touchscreen.tap(x, y),
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
    give: (selector, file) => page.locator(selector).setInputFiles(file),
    download: async (act) => {
      const [download] = await Promise.all([page.waitForEvent('download', { timeout: 15_000 }), act()]);
      return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
    },
    screenshot: () => page.screenshot(),
    print: async () => ({ pdf: await page.pdf({ preferCSSPageSize: true }), hasText: true }),
    problems: () => Promise.resolve(problems),
    close: () => context.close(),
  };
}
