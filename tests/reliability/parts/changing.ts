import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Locator, Page } from '@playwright/test';
import { addressWithHooks, button, hearEdits, mapShown, newKeptMap, peopleOn, untilSaved } from '../app.ts';
import { startChromium } from '../chromium.ts';
import { edit, editOf, FIRST, prepareEdits } from '../edits.ts';
import type { Given, Part } from '../part.ts';
import { beginLocked, WORDS } from './locks.ts';

const NEW_WORDS = 'sol vind regn torden is';
/** So many in the map that comes as a file: more than one piece in the database. */
const CROWD = 60;

/** Something that changes more than one thing that is stored. */
type Phase = {
  readonly name: string;
  readonly prepare: (page: Page, app: string) => Promise<void>;
  /** Up to the tap that begins it, and where that is; null when nobody taps. */
  readonly begin: (page: Page, app: string) => Promise<Locator | null>;
  /** The kill comes at most so many milliseconds after the tap. */
  readonly within: number;
  /** The maps that may be found, one line for each way it may have ended. */
  readonly allowed: readonly string[];
};

/** The map that is known beforehand, `known`, is open and saved. */
async function known(page: Page): Promise<void> {
  await prepareEdits(page, -1);
  await edit(page, 0, FIRST);
  await untilSaved(page);
}

const knownMap = async (page: Page, app: string): Promise<void> => {
  await newKeptMap(page, app);
  await known(page);
};

/** A file of a map with many people, opened in memory. */
const openCrowd = (page: Page): Promise<void> =>
  page.evaluate(async (count) => {
    type Person = { id: string; name: string; sector: string; ring: number; knows: string[] };
    const { nettverkskart } = window as unknown as {
      nettverkskart: { addPerson(person: Person): void; file(): string; open(file: File): Promise<void> };
    };
    const file = JSON.parse(nettverkskart.file());
    for (let at = 0; at < count; at += 1) {
      const person = { id: `i${at}`, name: `Innlest ${at}`, sector: 'friends', ring: at % 3, knows: [] };
      nettverkskart.addPerson(person);
    }
    const crowded = JSON.parse(nettverkskart.file());
    file.map.people = crowded.map.people;
    file.map.drawings = crowded.map.drawings;
    await nettverkskart.open(new File([JSON.stringify(file)], 'kart.json'));
  }, CROWD);

async function openedCrowd(page: Page, app: string): Promise<Locator> {
  await page.goto(app);
  await button(page, 'Nytt kart – ikke lagre').click();
  await mapShown(page);
  await openCrowd(page);
  return button(page, 'Husk det her');
}

/** What the app stored before it sealed anything, in the place of what is stored: two generations, open. */
async function unsealAll(page: Page, app: string): Promise<void> {
  const text = await page.evaluate(() =>
    (window as unknown as { nettverkskart: { file(): string } }).nettverkskart.file(),
  );
  await page.goto(new URL('icon.svg', app).href);
  await page.evaluate(async (map) => {
    const root = await navigator.storage.getDirectory();
    for await (const name of root.keys()) await root.removeEntry(name, { recursive: true });
    for (const name of await caches.keys()) await caches.delete(name);
    localStorage.clear();
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('nettverkskart', 1);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error('not opened'));
    });
    const bytes = new TextEncoder().encode(map);
    const chunks = Array.from({ length: Math.ceil(bytes.length / 32_768) }, (_, at) =>
      bytes.slice(at * 32_768, (at + 1) * 32_768),
    );
    const { id } = JSON.parse(map).map;
    const values: [IDBValidKey, unknown][] = [];
    for (const generation of [0, 1]) {
      const times = ['2026-11-01T10:00:00.000Z', `2026-11-0${generation + 2}T10:00:00.000Z`] as const;
      const said = [generation + 1, ...times, 'an earlier page', chunks.length, bytes.length];
      const hashed = await new Blob([JSON.stringify(said), bytes]).arrayBuffer();
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', hashed));
      const manifest = {
        rev: generation + 1,
        createdAt: times[0],
        savedAt: times[1],
        writer: 'an earlier page',
        chunks: chunks.length,
        length: bytes.length,
        sha256: Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join(''),
      };
      chunks.forEach((chunk, index) => values.push([['map', id, generation, index], chunk]));
      values.push([['map', id, generation, 'manifest'], manifest]);
    }
    await new Promise<void>((resolve, reject) => {
      const transaction = database.transaction('values', 'readwrite');
      const store = transaction.objectStore('values');
      store.clear();
      for (const [key, value] of values) store.put(value, key);
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(new Error('not written'));
    });
    database.close();
  }, text);
}

const PHASES: readonly Phase[] = [
  {
    name: 'a file is opened and kept',
    prepare: knownMap,
    begin: openedCrowd,
    within: 250,
    allowed: ['known', 'crowd, known'],
  },
  {
    name: 'a map is deleted',
    prepare: async (page, app) => {
      await knownMap(page, app);
      await button(page, 'Til forsiden').click();
      await (await openedCrowd(page, app)).click();
      await untilSaved(page);
      await wait(1000);
    },
    begin: async (page, app) => {
      await page.goto(app);
      // The one that was saved last stands first.
      await button(page, /^Slett:/)
        .first()
        .click();
      return button(page, 'Slett kartet');
    },
    within: 200,
    allowed: ['known', 'crowd, known'],
  },
  {
    name: 'the passphrase is changed',
    prepare: async (page, app) => {
      await beginLocked(page, app);
      await known(page);
    },
    begin: async (page, app) => {
      await page.goto(app);
      await button(page, /^Åpne:/).click();
      await page.getByRole('textbox', { name: 'Passord' }).fill(WORDS);
      await button(page, 'Lås opp').click();
      await mapShown(page);
      await page.getByRole('button', { name: 'Kart i dag' }).click();
      await button(page, 'Bytt passord …').click();
      await button(page, 'Skriv et eget passord').click();
      await page.getByRole('textbox', { name: 'Ditt eget passord' }).fill(NEW_WORDS);
      await button(page, 'Gå videre').click();
      await page.getByRole('textbox', { name: 'Prøv å låse opp: skriv passordet' }).fill(NEW_WORDS);
      return button(page, 'Bruk dette passordet');
    },
    within: 2500,
    allowed: ['known'],
  },
  {
    name: 'what lies open is sealed for the first time',
    prepare: async (page, app) => {
      await knownMap(page, app);
      await unsealAll(page, app);
    },
    begin: async (page, app) => {
      await page.goto(app, { waitUntil: 'commit' });
      return null;
    },
    within: 1200,
    allowed: ['known'],
  },
];

/** By the old passphrase or by the new one. */
async function unlock(page: Page): Promise<string> {
  for (const [which, words] of [
    ['old', WORDS],
    ['new', NEW_WORDS],
  ] as const) {
    await page.getByRole('textbox', { name: 'Passord' }).fill(words);
    await button(page, 'Lås opp').click();
    const wrong = page.getByText('Passordet stemmer ikke');
    await wrong.or(page.locator('[data-map][data-settled="true"]')).first().waitFor();
    if ((await wrong.count()) === 0) return which;
  }
  return 'neither';
}

/** What is found, a word for each map, and by which passphrase if there is one; anything else is a mixture. */
async function lookAround(page: Page, app: string): Promise<{ maps: string; by: string }> {
  await page.goto(app);
  const open = button(page, /^Åpne:/);
  await button(page, 'Nytt kart – husk det her').waitFor();
  await open
    .first()
    .waitFor({ timeout: 5000 })
    .catch(() => undefined);
  const count = await open.count();
  const maps: string[] = [];
  let by = '';
  for (let at = 0; at < count; at += 1) {
    await open.nth(at).click();
    const locked = page.getByRole('heading', { name: 'Låst kart' });
    await locked.or(page.locator('[data-map][data-settled="true"]')).first().waitFor();
    if (await locked.isVisible()) by = await unlock(page);
    const people = await peopleOn(page);
    const read = people.filter((id) => /^i\d+$/.test(id)).length;
    maps.push(editOf(people) === FIRST ? 'known' : read === CROWD ? 'crowd' : `${people.length} people`);
    await button(page, 'Til forsiden').click();
    await open.first().waitFor();
  }
  return { maps: maps.toSorted().join(', '), by };
}

async function tryPhase(phase: Phase, given: Given, count: number) {
  const app = addressWithHooks(given.address);
  const whole = path.join(given.folder, phase.name.replace(/\W/g, '-'));
  const faults: string[] = [];
  const ended: Record<string, number> = {};
  const first = await startChromium(whole);
  await hearEdits(first.context, { done: -1, acknowledged: -1 });
  await phase.prepare(first.page, app);
  await first.close();
  for (let at = 0; at < count; at += 1) {
    const profile = path.join(given.folder, 'killed');
    rmSync(profile, { recursive: true, force: true });
    cpSync(whole, profile, { recursive: true });
    const { page, kill } = await startChromium(profile);
    const tap = await phase.begin(page, app);
    await tap?.waitFor();
    // In the page, because an answer to the tap would come only when the page is quiet again.
    void tap?.evaluate((it) => (it as HTMLElement).click()).catch(() => undefined);
    await wait(given.random() * phase.within);
    await kill();
    const after = await startChromium(profile);
    try {
      const { maps, by } = await lookAround(after.page, app);
      const end = by === '' ? maps : `${maps} by the ${by} passphrase`;
      ended[end] = (ended[end] ?? 0) + 1;
      if (!phase.allowed.includes(maps)) faults.push(`${phase.name}: ${end}`);
    } catch (problem) {
      const shown = await after.page.evaluate(() => document.body.innerText).catch(() => '');
      faults.push(`${phase.name}: ${shown.slice(0, 300)} ${String(problem).slice(0, 200)}`);
    }
    await after.kill();
  }
  const told = Object.entries(ended).map(([end, times]) => `${times} × ${end === '' ? 'none' : end}`);
  given.tell(`${phase.name}: ${told.join(', ')}`);
  return { faults, told: `${phase.name}: ${told.join(', ')}`, version: first.version };
}

export const changing: Part = {
  id: 'R6',
  what: 'the browser killed while a map comes, goes, or is sealed anew',
  goal: '20 kills in each of 4 phases: the old state or the new one, never mixed',
  full: 20,
  short: null,
  run: async (given) => {
    const faults: string[] = [];
    const told: string[] = [];
    let version = '';
    for (const phase of PHASES) {
      const tried = await tryPhase(phase, given, given.count);
      faults.push(...tried.faults);
      told.push(tried.told);
      version = tried.version;
    }
    return {
      tried: `${given.count} SIGKILLs in each of ${PHASES.length} phases, at a random moment after the tap: ${PHASES.map(({ name }) => name).join('; ')}`,
      count: given.count * PHASES.length,
      browser: version,
      result: `${faults.length} mixed; found afterwards: ${told.join('; ')}`,
      faults,
    };
  },
};
