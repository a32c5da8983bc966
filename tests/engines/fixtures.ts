// What every check of the engines gets: a tab of the engine that is asked for, which may not go wrong unnoticed, and one of
// Chromium, which the others are compared with.
import { writeFileSync } from 'node:fs';
import { test as base, expect } from '@playwright/test';
import { startChromium } from './chromium.ts';
import type { Engine, EngineName, Tab } from './engine.ts';
import { startFirefox } from './firefox.ts';
import { MapTab } from './mapTab.ts';
import { startWebkit } from './webkit.ts';

export { expect };

const START: Readonly<Record<EngineName, () => Promise<Engine>>> = {
  chromium: startChromium,
  firefox: startFirefox,
  webkit: startWebkit,
};
export type EngineOptions = { readonly engineName: EngineName };

type PerWorker = EngineOptions & {
  readonly engine: Engine;
  readonly reference: { readonly engine: () => Promise<Engine> };
};
type PerTest = { readonly map: MapTab };

export const test = base.extend<PerTest, PerWorker>({
  engineName: ['chromium', { option: true, scope: 'worker' }],

  engine: [
    async ({ engineName }, use) => {
      const engine = await START[engineName]();
      console.log(`${engineName}: ${engine.version}`);
      await use(engine);
      await engine.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  reference: [
    async ({ engine }, use) => {
      let started: Promise<Engine> | null = null;
      const other = () => (started ??= startChromium());
      await use({ engine: () => (engine.name === 'chromium' ? Promise.resolve(engine) : other()) });
      await (await (started as Promise<Engine> | null))?.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  map: async ({ engine, baseURL }, use, info) => {
    await withTab(await engine.newTab(), async (tab) => {
      await use(new MapTab(tab, baseURL ?? ''));
      if (info.status !== info.expectedStatus) writeFileSync(info.outputPath('screen.png'), await tab.screenshot());
    });
  },
});

/** A tab for as long as the work takes; the work fails when the page has noted a problem. */
export async function withTab(tab: Tab, work: (tab: Tab) => Promise<void>): Promise<void> {
  try {
    await work(tab);
    expect(await tab.problems(), 'errors and violations of the content policy').toEqual([]);
  } finally {
    await tab.close();
  }
}
