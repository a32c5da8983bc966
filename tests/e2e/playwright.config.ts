import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { chromiumLaunch } from '../checks/browser.mjs';
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
  // A test that passes at the second try has found something.
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 20_000,
  expect: { timeout: 5_000 },
  use: {
    baseURL: address,
    locale: 'nb-NO',
    trace: 'retain-on-failure',
    // The app is kept for later three seconds after it is there: only offline.spec.ts lets it.
    serviceWorkers: 'block',
    launchOptions: chromiumLaunch(),
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
