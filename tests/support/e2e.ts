// What every browser test gets: a page that may not go wrong unnoticed, fingers, pictures, and a look for barriers.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';
import { RESULTS } from '../checks/places.mjs';
import { FULL } from './depth.ts';

export { expect };

interface Watch {
  /** What went wrong so far, in words. */
  readonly problems: readonly string[];
  /** Problems that match are expected in this test: call it before they come. */
  readonly tolerate: (pattern: RegExp) => void;
}

/**
 * Fails a test on an error of the console or of the page, on a violation of the content policy, and on a request to
 * anywhere but the app's own origin, whatever else the test looks at.
 */
export const test = base.extend<{ watch: Watch }>({
  watch: [
    async ({ context, baseURL }, use) => {
      const problems: string[] = [];
      const tolerated: RegExp[] = [];
      const home = new URL(baseURL ?? '').origin;

      context.on('console', (message) => {
        if (message.type() === 'error') problems.push(`console: ${message.text()}`);
      });
      context.on('weberror', (error) => problems.push(`page: ${error.error().stack ?? error.error().message}`));
      context.on('request', (request) => {
        const { origin, protocol } = new URL(request.url());
        if (/^(https?|wss?):$/.test(protocol) && origin !== home) problems.push(`request: ${request.url()}`);
      });
      await context.addInitScript(() => {
        addEventListener('securitypolicyviolation', (event) => {
          console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
        });
      });

      await use({ problems, tolerate: (pattern) => void tolerated.push(pattern) });

      const unexpected = problems.filter((problem) => !tolerated.some((pattern) => pattern.test(problem)));
      expect(unexpected, 'errors, policy violations and foreign requests').toEqual([]);
    },
    { auto: true },
  ],
});

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 A and AA (target size included, which axe leaves out otherwise) and axe's own advice. */
const AXE_OPTIONS: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
};

/** Light, dark, and colours that the system chooses (high contrast on Windows). */
const LOOKS = [
  { colorScheme: 'light', forcedColors: 'none' },
  { colorScheme: 'dark', forcedColors: 'none' },
  { colorScheme: 'light', forcedColors: 'active' },
] as const;

/** What another colour scheme can change: all that the short form looks at in the dark and in forced colours. */
const COLOUR_OPTIONS: RunOptions = { ...AXE_OPTIONS, runOnly: { type: 'rule', values: ['color-contrast'] } };

/** axe finds nothing on the screen as it is now, in light, in dark and in forced colours. */
export async function expectNoAxe(page: Page): Promise<void> {
  const present = await page.evaluate(() => 'axe' in window);
  // By way of the debugger: the content policy lets no script of ours in, and must not be loosened for a test.
  if (!present) await evaluateAsDebugger(page, AXE);
  const before = await page.evaluate(() => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'));
  for (const [nth, look] of LOOKS.entries()) {
    await page.emulateMedia(look);
    await stillness(page);
    const { violations } = await page.evaluate(
      (options) => (window as unknown as { axe: { run(o: RunOptions): Promise<AxeResults> } }).axe.run(options),
      FULL || nth === 0 ? AXE_OPTIONS : COLOUR_OPTIONS,
    );
    const found = violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${help}\n  ${target.join(' ')}\n  ${failureSummary ?? ''}`),
    );
    expect(found, `axe, ${look.colorScheme}, forced colours ${look.forcedColors}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: before, forcedColors: 'none' });
}

/** Colours that are still on their way from one theme to the other have no contrast to measure. */
async function stillness(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((next) => requestAnimationFrame(next));
    const finite = document.getAnimations().filter((it) => it.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(finite.map((it) => it.finished));
  });
}

async function evaluateAsDebugger(page: Page, expression: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { exceptionDetails } = await session.send('Runtime.evaluate', { expression, returnByValue: true });
  await session.detach();
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
}

type Point = readonly [x: number, y: number];

const STEPS = 8;

/** A hand needs a frame for each step, and rests before it lifts, in milliseconds. */
const FRAME = 16;
const REST = 100;

/** Fingers: real touch and pointer events, several at once. Coordinates are those of the viewport. */
export async function touch(page: Page) {
  const session = await page.context().newCDPSession(page);
  const send = async (type: 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel', points: readonly Point[] = []) => {
    await session.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
  };
  const glide = async (from: readonly Point[], to: readonly Point[]) => {
    for (let step = 1; step <= STEPS; step++) {
      await send(
        'touchMove',
        from.map(([x, y], finger) => {
          const [toX, toY] = to[finger] ?? [x, y];
          return [x + ((toX - x) * step) / STEPS, y + ((toY - y) * step) / STEPS] as const;
        }),
      );
      await page.waitForTimeout(FRAME);
    }
    // Lifted while it still flies, a finger begins a fling: Chromium then swallows the next tap, on a blank page too.
    await page.waitForTimeout(REST);
  };
  return {
    down: (...points: Point[]) => send('touchStart', points),
    move: (...points: Point[]) => send('touchMove', points),
    up: () => send('touchEnd'),
    cancel: () => send('touchCancel'),
    /** One finger, from a to b. */
    async drag(from: Point, to: Point) {
      await send('touchStart', [from]);
      await glide([from], [to]);
      await send('touchEnd');
    },
    /** Two fingers side by side around a point, from one distance to another. */
    async pinch([x, y]: Point, fromGap: number, toGap: number) {
      const at = (gap: number): Point[] => [
        [x - gap / 2, y],
        [x + gap / 2, y],
      ];
      await send('touchStart', at(fromGap));
      await glide(at(fromGap), at(toGap));
      await send('touchEnd');
    },
  };
}

/** Keeps a picture of the screen for people to look at: test-results/shots. */
export async function shot(page: Page, name: string): Promise<void> {
  const project = test.info().project.name;
  await page.screenshot({ path: path.join(RESULTS, 'shots', `${name}-${project}.png`), animations: 'disabled' });
}
