// What browser tests of print and export share: a map with everything in it, the dialog, and what a PDF says.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Download, Locator, Page } from '@playwright/test';
import { onPath } from '../checks/browser.mjs';
import { RESULTS } from '../checks/places.mjs';

export const OFF_PAPER = 'Noen jeg ikke vil nevne';

/** The sample file of the format, with its planned meeting as the current one. Nobody in it is real. */
export function richFile(change: (map: unknown) => void = () => {}): string {
  const file = JSON.parse(readFileSync('tests/files/v1/rich.nettverkskart.json', 'utf8'));
  file.map.meetings = file.map.meetings.slice(0, 1);
  file.map.shown.qualities = true;
  change(file.map);
  return JSON.stringify(file);
}

/** Opens a map as a file and waits until it stands still and can be printed. */
export async function openFile(page: Page, text: string): Promise<void> {
  await page.goto('./');
  await page.locator('input[data-open-file]').setInputFiles({
    name: 'kart.nettverkskart.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
  await page.locator('[data-map][data-settled="true"]').waitFor();
  // The printed sheets come with a script of their own, a moment after the map.
  await page.locator('.sheets[data-ready="true"]').waitFor({ state: 'attached' });
}

export async function openDialog(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Skriv ut/ })
    .first()
    .click();
  await page.getByRole('dialog').waitFor();
}

/** One of a row of buttons in the dialog. */
export const choose = (page: Page, name: string): Promise<void> =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click();

/** Of poppler-utils, where it is installed. */
const POPPLER = { text: 'pdftotext', info: 'pdfinfo' } as const;

export const HAS_PDFTOTEXT = Object.values(POPPLER).every(onPath);

export type Printed = {
  readonly file: string;
  readonly pages: number;
  readonly sizes: readonly string[];
  readonly text: string;
};

/** What the browser would print now, kept for people to look at in test-results/paper. */
export async function print(page: Page, name: string): Promise<Printed> {
  const folder = path.join(RESULTS, 'paper');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${name}.pdf`);
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true }));
  return readPdf(file);
}

/** The sheets of a PDF file and all that stands on them. */
export function readPdf(file: string): Printed {
  const info = execFileSync(POPPLER.info, ['-l', '99', file], { encoding: 'utf8' });
  return {
    file,
    pages: Number(/Pages:\s+(\d+)/.exec(info)?.[1]),
    sizes: [...info.matchAll(/Page\s+\d+ size:\s+([\d.]+) x ([\d.]+)/g)].map(
      ([, width, height]) => `${mm(width)} x ${mm(height)}`,
    ),
    text: execFileSync(POPPLER.text, [file, '-'], { encoding: 'utf8' }).replaceAll(/\s+/g, ' '),
  };
}

const mm = (points: string | undefined) => Math.round((Number(points) * 25.4) / 72);

/** How a file is asked for, in another language or by another way than clicking. */
export type Words = {
  readonly make: string;
  readonly save: string;
  readonly press: (target: Locator) => Promise<void>;
};
export const WORDS: Words = { make: 'Lag PDF-fil', save: 'Lagre', press: (target) => target.click() };

/** A saved file's name and bytes. */
async function saved(download: Download): Promise<{ name: string; bytes: Buffer }> {
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** Taps a *Lagre* of the dialog, and answers what came out. */
export async function save(
  page: Page,
  nth = 0,
  { save: name, press }: Pick<Words, 'save' | 'press'> = WORDS,
): Promise<{ name: string; bytes: Buffer }> {
  const button = page.getByRole('dialog').getByRole('button', { name }).nth(nth);
  const [download] = await Promise.all([page.waitForEvent('download'), press(button)]);
  return saved(download);
}
