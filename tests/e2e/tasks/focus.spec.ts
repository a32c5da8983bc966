// Whatever is pressed, deleted, closed or undone: the focus is always somewhere.
import type { Page } from '@playwright/test';
import { FULL } from '../../support/depth.ts';
import { expect, test } from '../../support/e2e.ts';
import { Hand } from './hand.ts';
import { PEOPLE } from './table.ts';

test.skip(({ viewport, hasTouch }) => viewport?.width !== 1180 || !hasTouch, 'on a lying tablet');

const RUNS = FULL ? 500 : 40;
/** Commands in a run. */
const STEPS = 6;
/** Runs on one page, until it is begun anew. */
const ON_ONE_PAGE = 20;

/** Tab is none: behind the last button it goes to the browser's own. */
const STROKES =
  'Escape Escape Delete Delete Control+z Control+z Control+Shift+z Enter Space Shift+Enter n t m + 0 ArrowUp ArrowDown ArrowLeft ArrowRight'.split(
    ' ',
  );
/** What leaves the map, opens a window of the system, or hands the tablet to somebody else. */
const LEAVES =
  /forsiden|Lukk kartet|Åpne|Skjul|Dekk|Skriv ut|Last ned|Lagre|Lås|Del|Språk|Slett|passord|Bokmål|Nynorsk|English|Kopier/i;

/** The same numbers for the same seed, from 0 to 1. */
function dice(seed: number): () => number {
  let state = (seed + 1) * 2_654_435_761;
  return () => {
    state = Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e3779b9;
    return ((state >>> 0) % 1_000_003) / 1_000_003;
  };
}

/** Puts the focus on a button, a box or a switch that can be seen and answers its name; '' when there is none. */
const takeSomething = (page: Page, roll: number): Promise<string> =>
  page.evaluate(
    ([at, leaves]) => {
      const root = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document;
      const nameOf = (element: Element) => element.getAttribute('aria-label') ?? element.textContent.trim();
      const there = [
        ...root.querySelectorAll<HTMLElement>('button, [role=button], input[type=checkbox], input[type=radio]'),
      ].filter((each) => each.checkVisibility() && !new RegExp(leaves, 'i').test(nameOf(each)));
      const one = there[Math.floor(at * there.length)];
      one?.focus();
      return one ? nameOf(one) : '';
    },
    [roll, LEAVES.source] as const,
  );

async function command(page: Page, roll: () => number): Promise<string> {
  if (roll() < 0.4) {
    const stroke = STROKES[Math.floor(roll() * STROKES.length)] ?? 'Escape';
    await page.keyboard.press(stroke);
    return stroke;
  }
  const name = await takeSomething(page, roll());
  if (name !== '') await page.keyboard.press(roll() < 0.5 ? 'Enter' : 'Space');
  return `[${name}]`;
}

/** A dialog that is still being loaded has a moment. */
const WAIT_MS = 2000;

const isLost = (page: Page): Promise<boolean> =>
  page.evaluate(async (wait) => {
    const end = performance.now() + wait;
    while (performance.now() < end) {
      if (document.activeElement !== null && document.activeElement !== document.body) return false;
      await new Promise((next) => requestAnimationFrame(next));
    }
    return true;
  }, WAIT_MS);

async function begin(page: Page): Promise<void> {
  await page.goto('?lang=nb&hooks');
  // A map that one of the commands has kept is open again.
  const away = page.getByRole('button', { name: 'Til forsiden' });
  const anew = page.getByRole('button', { name: 'Nytt kart – ikke lagre' });
  await expect(away.or(anew)).toBeVisible();
  if (await away.isVisible()) await away.tap();
  await anew.tap();
  const hand = new Hand(page, 'keys');
  await hand.addPeople(PEOPLE);
  await hand.settled();
  await hand.walkTo('Mamma');
}

for (let first = 0; first < RUNS; first += ON_ONE_PAGE) {
  test(`the focus is never lost: runs ${first}–${first + ON_ONE_PAGE - 1}`, async ({ page }) => {
    test.setTimeout(180_000);
    await begin(page);
    const lost: string[] = [];
    for (let seed = first; seed < first + ON_ONE_PAGE; seed += 1) {
      const roll = dice(seed);
      const done: string[] = [];
      for (let step = 0; step < STEPS; step += 1) {
        done.push(await command(page, roll));
        if (!(await isLost(page))) continue;
        lost.push(`seed ${seed}: ${done.join(' → ')}`);
        await begin(page);
        break;
      }
    }
    expect(lost).toEqual([]);
  });
}
