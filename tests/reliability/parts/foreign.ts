import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { addressWithHooks, button, mapShown, untilSaved } from '../app.ts';
import { startChromium } from '../chromium.ts';
import { HOSTILE } from '../hostileTexts.ts';
import type { Given, Part } from '../part.ts';
import { poisoned } from './hostile.ts';

/** Stands between the browser and the world: notes who is asked for, and lets nobody through. */
async function watchTheWorld() {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(403).end();
  });
  server.on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return { asked, port: (server.address() as AddressInfo).port, close: () => server.close() };
}

/** The browser asks by itself, whatever page is open. */
const OF_THE_BROWSER = /(^|[./])(google|googleapis|gstatic|gvt1|googleusercontent)\.com\b/;

async function journey(page: Page, app: string): Promise<void> {
  await page.goto(app);
  await page.locator('input[data-open-file]').setInputFiles({
    name: 'kart.json',
    mimeType: 'application/json',
    buffer: Buffer.from(poisoned(HOSTILE.slice(0, 30))),
  });
  await mapShown(page);
  await button(page, 'Husk det her').click();
  await untilSaved(page);
  for (const view of ['Liste', 'Møte', 'Kart']) await button(page, view).click();
  // Mistakes of our own must not report anywhere either.
  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error('on purpose');
    });
    void Promise.reject(new Error('on purpose'));
  });
  await page
    .getByRole('button', { name: /^Skriv ut/ })
    .first()
    .click();
  for (const kind of ['Bilde', 'Liste', 'Fil', 'Skriv ut']) {
    await page.getByRole('dialog').getByRole('button', { name: kind, exact: true }).click();
    await page.waitForTimeout(1500);
  }
  await page.pdf();
  await page.reload();
  await mapShown(page);
  await button(page, 'Til forsiden').click();
  await button(page, /^Slett:/).click();
  await button(page, 'Slett kartet').click();
  await page.getByText(/^Nå er kartet slettet herfra\./).waitFor();
}

async function runJourneys({ count, folder, address }: Given) {
  const world = await watchTheWorld();
  const proxy = [`--proxy-server=http://127.0.0.1:${world.port}`];
  const { page, version, kill } = await startChromium(path.join(folder, 'profile'), proxy);
  for (let at = 0; at < count; at += 1) await journey(page, addressWithHooks(address));
  const asked = world.asked.filter((url) => !OF_THE_BROWSER.test(url));
  const faults = asked.map((url) => `asked for ${url}`);
  // The log itself: what a page does ask for is in it.
  await page.goto('http://somewhere.invalid/').catch(() => undefined);
  if (!world.asked.some((url) => url.includes('somewhere.invalid'))) faults.push('the proxy notes nothing');
  await kill();
  world.close();
  return { faults, version, own: world.asked.length - asked.length - 1 };
}

export const foreign: Part = {
  id: 'P1',
  what: 'what the app asks of anybody but its own host',
  goal: '0 foreign requests over whole journeys, with a poisoned file and errors made on purpose',
  full: 5,
  short: 1,
  run: async (given) => {
    const { faults, version, own } = await runJourneys(given);
    return {
      tried: `${given.count} journeys behind a proxy that notes all and lets nothing through: a poisoned file opened, kept, shown, printed, made into files, loaded anew, deleted`,
      count: given.count,
      browser: version,
      result: `${faults.length} foreign requests; ${own} that Chromium makes by itself; the proxy notes a planted one`,
      faults,
    };
  },
};

/** What an attacker would try who can already change the page; each says whether it ran. */
const MUTATIONS: Readonly<Record<string, () => void>> = {
  'inline script': () => {
    const script = document.createElement('script');
    script.append('window.ran = true');
    document.head.append(script);
  },
  innerHTML: () => {
    document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.ran = true">');
  },
  'worker of another address': () => {
    const code = new Blob(['postMessage(1)'], { type: 'text/javascript' });
    new Worker(URL.createObjectURL(code)).addEventListener('message', () => Object.assign(window, { ran: true }));
  },
};

async function mutate(page: Page, app: string, name: string): Promise<string | null> {
  await page.goto(app);
  await button(page, 'Nytt kart – husk det her').waitFor();
  await page.evaluate(() => {
    Object.assign(window, { violations: 0 });
    addEventListener('securitypolicyviolation', () => {
      Object.assign(window, { violations: Number(Reflect.get(window, 'violations')) + 1 });
    });
  });
  await page.evaluate(MUTATIONS[name] ?? (() => undefined)).catch(() => undefined);
  await page.waitForTimeout(500);
  const { ran, violations } = await page.evaluate(() => ({
    ran: Reflect.get(window, 'ran') === true,
    violations: Number(Reflect.get(window, 'violations')),
  }));
  if (ran) return `${name}: ran`;
  return violations === 0 ? `${name}: nothing was stopped` : null;
}

export const mutations: Part = {
  id: 'P2',
  what: 'the content policy stops what gets past everything else',
  goal: '3 of 3 blocked; 0 violations in the browser tests, each of which fails on one',
  full: Object.keys(MUTATIONS).length,
  short: Object.keys(MUTATIONS).length,
  run: async ({ folder, address }) => {
    const { page, version, kill } = await startChromium(path.join(folder, 'profile'));
    const faults: string[] = [];
    for (const name of Object.keys(MUTATIONS)) {
      const fault = await mutate(page, addressWithHooks(address), name);
      if (fault !== null) faults.push(fault);
    }
    await kill();
    const count = Object.keys(MUTATIONS).length;
    return {
      tried: `${Object.keys(MUTATIONS).join(', ')} planted in the open page`,
      count,
      browser: version,
      result: `${count - faults.length} of ${count} blocked and noted as a violation`,
      faults,
    };
  },
};
