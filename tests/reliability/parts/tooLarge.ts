import { closeSync, ftruncateSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { addressWithHooks, button } from '../app.ts';
import { startChromium } from '../chromium.ts';
import type { Given, Part } from '../part.ts';

const MB = 2 ** 20;
/** Of sizes on both sides of the limit, 20 MB. */
const SIZES = [19.9, 20.1, 500] as const;
const ANSWER_MS = 10_000;

/** A map that says little at great length; the largest takes no room on the disk. */
function fileOf(folder: string, size: number): string {
  const file = path.join(folder, `${size}.json`);
  const bytes = Math.round(size * MB);
  if (size > 100) {
    const handle = openSync(file, 'w');
    ftruncateSync(handle, bytes);
    closeSync(handle);
    return file;
  }
  const map = readFileSync('tests/files/v1/rich.nettverkskart.json');
  writeFileSync(file, Buffer.concat([map, Buffer.alloc(bytes - map.length, ' ')]));
  return file;
}

/** By path, as a person's choice arrives: nothing of the file goes through the check itself. */
async function choose(page: Page, file: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', {
    nodeId: root.nodeId,
    selector: 'input[data-open-file]',
  });
  await session.send('DOM.setFileInputFiles', { files: [file], nodeId });
  await session.detach();
}

/** The longest that the page stood still since it was last asked. */
const longestStill = (page: Page): Promise<number> => page.evaluate(() => Number(Reflect.get(window, 'still') ?? 0));

function watchStill(): void {
  let last = performance.now();
  Object.assign(window, { still: 0 });
  setInterval(() => {
    const now = performance.now();
    Object.assign(window, { still: Math.max(Number(Reflect.get(window, 'still')), now - last - 10) });
    last = now;
  }, 10);
}

async function trySize(page: Page, app: string, folder: string, size: number) {
  await page.goto(app);
  await button(page, 'Nytt kart – husk det her').waitFor();
  const file = fileOf(folder, size);
  const begun = Date.now();
  await page.evaluate(watchStill);
  await choose(page, file);
  const refused = page.getByText('Filen er for stor. Den største vi kan åpne, er 20 MB.');
  const opened = page.locator('[data-map][data-settled="true"]');
  await refused.or(opened).first().waitFor({ timeout: ANSWER_MS });
  const wasOpened = await opened.isVisible();
  const ms = Date.now() - begun;
  const still = Math.round(await longestStill(page));
  const fault = wasOpened === size < 20 ? null : `${size} MB: ${wasOpened ? 'opened' : 'refused'}`;
  // Alive: the next thing is done as if nothing had been.
  if (!wasOpened) await button(page, 'Nytt kart – ikke lagre').click();
  await opened.waitFor();
  return {
    fault,
    told: `${size} MB ${wasOpened ? 'opened' : 'refused'} in ${ms} ms, at most ${still} ms without an answer`,
  };
}

async function run({ folder, address }: Given) {
  const { page, version, kill } = await startChromium(path.join(folder, 'profile'));
  const faults: string[] = [];
  const told: string[] = [];
  for (const size of SIZES) {
    const tried = await trySize(page, addressWithHooks(address), folder, size);
    if (tried.fault !== null) faults.push(tried.fault);
    told.push(tried.told);
  }
  await kill();
  return { faults, told, version };
}

export const tooLarge: Part = {
  id: 'I5',
  what: 'files about as large as the app takes, and much larger',
  goal: 'opened below 20 MB, refused with a sentence above, and the page goes on',
  full: SIZES.length,
  short: SIZES.length,
  run: async (given) => {
    const { faults, told, version } = await run(given);
    return {
      tried: `files of ${SIZES.join(', ')} MB, chosen by path`,
      count: SIZES.length,
      browser: version,
      result: told.join('; '),
      faults,
    };
  },
};
