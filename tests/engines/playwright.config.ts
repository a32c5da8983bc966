// The same checks in three engines, one after the other: they share two cores, and Firefox and WebKitGTK their downloads.
import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { DIST, PORT, RESULTS, ROOT } from '../checks/places.mjs';
import type { EngineName } from './engine.ts';
import type { EngineOptions } from './fixtures.ts';

const address = `http://127.0.0.1:${PORT}`;
const ENGINES: readonly EngineName[] = ['chromium', 'firefox', 'webkit'];

export default defineConfig<object, EngineOptions>({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: path.join(RESULTS, 'engines'),
  workers: 1,
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  use: { baseURL: address },
  projects: ENGINES.map((engine) => ({
    name: engine,
    use: { engineName: engine },
    // The check of a picture is made in Chromium, whatever engine made the picture.
    ...(engine !== 'chromium' && { testIgnore: '**/picture.spec.ts' }),
  })),
  webServer: {
    command: `${JSON.stringify(process.execPath)} node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port ${PORT} --strictPort --outDir ${JSON.stringify(DIST)}`,
    cwd: ROOT,
    url: address,
    reuseExistingServer: false,
  },
});
