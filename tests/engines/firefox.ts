// Firefox, by Puppeteer over WebDriver BiDi: no other program is needed in between.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import puppeteer, { type BrowserContext, type ElementHandle, type Page } from 'puppeteer-core';
import { findFirefox } from '../checks/browser.mjs';
import { fileSavedBy } from './downloads.ts';
import { type Engine, STAGE, type Tab } from './engine.ts';

const START_LIMIT_MS = 60_000;
/** The sheets have their own. */
const NO_MARGIN = { top: 0, right: 0, bottom: 0, left: 0 };

export async function startFirefox(): Promise<Engine> {
  const executablePath = findFirefox();
  if (executablePath === null) throw new Error('Firefox is missing (Debian: firefox-esr).');
  const downloads = mkdtempSync(path.join(tmpdir(), 'nettverkskart-firefox-'));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    timeout: START_LIMIT_MS,
    defaultViewport: STAGE,
    extraPrefsFirefox: {
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.download.useDownloadDir': true,
      'browser.download.alwaysOpenPanel': false,
      // Saved, not shown: Firefox would open a PDF itself.
      'pdfjs.disabled': true,
      'browser.helperApps.neverAsk.saveToDisk':
        'image/png,image/svg+xml,text/csv,application/json,application/pdf,text/plain',
      'intl.accept_languages': 'nb-NO',
    },
  });
  return {
    name: 'firefox',
    version: (await browser.version()).replace('/', ' '),
    newTab: async () => {
      const context = await browser.createBrowserContext();
      return tabOf(context, await context.newPage(), downloads);
    },
    close: async () => {
      await browser.close();
      rmSync(downloads, { recursive: true, force: true });
    },
  };
}

function tabOf(context: BrowserContext, page: Page, downloads: string): Tab {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`page: ${error instanceof Error ? error.message : String(error)}`));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  return {
    open: async (address) => void (await page.goto(address)),
    reload: async () => void (await page.reload()),
    look: (fn, ...args) => page.evaluate(`(${String(fn)})(...${JSON.stringify(args)})`) as Promise<never>,
    tap: (x, y) => page.touchscreen.tap(x, y),
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
    give: async (selector, file) => {
      const field = await page.$(selector);
      if (!field) throw new Error(`There is no ${selector}.`);
      await (field as ElementHandle<HTMLInputElement>).uploadFile(file);
    },
    download: (act) => fileSavedBy(downloads, act),
    screenshot: async () => Buffer.from(await page.screenshot()),
    print: async () => ({
      pdf: Buffer.from(await page.pdf({ width: '29.7cm', height: '21cm', margin: NO_MARGIN })),
      // Of a variable font, only the regular weight is embedded.
      hasText: false,
    }),
    problems: () => Promise.resolve(problems),
    close: () => context.close(),
  };
}
