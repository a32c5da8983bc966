// What browser tests of the papers share: ticking them, and the PDF file that is made on the device.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { RESULTS } from '../checks/places.mjs';
import { type Printed, readPdf, save } from './paper.ts';

export const PAPERS = [
  'Kartet',
  'Invitasjonslisten',
  'Møteplanen',
  'Invitasjonene',
  'Oppfølgingsarket',
  'Om personvern',
  'Tomt ringark å tegne på',
] as const;
export type Paper = (typeof PAPERS)[number];

const box = (page: Page, name: string) => page.getByRole('dialog').getByRole('checkbox', { name, exact: true });
export const tick = (page: Page, name: string): Promise<void> => box(page, name).check();
export const untick = (page: Page, name: string): Promise<void> => box(page, name).uncheck();

/** These papers and no others. */
export async function choosePapers(page: Page, ...papers: readonly Paper[]): Promise<void> {
  for (const name of PAPERS) await (papers.includes(name) ? tick : untick)(page, name);
}

export type PdfFile = Printed & { readonly bytes: number; readonly name: string; readonly file: string };

/** Makes the PDF file and saves it; kept for people to look at in test-results/paper. */
export async function makePdf(page: Page, name: string): Promise<PdfFile> {
  await page.getByRole('dialog').getByRole('button', { name: 'Lag PDF-fil' }).click();
  await page.locator('[data-prepared="ready"]').waitFor({ timeout: 60_000 });
  const saved = await save(page);
  const folder = path.join(RESULTS, 'paper');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${name}.pdf`);
  writeFileSync(file, saved.bytes);
  return { ...readPdf(file), bytes: saved.bytes.length, name: saved.name, file };
}

/** The fonts that a PDF holds, as pdffonts lists them. */
export const fontsOf = (file: string): string => execFileSync('pdffonts', [file], { encoding: 'utf8' });
