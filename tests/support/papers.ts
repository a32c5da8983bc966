// What browser tests of the papers share: ticking them, and the PDF file that is made on the device.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { RESULTS } from '../checks/places.mjs';
import { type Printed, readPdf, save, type Words, WORDS } from './paper.ts';

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

export type PdfFile = Printed & {
  readonly bytes: number;
  readonly name: string;
  readonly file: string;
  /** In the order in which it was written: lines of a name stay together. */
  readonly raw: string;
};

/** Makes the PDF file and saves it; kept for people to look at in test-results/paper. */
export async function makePdf(page: Page, name: string, words: Words = WORDS): Promise<PdfFile> {
  await words.press(page.getByRole('dialog').getByRole('button', { name: words.make }));
  await page.locator('[data-prepared="ready"]').waitFor({ timeout: 60_000 });
  const saved = await save(page, 0, words);
  const folder = path.join(RESULTS, 'paper');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${name}.pdf`);
  writeFileSync(file, saved.bytes);
  const raw = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' });
  return { ...readPdf(file), bytes: saved.bytes.length, name: saved.name, file, raw };
}

/** Without blanks and without the breaks of lines. */
export const squeezed = (text: string): string => text.normalize('NFC').replaceAll(/[\s\f]+/gu, '');

/** The fonts that a PDF holds, as pdffonts lists them. */
export const fontsOf = (file: string): string => execFileSync('pdffonts', [file], { encoding: 'utf8' });

/** Words of a PDF that reach over the edge of their page. */
export function beyondPage(file: string): string[] {
  const html = execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return html.split('<page ').flatMap((page) => {
    const [width = 0, height = 0] = [...page.matchAll(/(?:width|height)="([\d.]+)"/g)].map(([, value]) =>
      Number(value),
    );
    return [...page.matchAll(/xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)</g)].flatMap(
      ([, left, top, right, bottom, word = '']) =>
        Number(left) < 0 || Number(top) < 0 || Number(right) > width || Number(bottom) > height ? [word] : [],
    );
  });
}

/** Texts of the previewed sheets that reach over an edge, as the browser has laid them out: any script, any letters. */
export const overflowing = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    return [...document.querySelectorAll<SVGSVGElement>('.out-preview svg')].flatMap((svg) => {
      const sheet = svg.getBoundingClientRect();
      return [...svg.querySelectorAll('text')].flatMap((text) => {
        const box = text.getBoundingClientRect();
        const isInside =
          box.left >= sheet.left - 1 &&
          box.right <= sheet.right + 1 &&
          box.top >= sheet.top - 1 &&
          box.bottom <= sheet.bottom + 1;
        return isInside ? [] : [text.textContent ?? ''];
      });
    });
  });

/** Texts of the previewed papers that stand in each other's way: two on one line, of which the first reaches the second. */
export const colliding = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<SVGSVGElement>('.out-preview figure svg')].flatMap((svg) => {
      const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
      const all = [...svg.querySelectorAll('text')];
      const heights = new Set(all.map((text) => text.getAttribute('y')));
      return [...heights].flatMap((height) => {
        const texts = all.filter((text) => text.getAttribute('y') === height);
        const inOrder = texts
          .map((text) => ({ text: text.textContent ?? '', box: text.getBoundingClientRect() }))
          .toSorted((one, other) => one.box.left - other.box.left);
        return inOrder.flatMap(({ text, box }, at) => {
          const after = inOrder[at + 1];
          return after && box.right > after.box.left + scale ? [`${text} | ${after.text}`] : [];
        });
      });
    }),
  );

/** The sheets of text in the preview, by what they are called there. */
export const sheetsIn = (page: Page): Promise<{ label: string; text: string }[]> =>
  page
    .locator('.out-preview figure')
    .evaluateAll((all) =>
      all.map((sheet) => ({ label: sheet.getAttribute('aria-label') ?? '', text: sheet.textContent ?? '' })),
    );
