// Files that a browser saves, found in the folder it was told to save them in.
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { SavedFile } from './engine.ts';

const LIMIT_MS = 15_000;
const LOOK_EVERY_MS = 100;
/** How the engines call a file that is still being written. */
const UNFINISHED = /\.(part|wkdownload|crdownload)$/;

/** The one file that appears while something is done. Rejects when none does in time. */
export async function fileSavedBy(folder: string, act: () => Promise<void>): Promise<SavedFile> {
  const before = new Set(readdirSync(folder));
  await act();
  const end = Date.now() + LIMIT_MS;
  let size = -1;
  while (Date.now() < end) {
    await wait(LOOK_EVERY_MS);
    const fresh = readdirSync(folder).filter((name) => !before.has(name));
    const name = fresh.find((one) => !UNFINISHED.test(one));
    if (name === undefined || fresh.length > 1) continue;
    const file = path.join(folder, name);
    const now = statSync(file).size;
    // Done when it has something in it and no longer grows.
    if (now > 0 && now === size) {
      const bytes = readFileSync(file);
      // Else the next file of this name would get another, or none.
      rmSync(file);
      return { name, bytes };
    }
    size = now;
  }
  throw new Error(`No file was saved; in the folder: ${readdirSync(folder).join(', ')}`);
}
