// *Stor visning*: larger names and buttons, fewer things on the screen.
import type { Page } from '@playwright/test';
import { expect, shot, test } from '../support/e2e.ts';
import { MapPage } from '../support/mapPage.ts';
import { button } from './support/app.ts';

const nameHeight = (page: Page, map: MapPage) =>
  map
    .person('Kari')
    .locator('[data-label] text')
    .first()
    .evaluate((text) => text.getBoundingClientRect().height);

test.skip(({ viewport }) => viewport?.width !== 1180, 'made for a lying tablet: a phone has no zoom buttons to hide');

test('large view: everything is a quarter larger, less is shown, and it stays', async ({ page }) => {
  const map = new MapPage(page);
  await map.begin();
  await map.addByTap('Kari', { sector: 'family', ring: 1 });
  const before = await nameHeight(page, map);
  await expect(button(page, 'Større')).toBeVisible();

  await button(page, 'Mer').tap();
  await page.getByRole('menuitem', { name: /Innstillinger/ }).tap();
  await page.getByRole('switch', { name: 'Stor visning' }).tap();
  await page.keyboard.press('Escape');
  await map.settled();
  expect((await nameHeight(page, map)) / before).toBeCloseTo(1.25, 1);
  await expect(button(page, 'Større')).toBeHidden();
  const undo = await page.getByRole('button', { name: /^Angre/ }).boundingBox();
  expect(undo?.height).toBeGreaterThanOrEqual(56);

  // Fingers and checks from outside find everything where it is drawn.
  await map.addByTap('Ola', { sector: 'work', ring: 0 });
  await map.expectAt('Ola', 'work', '0');
  await map.tapPerson('Ola');
  await expect(page.getByRole('complementary', { name: 'Om Ola' })).toBeVisible();
  await shot(page, 'large');

  await map.saved();
  await page.reload();
  await map.settled();
  await expect(button(page, 'Større')).toBeHidden();
});
