// Thirty tasks in four ways: each is done, saved within a second and undone to the very same map, and the focus is never lost.
import type { Page } from '@playwright/test';
import { FULL } from '../../support/depth.ts';
import { expect, test } from '../../support/e2e.ts';
import { Hand, type Way, WAYS } from './hand.ts';
import { readMap } from './mapFile.ts';
import { PEOPLE, type Task, TASKS } from './table.ts';

test.skip(({ viewport, hasTouch }) => viewport?.width !== 1180 || !hasTouch, 'on a lying tablet');

/** What is done must be stored after so long, in milliseconds. */
const SAVED_WITHIN = 1000;

async function openApp(page: Page, way: Way): Promise<Hand> {
  const hand = new Hand(page, way);
  await page.goto('?lang=nb&hooks');
  await expect(page.getByRole('button', { name: 'Nytt kart – husk det her' })).toBeVisible();
  return hand;
}

async function expectFocus(page: Page, when: string): Promise<void> {
  // It comes back within a frame or two.
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName), when).not.toBe('BODY');
}

/** The app says so in time, and whenever it says so it is true: the stored document is the one on the screen. */
async function expectSaved(hand: Hand): Promise<void> {
  const saved = () => hand.page.locator('[data-save-state]').first().getAttribute('data-save-state');
  const look = async () => {
    const before = await hand.text();
    const [state, stored, after] = [await saved(), await hand.stored(), await hand.text()];
    // The better picture of *Rydd*, drawn in a worker, may come while this looks: then it is looked at once more.
    return before === after ? { state, isStored: stored === after } : null;
  };
  await expect.poll(look, { timeout: SAVED_WITHIN }).toEqual({ state: 'saved', isStored: true });
}

async function undoAll(hand: Hand, { undone }: Task, before: string): Promise<void> {
  for (let step = 0; step < Number(undone) && (await hand.text()) !== before; step += 1) await hand.undo();
  await hand.settled();
  expect(await hand.text(), 'undone, it is the very same map').toBe(before);
  await expectFocus(hand.page, 'the focus after undo');
  await expectSaved(hand);
}

async function run(hand: Hand, task: Task): Promise<void> {
  const isFirst = task.number === 1;
  const before = isFirst ? '' : await hand.text();
  await task[hand.way](hand);
  // The better picture of *Rydd* comes a moment later, and is saved like the first.
  await hand.settled();
  await expectSaved(hand);
  await expectFocus(hand.page, 'the focus after the task');
  const now = await hand.text();
  task.check(readMap(now), readMap(isFirst ? now : before));
  if (typeof task.undone === 'number') await undoAll(hand, task, before);
}

async function withPeople(hand: Hand): Promise<void> {
  const [begin] = TASKS;
  await begin?.[hand.way](hand);
  await hand.addPeople(PEOPLE);
  await hand.settled();
}

/** Every day each task is done in one of the four ways. */
const ofToday = (way: Way, { number }: Task): boolean => (number + WAYS.indexOf(way)) % WAYS.length === 0;

for (const way of FULL ? [] : WAYS) {
  test(`thirty tasks, every fourth of them: ${way}`, async ({ page }) => {
    test.setTimeout(60_000);
    const hand = await openApp(page, way);
    await withPeople(hand);
    for (const task of TASKS.filter((each) => each.number > 1 && ofToday(way, each))) {
      await test.step(`${task.number} ${task.name}`, () => run(hand, task));
    }
  });
}

for (const way of FULL ? WAYS : []) {
  for (const task of TASKS) {
    test(`${task.number} ${task.name}: ${way}`, async ({ page }) => {
      test.setTimeout(60_000);
      const hand = await openApp(page, way);
      if (task.number > 1) await withPeople(hand);
      await run(hand, task);
      const done = await hand.text();
      await page.reload();
      await expect.poll(() => hand.text().catch(() => '')).toBe(done);
    });
  }
}
