import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { Random } from '../../bench/random.ts';
import { addressWithHooks, button, mapShown, untilSaved } from '../app.ts';
import { startChromium } from '../chromium.ts';
import type { Given, Part } from '../part.ts';
import { beginLocked } from './locks.ts';

const LETTERS = 'abcdefghijkmnpqrstuvwxyz';

/** 24 letters that stand nowhere else. */
const canary = (random: Random): string =>
  Array.from({ length: 24 }, () => LETTERS[Math.floor(random() * LETTERS.length)]).join('');

/** Names that must not be found, on the map: by the commands that everybody uses. */
const addAll = (page: Page, names: readonly string[]): Promise<void> =>
  page.evaluate((all) => {
    type Person = { id: string; name: string; sector: string; ring: number; knows: string[] };
    const { nettverkskart } = window as unknown as { nettverkskart: { addPerson(person: Person): void } };
    const sectors = ['family', 'friends', 'work', 'neighbours', 'professionals'];
    all.forEach((name, at) =>
      nettverkskart.addPerson({ id: `c${at}`, name, sector: sectors[at % 5] ?? '', ring: at % 3, knows: [] }),
    );
  }, names);

/** Which of them lie in a file of the profile, in whatever way letters are written on a disk. */
function search(profile: string, canaries: readonly string[]): { hits: string[]; files: number; bytes: number } {
  const hits: string[] = [];
  let [files, bytes] = [0, 0];
  for (const name of readdirSync(profile, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(profile, name);
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) continue;
    const content = readFileSync(file);
    files += 1;
    bytes += content.length;
    const told = [content.toString('latin1'), content.toString('utf16le'), content.subarray(1).toString('utf16le')];
    for (const word of canaries) {
      // What is packed may have lost its first letters to an earlier place: the middle is enough.
      const middle = word.slice(6, 18);
      const base64 = Buffer.from(word).toString('base64').slice(2, 18);
      if (told.some((text) => text.includes(middle) || text.includes(base64))) hits.push(`${word} in ${name}`);
    }
  }
  return { hits, files, bytes };
}

/** A person who works on a map, and how the map was begun and ended. `open`: whether it is in the clear while it is open. */
type Session = {
  readonly name: string;
  readonly act: (page: Page, names: readonly string[], app: string) => Promise<void>;
};

async function begin(page: Page, app: string, how: string): Promise<void> {
  await page.goto(app);
  await button(page, how).click();
}

async function keepAndLeave(page: Page, names: readonly string[], app: string): Promise<void> {
  await begin(page, app, 'Nytt kart – husk det her');
  await mapShown(page);
  await addAll(page, names);
  await untilSaved(page);
  await button(page, 'Til forsiden').click();
}

const SESSIONS: readonly Session[] = [
  {
    name: 'kept without a passphrase, reloaded, left open',
    act: async (page, names, app) => {
      await begin(page, app, 'Nytt kart – husk det her');
      await mapShown(page);
      await addAll(page, names);
      await untilSaved(page);
      await page.reload();
      await mapShown(page);
    },
  },
  {
    name: 'kept with a passphrase, then handed over',
    act: async (page, names, app) => {
      await beginLocked(page, app);
      await addAll(page, names);
      await untilSaved(page);
      await button(page, 'Mer').click();
      await page.getByRole('menuitem', { name: 'Gi fra deg nettbrettet' }).click();
      await page.getByRole('heading', { name: 'Låst kart' }).waitFor();
    },
  },
  {
    name: 'not stored (leave no trace)',
    act: async (page, names, app) => {
      await begin(page, app, 'Nytt kart – ikke lagre');
      await mapShown(page);
      await addAll(page, names);
      await wait(500);
    },
  },
  {
    name: 'kept, then deleted',
    act: async (page, names, app) => {
      await keepAndLeave(page, names, app);
      await button(page, /^Slett:/).click();
      await button(page, 'Slett kartet').click();
      await page.getByText(/^Nå er kartet slettet herfra\./).waitFor();
    },
  },
  {
    name: 'kept, then everything deleted',
    act: async (page, names, app) => {
      await keepAndLeave(page, names, app);
      await button(page, 'Slett alt på dette nettbrettet …').click();
      await button(page, 'Slett alt').click();
      await page.getByRole('heading', { name: 'Alt er slettet herfra' }).waitFor();
    },
  },
];

async function runOne(session: Session, given: Given, canaries: readonly string[]) {
  const profile = path.join(given.folder, session.name.replace(/\W/g, '-'));
  const running = await startChromium(profile);
  await session.act(running.page, canaries, addressWithHooks(given.address));
  // Open as it lies on the disk while it runs, and once more when all is written and closed.
  await wait(1500);
  const open = search(profile, canaries);
  await running.close();
  const closed = search(profile, canaries);
  return { ...closed, hits: [...new Set([...open.hits, ...closed.hits])], version: running.version };
}

/** The search itself: finds a name that does lie there, in a page that stores it in the clear. */
async function searchFinds(given: Given, word: string): Promise<boolean> {
  const profile = path.join(given.folder, 'in-the-clear');
  const running = await startChromium(profile);
  await running.page.goto(given.address);
  await running.page.evaluate((text) => localStorage.setItem('clear', text), word);
  await wait(500);
  await running.close();
  return search(profile, [word]).hits.length > 0;
}

export const canaries: Part = {
  id: 'P4',
  what: 'names searched for in the whole browser profile on the disk',
  goal: '200 names, 0 found',
  full: 200,
  short: 20,
  run: async (given) => {
    const names = Array.from({ length: given.count }, () => canary(given.random));
    const faults: string[] = [];
    let [files, bytes, version] = [0, 0, ''];
    for (const session of SESSIONS) {
      const found = await runOne(session, given, names);
      faults.push(...found.hits.map((hit) => `${session.name}: ${hit}`));
      files += found.files;
      bytes += found.bytes;
      version = found.version;
    }
    if (!(await searchFinds(given, canary(given.random)))) faults.push('the search does not find what is there');
    return {
      tried: `${names.length} random names in each of ${SESSIONS.length} sessions: ${SESSIONS.map(({ name }) => name).join('; ')}`,
      count: names.length,
      browser: version,
      result: `${faults.length} found in ${files} files, ${Math.round(bytes / 2 ** 20)} MB (UTF-8, UTF-16, base64); the search finds what is stored in the clear`,
      faults,
    };
  },
};
