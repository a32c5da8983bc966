// What a finger reaches: 44 × 44 px round everybody at every zoom, the nearest first; people at the edge of the stage come
// inwards, and whoever is carried to the edge brings the map along.
import type { Page } from '@playwright/test';
import { mapFileOf } from '../bench/mapFile.ts';
import { makeNetwork } from '../bench/networks.ts';
import { expect, test, touch } from '../support/e2e.ts';
import { FULL } from '../support/depth.ts';
import { MapPage } from '../support/mapPage.ts';

test.skip(({ viewport }) => viewport?.width !== 1180, 'made for a lying tablet');
test.describe.configure({ timeout: 60_000 });

async function openMap(page: Page, people: number): Promise<MapPage> {
  await page.goto('?hooks&lang=nb');
  await page.waitForFunction(() => 'nettverkskart' in window);
  const text = mapFileOf(makeNetwork(people));
  await page.evaluate((file) => window.nettverkskart.open(new File([file], 'kart.nettverkskart.json')), text);
  const map = new MapPage(page);
  await map.settled();
  for (const notice of await page.locator('.notice-dismiss').all()) await notice.click();
  await map.settled();
  return map;
}

/** Zooms by the wheel over a point of the page, as far as asked for or as it goes. */
async function zoomTo(page: Page, zoom: number, [x, y]: readonly [number, number]): Promise<number> {
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, -Math.log(zoom) / 0.002);
  await page.mouse.move(1, 1);
  return page.evaluate(async () => {
    await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
    return document.querySelector<SVGGElement>('svg[data-map] > g')?.getCTM()?.a ?? NaN;
  });
}

/**
 * Presses a 44 × 44 px grid round everybody in sight and tells who was meant instead of the nearest, if anybody. A name
 * belongs to its person, though a disc beside it be nearer.
 */
const pressedWrongly = (page: Page): Promise<{ pressed: number; wrong: string[] }> =>
  page.evaluate(() => {
    const svg = document.querySelector('svg[data-map]');
    if (!svg) throw new Error('no map');
    const people = [...svg.querySelectorAll('g[data-person-id]')].map((person) => {
      const { x, y, width, height } = person.querySelector('[data-symbol]')?.getBoundingClientRect() ?? new DOMRect();
      const label = person.querySelector('[data-label]')?.getBoundingClientRect() ?? new DOMRect();
      return {
        id: person.getAttribute('data-person-id') ?? '',
        x: x + width / 2,
        y: y + height / 2,
        r: width / 2,
        label,
      };
    });
    const disc = svg.querySelector('g[data-ego] > circle')?.getBoundingClientRect() ?? new DOMRect();
    const ego = { x: disc.x + disc.width / 2, y: disc.y + disc.height / 2, r: disc.width / 2 };
    const press = (clientX: number, clientY: number): string => {
      for (const type of ['pointerdown', 'pointerup']) {
        const init = {
          pointerId: 77,
          pointerType: 'touch',
          isPrimary: true,
          clientX,
          clientY,
          bubbles: true,
          cancelable: true,
        };
        svg.dispatchEvent(new PointerEvent(type, init));
      }
      return document.activeElement?.closest('[data-person-id]')?.getAttribute('data-person-id') ?? 'nobody';
    };
    const wrong: string[] = [];
    let pressed = 0;
    for (const person of people) {
      for (const dx of [-21, -11, 0, 11, 21]) {
        for (const dy of [-21, -11, 0, 11, 21]) {
          const [x, y] = [person.x + dx, person.y + dy];
          // Under a bar or a tool nothing of the map is touched.
          if (!svg.contains(document.elementFromPoint(x, y))) continue;
          const away = (each: (typeof people)[number]) => Math.hypot(each.x - x, each.y - y);
          const isIn = (each: (typeof people)[number]) =>
            Math.max(Math.abs(each.x - x), Math.abs(each.y - y)) <= 22 || away(each) <= each.r;
          const [nearest] = people.filter(isIn).toSorted((one, other) => away(one) - away(other));
          const named = people.filter(
            ({ label: { left, right, top, bottom } }) => x > left - 2 && x < right + 2 && y > top - 2 && y < bottom + 2,
          );
          const may = new Set([
            nearest?.id,
            ...(nearest && away(nearest) <= nearest.r ? [] : named.map(({ id }) => id)),
          ]);
          // The centre's disc is the centre's, but for a disc upon it.
          const onEgo = Math.hypot(ego.x - x, ego.y - y) <= ego.r + 1;
          if (onEgo && !(nearest && away(nearest) <= nearest.r)) may.add('nobody');
          const hit = press(x, y);
          pressed += 1;
          if (!may.has(hit)) wrong.push(`${dx},${dy} of ${person.id}: ${hit} instead of ${[...may].join('/')}`);
        }
      }
    }
    return { pressed, wrong };
  });

for (const people of FULL ? [12, 40, 100] : [25]) {
  test(`${people} people: the nearest within 44 × 44 px, at every zoom`, async ({ page }) => {
    const map = await openMap(page, people);
    // A tap chooses; nothing opens or moves.
    await map.tool('Ring rundt');
    const middle = await map.pointIn({ sector: 'friends', ring: 0 });
    for (const zoom of [0.25, 0.5, 1, 2, 4]) {
      await page.getByRole('button', { name: 'Hele kartet' }).click();
      const reached = await zoomTo(page, zoom, middle);
      // As far out as the map goes is half.
      expect(reached).toBeCloseTo(Math.max(0.5, zoom), 1);
      const { pressed, wrong } = await pressedWrongly(page);
      expect(pressed, `zoom ${zoom}`).toBeGreaterThan(25);
      expect(wrong, `zoom ${zoom}`).toEqual([]);
    }
  });
}

test('the centre and the ends of the borders are as large as a finger, also far out', async ({ page }) => {
  const map = new MapPage(page);
  await map.begin('ikke lagre');
  await zoomTo(page, 0.5, [590, 430]);
  const ego = await page.locator('[data-ego]').boundingBox();
  if (!ego) throw new Error('no centre');
  await page.touchscreen.tap(ego.x + ego.width / 2 - 20, ego.y + ego.height / 2 + 20);
  await expect(page.getByRole('dialog').getByLabel('Fornavn eller kallenavn')).toBeVisible();
  await page.keyboard.press('Escape');
  const { cx, cy, radii, sectors } = await map.cells();
  const box = await map.map.boundingBox();
  const [first] = sectors;
  if (!box || !first) throw new Error('no map');
  const outer = radii.at(-1) ?? 0;
  const end = [box.x + cx + outer * Math.cos(first.a1) + 19, box.y + cy + outer * Math.sin(first.a1) + 19] as const;
  const hand = await touch(page);
  await hand.drag(end, [end[0] + 40, end[1] + 40]);
  await expect(page.getByRole('button', { name: /^Angre/ })).toBeEnabled();
});

/** A map that is zoomed in, so that there is more of it beyond every edge. */
async function zoomedIn(
  page: Page,
): Promise<{ map: MapPage; box: { x: number; y: number; width: number; height: number } }> {
  const map = await openMap(page, 12);
  await zoomTo(page, 2.2, [590, 430]);
  const box = await map.map.boundingBox();
  if (!box) throw new Error('no map');
  return { map, box };
}

/** Somebody who is in sight, and on whom no tool lies. */
async function inSight(map: MapPage, { width, height, x, y }: { x: number; y: number; width: number; height: number }) {
  for (const name of await map.names()) {
    const at = await map.centreOf(name);
    const isIn = at[0] > x + 160 && at[0] < x + width - 160 && at[1] > y + 120 && at[1] < y + height - 120;
    if (isIn) return { name, at };
  }
  throw new Error('nobody in sight');
}

for (const side of ['left', 'right', 'top', 'bottom'] as const) {
  test(`carried to the ${side} edge and held there, somebody brings the map along`, async ({ page }) => {
    const { map, box } = await zoomedIn(page);
    const { name, at } = await inSight(map, box);
    const before = await map.cells();
    const edges = {
      left: [box.x + 4, at[1]],
      right: [box.x + box.width - 4, at[1]],
      top: [at[0], box.y + 4],
      bottom: [at[0], box.y + box.height - 4],
    } as const;
    const edge = edges[side];
    const hand = await touch(page);
    await hand.down(at);
    for (const share of [0.3, 0.7, 1])
      await hand.move([at[0] + (edge[0] - at[0]) * share, at[1] + (edge[1] - at[1]) * share]);
    const moved = { left: ['cx', 1], right: ['cx', -1], top: ['cy', 1], bottom: ['cy', -1] } as const;
    const [axis, sign] = moved[side];
    // What the map says of its cells is said when it rests: here it is still in the hand.
    const offset = () =>
      page.evaluate(() => {
        const { e = 0, f = 0 } = document.querySelector<SVGGElement>('svg[data-map] > g')?.getCTM() ?? {};
        return { cx: e, cy: f };
      });
    await expect.poll(async () => sign * ((await offset())[axis] - before[axis])).toBeGreaterThan(60);
    // Still under the finger.
    const carried = await page.locator(`.map-over g[data-person-id][data-name="${name}"] [data-symbol]`).boundingBox();
    expect(
      Math.hypot(
        (carried?.x ?? 0) + (carried?.width ?? 0) / 2 - edge[0],
        (carried?.y ?? 0) + (carried?.height ?? 0) / 2 - edge[1],
      ),
    ).toBeLessThan(25);
    await hand.up();
    await expect(page.locator('.map-over g[data-person-id]')).toHaveCount(0);
    const after = await map.cells();
    await page.waitForTimeout(300);
    const rested = await offset();
    expect(rested.cx).toBeCloseTo(after.cx, 2);
    expect(rested.cy).toBeCloseTo(after.cy, 2);
  });
}

test('carried from the tray to the edge and held there, somebody brings the map along, and stands where they are let go', async ({
  page,
}) => {
  const { map, box } = await zoomedIn(page);
  await map.tool('Person');
  await page.getByLabel('Fornavn eller kallenavn').fill('Kim');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  const chip = await page.getByRole('button', { name: 'Kim', exact: true }).boundingBox();
  if (!chip) throw new Error('not in the tray');
  const before = await map.cells();
  const from = [chip.x + chip.width / 2, chip.y + chip.height / 2] as const;
  const edge = [box.x + box.width - 4, box.y + 380] as const;
  const hand = await touch(page);
  await hand.down(from);
  for (const point of [[box.x + 400, box.y + 400], [box.x + box.width - 120, box.y + 380], edge] as const)
    await hand.move(point);
  const cx = () =>
    page.evaluate(() => document.querySelector<SVGGElement>('svg[data-map] > g')?.getCTM()?.e ?? Number.NaN);
  // Looked at often, so that the map does not run on for long.
  await expect.poll(async () => before.cx - (await cx()), { intervals: [30] }).toBeGreaterThan(60);
  await hand.move([box.x + box.width - 150, box.y + 380]);
  await hand.up();
  await expect(map.person('Kim')).toBeVisible();
  await map.settled();
  const after = await map.cells();
  expect(after.cx).toBeLessThan(before.cx - 50);
  const [x, y] = await map.centreOf('Kim');
  expect(Math.hypot(x - (box.x + box.width - 150), y - (box.y + 380))).toBeLessThan(60);
});

test('a finger that only passes along the edge moves nothing', async ({ page }) => {
  const { map, box } = await zoomedIn(page);
  const { at } = await inSight(map, box);
  const before = await map.cells();
  const hand = await touch(page);
  await hand.down(at);
  await hand.move([at[0] - 60, at[1]]);
  await hand.move([box.x + 10, at[1]]);
  await hand.move([at[0] - 60, at[1]]);
  await hand.cancel();
  expect(await map.cells()).toMatchObject({ cx: before.cx, cy: before.cy });
});

test('somebody who stands at the edge of the stage is taken inwards, and the map stays', async ({ page }) => {
  const { map, box } = await zoomedIn(page);
  const { name, at } = await inSight(map, box);
  const hand = await touch(page);
  // Bring them to the right edge first, by the map.
  await hand.drag([590, 760], [590 + (box.x + box.width - 12 - at[0]), 760]);
  const near = await map.centreOf(name);
  const before = await map.cells();
  await hand.down(near);
  await page.waitForTimeout(50);
  await hand.move([near[0] - 14, near[1]]);
  await page.waitForTimeout(400);
  await hand.move([near[0] - 200, near[1]]);
  await hand.up();
  await map.settled();
  expect(await map.cells()).toMatchObject({ cx: before.cx, cy: before.cy });
  expect((await map.centreOf(name))[0]).toBeLessThan(near[0] - 150);
});
