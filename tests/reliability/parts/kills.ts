import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Random } from '../../bench/random.ts';
import { addressWithHooks, hearEdits, type Heard, newKeptMap, openTheMap, peopleOn, untilSaved } from '../app.ts';
import { startChromium } from '../chromium.ts';
import { edit, editOf, FIRST, keepEditing, prepareEdits } from '../edits.ts';
import type { Given, Part } from '../part.ts';

/** An edit comes so many milliseconds after the one before, and the kill so many after the first. */
const APART = [20, 250] as const;
const KILL = [30, 1000] as const;

/** Each on a profile of its own, at the same time. */
const PROFILES = 2;

type Counts = {
  kills: number;
  edits: number;
  acknowledged: number;
  lost: number[];
  version: string;
};

async function begin(profile: string, app: string): Promise<void> {
  const { page, context, close } = await startChromium(profile);
  await hearEdits(context, { done: -1, acknowledged: -1 });
  await newKeptMap(page, app);
  await prepareEdits(page, -1);
  await edit(page, 0, FIRST);
  await untilSaved(page);
  await close();
}

/** What is found after a kill: the edit that the map stands at, or what is wrong with it. */
async function look(page: Parameters<typeof peopleOn>[0], app: string, heard: Heard): Promise<number | string> {
  try {
    await openTheMap(page, app);
  } catch (problem) {
    const shown = await page.evaluate(() => document.body.innerText).catch(() => '');
    return `unreadable: ${shown.slice(0, 1500)} ${String(problem).slice(0, 200)}`;
  }
  const found = editOf(await peopleOn(page));
  if (found === null) return `a map that never was: ${(await peopleOn(page)).join()}`;
  return found < heard.acknowledged ? `${heard.acknowledged} was acknowledged, ${found} is found` : found;
}

/** One profile that is killed again and again: what one kill leaves is what the next one meets. */
async function killAgain(
  { address, folder, tell }: Given,
  name: string,
  count: number,
  random: Random,
  counts: Counts,
) {
  const profile = path.join(folder, name);
  const app = addressWithHooks(address);
  const faults: string[] = [];
  await begin(profile, app);
  let heard: Heard = { done: FIRST, acknowledged: FIRST };
  for (let at = 0; at <= count; at += 1) {
    const { page, context, kill, version } = await startChromium(profile);
    counts.version = version;
    const found = await look(page, app, heard);
    if (typeof found === 'string') {
      faults.push(`${name}, after kill ${at}: ${found}`);
      await kill();
      return faults;
    }
    counts.lost.push(heard.done - found);
    if (at === count) {
      await kill();
      return faults;
    }
    heard = { done: found, acknowledged: found };
    await hearEdits(context, heard);
    await prepareEdits(page, found);
    await keepEditing(page, found + 1, APART);
    await wait(KILL[0] + random() * (KILL[1] - KILL[0]));
    await kill();
    counts.kills += 1;
    counts.edits += heard.done - found;
    counts.acknowledged += heard.acknowledged - found;
    if ((at + 1) % 25 === 0) tell(`${name}: ${at + 1} of ${count} kills`);
  }
  return faults;
}

export const kills: Part = {
  id: 'R1',
  what: 'the browser killed while somebody draws',
  goal: '0 acknowledged edits lost, 0 unreadable stores',
  full: 500,
  short: 1,
  run: async (given) => {
    const counts: Counts = { kills: 0, edits: 0, acknowledged: 0, lost: [], version: '' };
    const profiles = Math.min(PROFILES, given.count);
    const each = Array.from({ length: profiles }, (_, at) => Math.floor((given.count + at) / profiles));
    const faults = await Promise.all(
      each.map((count, at) => killAgain(given, `profile ${at + 1}`, count, given.random, counts)),
    );
    const behind = counts.lost.filter((edits) => edits > 0);
    return {
      tried: `${counts.kills} SIGKILLs of the whole process tree on ${profiles} profiles, ${counts.edits} edits, ${counts.acknowledged} of them acknowledged`,
      count: counts.kills,
      browser: counts.version,
      result: `${faults.flat().length} lost or unreadable; ${behind.length} kills lost an edit made but not acknowledged yet, at most ${Math.max(0, ...behind)}`,
      faults: faults.flat(),
    };
  },
};
