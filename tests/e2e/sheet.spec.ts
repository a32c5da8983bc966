// On a phone a sheet lies over half the map: whoever it is about stays in sight, and afterwards the map is as it was.
import { expect, test, touch } from '../support/e2e.ts';
import { MapPage } from '../support/mapPage.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });
test.skip(({ hasTouch }) => !hasTouch, 'made for fingers');

async function withMamma(map: MapPage): Promise<void> {
  await map.begin('ikke lagre');
  await map.addByTap('Mamma', { sector: 'work', ring: 2, along: 0.5 });
  await map.settled();
}

test('the map makes way for the sheet about somebody, and comes back when it is closed', async ({ page }) => {
  const map = new MapPage(page);
  await withMamma(map);
  const before = await map.centreOf('Mamma');
  await page.touchscreen.tap(...before);
  const sheet = page.getByRole('complementary', { name: 'Mamma' });
  const top = (await sheet.boundingBox())?.y ?? 0;
  await expect.poll(async () => (await map.centreOf('Mamma'))[1]).toBeLessThan(top - 20);
  await sheet.getByRole('button', { name: 'Lukk' }).tap();
  await expect.poll(() => map.centreOf('Mamma')).toEqual(before);
});

test('a map that was moved by hand meanwhile stays there', async ({ page }) => {
  const map = new MapPage(page);
  await withMamma(map);
  await page.touchscreen.tap(...(await map.centreOf('Mamma')));
  const sheet = page.getByRole('complementary', { name: 'Mamma' });
  await expect(sheet).toBeVisible();
  const hand = await touch(page);
  const ego = await map.map.locator('[data-ego]').boundingBox();
  await hand.drag([20, (ego?.y ?? 0) + 80], [70, (ego?.y ?? 0) + 60]);
  const moved = await map.centreOf('Mamma');
  await sheet.getByRole('button', { name: 'Lukk' }).tap();
  await expect(sheet).toBeHidden();
  expect(await map.centreOf('Mamma')).toEqual(moved);
});
