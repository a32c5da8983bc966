// The whole path in one sitting: draw, tie, invite, print, picture, list, close the tab, find everything again.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { onPath } from '../checks/browser.mjs';
import { expect, expectNoAxe, shot, test } from '../support/e2e.ts';
import { BY_KEYBOARD, BY_TAP, EVERYBODY, IN_LIST, IN_TRAY, INVITED, TIES, TRAY_SPOTS } from '../support/journey.ts';
import { MapPage } from '../support/mapPage.ts';

test.skip(({ viewport }) => viewport?.width !== 1180, 'the journey is made on a lying tablet');

test('from an empty page to a printed map and an invitee list, and all of it there next week', async ({
  page,
}, info) => {
  test.setTimeout(120_000);
  const map = new MapPage(page);

  await test.step('twelve people: four by tap, four by the tray, two in the list, two by keyboard', async () => {
    await map.begin();
    for (const [name, spot, relation] of BY_TAP) await map.addByTap(name, spot, relation);
    await map.expectAt('Mamma', 'family', '0');

    await map.tool('Person');
    const names = page.getByRole('region', { name: 'Ikke plassert ennå' }).getByLabel('Fornavn eller kallenavn');
    for (const name of IN_TRAY) {
      await names.fill(name);
      await names.press('Enter');
      await expect(names).toBeFocused();
    }
    await names.press('Escape');
    for (const [index, name] of IN_TRAY.entries()) {
      await page.getByRole('button', { name, exact: true }).tap();
      await map.tap(await map.pointIn(TRAY_SPOTS[index] ?? { sector: 'family', ring: 2 }));
      await expect(map.person(name)).toBeVisible();
    }
    await map.expectAt('Sára', 'friends', '2');

    await page.getByRole('button', { name: 'Liste', exact: true }).click();
    for (const name of IN_LIST) {
      const field = page.getByLabel('Ny person: Fagfolk');
      await field.fill(name);
      await field.press('Enter');
    }
    await page.getByRole('button', { name: 'Kart', exact: true }).click();
    await map.expectAt('Hanne', 'professionals', '1');

    await map.button('Mamma').focus();
    await page.keyboard.press('n');
    for (const name of BY_KEYBOARD) {
      await page.keyboard.type(name);
      await page.keyboard.press('Enter');
    }
    await page.keyboard.press('Escape');
    for (const name of BY_KEYBOARD) {
      await page.getByRole('button', { name, exact: true }).focus();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('complementary', { name: `Om ${name}` })).toBeFocused();
      await page.getByLabel('Felt', { exact: true }).focus();
      await page.keyboard.type('Jobb');
      await page.getByLabel('Felt', { exact: true }).press('Escape');
      await map.expectAt(name, 'work', '1');
    }
    await map.settled();
    expect((await map.names()).toSorted()).toEqual(EVERYBODY.toSorted());
  });

  await test.step('six ties and five invited', async () => {
    await map.tool('Strek');
    for (const [from, to] of TIES) {
      await map.tapPerson(from);
      await map.tapPerson(to);
    }
    await map.done();
    await expect(map.map.locator('[data-relation-id]')).toHaveCount(6);
    await map.tool('Inviter');
    for (const name of INVITED) await map.tapPerson(name);
    await map.done();
    await expect(map.map.locator('[data-wish="yes"]')).toHaveCount(5);
  });

  await test.step('one of them is not for paper', async () => {
    await map.tapPerson('Line');
    await page.getByRole('button', { name: 'Mer om Line' }).click();
    await page.getByLabel('På kartet, men ikke på papir').check();
    await page.getByRole('button', { name: 'Lukk', exact: true }).click();
    await shot(page, 'journey-map');
    await expectNoAxe(page);
  });

  await test.step('on paper: one page, everybody as text but the one', async () => {
    const missing = !onPath('pdftotext');
    test.info().annotations.push(...(missing ? [{ type: 'not run', description: 'pdftotext is missing' }] : []));
    const file = info.outputPath('kart.pdf');
    await page.pdf({ path: file, preferCSSPageSize: true });
    if (missing) return;
    const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
    expect(text.split('\f').filter((one) => one.trim() !== '')).toHaveLength(1);
    for (const name of EVERYBODY.filter((one) => one !== 'Line')) expect(text).toContain(name);
    expect(text).not.toContain('Line');
    expect(text).not.toContain('Ring rundt');
  });

  await test.step('picture and list', async () => {
    await page.getByRole('button', { name: 'Skriv ut og ta med' }).click();
    await page
      .getByRole('tab', { name: 'Bilde' })
      .or(page.getByRole('radio', { name: 'Bilde' }))
      .or(page.getByRole('button', { name: 'Bilde', exact: true }))
      .first()
      .click();
    const picture = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Lagre', exact: true }).click({ timeout: 15_000 });
    const png = await picture;
    expect(png.suggestedFilename()).toMatch(/^kart-\d{4}-\d\d-\d\d\.png$/);
    expect(readFileSync(await png.path()).length).toBeGreaterThan(20_000);
    await shot(page, 'journey-out');
  });

  await test.step('close the tab, come back: all of it is still there', async () => {
    await map.saved();
    await page.reload();
    await map.settled();
    expect((await map.names()).toSorted()).toEqual(EVERYBODY.toSorted());
    await expect(map.map.locator('[data-relation-id]')).toHaveCount(6);
    await expect(map.map.locator('[data-wish="yes"]')).toHaveCount(5);
    await map.expectAt('Turid', 'neighbours', '2');
  });
});
