// The first minutes: hints that go away for good, questions that help, and a page of help.
import { expect, shot, test } from '../support/e2e.ts';
import { MapPage } from '../support/mapPage.ts';
import { button } from './support/app.ts';

const MOVE = /Dra en person dit de hører til/;
const TIE = /Kjenner noen av dem hverandre/;

test.skip(({ hasTouch }) => !hasTouch, 'begun with a finger');

test('three hints come when they are of use, and go for good once their thing is done', async ({ page }) => {
  const map = new MapPage(page);
  await map.begin();
  await expect(page.getByText('Trykk på kartet der den første personen hører til.')).toBeVisible();
  await map.addByTap('Kari', { sector: 'family', ring: 1 });
  await expect(page.getByText(MOVE)).toBeVisible();
  await map.addByTap('Ola', { sector: 'friends', ring: 1 });
  await map.addByTap('Per', { sector: 'work', ring: 2 });
  await map.tapPerson('Kari');
  await button(page, 'Nærmere').tap();
  await page.getByRole('complementary').getByRole('button', { name: 'Lukk' }).tap();
  await expect(page.getByText(MOVE)).toHaveCount(0);
  await expect(page.getByText(TIE)).toBeVisible();
  // Kari has come to where she is going.
  await map.settled();
  await map.tool('Strek');
  await map.tapPerson('Kari');
  await map.tapPerson('Ola');
  await map.done();
  await expect(page.getByText(TIE)).toHaveCount(0);
  // For good: also after a reload, on another map, where there are no lines.
  await map.saved();
  await page.reload();
  await button(page, 'Til forsiden').tap();
  await button(page, 'Nytt kart – ikke lagre').tap();
  for (const [name, sector] of [
    ['Liv', 'family'],
    ['Bo', 'work'],
    ['Eli', 'friends'],
  ] as const) {
    await map.addByTap(name, { sector, ring: 1 });
  }
  await expect(page.getByText(MOVE)).toHaveCount(0);
  await expect(page.getByText(TIE)).toHaveCount(0);
});

test('no line of the map runs through the first hint', async ({ page }) => {
  const map = new MapPage(page);
  await map.begin();
  const hint = page.locator('.hint-empty');
  const ground = await hint.evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(ground).not.toBe('rgba(0, 0, 0, 0)');
  await shot(page, 'empty-map');
});

test('an answer to a question goes to the tray, into a field, or to where the finger is', async ({ page }) => {
  const map = new MapPage(page);
  await map.begin('ikke lagre');
  await button(page, 'Forslag til spørsmål').tap();
  const card = page.getByRole('region', { name: 'Forslag til spørsmål' });
  const name = card.getByLabel('Fornavn eller kallenavn');
  await expect(card.getByRole('heading')).toHaveText('Hvem er viktige for deg?');
  await name.fill('Kari');
  await name.press('Enter');
  await expect(page.locator('[data-tray]').getByRole('button', { name: 'Kari' })).toBeVisible();
  await button(page, 'Neste spørsmål').tap();
  await expect(card.getByRole('heading')).toHaveText('Hvem bor du sammen med, eller nær?');

  await name.fill('Ola');
  await card.getByLabel('Hvor?').selectOption({ label: 'Aller nærmest' });
  await card.getByRole('button', { name: 'Legg til' }).tap();
  await map.expectAt('Ola', 'family', '0');

  await name.fill('Per');
  await map.tap(await map.pointIn({ sector: 'work', ring: 1 }));
  await map.expectAt('Per', 'work', '1');
  await expect(name).toHaveValue('');

  await name.fill('ola');
  await name.press('Enter');
  await expect(card.getByText('ola står her fra før.')).toBeVisible();
  await name.press('Enter');
  expect((await map.names()).toSorted()).toEqual(['Ola', 'Per', 'ola'].toSorted());

  await card.getByRole('button', { name: 'Legg bort spørsmålene' }).tap();
  await expect(card).toHaveCount(0);
  await button(page, 'Angre: la til person').tap();
  expect((await map.names()).toSorted()).toEqual(['Ola', 'Per']);
});

test('the questions in the list, by keys alone, to the last card', async ({ page }) => {
  const map = new MapPage(page);
  await map.begin('ikke lagre');
  await button(page, 'Liste').focus();
  await page.keyboard.press('Enter');
  // The map has a button of that name too, and stands until the list is made.
  await expect(page.getByRole('region', { name: 'Familie og slekt' })).toBeVisible();
  await button(page, 'Forslag til spørsmål').focus();
  await page.keyboard.press('Enter');
  const card = page.getByRole('region', { name: 'Forslag til spørsmål' });
  await card.getByLabel('Fornavn eller kallenavn').focus();
  await page.keyboard.type('Kari');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Navnet til Kari' })).toBeVisible();
  await button(page, 'Neste spørsmål').focus();
  for (let passed = 0; passed < 20; passed += 1) await page.keyboard.press('Enter');
  await expect(card.getByRole('heading')).toHaveText('Mangler det noen?');
  await page.keyboard.press('Enter');
  await expect(card).toHaveCount(0);
});

test('help is one screen, and says where to turn if drawing hurts', async ({ page }) => {
  const map = new MapPage(page);
  await map.begin('ikke lagre');
  await button(page, 'Mer').tap();
  await page.getByRole('menuitem', { name: 'Hjelp' }).tap();
  const dialog = page.getByRole('dialog', { name: 'Hjelp' });
  await expect(dialog).toContainText('116 123');
  expect(await dialog.evaluate((it) => it.scrollHeight - it.clientHeight)).toBeLessThanOrEqual(1);
  await shot(page, 'help');
});

test('a name that runs from right to left keeps its direction, and the words round it theirs', async ({ page }) => {
  const map = new MapPage(page);
  await map.begin('ikke lagre');
  await map.addByTap('محمد علي!', { sector: 'family', ring: 1 }, 'bror');
  await expect(map.person('محمد علي!').locator('[data-label] text').first()).toHaveCSS('unicode-bidi', 'plaintext');
  await map.tapPerson('محمد علي!');
  const sheet = page.getByRole('complementary');
  await expect(sheet.locator('h2 bdi')).toHaveText('محمد علي!');
  await expect(sheet).toHaveAttribute('aria-label', 'Om \u2068محمد علي!\u2069');
  await expect(map.button('محمد علي!')).toHaveAttribute('aria-label', /^\u2068محمد علي!\u2069, bror, /);
  await shot(page, 'right-to-left');
});
