import path from 'node:path';
import type { Page } from '@playwright/test';
import { addressWithHooks, button, mapShown } from '../app.ts';
import { startChromium } from '../chromium.ts';
import type { Given, Part } from '../part.ts';

/** Each ends within it. */
const LIMIT_MS = 5000;
/** A message that comes later than this is none; how late it was is told. */
const PATIENCE_MS = 20_000;

type Case = {
  /** In the page, before the dialog is opened. */
  readonly spoil: () => void;
  /** What a person does then. */
  readonly act: (page: Page) => Promise<void>;
  /** What must be on the page in time: a picture that is ready all the same, or a sentence. */
  readonly end: 'ready' | RegExp;
};

async function picture(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Skriv ut/ })
    .first()
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Bilde', exact: true }).click();
}

async function share(page: Page): Promise<void> {
  await picture(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Del …', exact: true }).click();
}

function shareFails(name: string): void {
  Object.assign(navigator, {
    canShare: () => true,
    share: () => Promise.reject(new DOMException('', name)),
  });
}

const nothing = (): void => undefined;
const NOT_MADE = /Bildet ble ikke til|tok for lang tid/;

const CASES: Readonly<Record<string, Case>> = {
  'nothing is wrong': { spoil: nothing, act: picture, end: 'ready' },
  'the picture is not decoded': {
    spoil: () => {
      HTMLImageElement.prototype.decode = () => Promise.reject(new DOMException('', 'EncodingError'));
    },
    act: picture,
    end: 'ready',
  },
  'the picture does not load': {
    spoil: () => {
      Object.defineProperty(HTMLImageElement.prototype, 'src', {
        set(this: HTMLImageElement) {
          setTimeout(() => this.dispatchEvent(new Event('error')));
        },
      });
    },
    act: picture,
    end: NOT_MADE,
  },
  'toBlob gives null': {
    spoil: () => {
      HTMLCanvasElement.prototype.toBlob = (done) => setTimeout(() => done(null));
    },
    act: picture,
    end: NOT_MADE,
  },
  'toBlob throws': {
    spoil: () => {
      HTMLCanvasElement.prototype.toBlob = () => {
        throw new DOMException('', 'SecurityError');
      };
    },
    act: picture,
    end: NOT_MADE,
  },
  'no animation frames': {
    spoil: () => {
      window.requestAnimationFrame = () => 0;
    },
    act: picture,
    end: 'ready',
  },
  'hidden in the middle': {
    spoil: nothing,
    act: async (page) => {
      await picture(page);
      for (const state of ['hidden', 'visible'])
        await page.evaluate((value) => {
          Object.defineProperty(document, 'visibilityState', { value, configurable: true });
          document.dispatchEvent(new Event('visibilitychange'));
        }, state);
      await button(page, 'Vis kartet').click();
      if (!(await page.getByRole('dialog').isVisible())) await picture(page);
    },
    end: 'ready',
  },
  'sharing is called off': { spoil: () => undefined, act: share, end: 'ready' },
  'sharing is not allowed': { spoil: () => undefined, act: share, end: /Det gikk ikke å dele/ },
};

const SHARING: Readonly<Record<string, string>> = {
  'sharing is called off': 'AbortError',
  'sharing is not allowed': 'NotAllowedError',
};

async function tryCase(
  page: Page,
  app: string,
  name: string,
  it: Case,
  limit: number,
): Promise<{ fault: string | null; ms: number }> {
  await page.goto(app);
  await button(page, 'Nytt kart – ikke lagre').click();
  await mapShown(page);
  await page.evaluate(it.spoil);
  const sharing = SHARING[name];
  if (sharing !== undefined) await page.evaluate(shareFails, sharing);
  const begun = Date.now();
  await it.act(page);
  const dialog = page.getByRole('dialog');
  const end =
    it.end === 'ready'
      ? page.locator('[data-prepared="ready"]')
      : dialog.getByRole('status').filter({ hasText: it.end });
  const came = await end
    .first()
    .waitFor({ timeout: PATIENCE_MS, state: 'attached' })
    .then(() => true)
    .catch(() => false);
  const ms = Date.now() - begun;
  const said = came ? null : `${name}: ${(await dialog.innerText().catch(() => '')).slice(-200)}`;
  return { fault: said ?? (ms > limit ? `${name}: ${ms} ms` : null), ms };
}

async function run({ count, seed, short, folder, address }: Given) {
  // The daily form shares the machine with much else: there it is enough that it ends.
  const limit = short ? PATIENCE_MS : LIMIT_MS;
  const { page, context, version, kill } = await startChromium(path.join(folder, 'profile'));
  const faults: string[] = [];
  const told: string[] = [];
  context.on('weberror', (error) => faults.push(`not caught: ${error.error().message}`));
  const cases = Object.entries(CASES);
  for (let at = 0; at < count; at += 1) {
    const [name, it] = cases[(at + seed) % cases.length] ?? [];
    if (name === undefined || !it) continue;
    const { fault, ms } = await tryCase(page, addressWithHooks(address), name, it, limit);
    if (fault !== null) faults.push(fault);
    told.push(`${name} ${ms} ms`);
  }
  await kill();
  return { faults, told, version };
}

export const handingOut: Part = {
  id: 'E3',
  what: 'a picture that is not made, a share sheet that refuses',
  goal: 'each ends within 5 s: ready all the same, or with a sentence',
  full: Object.keys(CASES).length,
  // Others each day.
  short: 2,
  run: async (given) => {
    const { faults, told, version } = await run(given);
    return {
      tried: `${told.length} of ${Object.keys(CASES).length} cases: ${Object.keys(CASES).join(', ')}`,
      count: told.length,
      browser: version,
      result: told.join(', '),
      faults,
    };
  },
};
