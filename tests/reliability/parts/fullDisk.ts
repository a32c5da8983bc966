import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import {
  addressWithHooks,
  hearEdits,
  type Heard,
  newKeptMap,
  openTheMap,
  peopleOn,
  saveState,
  untilSaved,
  whatIsStored,
} from '../app.ts';
import { startChromium } from '../chromium.ts';
import { edit, editOf, FIRST, prepareEdits } from '../edits.ts';
import type { Ended, Given, Part } from '../part.ts';

const DISK_MB = 120;
/** Edits on a full disk, and how long each may take to be called unsaved. */
const EDITS = 30;
const WARNED_MS = 3500;
/** In the daily form. */
const SHORT_EDITS = 4;

const mount = (...words: string[]): boolean => spawnSync('mount', words, { stdio: 'ignore' }).status === 0;

/** Leaves not one byte free. Gives the way to free them again. */
function fill(disk: string): () => void {
  const file = path.join(disk, 'filler');
  for (let mb = 0; mb < 2 * DISK_MB; mb += 1) {
    const { bavail, bsize } = statfsSync(disk);
    const left = bavail * bsize;
    if (left <= 0) break;
    try {
      writeFileSync(`${file}-${mb}`, Buffer.alloc(Math.min(left, 2 ** 20)));
    } catch {
      // The last bytes.
    }
  }
  return () => {
    for (let mb = 0; mb < 2 * DISK_MB; mb += 1) rmSync(`${file}-${mb}`, { force: true });
  };
}

/** One edit on the full disk. Either it is really acknowledged, or the page says that it is not saved. */
async function editFull(page: Page, k: number, heard: Heard): Promise<string | null> {
  await edit(page, k, k);
  for (let ms = 0; ms < WARNED_MS; ms += 50) {
    if (heard.acknowledged >= k) return 'saved';
    if ((await saveState(page)) === 'failed') return 'failed';
    await wait(50);
  }
  return null;
}

async function fillOnce({ folder, address, short }: Given, at: number) {
  const disk = path.join(folder, 'disk');
  mkdirSync(disk, { recursive: true });
  if (!mount('-t', 'tmpfs', '-o', `size=${DISK_MB}m`, 'tmpfs', disk)) return null;
  const faults: string[] = [];
  const app = addressWithHooks(address);
  const profile = path.join(disk, 'profile');
  let [failed, crashed] = [0, 0];
  // A cache that fills the disk by itself would end the test before it begins.
  const running = await startChromium(profile, ['--disk-cache-size=1048576']);
  const { page, context, version } = running;
  try {
    const heard: Heard = { done: -1, acknowledged: -1 };
    await hearEdits(context, heard);
    await newKeptMap(page, app);
    await prepareEdits(page, -1);
    await edit(page, 0, FIRST);
    await untilSaved(page);
    const free = fill(disk);
    let k = FIRST;
    for (let edits = 0; edits < (short ? SHORT_EDITS : EDITS); edits += 1) {
      k += 1;
      const state = await editFull(page, k, heard).catch(() => 'crashed' as const);
      if (state === 'crashed') {
        // Chromium itself may die of a full disk (files that it has mapped into memory); then this is one more kill.
        crashed = 1;
        break;
      }
      if (state === 'failed') failed += 1;
      if (state === null) faults.push(`full disk ${at}: edit ${k} neither saved nor said to be unsaved`);
    }
    const acknowledged = heard.acknowledged;
    free();
    if (crashed === 0) {
      await edit(page, k + 1, k + 1);
      await untilSaved(page, 20_000).catch(() => faults.push(`full disk ${at}: not saved after there was room again`));
    }
    const storedThen = crashed === 1 ? 'the browser crashed' : await whatIsStored(page);
    await running.kill();
    const again = await startChromium(profile, ['--disk-cache-size=1048576']);
    const found = await openTheMap(again.page, app)
      .then(async () => editOf(await peopleOn(again.page)))
      .catch(() => null);
    const shown = await again.page.evaluate(() => document.body.innerText.replaceAll('\n', ' '));
    const stored = await whatIsStored(again.page);
    await again.kill();
    if (found === null || found < Math.max(acknowledged, heard.acknowledged))
      faults.push(
        `full disk ${at}: ${heard.acknowledged} was acknowledged, ${found ?? `nothing: ${shown.slice(200, 300)} (before: ${storedThen}; after: ${stored})`} is found`,
      );
  } catch (problem) {
    faults.push(`full disk ${at}: ${String(problem).slice(0, 300)}`);
    await running.kill().catch(() => undefined);
  }
  // Lazily: what is left of a browser must not keep it.
  spawnSync('umount', ['-l', disk]);
  return { faults, failed, crashed, version };
}

export const fullDisk: Part = {
  id: 'S3',
  what: 'the disk really full while somebody draws, then freed',
  goal: '20 of 20: said while it lasts, saved again after, 0 acknowledged edits lost',
  full: 20,
  short: 1,
  run: async (given): Promise<Ended> => {
    const faults: string[] = [];
    let [failed, crashed, version] = [0, 0, ''];
    for (let at = 0; at < given.count; at += 1) {
      const once = await fillOnce(given, at);
      if (once === null) return { notRun: 'a disk of limited size can be mounted by root only' };
      faults.push(...once.faults);
      failed += once.failed;
      crashed += once.crashed;
      version = once.version;
      if (once.failed + once.crashed === 0) faults.push(`full disk ${at}: no save failed, so the disk was not full`);
    }
    return {
      tried: `${given.count} × a full disk of ${DISK_MB} MB with ${given.short ? SHORT_EDITS : EDITS} edits on it, then room again, SIGKILL, opened anew`,
      count: given.count,
      browser: version,
      result: `${failed} edits on a full disk said to be unsaved, none falsely saved; the browser itself crashed ${crashed} times; ${faults.length} edits lost or not said`,
      faults,
    };
  },
};
