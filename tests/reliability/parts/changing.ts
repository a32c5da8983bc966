import { cpSync, existsSync, rmSync } from 'node:fs';
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
  /** What should be nowhere then, of what lies there before the app has run again. */
  readonly leftOver?: (stored: Stored, maps: string) => string | null;
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

async function twoMaps(page: Page, app: string): Promise<void> {
  await knownMap(page, app);
  await button(page, 'Til forsiden').click();
  await (await openedCrowd(page, app)).click();
  await untilSaved(page);
  await wait(1000);
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

const addSomebody = (page: Page, id: string, name: string): Promise<void> =>
  page.evaluate(
    ([newId, newName]) => {
      const { nettverkskart } = window as unknown as { nettverkskart: { addPerson(person: object): void } };
      nettverkskart.addPerson({ id: newId, name: newName, sector: 'family', ring: 0, knows: [] });
    },
    [id, name] as const,
  );

type Stored = { readonly points: number; readonly main: readonly number[]; readonly second: readonly number[] };

/** Without the app: how many restore points there are, and the revisions in the database and beside it. */
async function storedNow(page: Page, app: string): Promise<Stored> {
  await page.goto(new URL('icon.svg', app).href);
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('nettverkskart', 1);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error('not opened'));
    });
    const store = database.transaction('values').objectStore('values');
    const ask = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve) => request.addEventListener('success', () => resolve(request.result)));
    const keys = (await ask(store.getAllKeys())) as unknown[][];
    const manifests = keys.filter((key) => key[3] === 'manifest');
    const points = manifests.filter(([, , slot]) => String(slot).startsWith('point ')).length;
    const main = await Promise.all(
      manifests
        .filter(([, , slot]) => typeof slot === 'number')
        .map(async (key) => ((await ask(store.get(key as IDBValidKey))) as { rev: number }).rev),
    );
    database.close();
    const files: string[] = [];
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('nettverkskart').catch(() => null);
    for await (const name of folder?.keys() ?? []) {
      if (name.endsWith('.crswap')) continue;
      files.push((await (await (await folder?.getFileHandle(name))?.getFile())?.text()) ?? '');
    }
    const cache = await caches.open('nettverkskart-second');
    for (const request of await cache.keys()) files.push((await (await cache.match(request))?.text()) ?? '');
    // The first line tells what the rest is; a file cut short has no such line.
    const second = files.flatMap((text) => {
      const found = /^\{"rev":(\d+)/.exec(text);
      return found ? [Number(found[1])] : [];
    });
    return { points, main, second };
  });
}

/** The newest revision that was stored while somebody was still in the map. */
const withSomebody = { rev: 0 };

/** Somebody is gone from the map: then from everything that was stored of it before, too. */
function earlierCopies({ points, main, second }: Stored, maps: string): string | null {
  if (maps !== 'known') return null;
  const older = [...main, ...second].filter((rev) => rev <= withSomebody.rev);
  return points + older.length > 0 ? `${points} restore points and ${older.length} older copies are left` : null;
}

const PHASES: readonly Phase[] = [
  {
    name: 'somebody is removed everywhere',
    prepare: async (page, app) => {
      await knownMap(page, app);
      await addSomebody(page, 'bente', 'Bente');
      await untilSaved(page);
      await page.reload();
      await mapShown(page);
      // Of the map as it was when it was opened a restore point is made.
      await addSomebody(page, 'noah', 'Noah');
      await untilSaved(page);
      await wait(1000);
      const { points, main } = await storedNow(page, app);
      withSomebody.rev = Math.max(...main);
      if (points === 0) throw new Error('There is no restore point to be forgotten.');
    },
    begin: async (page, app) => {
      await page.goto(app);
      await button(page, /^Åpne:/).click();
      await mapShown(page);
      await button(page, 'Liste').click();
      await button(page, 'Mer om Bente').click();
      await button(page, 'Fjern Bente overalt …').click();
      return page.getByRole('dialog').getByRole('button', { name: 'Fjern overalt' });
    },
    within: 250,
    allowed: ['known with Bente', 'known'],
    leftOver: earlierCopies,
  },
  {
    name: 'everything is deleted',
    prepare: twoMaps,
    begin: async (page, app) => {
      await page.goto(app);
      await button(page, 'Slett alt på dette nettbrettet …').click();
      return button(page, 'Slett alt');
    },
    within: 400,
    allowed: ['crowd, known', ''],
  },
  {
    name: 'a file is opened and kept',
    prepare: knownMap,
    begin: openedCrowd,
    within: 250,
    allowed: ['known', 'crowd, known'],
  },
  {
    name: 'a map is deleted',
    prepare: twoMaps,
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
    const withBente = people.includes('bente') ? ' with Bente' : '';
    maps.push(editOf(people) === FIRST ? `known${withBente}` : read === CROWD ? 'crowd' : `${people.length} people`);
    await button(page, 'Til forsiden').click();
    await open.first().waitFor();
  }
  return { maps: maps.toSorted().join(', '), by };
}

/** A profile on which the phase can begin; made once, and copied for each kill. */
async function profileFor(phase: Phase, { folder, address }: Given): Promise<string> {
  const whole = path.join(folder, phase.name.replace(/\W/g, '-'));
  if (existsSync(whole)) return whole;
  const { page, context, close } = await startChromium(whole);
  await hearEdits(context, { done: -1, acknowledged: -1 });
  await phase.prepare(page, addressWithHooks(address));
  await close();
  return whole;
}

/** One kill: what is found afterwards, and what is wrong with it. */
async function killOnce(phase: Phase, given: Given): Promise<{ end: string; fault: string | null; version: string }> {
  const app = addressWithHooks(given.address);
  const profile = path.join(given.folder, 'killed');
  const whole = await profileFor(phase, given);
  rmSync(profile, { recursive: true, force: true });
  cpSync(whole, profile, { recursive: true });
  const { page, kill, version } = await startChromium(profile);
  const tap = await phase.begin(page, app);
  await tap?.waitFor();
  // In the page, because an answer to the tap would come only when the page is quiet again.
  void tap?.evaluate((it) => (it as HTMLElement).click()).catch(() => undefined);
  await wait(given.random() * phase.within);
  await kill();
  const after = await startChromium(profile);
  try {
    const stored = phase.leftOver ? await storedNow(after.page, app) : null;
    const { maps, by } = await lookAround(after.page, app);
    const end = by === '' ? maps : `${maps} by the ${by} passphrase`;
    const left = stored && (phase.leftOver?.(stored, maps) ?? null);
    return { end, fault: phase.allowed.includes(maps) ? left : end, version };
  } catch (problem) {
    const shown = await after.page.evaluate(() => document.body.innerText).catch(() => '');
    return { end: 'not opened', fault: `${shown.slice(0, 300)} ${String(problem).slice(0, 200)}`, version };
  } finally {
    await after.kill();
  }
}

/** The phases in turn; fewer kills than phases begin with another one each day. */
async function run(given: Given) {
  const faults: string[] = [];
  const ended = new Map<string, Record<string, number>>();
  let version = '';
  for (let at = 0; at < given.count; at += 1) {
    const phase = PHASES[(at + given.seed) % PHASES.length];
    if (!phase) continue;
    const once = await killOnce(phase, given);
    version = once.version;
    if (once.fault !== null) {
      faults.push(`${phase.name}: ${once.fault}`);
      given.tell(faults.at(-1) ?? '');
    }
    const ends = ended.get(phase.name) ?? {};
    ended.set(phase.name, { ...ends, [once.end]: (ends[once.end] ?? 0) + 1 });
    if ((at + 1) % 20 === 0) given.tell(`${at + 1} of ${given.count} kills, ${faults.length} mixed`);
  }
  const told = [...ended].map(([name, ends]) => {
    const each = Object.entries(ends).map(([end, times]) => `${times} × ${end === '' ? 'none' : end}`);
    return `${name}: ${each.join(', ')}`;
  });
  return { faults, told, version };
}

export const changing: Part = {
  id: 'R6',
  what: 'the browser killed while a map comes, goes, or is sealed anew',
  goal: `20 kills in each of ${PHASES.length} phases: the old state or the new one, never mixed`,
  full: 20 * PHASES.length,
  short: 1,
  run: async (given) => {
    const { faults, told, version } = await run(given);
    return {
      tried: `${given.count} SIGKILLs, in turn in ${PHASES.length} phases, at a random moment after the tap: ${PHASES.map(({ name }) => name).join('; ')}`,
      count: given.count,
      browser: version,
      result: `${faults.length} mixed; found afterwards: ${told.join('; ')}`,
      faults,
    };
  },
};
