// What everybody sees first: nobody over anybody, everyone inside their own cell, every name readable.
import { expect, shot, test } from '../support/e2e.ts';
import { MapPage } from '../support/mapPage.ts';
import { faultsOnScreen } from '../support/overlaps.ts';
import { button, openStart } from './support/app.ts';

const EXAMPLES = [
  ['Mange fagfolk, få andre', 15],
  ['Mange rundt, noen på video', 27],
  ['Ung, med nær familie', 18],
] as const;

const CLEAN = { outOfCell: [], symbols: [], names: [], nameOverSymbol: [] };
/** On a phone the names of a full map come as one zooms in. */
const ROOM_FOR_ALL = 700;

for (const [name, people] of EXAMPLES) {
  test(`the example "${name}" is composed without overlaps, and the same every time`, async ({ page, viewport }) => {
    const map = new MapPage(page);
    const places: string[] = [];
    for (const time of [1, 2]) {
      await openStart(page);
      await button(page, 'Se et eksempel').click();
      await button(page, name).click();
      await map.settled();
      const faults = await faultsOnScreen(page);
      expect(faults).toMatchObject({ people, ...CLEAN });
      if ((viewport?.width ?? 0) >= ROOM_FOR_ALL) expect(faults.withoutName).toEqual([]);
      expect(faults.smallestName).toBeGreaterThanOrEqual((viewport?.width ?? 0) >= 1000 ? 12 : 11);
      places.push(
        JSON.stringify(
          await map.map.locator('g[data-person-id]').evaluateAll((all) => all.map((g) => g.getAttribute('transform'))),
        ),
      );
      if (time === 1) {
        await shot(page, `example-${people}`);
        await page.evaluate(() => sessionStorage.clear());
      }
    }
    expect(places[1]).toBe(places[0]);
  });
}

test('a map of the neighbouring tool is opened where everybody stood, and says what it could not carry over', async ({
  page,
}) => {
  const map = new MapPage(page);
  await openStart(page);
  await page.locator('input[type=file][data-open-file]').setInputFiles('tests/files/foreign/easynwk-bare.json');
  await map.settled();
  expect(await faultsOnScreen(page)).toMatchObject({ ...CLEAN, withoutName: [] });
  await shot(page, 'easynwk');
});
