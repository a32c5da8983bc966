// How the meeting will be, seen on the map, and a meeting that is kept. The whole way is in carried.spec.ts.
import type { Page } from '@playwright/test';
import { expect, shot, test, touch } from '../support/e2e.ts';
import { MapPage } from '../support/mapPage.ts';

async function openExample(page: Page): Promise<MapPage> {
  const map = new MapPage(page);
  await page.goto('?lang=nb');
  await page.getByText('Se et eksempel').tap();
  await page.getByRole('button', { name: 'Mange rundt, noen på video' }).tap();
  await map.settled();
  return map;
}

const panel = (page: Page) => page.getByRole('complementary', { name: 'Slik blir møtet' });
const toMeeting = (page: Page) => page.getByRole('button', { name: 'Møte', exact: true }).tap();
const toPart = (page: Page, name: 'Hvem' | 'Møtet' | 'Etterpå') =>
  page
    .getByRole('group', { name: 'Hva vil du se på?' })
    .getByRole('button', { name, exact: true })
    .or(page.getByRole('button', { name: name === 'Etterpå' ? name : 'Før møtet', exact: true }))
    .first()
    .tap();
const undo = (page: Page) => page.getByRole('button', { name: /^Angre/ });

test.skip(({ hasTouch }) => !hasTouch, 'a meeting is planned with a finger');

test('the map makes way for the panel on an upright tablet, and comes back', async ({ page }) => {
  await page.setViewportSize({ width: 820, height: 1180 });
  const map = await openExample(page);
  const before = await map.map.locator('[data-ego]').boundingBox();
  await map.tool('Inviter');
  await page.getByRole('button', { name: 'Slik blir møtet' }).tap();
  await map.settled();
  const top = (await panel(page).boundingBox())?.y ?? 0;
  for (const name of ['Mona', 'Parisa', 'Ragnhild']) {
    await expect.poll(async () => (await map.centreOf(name))[1]).toBeLessThan(top - 10);
  }
  await shot(page, 'meeting-lens-upright');
  await panel(page).getByRole('button', { name: 'Ferdig' }).tap();
  await expect.poll(() => map.map.locator('[data-ego]').boundingBox()).toEqual(before);
  await expect(undo(page)).toHaveAttribute('aria-disabled', 'true');
});

test('a finger only looks too: nobody is carried, no border is moved, no name is written', async ({ page }) => {
  await page.setViewportSize({ width: 1180, height: 820 });
  const map = await openExample(page);
  await map.tool('Inviter');
  await page.getByRole('button', { name: 'Slik blir møtet' }).tap();
  await expect(panel(page)).toBeFocused();
  const whole = page.getByRole('button', { name: 'Hele kartet' });
  // The map glides beside the panel.
  await whole.tap();
  await page.waitForTimeout(300);
  const where = () => map.person('Yusuf').getAttribute('transform');
  const [stood, cells] = [await where(), await map.cells()];
  const [x, y] = await map.centreOf('Yusuf');
  const knob = await map.pointIn({
    sector: cells.sectors[0]?.id ?? '',
    ring: cells.radii.length - 2,
    along: 1,
    across: 1,
  });
  const beside = [x + 70, y + 50] as const;
  const finger = await touch(page);
  await finger.drag([x, y], beside);
  await whole.tap();
  await finger.drag(knob, [knob[0] - 40, knob[1] - 60]);
  await whole.tap();
  // On the paper beside the rings, and on the centre.
  const { y: top } = (await map.map.boundingBox()) ?? { y: 0 };
  await map.tap([30, top + 60]);
  await expect(page.locator('.add-here')).toHaveCount(0);
  await map.map.locator('[data-ego]').tap({ force: true });
  // The form of the centre would be fetched first.
  await page.waitForTimeout(500);
  await expect(page.locator('dialog[open]')).toHaveCount(0);
  await map.settled();
  expect(await where()).toBe(stood);
  expect((await map.cells()).sectors).toEqual(cells.sectors);
  await panel(page).getByRole('button', { name: 'Ferdig' }).tap();
  await expect(undo(page)).toHaveAttribute('aria-disabled', 'true');
});

test('by keyboard alone', async ({ page }) => {
  test.setTimeout(60_000);
  const map = await openExample(page);
  const press = async (name: string | RegExp, key = 'Enter') => {
    await page.getByRole('button', { name, exact: typeof name === 'string' }).focus();
    await page.keyboard.press(key);
  };
  await press('Mer');
  await page
    .getByRole('menuitem', { name: 'Slik blir møtet' })
    .or(page.getByRole('menuitemcheckbox', { name: 'Slik blir møtet' }))
    .focus();
  await page.keyboard.press('Enter');
  await expect(panel(page)).toBeFocused();
  const first = map.person('Yusuf');
  await map.map.locator('g[tabindex="0"]').focus();
  await page.keyboard.press('Space');
  await expect(first).toHaveAttribute('opacity', '0.3');
  await expect(page.getByText('Uten Yusuf.')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(first).not.toHaveAttribute('opacity', /./);
  // Only a look: nobody is moved, tied or taken off meanwhile.
  await page.keyboard.press('m');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeHidden();
  await expect(undo(page)).toHaveAttribute('aria-disabled', 'true');

  await press('Møte');
  await press('Gå gjennom én og én');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Ja, ønsker å invitere' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Vil du ha Hana med?' })).toBeFocused();
  await press('Til listen');
  await expect(page.getByLabel('Yusuf: Vil tenke på det')).toBeVisible();
  await press('Etterpå');
  await page.getByLabel('Noe som kom opp').focus();
  await page.keyboard.type('Ringe NAV');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Skolen');
  await page.keyboard.press('Enter');
  const done = page.getByRole('listitem', { name: 'Om «Ringe NAV»' }).getByLabel('Gjort');
  await done.focus();
  await page.keyboard.press('Space');
  await expect(done).toBeChecked();
  await expect(done).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(done).not.toBeChecked();
});

test('a remembered map keeps its meeting over a reload', async ({ page }) => {
  const map = new MapPage(page);
  await map.begin();
  await page.getByRole('button', { name: 'Liste', exact: true }).tap();
  const field = page.getByLabel('Ny person: Familie og slekt');
  await field.fill('Mamma');
  await field.press('Enter');
  await toMeeting(page);
  await page.getByRole('button', { name: 'Inviter Mamma' }).tap();
  await toPart(page, 'Etterpå');
  await page.getByText('Møtet er holdt').tap();
  await page.getByLabel('Noe som kom opp').fill('Ringe NAV');
  await page.getByLabel('Noe som kom opp').press('Enter');
  await map.saved();
  await page.reload();
  await toMeeting(page);
  // A meeting that has been held is opened where one left it: afterwards.
  await expect(page.getByRole('switch', { name: 'Møtet er holdt' })).toBeChecked();
  await expect(page.getByRole('listitem', { name: 'Om «Ringe NAV»' })).toBeVisible();
});
