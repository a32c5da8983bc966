import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { chromiumLaunch, headlessLaunch } from '../checks/browser.mjs';
import { DIST, PORT, RESULTS, ROOT } from '../checks/places.mjs';
import { FULL } from '../support/depth.ts';

const address = `http://127.0.0.1:${PORT}`;
const touch = { hasTouch: true, isMobile: true };

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: path.join(RESULTS, 'e2e'),
  workers: 2,
  fullyParallel: true,
  // What fails is tried once more by tests/checks/test.mjs: alone, when all others are done, and named.
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  // Long, because these don't measure time and others use the machine too; what has a time to keep says it.
  timeout: 45_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: address,
    locale: 'nb-NO',
    // Recording takes a quarter of the time. A test that fails is run again with it; by hand: --trace=on.
    trace: 'off',
    // The app is kept for later three seconds after it is there: only offline.spec.ts lets it.
    serviceWorkers: 'block',
    // Without windows it takes a quarter less time; the long form is for the whole browser.
    launchOptions: FULL ? chromiumLaunch() : headlessLaunch(),
  },
  projects: [
    { name: 'tablet', use: { viewport: { width: 1180, height: 820 }, ...touch } },
    ...(FULL
      ? [
          { name: 'portrait', use: { viewport: { width: 820, height: 1180 }, ...touch } },
          { name: 'phone', use: { viewport: { width: 390, height: 844 }, ...touch } },
          { name: 'desktop', use: { viewport: { width: 1440, height: 900 } } },
        ]
      : []),
  ],
  webServer: {
    command: `${JSON.stringify(process.execPath)} node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port ${PORT} --strictPort --outDir ${JSON.stringify(DIST)}`,
    cwd: ROOT,
    url: address,
    // A server of somebody else would serve another build.
    reuseExistingServer: false,
  },
});
