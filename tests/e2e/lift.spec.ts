// What is drawn while somebody is in the air, and that nothing of it is left when they are down again.
import type { Page } from '@playwright/test';
import { mapFileOf } from '../bench/mapFile.ts';
import { makeNetwork } from '../bench/networks.ts';
import { expect, test, touch } from '../support/e2e.ts';
import { MapPage } from '../support/mapPage.ts';

test.skip(({ viewport }) => viewport?.width !== 1180, 'a finger knows no screens');

const PEOPLE = 25;
const network = makeNetwork(PEOPLE);
const tiesOf = (id: string) => network.ties.filter((tie) => tie.includes(id));
const [mostKnown = { id: '', name: '' }] = [...network.people].sort(
  (a, b) => tiesOf(b.id).length - tiesOf(a.id).length,
);

/** Every other tie is a strong one, with an arrowhead: two looks. */
function fileOfTwoLooks(): string {
  const file = JSON.parse(mapFileOf(network)) as {
    map: { drawings: { relations: Record<string, { kind: string; support: string }> }[] };
  };
  const relations = Object.values(file.map.drawings[0]?.relations ?? {});
  for (const [at, relation] of relations.entries()) {
    if (at % 2 === 0) Object.assign(relation, { kind: 'strong', support: 'given' });
  }
  return JSON.stringify(file);
}

async function open(page: Page): Promise<MapPage> {
  await page.goto('?hooks&lang=nb&view=map');
  await page.evaluate(async (text) => {
    const { nettverkskart } = window as unknown as { nettverkskart: { open(file: File): Promise<void> } };
    await nettverkskart.open(new File([text], 'kart.nettverkskart.json'));
  }, fileOfTwoLooks());
  const map = new MapPage(page);
  await map.settled();
  return map;
}

/** Every line as it is written in the page. */
const lines = (page: Page): Promise<string[]> =>
  page
    .locator('svg[data-map] [data-relation-id]')
    .evaluateAll((all) =>
      all.map((line) => `${line.getAttribute('data-relation-id')} ${line.getAttribute('d')}`).sort(),
    );

type Carried = {
  readonly strands: number;
  readonly reached: string[];
  readonly fromHand: number;
  readonly seenBelow: number;
};

/** Which of these people the lines in the air reach, and how many of the lines begin at whoever is carried. */
const carried = (page: Page, id: string, others: readonly string[]): Promise<Carried> =>
  page.evaluate(
    ([who, ends]) => {
      const middle = (element: Element | null): [number, number] => {
        const [, x = '', y = ''] =
          /translate\(([-\d.]+),([-\d.]+)\)/.exec(element?.getAttribute('transform') ?? '') ?? [];
        return [Number(x), Number(y)];
      };
      const strands = [...document.querySelectorAll('.map-over [data-tie-of] [data-line]')];
      const runs = strands.flatMap((strand) =>
        (strand.getAttribute('d') ?? '')
          .split('M')
          .filter((run) => run !== '')
          .map((run) => (run.match(/-?\d+(\.\d+)?/g) ?? []).map(Number)),
      );
      const near = ([x, y]: [number, number], [px = NaN, py = NaN]: number[]) => Math.hypot(px - x, py - y) < 40;
      const isAt = (run: number[], at: [number, number]) => near(at, run.slice(0, 2)) || near(at, run.slice(-2));
      const hand = middle(document.querySelector(`.map-over g[data-person-id="${who}"]`));
      const isReached = (other: string) =>
        runs.some((run) => isAt(run, middle(document.querySelector(`svg[data-map] g[data-person-id="${other}"]`))));
      return {
        strands: strands.length,
        reached: ends.filter(isReached),
        fromHand: runs.filter((run) => isAt(run, hand)).length,
        seenBelow: document.querySelectorAll(
          `svg[data-map] [data-tie-of]:not([visibility]):is(:has([data-from="${who}"]), :has([data-to="${who}"]))`,
        ).length,
      };
    },
    [id, others] as const,
  );

test('lines that look the same are one while somebody is carried, all reach their ends, and all are back afterwards', async ({
  page,
}) => {
  await open(page);
  const before = await lines(page);
  const ends = tiesOf(mostKnown.id).map(([a, b]) => (a === mostKnown.id ? b : a));
  expect(ends.length).toBeGreaterThan(4);
  const map = new MapPage(page);
  const hand = await touch(page);
  const from = await map.centreOf(mostKnown.name);
  await hand.down(from);
  for (const way of [0.4, 1]) await hand.move([from[0] + 60 * way, from[1] + 90 * way]);
  await expect
    .poll(() => carried(page, mostKnown.id, ends))
    .toEqual({ strands: 2, reached: ends, fromHand: ends.length, seenBelow: 0 });
  await page.keyboard.press('Escape');
  await expect(page.locator('.map-over [data-tie-of], .map-over g[data-person-id]')).toHaveCount(0);
  expect(await lines(page)).toEqual(before);
  await expect(page.locator('svg[data-map] [data-tie-of][visibility]')).toHaveCount(0);
  await hand.up();
});

test('lines that followed somebody moved with the keys run again as they did, once that is taken back', async ({
  page,
}) => {
  await open(page);
  const before = await lines(page);
  await page.locator(`g[data-person-id="${mostKnown.id}"] [data-button]`).focus();
  await page.keyboard.press('m');
  for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowDown');
  await expect.poll(() => lines(page)).not.toEqual(before);
  await page.keyboard.press('Escape');
  await expect.poll(() => lines(page)).toEqual(before);
});

test('nobody else hears the steps of a finger on the map; the tap that ends it gives the map the keys', async ({
  page,
}) => {
  const map = await open(page);
  await page.evaluate(() => {
    const heard: string[] = [];
    for (const type of ['pointermove', 'touchmove', 'pointerover', 'pointerdown', 'pointerup']) {
      document.addEventListener(type, () => heard.push(type), true);
    }
    Object.assign(window, { heard });
  });
  const heard = () => page.evaluate(() => [...new Set((window as unknown as { heard: string[] }).heard)]);
  const hand = await touch(page);
  const from = await map.centreOf(mostKnown.name);
  await hand.drag(from, [from[0] + 40, from[1] + 50]);
  // What closes menus and ends fields still hears where a finger comes down.
  expect(await heard()).toEqual(['pointerdown', 'pointerup']);
  await expect(page.locator('svg[data-map]')).toBeFocused();
  await map.settled();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('g[data-person-id] [data-button]:focus')).toHaveCount(1);
});

test('a picture that comes while somebody is carried does not take them from the finger', async ({ page }) => {
  const map = await open(page);
  const hand = await touch(page);
  const from = await map.centreOf(mostKnown.name);
  await hand.down(from);
  for (const way of [0.4, 1]) await hand.move([from[0] + 60 * way, from[1] + 90 * way]);
  await page.evaluate(() => {
    const { nettverkskart } = window as unknown as { nettverkskart: { addPerson(person: object): void } };
    nettverkskart.addPerson({ id: 'new', name: 'Nykommer', sector: 'friends', ring: 1, knows: [] });
  });
  await expect(page.locator('g[data-person-id="new"]')).toHaveCount(1);
  const to = await map.pointIn({ sector: 'professionals', ring: 1 });
  await hand.move(to);
  const carried = page.locator(`.map-over g[data-person-id="${mostKnown.id}"] [data-symbol]`);
  const away = async () => {
    const { x = 0, y = 0, width = 0, height = 0 } = (await carried.boundingBox()) ?? {};
    return Math.hypot(x + width / 2 - to[0], y + height / 2 - to[1]);
  };
  await expect(carried).toHaveCount(1);
  await expect.poll(away).toBeLessThan(2);
  await hand.up();
  await expect(carried).toHaveCount(0);
  await map.expectAt(mostKnown.name, 'professionals', '1');
});

test('the name of the cell under a finger stays in sight, also at the edge of a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const map = await open(page);
  const hand = await touch(page);
  await hand.down(await map.centreOf(mostKnown.name));
  for (const sector of ['family', 'work'] as const) {
    const to = await map.pointIn({ sector, ring: 2 });
    await hand.move([to[0] - 4, to[1]]);
    await hand.move(to);
    const name = page.locator('.map-over [data-target]');
    const words = { family: /^Familie/, work: /^Jobb/ }[sector];
    await expect(name).toHaveText(words);
    const { x = -1, width = 0 } = (await name.locator('rect').boundingBox()) ?? {};
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(390);
  }
  await page.keyboard.press('Escape');
  await hand.up();
});
