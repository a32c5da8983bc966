import { expect, expectNoAxe, shot, test } from '../support/e2e.ts';
import { FULL } from '../support/depth.ts';
import { choosePapers } from '../support/papers.ts';
import { choose, HAS_PDFTOTEXT, OFF_PAPER, openDialog, openFile, print, richFile } from '../support/paper.ts';

const ON_THE_MAP = ['Kari', 'Ole', 'Luna', 'Koret', 'Språkkafeen', 'Mormor', 'Hana', 'Dr. Lie'];
const TOOLS = ['Angre', 'Inviter ', 'Strek', 'Ring rundt', 'Ta med', 'Lagre', 'ikke på papir', 'Ikke plassert'];

test.describe('paper', () => {
  test.skip(!HAS_PDFTOTEXT && !FULL, 'no pdftotext here: what stands on the paper was not read');
  test.describe.configure({ timeout: 60_000 });

  test("the browser's own print gives the map on one sheet, every name as text, and nothing of the screen", async ({
    page,
  }) => {
    await openFile(page, richFile());
    const { pages, sizes, text } = await print(page, 'own-print');
    expect(pages).toBe(1);
    expect(sizes).toEqual(['297 x 210']);
    for (const name of ON_THE_MAP) expect(text).toContain(name);
    for (const words of ['Kart i november', '21. november 2026', 'Tegnforklaring', 'vanskelig nå', 'skal inviteres']) {
      expect(text).toContain(words);
    }
    for (const words of [...TOOLS, OFF_PAPER, 'Máret']) expect(text).not.toContain(words);
  });

  for (const [size, name] of [
    ['A4', 'A4'],
    ['A3', 'A3 (dobbelt så stort)'],
  ] as const) {
    for (const [turn, word] of [
      ['landscape', 'Liggende'],
      ['portrait', 'Stående'],
    ] as const) {
      test(`${size} ${turn}: one sheet of that size, nothing cut`, async ({ page }) => {
        await openFile(page, richFile());
        await openDialog(page);
        await choose(page, name);
        await choose(page, word);
        const { pages, sizes, text } = await print(page, `${size}-${turn}`);
        expect(pages).toBe(1);
        const [long, short] = size === 'A4' ? [297, 210] : [420, 297];
        expect(sizes).toEqual([turn === 'landscape' ? `${long} x ${short}` : `${short} x ${long}`]);
        for (const person of ON_THE_MAP) expect(text).toContain(person);
        expect(text).not.toContain(OFF_PAPER);
        expect(text).toContain('Ta vare på det.');
      });
    }
  }

  test('the map and the list: two sheets; the list says nothing about nearness, lines or notes', async ({ page }) => {
    await openFile(page, richFile());
    await openDialog(page);
    await choosePapers(page, 'Kartet', 'Invitasjonslisten');
    expect(await print(page, 'both')).toMatchObject({ pages: 2, sizes: ['297 x 210', '210 x 297'] });
    await choosePapers(page, 'Invitasjonslisten');
    const { pages, sizes, text } = await print(page, 'list');
    expect([pages, sizes]).toEqual([1, ['210 x 297']]);
    for (const words of ['Invitasjonsliste', 'torsdag 3. desember 2026 kl. 17:00', 'Heidi, Jens', 'Kari', 'Hana']) {
      expect(text).toContain(words);
    }
    for (const words of [
      'nærmest',
      'bånd',
      'Familie',
      'Ringer hver',
      'Helst etter',
      '22 00 00 00',
      'jula',
      OFF_PAPER,
    ]) {
      expect(text).not.toContain(words);
    }
  });

  test('a long list says its headings again on every sheet', async ({ page }) => {
    const text = richFile((map) => inviteMany(map, 70));
    await openFile(page, text);
    await openDialog(page);
    await choosePapers(page, 'Invitasjonslisten');
    const printed = await print(page, 'long-list');
    expect(printed.pages).toBeGreaterThan(2);
    expect(printed.text.match(/Hvem spør\?/g)).toHaveLength(printed.pages);
    expect(printed.text).toContain('Gjest 70');
  });

  test('roles instead of names, everywhere on the paper', async ({ page }) => {
    await openFile(page, richFile());
    await openDialog(page);
    await page.getByRole('checkbox', { name: 'Roller i stedet for navn' }).check();
    const { text } = await print(page, 'roles');
    expect(text).toContain('søster');
    for (const name of [...ON_THE_MAP, 'Maryam', 'Heidi', 'Kart i november']) expect(text).not.toContain(name);
  });

  test('whoever prints before the sheets are there reads a sentence, and has the map the next time', async ({
    page,
  }) => {
    let letThrough = () => {};
    const held = new Promise<void>((resolve) => (letThrough = resolve));
    await page.route('**/SheetsForPrint*.js', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto('./?lang=nb');
    await page.locator('input[data-open-file]').setInputFiles({
      name: 'kart.nettverkskart.json',
      mimeType: 'application/json',
      buffer: Buffer.from(richFile()),
    });
    await page.locator('[data-map][data-settled="true"]').waitFor();
    const { text } = await print(page, 'early');
    expect(text).toContain('ikke klart for utskrift ennå');
    letThrough();
    await page.locator('.sheets[data-ready="true"]').waitFor({ state: 'attached' });
    expect((await print(page, 'not-early')).text).toContain('Kari');
  });

  test('nothing of a map is printed once it is closed', async ({ page }) => {
    await openFile(page, richFile());
    await page.goto('./');
    const { text } = await print(page, 'closed');
    for (const name of ON_THE_MAP) expect(text).not.toContain(name);
  });
});

test('on paper there are the sheets and nothing else, without the dialog ever having been opened', async ({ page }) => {
  await openFile(page, richFile());
  await expect(page.locator('.sheets svg')).toHaveCount(0);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.sheets svg')).toBeVisible();
  await expect(page.locator('#app')).toBeHidden();
  await expect(page.locator('.sheets')).not.toContainText(OFF_PAPER);
});

test('the button prints when the sheet is there', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => {
      document.documentElement.dataset['printed'] = document.querySelector('.sheets svg')?.textContent ?? 'nothing';
    };
  });
  await openFile(page, richFile());
  await openDialog(page);
  await expect(page.getByText('Hvem skal få se den? Hvor skal den ligge?')).toBeVisible();
  await expect(page.getByText('1 er merket «ikke på papir» og kommer ikke med.')).toBeAttached();
  await page.getByRole('dialog').getByRole('button', { name: 'Skriv ut nå' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-printed', /Kari/);
});

test('what leaves can be chosen by everybody', async ({ page }) => {
  test.slow();
  await openFile(page, richFile());
  await openDialog(page);
  for (const kind of ['Skriv ut', 'Bilde', 'Liste', 'Fil']) {
    await page.getByRole('group', { name: 'Hva vil du ha med?' }).getByRole('button', { name: kind }).click();
    await expectNoAxe(page);
    await shot(page, `out-${kind}`);
  }
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

/** Adds people who are all to be invited. */
function inviteMany(map: unknown, count: number): void {
  const rich = map as {
    people: Record<string, object>;
    drawings: { id: string; places: Record<string, unknown> }[];
    meetings: { invitations: Record<string, object> }[];
  };
  const drawing = rich.drawings.find(({ id }) => id === 'd-nov');
  for (let number = 1; number <= count; number++) {
    const id = `p-gjest-${number}`;
    rich.people[id] = { ...rich.people['p-kari'], id, name: `Gjest ${number}`, note: '' };
    if (drawing) drawing.places[id] = 'tray';
    const invitations = rich.meetings[0]?.invitations;
    if (invitations) invitations[id] = { ...invitations['p-kari'] };
  }
}
