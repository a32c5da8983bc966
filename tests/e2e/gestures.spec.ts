// Hands as they are: two fingers, palms, pens, what the system takes away, Escape – at random, each from a seed. Whatever
// they do, nothing stays in the air, nothing is half done, the page is never zoomed, and afterwards somebody can still be
// picked up. GESTURE_SEEDS=17,404 tries these alone.
import type { CDPSession, Page } from '@playwright/test';
import { mapFileOf } from '../bench/mapFile.ts';
import { makeNetwork } from '../bench/networks.ts';
import { FULL } from '../support/depth.ts';
import { expect, test } from '../support/e2e.ts';
import { dice, perform, planOf, type Plan, type Script, scriptOf, type Stage } from '../support/gestureScript.ts';
import { MapPage } from '../support/mapPage.ts';

const PEOPLE = 12;
const BATCH = FULL ? 50 : 10;
const ALL = FULL ? 500 : 20;
/** Seeds that once found something, for the short form. */
const FOUND = FULL ? [] : [27, 265];
const SEEDS = process.env['GESTURE_SEEDS']?.split(',').map(Number) ?? [...Array(ALL).keys(), ...FOUND];
const BATCHES = Array.from({ length: Math.ceil(SEEDS.length / BATCH) }, (_, at) =>
  SEEDS.slice(at * BATCH, at * BATCH + BATCH),
);

test.skip(({ viewport }) => viewport?.width !== 1180, 'once is enough: a hand knows no screens');
test.describe.configure({ timeout: 240_000 });
// A trace of so many steps costs more than the steps.
test.use({ trace: 'off', actionTimeout: 8_000 });

type Hooks = { readonly open: (file: File) => Promise<void>; readonly file: () => string };
declare global {
  interface Window {
    readonly nettverkskart: Hooks;
    /** Pointers that have been down, and what they were down on. */
    pressed: Map<number, Element>;
  }
}

/** A map with people, and a page that remembers what was pressed. */
async function openMap(page: Page): Promise<MapPage> {
  await page.addInitScript(() => {
    window.pressed = new Map();
    addEventListener(
      'pointerdown',
      ({ pointerId, target }) => {
        const on = target instanceof Element ? (target.closest('svg[data-map], button') ?? target) : null;
        if (on) window.pressed.set(pointerId, on);
      },
      true,
    );
  });
  await page.goto('?hooks&lang=nb');
  await page.waitForFunction(() => 'nettverkskart' in window);
  const text = mapFileOf(makeNetwork(PEOPLE));
  await page.evaluate((file) => window.nettverkskart.open(new File([file], 'kart.nettverkskart.json')), text);
  const map = new MapPage(page);
  await map.settled();
  for (const notice of await page.locator('.notice-dismiss').all()) await notice.click();
  // Its script is fetched at the first tap: later it would come after the hand has gone on.
  await page.locator('[data-ego]').click();
  await page.locator('dialog[open]').waitFor();
  await page.keyboard.press('Escape');
  await map.settled();
  return map;
}

const WORDS = { tie: 'Strek', ring: 'Ring rundt', invite: 'Inviter' } as const;

const view = (page: Page) => page.locator('[data-viewport]').first().getAttribute('transform');

/** Until nobody glides any more: an undo that has just been pressed has perhaps not begun to be seen. */
const stillness = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const where = () =>
      Array.from(document.querySelectorAll('[data-viewport], g[data-person-id]'), (each) =>
        each.getAttribute('transform'),
      ).join(document.querySelector('svg[data-map]')?.getAttribute('data-settled') === 'true' ? '|' : '…');
    let before = where();
    for (let frames = 0, still = 0; still < 4 && frames < 600; frames++) {
      await new Promise((next) => requestAnimationFrame(next));
      const now = where();
      still = now === before && !now.includes('…') ? still + 1 : 0;
      before = now;
    }
  });

/** The tool in the hand, and how near one looks. */
async function prepare(map: MapPage, { mode, zoom }: Plan): Promise<void> {
  const { page } = map;
  await page.getByRole('button', { name: 'Hele kartet' }).click();
  if (mode !== 'person') await map.tool(WORDS[mode]);
  await stillness(page);
  if (zoom === 1) return;
  const box = await map.map.boundingBox();
  if (!box) throw new Error('no map');
  await page.mouse.move(box.x + box.width / 2 + 40, box.y + box.height / 2 - 30);
  const before = await view(page);
  await page.mouse.wheel(0, -Math.log(zoom) / 0.002);
  // The driver does not wait until the page has felt the wheel.
  await expect.poll(() => view(page)).not.toBe(before);
  await page.mouse.move(1, 1);
  await stillness(page);
}

type Cell = { readonly sector: string; readonly ring: string };

type Cells = Awaited<ReturnType<MapPage['cells']>>;

/** The cell at a point of the map's svg, by what the map says of itself. */
function cellAt({ cx, cy, ax, ay, radii, sectors }: Cells, x: number, y: number): Cell | null {
  const [dx, dy] = [(x - cx) / ax, (y - cy) / ay];
  const away = Math.hypot(dx, dy);
  const ring = radii.findIndex((radius) => away < radius) - 1;
  const turn = (angle: number) => ((angle % (2 * Math.PI)) + 2 * Math.PI) % (2 * Math.PI);
  const sector = sectors.find(({ a0, a1 }) => turn(Math.atan2(dy, dx) - a0) < a1 - a0);
  if (!sector || ring === -1) return null;
  return { sector: sector.id, ring: ring < -1 ? 'outside' : String(ring) };
}

/** The same, where all around it is the same cell: a hand is not that sure. */
function sureCellAt(cells: Cells, x: number, y: number): Cell | null {
  const cell = cellAt(cells, x, y);
  const around = [-8, 8].flatMap((away) => [cellAt(cells, x + away, y), cellAt(cells, x, y + away)]);
  return around.every((each) => each?.sector === cell?.sector && each?.ring === cell?.ring) ? cell : null;
}

/** What there is for a hand, and what must be known of it afterwards: who stands at which point, which cells those are. */
type Around = { readonly stage: Stage; readonly names: readonly string[]; readonly cells: readonly Cell[] };

async function lookAround(map: MapPage): Promise<Around> {
  const seen = await map.page.evaluate(() => {
    const svg = document.querySelector('svg[data-map]');
    const { left, top, right, bottom } = svg?.getBoundingClientRect() ?? new DOMRect();
    const isFree = (x: number, y: number) => svg?.contains(document.elementFromPoint(x, y)) === true;
    const middle = (element: Element): [number, number] => {
      const box = element.getBoundingClientRect();
      return [box.x + box.width / 2, box.y + box.height / 2];
    };
    const people = [...document.querySelectorAll('svg[data-map] g[data-person-id]')].flatMap((person) => {
      const symbol = person.querySelector('[data-symbol]');
      const at = symbol ? middle(symbol) : null;
      return at && isFree(...at) ? [{ at, name: person.getAttribute('data-name') ?? '' }] : [];
    });
    const paper: [number, number][] = [];
    for (let x = left + 9; x < right; x += 37) {
      for (let y = top + 9; y < bottom; y += 37) if (isFree(x, y)) paper.push([x, y]);
    }
    const ego = document.querySelector('[data-ego]');
    const centre = ego ? middle(ego) : null;
    return { box: { left, top, right, bottom }, people, paper, ego: centre && isFree(...centre) ? [centre] : [] };
  });
  const { left, top, right, bottom } = seen.box;
  const inner = seen.paper.filter(([x, y]) => Math.min(x - left, right - x, y - top, bottom - y) > 60);
  const all = await map.cells();
  const sure = inner.flatMap((point) => {
    const cell = sureCellAt(all, point[0] - left, point[1] - top);
    return cell ? [{ point, cell }] : [];
  });
  const { cx, cy, ax, ay, radii, sectors } = all;
  const outer = radii.at(-1) ?? 0;
  const rim = sectors
    .map(({ a1 }): [number, number] => [left + cx + ax * outer * Math.cos(a1), top + cy + ay * outer * Math.sin(a1)])
    .filter(([x, y]) => x > left && x < right && y > top && y < bottom);
  return {
    stage: {
      box: seen.box,
      people: seen.people.map(({ at }) => at),
      paper: seen.paper,
      cells: sure.map(({ point }) => point),
      rim,
      ego: seen.ego,
    },
    names: seen.people.map(({ name }) => name),
    cells: sure.map(({ cell }) => cell),
  };
}

const file = (page: Page): Promise<string> => page.evaluate(() => window.nettverkskart.file());

/** What hangs in the air, is held, or is larger than it was. */
const leftovers = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    // Whoever was set down is drawn where they stand in the third frame: the edit, the picture and its drawing have one each.
    for (let frame = 0; frame < 3; frame++) {
      await new Promise((shown) => requestAnimationFrame(() => setTimeout(shown)));
    }
    const found: string[] = [];
    const hanging = '.map-over g[data-person-id], .map-over [data-target], .map-over path[data-stroke], .tray-ghost';
    for (const each of document.querySelectorAll(hanging)) found.push(`in the air: ${each.outerHTML.slice(0, 80)}`);
    if (document.querySelector('.map-over [data-layer=target] path, .map-over [data-tie-of]'))
      found.push('a lit cell, or a lifted line');
    const unseen = document.querySelectorAll(
      'svg[data-map] [data-layer=people] > [opacity="0"], svg[data-map] g[data-tie-of][visibility]',
    );
    if (unseen.length > 0) found.push(`${unseen.length} are not seen`);
    for (const [id, on] of window.pressed) if (on.hasPointerCapture(id)) found.push(`pointer ${id} is held`);
    window.pressed.clear();
    const scale = visualViewport?.scale ?? 1;
    if (scale !== 1) found.push(`the page is zoomed: ${scale}`);
    if (scrollX !== 0 || scrollY !== 0) found.push(`the page has moved: ${scrollX} ${scrollY}`);
    return found;
  });

/** Sheets, menus, fields and tools away; a dialog may come a moment after its tap, when its script is there. */
async function putAway(page: Page): Promise<void> {
  const isOpen = () =>
    page.evaluate(() => {
      const open = document.querySelector('dialog[open], [role=menu], .sheet, .add-here');
      const tool = document.querySelector('.toolbar button:not(:first-child)[aria-pressed=true]');
      return open !== null || tool !== null;
    });
  for (let tries = 0, quiet = 0; tries < 20 && quiet < 2; tries++) {
    if (await isOpen()) {
      quiet = 0;
      await page.keyboard.press('Escape');
    } else {
      quiet += 1;
      await page.waitForTimeout(60);
    }
  }
}

async function undoTo(page: Page, before: string, most: number): Promise<string | null> {
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  let now = await file(page);
  for (let steps = 0; steps < most && now !== before; steps++) {
    await page.keyboard.press('Control+z');
    now = await file(page);
  }
  return now === before ? null : `after ${most} times undo the map is not as before`;
}

const isMoved = async (map: MapPage, name: string, { sector, ring }: Cell): Promise<boolean> => {
  const person = map.person(name).and(map.page.locator(`[data-sector="${sector}"][data-ring="${ring}"]`));
  return person
    .waitFor({ state: 'attached', timeout: 2000 })
    .then(() => true)
    .catch(() => false);
};

const whereIs = (map: MapPage, name: string): Promise<string> =>
  map.person(name).evaluate(({ dataset }) => `${dataset['sector']} ${dataset['ring']}`);

/** Somebody can be picked up and put elsewhere, with one finger. */
async function canStillDrag(
  map: MapPage,
  session: CDPSession,
  { stage, names, cells }: Around,
  seed: number,
): Promise<string | null> {
  await map.page.getByRole('button', { name: 'Hele kartet' }).click();
  await stillness(map.page);
  const { roll } = dice(seed + 9001);
  const [person, target] = [roll(names.length), roll(cells.length)];
  const [from, to, name, cell] = [stage.people[person], stage.cells[target], names[person], cells[target]];
  if (!from || !to || name === undefined || !cell) return 'nobody to drag';
  const at = (share: number) => ({
    do: 'fingers' as const,
    at: { 0: [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share] as const },
  });
  const acts = [at(0), at(0.3), at(0.7), at(1), { do: 'fingers' as const, at: {} }];
  await perform(session, acts, { escape: async () => {}, loseCapture: async () => {} });
  if (await isMoved(map, name, cell)) return null;
  return `${name} can no longer be dragged to ${cell.sector} ${cell.ring}: ${await whereIs(map, name)}`;
}

/** @param whole the map in one's hands at first, to which it comes back each time */
async function tryOut(
  map: MapPage,
  session: CDPSession,
  plan: Plan,
  whole: Around,
): Promise<{ script: Script; faults: string[] }> {
  const { page } = map;
  await prepare(map, plan);
  const { stage, names, cells } = await lookAround(map);
  const script = scriptOf(plan, stage);
  const before = await file(page);
  const tool = await page.locator('.toolbar [aria-pressed=true]').allInnerTexts();
  await perform(session, script.acts, {
    escape: () => page.keyboard.press('Escape'),
    loseCapture: () =>
      page.evaluate(() => {
        for (const [id, on] of window.pressed) if (on.hasPointerCapture(id)) on.releasePointerCapture(id);
      }),
  });
  const faults = await leftovers(page);
  if (script.moved) {
    const { person, to } = script.moved;
    const cell = cells[stage.cells.indexOf(to)];
    if (cell && !(await isMoved(map, names[person] ?? '', cell)))
      faults.push(
        `${names[person]} is not in ${cell.sector} ${cell.ring} but ${await whereIs(map, names[person] ?? '')}`,
      );
  }
  if (script.edits === 0) {
    if ((await file(page)) !== before) faults.push('the map has changed');
    const after = await page.locator('.toolbar [aria-pressed=true]').allInnerTexts();
    if (after.join() !== tool.join() && script.mayDropTool !== true)
      faults.push(`the tool has changed: ${tool.join()} → ${after.join()}`);
  }
  await putAway(page);
  const half = await undoTo(page, before, script.edits);
  if (half) faults.push(half);
  // For a while after a pen a finger is taken for the palm.
  if (script.acts.some(({ do: what }) => what === 'pen')) await page.waitForTimeout(600);
  const stuck = await canStillDrag(map, session, whole, plan.seed);
  if (stuck) faults.push(stuck);
  await undoTo(page, before, 1);
  return { script, faults };
}

for (const [number, seeds] of BATCHES.entries()) {
  test(`hands at random, seeds ${seeds[0]}–${seeds.at(-1)}`, async ({ page, watch }) => {
    // With and without people gliding to where they are put.
    await page.emulateMedia({ reducedMotion: number % 2 === 0 ? 'reduce' : 'no-preference' });
    let map = await openMap(page);
    const whole = await lookAround(map);
    const session = await page.context().newCDPSession(page);
    const found: string[] = [];
    for (const seed of seeds) {
      const heard = watch.problems.length;
      const { script, faults } = await tryOut(map, session, planOf(seed), whole);
      const all = [...faults, ...watch.problems.slice(heard)];
      if (all.length === 0) continue;
      found.push(`seed ${seed}, ${script.name}, ${script.mode}, zoom ${script.zoom}: ${all.join('; ')}`);
      map = await openMap(page);
    }
    expect(found).toEqual([]);
  });
}
