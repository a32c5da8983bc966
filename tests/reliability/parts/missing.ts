import path from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { addressWithHooks, button, peopleOn } from '../app.ts';
import { startChromium } from '../chromium.ts';
import { edit, prepareEdits } from '../edits.ts';
import type { Given, Part } from '../part.ts';

/** How each is taken away, before a line of the app has run. */
const APIS: Readonly<Record<string, () => void>> = {
  IndexedDB: () => Object.defineProperty(window, 'indexedDB', { value: undefined }),
  'private files': () => Reflect.deleteProperty(StorageManager.prototype, 'getDirectory'),
  Cache: () => Object.defineProperty(window, 'caches', { value: undefined }),
  localStorage: () =>
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
    }),
  'service worker': () => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'),
  Locks: () => Reflect.deleteProperty(Navigator.prototype, 'locks'),
  persist: () => {
    Reflect.deleteProperty(StorageManager.prototype, 'persist');
    Reflect.deleteProperty(StorageManager.prototype, 'persisted');
  },
};
const NAMES = Object.keys(APIS);

/** Each alone, then all pairs. */
const CASES: readonly (readonly string[])[] = [
  ...NAMES.map((name) => [name]),
  ...NAMES.flatMap((one, at) => NAMES.slice(at + 1).map((other) => [one, other])),
];

const PERSON = 'r0';
/** Longer than the app takes to call a save failed. */
const DECIDED_MS = 8000;

async function stateOf(page: Page): Promise<string> {
  const decided = page.locator('[data-save-state="saved"], [data-save-state="failed"], [data-save-state="off"]');
  await decided.waitFor({ timeout: DECIDED_MS, state: 'attached' });
  return (await decided.getAttribute('data-save-state')) ?? '';
}

/** A map is begun to be kept, a person added; what is called saved must be there after a reload. */
async function tryWithout(context: BrowserContext, names: readonly string[], app: string): Promise<string[]> {
  const faults: string[] = [];
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(error.message));
  for (const name of names) await page.addInitScript(APIS[name] ?? (() => undefined));
  await context.exposeBinding('edited', () => undefined).catch(() => undefined);
  await context.exposeBinding('acknowledged', () => undefined).catch(() => undefined);
  await page.goto(app);
  const start = button(page, /^(Nytt kart – husk det her|Gå videre uten å lagre)$/).first();
  await start.click({ timeout: 15_000 });
  if ((await page.locator('[data-map]').count()) === 0) {
    const begin = button(page, 'Nytt kart – husk det her').or(page.locator('[data-map]'));
    await begin.first().waitFor({ timeout: 15_000 });
    if ((await page.locator('[data-map]').count()) === 0) await button(page, 'Nytt kart – husk det her').click();
  }
  await page.locator('[data-map][data-settled="true"]').waitFor({ timeout: 15_000 });
  await prepareEdits(page, -1);
  await edit(page, 0, 0);
  const state = await stateOf(page);
  const isThere = (await peopleOn(page)).includes(PERSON);
  if (!isThere) faults.push('the person is not on the map');
  if (state === 'saved') {
    await page.reload();
    await page
      .locator(`[data-person-id="${PERSON}"]`)
      .first()
      .waitFor({ timeout: 10_000, state: 'attached' })
      .catch(() => faults.push('called saved, and gone after a reload'));
  } else if (names.includes('IndexedDB')) {
    const text = await page.evaluate(() => document.body.innerText);
    if (!/ikke lagret/i.test(text)) faults.push('not said that nothing is saved');
  } else faults.push(`a save state of ${state} although the database is there`);
  await page.close();
  return faults;
}

async function run({ count, folder, address, tell }: Given) {
  const faults: string[] = [];
  let version = '';
  for (let at = 0; at < count; at += 1) {
    const names = CASES[at % CASES.length] ?? [];
    const running = await startChromium(path.join(folder, `without-${at}`));
    version = running.version;
    const found = await tryWithout(running.context, names, addressWithHooks(address)).catch((problem: unknown) => [
      String(problem).slice(0, 300),
    ]);
    faults.push(...found.map((fault) => `without ${names.join(' and ')}: ${fault}`));
    await running.kill();
    if ((at + 1) % 7 === 0) tell(`${at + 1} of ${count}`);
  }
  return { faults, version };
}

export const missing: Part = {
  id: 'S6',
  what: 'a browser without one or two of the ways to store',
  goal: '7 of 7 alone, 21 of 21 in pairs: no crash, nothing called saved that is not',
  full: CASES.length,
  short: 1,
  run: async (given) => {
    const { faults, version } = await run(given);
    return {
      tried: `${given.count} of ${CASES.length} cases without ${NAMES.join(', ')}, alone and in pairs: a map begun, a person added, loaded anew`,
      count: given.count,
      browser: version,
      result: `${faults.length} crashes, errors or false promises`,
      faults,
    };
  },
};
