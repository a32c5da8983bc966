// The whole path in one sitting, in every engine: draw, tie, invite, take along, close the tab, find everything again.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { onPath } from '../checks/browser.mjs';
import { expect, test, withTab } from './fixtures.ts';
import { focusOn, focusPerson } from './inPage.ts';
import type { MapTab } from './mapTab.ts';
import { drawnOn, missingInPicture, type Reference } from './picture.ts';
import { BY_KEYBOARD, BY_TAP, EVERYBODY, IN_LIST, IN_TRAY, INVITED, TIES, TRAY_SPOTS } from '../support/journey.ts';

const NOT_ON_PAPER = 'Line';
const ON_PAPER = EVERYBODY.filter((name) => name !== NOT_ON_PAPER);
const TIES_ON_PAPER = TIES.filter((tie) => !tie.some((name) => name === NOT_ON_PAPER)).length;

async function drawTwelve(map: MapTab): Promise<void> {
  for (const [name, spot, relation] of BY_TAP) await map.addByTap(name, spot, relation);
  await map.expectAt('Mamma', 'family', '0');

  await map.tool('Person');
  for (const name of IN_TRAY) {
    await map.focusIn('Fornavn eller kallenavn');
    await map.tab.type(name);
    await map.tab.press('Enter');
  }
  await map.tab.press('Escape');
  for (const [index, name] of IN_TRAY.entries()) {
    await map.press(name, 'button');
    await map.tapCell(TRAY_SPOTS[index] ?? { sector: 'family', ring: 2 });
    await map.onMap(name);
  }
  await map.expectAt('Sára', 'friends', '2');

  await map.press('Liste', 'button');
  for (const name of IN_LIST) {
    await map.field('Ny person: Fagfolk');
    await map.tab.type(name);
    await map.tab.press('Enter');
  }
  await map.press('Kart', 'button');
  await map.expectAt('Hanne', 'professionals', '1');
  await addByKeyboard(map);
  await map.settled();
}

async function addByKeyboard(map: MapTab): Promise<void> {
  await expect.poll(() => map.tab.look(focusPerson, 'Mamma')).toBe(true);
  await map.tab.press('n');
  for (const name of BY_KEYBOARD) {
    await map.focusIn('Fornavn eller kallenavn');
    await map.tab.type(name);
    await map.tab.press('Enter');
  }
  await map.tab.press('Escape');
  for (const name of BY_KEYBOARD) {
    await expect.poll(() => map.tab.look(focusOn, 'button', name)).toBe(true);
    await map.tab.press('Enter');
    // The lines of a platform's list lie outside the page: here it is told which was chosen.
    await expect(() => map.select('Felt', 'Jobb og skole')).toPass({ timeout: 10_000 });
    await map.tab.press('Escape');
    await map.expectAt(name, 'work', '1');
  }
}

async function tieAndInvite(map: MapTab): Promise<void> {
  await map.tool('Strek');
  for (const pair of TIES) for (const name of pair) await map.tapPerson(name);
  await map.press('Ferdig');
  await expect.poll(() => map.count('[data-relation-id]')).toBe(TIES.length);
  await map.tool('Inviter');
  for (const name of INVITED) await map.tapPerson(name);
  await map.press('Ferdig');
  await expect.poll(() => map.count('[data-wish="yes"]')).toBe(INVITED.length);
}

async function keepOffPaper(map: MapTab): Promise<void> {
  await map.tapPerson(NOT_ON_PAPER);
  await map.press(`Mer om ${NOT_ON_PAPER}`);
  await map.press('På kartet, men ikke på papir', 'input');
  await map.press('Lukk', 'button');
}

/** The first picture that is asked for must be right. Gives back the drawing, which says where everything is on the sheet. */
async function takeAlong(map: MapTab, reference: Reference): Promise<Buffer> {
  await map.openOut();
  await map.choose('Bilde');
  await map.prepared();
  const png = await map.save();
  expect(png.name).toMatch(/^kart-\d{4}-\d\d-\d\d\.png$/);

  await map.select('Form', 'Tegning som kan forstørres (SVG)');
  await map.prepared();
  const svg = await map.save();
  expect(svg.name).toMatch(/^kart-\d{4}-\d\d-\d\d\.svg$/);
  const drawn = await drawnOn(reference, svg.bytes);
  expect(drawn.words).toEqual(expect.arrayContaining(ON_PAPER));
  expect(drawn.words).not.toContain(NOT_ON_PAPER);
  // And one beside its meaning in the key.
  expect(drawn.ties).toBe(TIES_ON_PAPER + 1);
  expect(await missingInPicture(reference, svg.bytes, png.bytes), 'names and ties that the PNG lacks').toEqual([]);

  await map.choose('Liste');
  const csv = await map.save();
  const [head, ...rows] = csv.bytes.toString('utf8').trimEnd().split('\r\n');
  expect(head).toMatch(/^\uFEFFNavn;/);
  expect(rows.map((row) => row.split(';')[0] ?? '').toSorted((a, b) => (a < b ? -1 : 1))).toEqual(INVITED.toSorted());
  return svg.bytes;
}

/** A PDF made by the app, and, where the driver can, one made by the browser's own print: one page, all of it in sight. */
async function onPaper(map: MapTab, reference: Reference, drawing: Buffer, fileAt: (name: string) => string) {
  await map.choose('Skriv ut');
  await map.choose('Lag PDF-fil');
  const own = await map.save();
  const printed = await map.tab.print?.();
  if (!['pdftotext', 'pdftoppm'].every(onPath)) {
    test.info().annotations.push({ type: 'not run', description: 'pdftotext is missing' });
    return;
  }
  for (const [name, bytes] of Object.entries({ app: own.bytes, ...(printed && { browser: printed.pdf }) })) {
    const file = fileAt(`${name}.pdf`);
    writeFileSync(file, bytes);
    const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
    expect(text.split('\f').filter((page) => page.trim() !== '')).toHaveLength(1);
    expect(text).not.toContain(NOT_ON_PAPER);
    if (name === 'app' || printed?.hasText) for (const one of ON_PAPER) expect(text).toContain(one);
    execFileSync('pdftoppm', ['-r', '96', '-singlefile', '-png', file, fileAt(name)]);
    const page = readFileSync(fileAt(`${name}.png`));
    expect(await missingInPicture(reference, drawing, page), `names and ties that the ${name}'s page lacks`).toEqual(
      [],
    );
  }
}

async function expectAllThere(map: MapTab): Promise<void> {
  await map.settled();
  expect(await map.names()).toEqual(EVERYBODY.toSorted());
  expect(await map.count('[data-relation-id]')).toBe(TIES.length);
  expect(await map.count('[data-wish="yes"]')).toBe(INVITED.length);
  await map.expectAt('Turid', 'neighbours', '2');
}

test('from an empty page to a picture and an invitee list, and all of it there next week', async ({
  map,
  reference,
}, info) => {
  await test.step('begin', () => map.begin());
  await test.step('twelve people: four by tap, four by the tray, two in the list, two by keyboard', () =>
    drawTwelve(map));
  expect(await map.names()).toEqual(EVERYBODY.toSorted());
  await test.step('six ties and five invited', () => tieAndInvite(map));
  await test.step('one of them is not for paper', () => keepOffPaper(map));
  await withTab(await (await reference.engine()).newTab(), async (tab) => {
    const drawing = await test.step('picture, drawing and list', () => takeAlong(map, tab));
    await test.step('on paper', () => onPaper(map, tab, drawing, (name) => info.outputPath(name)));
  });
  await map.press('Lukk', 'dialog[open] button');
  await test.step('close the tab, come back: all of it is still there', async () => {
    await map.saved();
    await map.tab.reload();
    await expectAllThere(map);
  });
});
