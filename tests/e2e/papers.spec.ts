import { expect, expectNoAxe, shot, test } from '../support/e2e.ts';
import type { Page } from '@playwright/test';
import { type Crowd, crowd } from '../support/crowd.ts';
import { FULL } from '../support/depth.ts';
import { choose, HAS_PDFTOTEXT, OFF_PAPER, openDialog, openFile, print, richFile } from '../support/paper.ts';
import {
  beyondPage,
  choosePapers,
  colliding,
  fontsOf,
  makePdf,
  overflowing,
  PAPERS,
  sheetsIn,
  squeezed,
  tick,
  untick,
} from '../support/papers.ts';

const NOVEMBER = ['Kari', 'Ole', 'Luna', 'Koret', 'Språkkafeen', 'Mormor', 'Hana', 'Dr. Lie'];
/** What no paper for invitees says. */
const SECRETS = [OFF_PAPER, 'Ringer hver', 'Helst etter', '22 00 00 00', 'Litt lenger unna', 'vanskelig nå'];

test.describe('the papers', () => {
  test.skip(!HAS_PDFTOTEXT && !FULL, 'no poppler here: what stands on the papers was not read');
  test.describe.configure({ timeout: 120_000 });

  test('all of them in one print and in one file, with the same words', async ({ page }) => {
    await openFile(page, richFile());
    await openDialog(page);
    for (const name of PAPERS) await tick(page, name);
    const printed = await print(page, 'papers-print');
    const file = await makePdf(page, 'papers-file');
    expect(file.name).toMatch(/^kart-\d{4}-\d\d-\d\d\.pdf$/);
    expect(file.bytes).toBeLessThan(300_000);
    // One letter: Hana is still thought about.
    expect(file.sizes).toEqual(['297 x 210', ...Array<string>(5).fill('210 x 297'), '297 x 210']);
    expect(printed.sizes).toEqual(file.sizes);
    for (const { text } of [printed, file]) {
      for (const name of NOVEMBER) expect(text).toContain(name);
      for (const words of ['Invitasjonsliste', 'Hvordan jula kan bli', 'Det som sies her, blir her.', 'Inngang bak']) {
        expect(text).toContain(words);
      }
      for (const words of ['Søke om støttekontakt', '15. januar 2027', 'Kartet ditt er ditt', 'Du er i midten.']) {
        expect(text).toContain(words);
      }
      for (const words of [OFF_PAPER, 'Ringer hver', '22 00 00 00']) expect(text).not.toContain(words);
    }
    // Words of ours, not of another font: every font lies in the file.
    expect(
      fontsOf(file.file)
        .split('\n')
        .slice(2)
        .filter(Boolean)
        .every((line) => / yes no +yes /.test(line)),
    ).toBe(true);
  });

  test('each alone: nothing on it that belongs on another', async ({ page }) => {
    await openFile(page, richFile());
    await openDialog(page);
    for (const name of ['Invitasjonslisten', 'Møteplanen', 'Oppfølgingsarket', 'Om personvern'] as const) {
      await choosePapers(page, name);
      const { text, pages } = await makePdf(page, `alone-${name}`);
      expect(pages).toBe(1);
      for (const secret of SECRETS) expect(text, name).not.toContain(secret);
    }
    await choosePapers(page, 'Tomt ringark å tegne på');
    const { text } = await print(page, 'alone-rings');
    for (const name of NOVEMBER.filter((each) => each !== 'Koret')) expect(text).not.toContain(name);
    expect(text).toContain('Aller nærmest');
    await choosePapers(page);
    await expect(page.getByText('Velg minst ett ark.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Lag PDF-fil' })).toBeDisabled();
  });

  test('large print: no letter below 16 points on the papers of text, and privacy still one page', async ({ page }) => {
    await openFile(page, richFile());
    await openDialog(page);
    await choosePapers(page, 'Invitasjonslisten', 'Møteplanen', 'Oppfølgingsarket', 'Om personvern');
    await tick(page, 'Stor skrift');
    const { pages } = await makePdf(page, 'large');
    expect(pages).toBe(4);
    const sizes = await page
      .locator('.out-preview figure svg text')
      .evaluateAll((texts) => texts.map((text) => Number(text.getAttribute('font-size'))));
    expect(Math.min(...sizes) * 0.75).toBeGreaterThanOrEqual(16);
    await shot(page, 'papers-large');
  });

  test('roles instead of names on every paper; names in free text are shown, to be mended', async ({ page }) => {
    const named = richFile((map) => {
      const [meeting] = (map as { meetings: { theme: string; practical: string }[] }).meetings;
      if (meeting) meeting.practical = 'Karis nøkkel henger på kroken';
    });
    await openFile(page, named);
    await openDialog(page);
    await choosePapers(page, ...PAPERS.filter((paper) => paper !== 'Tomt ringark å tegne på'));
    await tick(page, 'Roller i stedet for navn');
    await expect(page.getByText('Disse navnene står i tekst du har skrevet')).toBeVisible();
    await expect(page.getByText('Praktisk: Kari', { exact: true })).toBeVisible();
    await shot(page, 'papers-mend');
    for (const { text } of [await makePdf(page, 'roles-file'), await print(page, 'roles-print')]) {
      expect(text).toContain('søster');
      for (const name of [...NOVEMBER, 'Maryam', 'Heidi', 'Kart i november']) {
        expect(text.replace('Karis nøkkel', '').replace('Koret', '')).not.toContain(name);
      }
    }
  });

  test('somebody invited but not on paper is pointed out on the screen only', async ({ page }) => {
    const hidden = richFile((map) => {
      const { people, meetings } = map as {
        people: Record<string, { offPaper: boolean }>;
        meetings: { theme: string }[];
      };
      if (people['p-hana']) people['p-hana'].offPaper = true;
      if (meetings[0]) meetings[0].theme = 'Hvordan Hana har det';
    });
    await openFile(page, hidden);
    await openDialog(page);
    await choosePapers(page, 'Invitasjonslisten', 'Invitasjonene');
    await expect(page.getByText('Invitert, men ikke på papir: Hana.')).toBeVisible();
    await expect(page.getByText('Invitasjonene: Hana', { exact: true })).toBeVisible();
    const { text } = await print(page, 'off-paper');
    expect(text.replaceAll('Hvordan Hana har det', '')).not.toContain('Hana');
    expect(text).not.toContain('ikke på papir');
  });

  test('what is chosen can be chosen by everybody, and the file is shared in the tap', async ({ page }) => {
    await openFile(page, richFile());
    await openDialog(page);
    for (const name of PAPERS) await tick(page, name);
    await expectNoAxe(page);
    await shot(page, 'papers');
    await untick(page, 'Kartet');
    await choose(page, 'Lag PDF-fil');
    await expect(page.getByRole('button', { name: 'Lagre – PDF-fil' })).toBeEnabled({ timeout: 30_000 });
    await tick(page, 'Stor skrift');
    await expect(page.getByRole('button', { name: 'Lag PDF-fil' })).toBeEnabled();
  });

  // Two hundred in the long run, on one screen: paper is the same on all of them.
  const COUNT = FULL ? 200 : 6;
  const STEP = 5;
  for (let first = 0; first < COUNT; first += STEP) {
    const seeds = Array.from({ length: Math.min(STEP, COUNT - first) }, (_, at) => first + at);
    test(`names of the world, up to forty of them, are nowhere cut: maps ${first}–${first + seeds.length - 1}`, async ({
      page,
    }) => {
      test.skip(test.info().project.name !== 'tablet', 'once is enough');
      test.setTimeout(60_000 * seeds.length);
      for (const seed of seeds) {
        const map = crowd(seed);
        const isLarge = seed % 2 === 1;
        await openFile(page, map.file);
        await openDialog(page);
        if (isLarge) await tick(page, 'Stor skrift');
        await choosePapers(page, ...PAPERS);
        await tick(page, 'Telefon og adresse');
        await expectNothingCut(page, map, isLarge);
        // Preview, print and file are made of the same pages: the file itself of one in eight.
        if (seed % 8 === 0 || seed < 6) await expectWholeFile(page, map);
      }
    });
  }
});

/** Real letters, as the browser has laid them out: every sheet of every paper. */
async function expectNothingCut(page: Page, { seed, names, drawn, invited, isEndless }: Crowd, isLarge: boolean) {
  const which = `map ${seed}`;
  expect(await overflowing(page), which).toEqual([]);
  expect(await colliding(page), which).toEqual([]);
  const sheets = await sheetsIn(page);
  // Whoever is on the list has a letter, but for Hana, who is thought about; and each letter is one page.
  const letters = sheets.filter(({ label }) => label.startsWith('Invitasjonene'));
  if (!isLarge && !isEndless) expect(letters, which).toHaveLength(invited);
  const lists = sheets.filter(({ label }) => label.startsWith('Invitasjonslisten'));
  if (invited > 30) expect(lists.length, which).toBeGreaterThan(1);
  for (const { text } of lists) expect(text, which).toMatch(/Navn\s+Inviteres\?\s+Hvem spør\?/);
  for (const pages of [lists, letters]) {
    const text = squeezed(pages.map((sheet) => sheet.text).join(' '));
    for (const name of [...names, ...drawn]) expect(text, which).toContain(squeezed(name));
  }
}

async function expectWholeFile(page: Page, { seed, names, namesOthers }: Crowd) {
  const pdf = await makePdf(page, `crowd-${seed}`);
  // Forty letters in large print can fill more than a hundred pages, and forty that name forty others are full of
  // small pictures of words: then by the page.
  expect(pdf.bytes).toBeLessThan(Math.max(300_000, pdf.pages * (namesOthers ? 8000 : 3000)));
  expect(beyondPage(pdf.file)).toEqual([]);
  const text = squeezed(pdf.raw);
  for (const name of names) expect(text, `map ${seed}`).toContain(squeezed(name));
}
