// npm run bench:hand [-- --print]: how long a hand waits, with a processor four times as slow: the first load, the 40-person
// map, every answer of a journey, and the first words on a slow line. Five times each, in Chromium, from a server on this
// machine; goals and medians go into the README (only to the screen with --print, or with --only=start|words|picture|journey).
// Times, not checks: other work counts.
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { preview, runnerImport } from 'vite';
import { chromiumLaunch } from '../checks/browser.mjs';
import { DIST, ROOT } from '../checks/places.mjs';
import { run } from '../checks/run.mjs';

/** @import { Browser, CDPSession, Page } from '@playwright/test' */
/** @typedef {{ what: string, goal: string, took: readonly number[], note?: string }} Figure */

const TIMES = 5;
const SLOWER = 4;
const PEOPLE = 40;
/** As long as somebody looks at the start screen before the first tap, in milliseconds; few are quicker. */
const LOOKS = 2000;
/** 400 kbit/s, 400 ms. */
const SLOW_LINE = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };

/** @param {readonly number[]} values */
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** @param {string} file */
const load = async (file) =>
  (await runnerImport(path.join(ROOT, file), { configFile: false, logLevel: 'silent' })).module;

/**
 * A page of a browser that has never been here, on a slow processor.
 * @template Result
 * @param {Browser} browser
 * @param {(page: Page, session: CDPSession) => Promise<Result>} work
 */
async function onNewPage(browser, work) {
  const context = await browser.newContext({ viewport: { width: 1180, height: 820 }, hasTouch: true, isMobile: true });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  try {
    return await work(page, session);
  } finally {
    await context.close();
  }
}

/** From the address to a start screen that answers. @param {Browser} browser @param {string} home */
const toInteractive = (browser, home) =>
  onNewPage(browser, async (page) => {
    await page.addInitScript(() => {
      const look = () => {
        const button = document.querySelector('#app button');
        // The button is there and nothing stands before the next thing to do.
        if (button) setTimeout(() => performance.mark('hand:interactive'));
        else requestAnimationFrame(look);
      };
      look();
    });
    await page.goto(`${home}?hooks`);
    return page.evaluate(async () => {
      while (performance.getEntriesByName('hand:interactive').length === 0)
        await new Promise((next) => setTimeout(next, 20));
      return performance.getEntriesByName('hand:interactive')[0]?.startTime ?? NaN;
    });
  });

/** From the first bytes to the first words. @param {Browser} browser @param {string} home */
const toFirstWords = (browser, home) =>
  onNewPage(browser, async (page, session) => {
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', SLOW_LINE);
    await page.goto(`${home}?hooks`, { waitUntil: 'commit' });
    return page.evaluate(async () => {
      const painted = () => performance.getEntriesByName('first-contentful-paint')[0];
      while (!painted()) await new Promise((next) => setTimeout(next, 50));
      // When the page got them: `responseStart` is written down before the slow line is put in between.
      const { domLoading, navigationStart } = performance.timing;
      return (painted()?.startTime ?? NaN) - (domLoading - navigationStart);
    });
  });

/**
 * From a chosen file to everybody drawn once: one that was never arranged, then the same as it was saved.
 * @param {Browser} browser
 * @param {string} home
 * @param {string} file
 * @param {number} looks how long the start screen was looked at before
 */
const toPicture = (browser, home, file, looks) =>
  onNewPage(browser, async (page) => {
    await page.goto(`${home}?hooks`);
    await page.waitForFunction(() => 'nettverkskart' in window && document.querySelector('#app button') !== null);
    await page.waitForTimeout(looks);
    /** @param {string} text */
    const open = (text) =>
      page.evaluate(async (written) => {
        performance.clearMarks();
        const from = performance.now();
        const { nettverkskart } = /** @type {any} */ (window);
        await nettverkskart.open(new File([written], 'kart.nettverkskart.json'));
        const shown = performance.getEntriesByName('map:first')[0]?.startTime ?? NaN;
        return { took: shown - from, file: /** @type {string} */ (nettverkskart.file()) };
      }, text);
    const first = await open(file);
    await page.waitForTimeout(500);
    const again = await open(first.file);
    return [first.took, again.took];
  });

/** The slowest answer of a journey, and how long the page itself worked on it. @param {Browser} browser @param {string} home */
const slowestAnswer = (browser, home) =>
  onNewPage(browser, async (page) => {
    await page.addInitScript(() => {
      /** @type {{ type: string, took: number, worked: number, on: string, id: number }[]} */
      const answers = [];
      Object.assign(window, { answers });
      new PerformanceObserver((list) => {
        for (const entry of /** @type {any[]} */ (list.getEntries())) {
          if (!entry.interactionId) continue;
          const on =
            entry.target instanceof Element
              ? (entry.target.closest('button, input, svg')?.textContent ?? '').trim().slice(0, 24)
              : '';
          answers.push({
            type: entry.name,
            took: entry.duration,
            worked: entry.processingEnd - entry.processingStart,
            on,
            id: entry.interactionId,
          });
        }
      }).observe(/** @type {PerformanceObserverInit} */ ({ type: 'event', buffered: true, durationThreshold: 16 }));
    });
    const { MapPage } = await load('tests/support/mapPage.ts');
    await journey(page, home, new MapPage(page));
    await page.waitForTimeout(600);
    const answers = await page.evaluate(() => /** @type {any} */ (window).answers);
    const worst = answers.toSorted((/** @type {any} */ a, /** @type {any} */ b) => b.took - a.took).slice(0, 6);
    return { worst, count: new Set(answers.map((/** @type {any} */ { id }) => id)).size };
  });

/** @param {Page} page @param {string} home @param {any} map */
async function journey(page, home, map) {
  const tap = (/** @type {string} */ name) => page.getByRole('button', { name, exact: true }).first().tap();
  await page.goto(`${home}?hooks&lang=nb`);
  await page.waitForTimeout(LOOKS);
  await tap('Nytt kart – ikke lagre');
  await map.settled();
  for (const [name, sector, ring, along] of /** @type {const} */ ([
    ['Mamma', 'family', 0, 0.3],
    ['Ane', 'family', 2, 0.4],
    ['Thor', 'friends', 1, 0.5],
    ['Line', 'work', 1, 0.5],
  ])) {
    const [x, y] = await map.pointIn({ sector, ring, along });
    await page.touchscreen.tap(x, y);
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
    await map.settled();
  }
  await map.tapPerson('Thor');
  await tap('Nærmere');
  await map.settled();
  await page.keyboard.press('Escape');
  await map.tool('Strek');
  await map.tapPerson('Mamma');
  await map.tapPerson('Thor');
  await tap('Ferdig');
  await map.tool('Inviter');
  await map.tapPerson('Mamma');
  await tap('Ferdig');
  for (const screen of ['Liste', 'Møte', 'Kart']) {
    await tap(screen);
    await page.waitForTimeout(400);
  }
  await page.getByRole('button', { name: /^Angre/ }).tap();
  await map.settled();
}

const only = process.argv.find((each) => each.startsWith('--only='))?.slice('--only='.length);
/** @param {'start' | 'words' | 'picture' | 'journey'} part */
const wants = (part) => only === undefined || only === part;

const BEGIN = '<!-- hand -->';
const END = '<!-- /hand -->';

/** @param {readonly Figure[]} figures @param {string} intro */
function tableOf(figures, intro) {
  const rows = figures.map(({ what, goal, took, note }) => {
    const [least, most] = [Math.min(...took), Math.max(...took)].map(Math.round);
    return `| ${what} | ${goal} | ${Math.round(median(took))} (${least}–${most}) | ${note ?? ''} |`;
  });
  return [intro, '', '| What | Goal, ms | Median of five (from–to), ms | |', '| --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
}

/** @param {string} table */
function writeReadme(table) {
  const file = path.join(ROOT, 'README.md');
  const readme = readFileSync(file, 'utf8');
  const [from, to] = [readme.indexOf(BEGIN), readme.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`The README has no ${BEGIN} … ${END}.`);
  writeFileSync(file, `${readme.slice(0, from + BEGIN.length)}\n\n${table}\n\n${readme.slice(to)}`);
}

const built = await run('vite', ['build', '--logLevel', 'warn', '--outDir', DIST, '--emptyOutDir'], { show: true });
if (built.code !== 0) process.exit(built.code);
const server = await preview({
  root: ROOT,
  logLevel: 'silent',
  build: { outDir: DIST },
  preview: { host: '127.0.0.1', port: 4390 },
});
const home = server.resolvedUrls?.local[0] ?? '';
const browser = await chromium.launch(chromiumLaunch());
const { mapFileOf } = await load('tests/bench/mapFile.ts');
const { makeNetwork } = await load('tests/bench/networks.ts');
const file = mapFileOf(makeNetwork(PEOPLE));

const starts = [];
const words = [];
const atOnce = [];
const pictures = [];
const journeys = [];
for (let time = 0; time < TIMES; time++) {
  if (wants('start')) starts.push(await toInteractive(browser, home));
  if (wants('words')) words.push(await toFirstWords(browser, home));
  if (wants('picture')) atOnce.push(await toPicture(browser, home, file, 0));
  if (wants('picture')) pictures.push(await toPicture(browser, home, file, LOOKS));
  if (wants('journey')) journeys.push(await slowestAnswer(browser, home));
}
const version = browser.version();
await browser.close();
await server.close();

const worst = journeys.map(({ worst: [first] }) => first?.took ?? 0);
const slowest = journeys.flatMap((one) => one.worst.slice(0, 1)).toSorted((a, b) => b.took - a.took)[0];
const table = tableOf(
  [
    { what: 'first load, from the address to a start screen that answers', goal: '≤ 2500', took: starts },
    {
      what: `a file of ${PEOPLE} people that was never arranged: everybody drawn, ${LOOKS / 1000} s after the start screen`,
      goal: '≤ 500',
      took: pictures.map(([took]) => took ?? NaN),
    },
    { what: 'the same, opened at once', goal: '', took: atOnce.map(([took]) => took ?? NaN) },
    { what: 'the same as it was saved', goal: '≤ 500', took: pictures.map(([, took]) => took ?? NaN) },
    {
      what: `the slowest answer of a journey (INP, ${journeys[0]?.count ?? 0} taps and keys)`,
      goal: '≤ 100',
      took: worst,
      note: slowest ? `${slowest.type} “${slowest.on}”, of which ${Math.round(slowest.worked)} at work` : '',
    },
    { what: 'first words after the first bytes, 400 kbit/s with 400 ms', goal: '< 1000', took: words },
  ],
  `${new Date().toISOString().slice(0, 10)}, ${cpus().length} shared cores (load ${loadavg()[0]?.toFixed(1)}), Chromium ${version}, processor ${SLOWER} times slower, 1180 × 820.`,
);
console.log(table);
for (const { worst: list } of journeys)
  console.log(
    list
      .map((/** @type {any} */ each) => `${each.type} “${each.on}” ${each.took} (${Math.round(each.worked)})`)
      .join(', '),
  );
if (!process.argv.includes('--print') && only === undefined) writeReadme(table);
