import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { addressWithHooks, button, mapShown } from '../app.ts';
import { startChromium } from '../chromium.ts';
import { HOSTILE } from '../hostileTexts.ts';
import type { Given, Part } from '../part.ts';

/** So many in one map: as full as a map can be read. */
const A_MAP = 30;

/** The rich sample with a hostile text in every place for words. */
export function poisoned(texts: readonly string[]): string {
  const file = JSON.parse(readFileSync('tests/files/v1/rich.nettverkskart.json', 'utf8'));
  const { map } = file;
  const [first = ''] = texts;
  const people: Record<string, object> = {};
  const places: Record<string, object> = {};
  const model = map.people['p-kari'];
  const drawing = map.drawings.at(-1);
  texts.forEach((text, at) => {
    const id = `x${at}`;
    people[id] = { ...model, id, name: text, relation: text, note: text };
    places[id] = { sector: map.sectors[at % map.sectors.length].id, ring: at % 3, spot: null };
  });
  Object.assign(map.ego, { name: first });
  Object.assign(map, { title: first, madeBy: first, madeWith: first, people });
  for (const sector of map.sectors) Object.assign(sector, { name: first, hidden: false });
  map.drawings = [{ ...drawing, kind: 'today', title: first, places, relations: {}, groups: {} }];
  const [meeting] = map.meetings;
  const invitation = meeting.invitations['p-kari'];
  const words = {
    place: first,
    theme: first,
    practical: first,
    agreement: first,
    calendarTitle: first,
    nextNotes: first,
  };
  const invited = texts.map((text, at) => [`x${at}`, { ...invitation, needs: text, contact: text, remark: text }]);
  const invitations = Object.fromEntries(invited);
  map.meetings = [{ ...meeting, ...words, drawing: drawing.id, leaders: [first], invitations, followUps: [] }];
  return JSON.stringify(file);
}

/** As a person looks at them, one place for words after the other. */
const SINKS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  map: async (page) => {
    await button(page, 'Kart').click();
    await mapShown(page);
    for (const person of await page.locator('[data-map] [data-person-id^=x]').all()) {
      await person.focus();
      await page.keyboard.press('Enter');
    }
  },
  list: async (page) => {
    await button(page, 'Liste').click();
    await page.getByRole('textbox', { name: 'Ny person: Familie' }).or(page.locator('.list-view')).first().waitFor();
    const closed = page.locator('.list-view [aria-expanded=false]').filter({ visible: true });
    for (let at = 0; at < 5; at += 1)
      await closed
        .nth(at)
        .click({ timeout: 2000 })
        .catch(() => undefined);
  },
  meeting: async (page) => {
    await button(page, 'Møte').click();
    await button(page, 'Invitasjoner').click();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
  },
  paper: async (page) => {
    await page
      .getByRole('button', { name: /^Skriv ut/ })
      .first()
      .click();
    await page.getByRole('dialog').getByRole('button', { name: 'Skriv ut', exact: true }).click();
    await page.emulateMedia({ media: 'print' });
    await page.pdf({ preferCSSPageSize: true });
    await page.emulateMedia({ media: null });
  },
  'list as a picture': async (page) => {
    await page.getByRole('dialog').getByRole('button', { name: 'Liste', exact: true }).click();
    await prepared(page);
  },
};

/** A picture of thirty hostile lines keeps a busy machine for a minute and a half: not every day. */
const SLOW_SINK = 'list as a picture';
const sinksOf = (short: boolean) => Object.keys(SINKS).filter((name) => !short || name !== SLOW_SINK);

const prepared = (page: Page) => page.locator('[data-prepared="ready"]').first().waitFor({ timeout: 90_000 });

/** The exported drawing, as the file that it would be. */
async function exportedSvg(page: Page): Promise<string> {
  await page.getByRole('dialog').getByRole('button', { name: 'Bilde', exact: true }).click();
  await page.evaluate(() => {
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      if (blob.type.startsWith('image/svg')) void blob.text().then((text) => Object.assign(window, { svg: text }));
      return make(blob);
    };
  });
  await page.getByLabel('Form', { exact: true }).selectOption('Tegning som kan forstørres (SVG)');
  await prepared(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Lagre', exact: true }).click();
  await page.waitForFunction(() => 'svg' in window);
  return page.evaluate(() => (window as unknown as { svg: string }).svg);
}

type Heard = { readonly runs: string[]; readonly requests: string[] };

/** Without the content policy: what it would have stopped must not be there to be stopped. */
async function withoutPolicy(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.enable');
  await session.send('Page.setBypassCSP', { enabled: true });
  return session;
}

async function tryTexts(page: Page, texts: readonly string[], app: string, { folder, short }: Given): Promise<number> {
  await page.goto(app);
  const name = `${(texts[0] ?? '').replaceAll('/', '').replaceAll('\0', '')}.json`;
  await page.locator('input[data-open-file]').setInputFiles({
    name,
    mimeType: 'application/json',
    buffer: Buffer.from(poisoned(texts)),
  });
  await mapShown(page, 60_000);
  const shown = await page.locator('[data-map] [data-person-id^=x]').count();
  for (const look of sinksOf(short)) await SINKS[look]?.(page);
  const svg = path.join(folder, 'alone.svg');
  writeFileSync(svg, await exportedSvg(page));
  const alone = await page.context().newPage();
  await withoutPolicy(alone);
  await alone.goto(`file://${svg}`);
  await alone.waitForTimeout(200);
  await alone.close();
  return shown;
}

async function run(given: Given) {
  const { count, folder, address, tell, seed } = given;
  const { page, context, version, kill } = await startChromium(path.join(folder, 'profile'));
  const heard: Heard = { runs: [], requests: [] };
  const faults: string[] = [];
  await context.exposeBinding(
    'xss',
    ({ page: from }, what: unknown) => void heard.runs.push(`${from.url()} ${String(what)}`),
  );
  const home = new URL(address).origin;
  context.on('request', (request) => {
    const url = request.url();
    if (!/^(data|blob|about):/.test(url) && !url.startsWith(home) && !url.endsWith('/alone.svg'))
      heard.requests.push(url);
  });
  context.on('dialog', (dialog) => {
    heard.runs.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  await withoutPolicy(page);
  const app = addressWithHooks(address);
  let shown = 0;
  const first = (A_MAP * seed) % HOSTILE.length;
  const all = [...HOSTILE.slice(first), ...HOSTILE.slice(0, first)];
  for (let at = 0; at < count; at += A_MAP) {
    const texts = all.slice(at, Math.min(count, at + A_MAP));
    shown += await tryTexts(page, texts, app, given);
    tell(`${at + texts.length} of ${count}`);
  }
  if (shown !== count) faults.push(`only ${shown} of ${count} stood on a map`);
  faults.push(...heard.runs.map((it) => `executed: ${it}`), ...heard.requests.map((it) => `asked for ${it}`));
  faults.push(...(await trapCatches(page, heard)));
  await kill();
  return { faults, version };
}

/** The look itself: one text that is taken for markup is heard, and so is what it asks for. */
async function trapCatches(page: Page, heard: Heard): Promise<string[]> {
  const before = [heard.runs.length, heard.requests.length] as const;
  await page.evaluate(() => {
    const place = document.createElement('div');
    place.innerHTML = '<img src=x onerror=xss(1)><img src=//xss.invalid/trap>';
    document.body.append(place);
  });
  await page.waitForTimeout(1000);
  return [
    ...(heard.runs.length === before[0] ? ['the trap hears nothing that runs'] : []),
    ...(heard.requests.length === before[1] ? ['the trap sees no request'] : []),
  ];
}

export const hostile: Part = {
  id: 'I6',
  what: 'texts that would run if anything took them for markup',
  goal: '300 × 6 places: 0 executions, 0 requests; the exported drawing opened alone too',
  full: HOSTILE.length,
  // Another map of them each day.
  short: A_MAP,
  run: async (given) => {
    const { faults, version } = await run(given);
    const sinks = [...sinksOf(given.short), 'exported drawing opened alone'];
    return {
      tried: `${given.count} texts as name, role, note, title, place and file name × ${sinks.length} places (${sinks.join(', ')}), with the content policy switched off`,
      count: given.count * sinks.length,
      browser: version,
      result: `${faults.length} executions, requests or texts not shown; the same look hears a planted one`,
      faults,
    };
  },
};
