import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/e2e.ts';
import { choose, OFF_PAPER, openDialog, openFile, richFile, save } from '../support/paper.ts';

test.describe.configure({ timeout: 60_000 });

const ready = (page: Page) => page.locator('[data-prepared="ready"]').waitFor({ timeout: 20_000 });

/** How many pixels of a PNG have (almost) each of these colours, and how many are dark at all. */
function countColours(page: Page, png: Buffer, colours: readonly string[]) {
  return page.evaluate(
    async ([data, wanted]) => {
      const bytes = Uint8Array.from(atob(data), (letter) => letter.codePointAt(0) ?? 0);
      const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const canvas = new OffscreenCanvas(picture.width, picture.height);
      const context = canvas.getContext('2d');
      if (!context) throw new Error('No canvas.');
      context.drawImage(picture, 0, 0);
      const pixels = context.getImageData(0, 0, picture.width, picture.height).data;
      const targets = wanted.map((hex) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)));
      const counts = wanted.map(() => 0);
      let transparent = 0;
      for (let at = 0; at < pixels.length; at += 4) {
        if (pixels[at + 3] !== 255) transparent += 1;
        targets.forEach((target, index) => {
          const isNear = target.every((value, channel) => Math.abs(value - (pixels[at + channel] ?? 0)) < 10);
          if (isNear) counts[index] = (counts[index] ?? 0) + 1;
        });
      }
      return { width: picture.width, height: picture.height, counts, transparent };
    },
    [png.toString('base64'), colours] as const,
  );
}

const INK = '#1f2933';
const TIE = '#6b6455';
/** Of the fields that somebody on paper stands in: the rich map has no one at work. */
async function huesOnMap(page: Page): Promise<string[]> {
  const hues = await page
    .locator('.out-paper svg path[stroke-linecap="round"][fill="none"]')
    .evaluateAll((paths) => paths.map((each) => each.getAttribute('stroke') ?? ''));
  return [...new Set(hues)].filter((hue) => /^#[0-9a-f]{6}$/.test(hue));
}

for (const [word, width] of [
  ['Bilde for skjerm (PNG)', 1122],
  ['Større bilde (PNG)', 2245],
  ['Bilde å skrive ut (PNG)', 3507],
] as const) {
  test(`a picture with every colour, the lines and the letters: ${word}`, async ({ page }) => {
    await openFile(page, richFile());
    await openDialog(page);
    await choose(page, 'Bilde');
    await page.getByLabel('Form').selectOption(word);
    await ready(page);
    const hues = await huesOnMap(page);
    expect(hues.length).toBeGreaterThanOrEqual(5);
    const { name, bytes } = await save(page);
    expect(name).toMatch(/^kart-\d{4}-\d\d-\d\d\.png$/);
    const picture = await countColours(page, bytes, [...hues, TIE, INK]);
    expect(picture.width).toBe(width);
    expect(picture.transparent).toBe(0);
    for (const count of picture.counts) expect(count).toBeGreaterThan(20);
  });
}

test('A3 for print stays below what an iPad can draw', async ({ page }) => {
  await openFile(page, richFile());
  await openDialog(page);
  await choose(page, 'Bilde');
  await choose(page, 'A3 (dobbelt så stort)');
  await page.getByLabel('Form').selectOption('Bilde å skrive ut (PNG)');
  await ready(page);
  const { width, height, counts } = await countColours(page, (await save(page)).bytes, [INK]);
  expect(width * height).toBeLessThanOrEqual(16_777_216);
  expect(width * height).toBeGreaterThan(16_000_000);
  expect(counts[0]).toBeGreaterThan(1000);
});

test('a drawing opens alone: no script, no request, every name, letters of its own', async ({ page, context }) => {
  await openFile(page, richFile());
  await openDialog(page);
  await choose(page, 'Bilde');
  await page.getByLabel('Form').selectOption('Tegning som kan forstørres (SVG)');
  await ready(page);
  const { name, bytes } = await save(page);
  expect(name).toMatch(/\.svg$/);
  const svg = bytes.toString('utf8');
  expect(svg).not.toMatch(
    /<script|foreignObject|\son\w+=|javascript:|data-|aria-|p-kari|http:\/\/(?!www\.w3\.org)|https:/,
  );
  expect(svg).not.toContain(OFF_PAPER);
  const file = path.join(test.info().outputDir, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  const alone = await context.newPage();
  const requests: string[] = [];
  alone.on('request', (request) => requests.push(request.url()));
  await alone.goto(`file://${file}`);
  await expect(alone.locator('text').filter({ hasText: /^Kari$/ })).toBeVisible();
  const loaded = await alone.evaluate(() => document.fonts.ready.then((fonts) => [...fonts].map((it) => it.status)));
  expect(loaded).toContain('loaded');
  expect(requests.filter((url) => !url.startsWith('data:'))).toEqual([`file://${file}`]);
  await alone.close();
});

test('the list: a spreadsheet, a picture made under the policy, and text to paste', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openFile(
    page,
    richFile((map) => {
      const people = (map as { people: Record<string, { name: string }> }).people;
      if (people['p-kari']) people['p-kari'].name = '=1+1';
    }),
  );
  await openDialog(page);
  await choose(page, 'Liste');
  const csv = await save(page);
  expect(csv.name).toMatch(/^kart-.*\.csv$/);
  const lines = csv.bytes.toString('utf8').split('\r\n');
  expect(lines[0]).toBe('\ufeffNavn;Hvem det er;Inviteres?;Hvem spør?;Hvordan?;Svar;Trenger');
  expect(lines[1]).toBe("'=1+1;søster;Ja;Jeg spør;ringe;Kommer;tolk, skyss, Skyss fra stasjonen");
  expect(lines).toHaveLength(4);

  await ready(page);
  const picture = await save(page, 1);
  expect(picture.name).toMatch(/\.png$/);
  const { width, counts } = await countColours(page, picture.bytes, [INK]);
  expect(width).toBeGreaterThan(1600);
  expect(counts[0]).toBeGreaterThan(1000);

  await page.getByRole('button', { name: 'Kopier som tekst' }).click();
  await expect(page.getByRole('button', { name: 'Kopiert' })).toBeVisible();
  await expect(page.getByRole('dialog').getByRole('status').filter({ hasText: 'Kopiert' })).toBeAttached();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain('Når: torsdag 3. desember 2026 kl. 17:00');
  expect(text).toContain('– Hana (datter, 16) · Vil tenke på det');
  expect(text).not.toContain('22 00 00 00');
});

test('two files: everything to keep, and to share only what is ticked', async ({ page }) => {
  await openFile(page, richFile());
  await openDialog(page);
  await choose(page, 'Fil');
  const keep = await save(page);
  expect(keep.name).toMatch(/^kart-\d{4}-\d\d-\d\d\.nettverkskart\.json$/);
  expect(keep.bytes.toString('utf8')).toContain(OFF_PAPER);
  await choose(page, 'Filen du deler');
  const share = (await save(page)).bytes.toString('utf8');
  expect(JSON.parse(share)).toMatchObject({ format: 'nettverkskart', version: 1 });
  for (const secret of [OFF_PAPER, 'Ringer hver', '22 00 00 00', 'd-mai', 'jula']) expect(share).not.toContain(secret);
});

test('the share sheet gets the finished file in the tap; closing it is no error', async ({ page }) => {
  await page.addInitScript(() => {
    const shared: string[] = [];
    Object.assign(window, { shared });
    const share = ({ files = [] }: ShareData) => {
      shared.push(...files.map(({ name, type }) => `${name} ${type} ${navigator.userActivation.isActive}`));
      return shared.length === 1 ? Promise.resolve() : Promise.reject(new DOMException('', 'AbortError'));
    };
    Object.assign(navigator, { share, canShare: () => true });
  });
  await openFile(page, richFile());
  await openDialog(page);
  await choose(page, 'Bilde');
  await ready(page);
  await choose(page, 'Del …');
  const status = page.getByRole('dialog').getByRole('status');
  await expect(status).toContainText('Delt.');
  await choose(page, 'Del …');
  await expect(status).toHaveText('Delt.');
  const shared = await page.evaluate(() => (window as unknown as { shared: string[] }).shared);
  expect(shared[0]).toMatch(/^kart-\d{4}-\d\d-\d\d\.png image\/png true$/);
});

for (const [fault, spoil, words] of [
  ['no file comes of it', () => (HTMLCanvasElement.prototype.toBlob = (give) => give(null)), 'Bildet ble ikke til.'],
  ['it stays white', () => (CanvasRenderingContext2D.prototype.drawImage = () => {}), 'Bildet ble tomt.'],
  ['it is never read', () => (HTMLImageElement.prototype.decode = () => new Promise(() => {})), 'for lang tid'],
] as const) {
  test(`a picture that fails ends in a sentence: ${fault}`, async ({ page }) => {
    await page.addInitScript(spoil);
    await openFile(page, richFile());
    await openDialog(page);
    await choose(page, 'Bilde');
    await expect(page.getByRole('dialog').getByRole('status')).toContainText(words, { timeout: 8_000 });
    await choose(page, 'Prøv igjen');
    await expect(page.getByRole('dialog').getByRole('button', { name: 'Gjør klar …' })).toBeDisabled();
  });
}
