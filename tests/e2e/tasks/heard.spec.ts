// Whoever does not see the map hears what has happened: once, and within a second.
import type { Page } from '@playwright/test';
import { expect, test } from '../../support/e2e.ts';
import { Hand } from './hand.ts';
import { PEOPLE } from './table.ts';

test.skip(({ viewport, hasTouch }) => viewport?.width !== 1180 || !hasTouch, 'on a lying tablet');

const HEARD_WITHIN = 1000;
/** A second message would come in the same frames; nobody waits longer than this for it, in milliseconds. */
const AND_NO_MORE = 200;

type Heard = Window & { heard: string[] };

/** From now on what the live regions say is written down, each sentence as often as it is said. */
const listen = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    const live = '[role=status], [role=alert], [aria-live], output';
    new MutationObserver((changes) => {
      // What one change of the page writes in several steps is one sentence to a screen reader.
      const regions = new Set<Element>();
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const region = element?.closest(live);
        if (region) regions.add(region);
      }
      const dialog = [...document.querySelectorAll('dialog[open]')].at(-1);
      for (const region of regions) {
        // Behind a dialog nothing is heard.
        if (dialog && !dialog.contains(region)) continue;
        const text = region.textContent.trim();
        if (text !== '') heard.push(text);
      }
    }).observe(document.body, { childList: true, characterData: true, subtree: true });
  });

async function expectHeard(page: Page, words: RegExp): Promise<void> {
  const heard = () => page.evaluate(() => (window as unknown as Heard).heard);
  await expect.poll(heard, { timeout: HEARD_WITHIN, intervals: [20] }).not.toEqual([]);
  await page.waitForTimeout(AND_NO_MORE);
  const said = await heard();
  expect(said, String(words)).toHaveLength(1);
  expect(said[0]).toMatch(words);
}

type Event = readonly [what: string, act: (hand: Hand) => Promise<void>, words: RegExp];

const press = (name: string) => (hand: Hand) => hand.press(name);
const keysOn =
  (name: string, ...strokes: string[]) =>
  async (hand: Hand) => {
    await hand.walkTo(name);
    await forget(hand.page);
    await hand.type(...strokes);
  };
const strokes =
  (...all: string[]) =>
  (hand: Hand) =>
    hand.type(...all);

const EVENTS: readonly Event[] = [
  ['invited', keysOn('Mamma', 'Space'), /^Mamma: /],
  ['thought about', strokes('Space'), /^Mamma: /],
  ['chosen', keysOn('Jon', 'Shift+Enter'), /^1 valgt$/],
  ['two chosen', keysOn('Line', 'Shift+Enter'), /^2 valgt$/],
  ['all know each other', press('Alle disse kjenner hverandre'), /Jon.*Line/],
  ['nearer', press('Nærmere'), /^2 er flyttet$/],
  ['none chosen, and to the tray', keysOn('Siri', 'Escape', 'Delete'), /^Siri er ikke plassert lenger$/],
  ['undone', strokes('Control+z'), /^Angret: |Siri|^Angre/],
  ['done again', strokes('Control+Shift+z'), /./],
  ['a move begun', keysOn('Thor', 'm'), /^Flytter Thor/],
  ['over another cell', strokes('Shift+ArrowRight'), /^Naboer og nærmiljø, /],
  ['not moved after all', strokes('Escape'), /^Thor står der de sto$/],
  ['moved by keys', keysOn('Ane', 'm'), /^Flytter Ane/],
  ['set down', strokes('Enter'), /^Ane står nå i /],
  [
    'a line',
    async (hand) => {
      await hand.walkTo('Thor');
      await hand.type('t');
      await hand.walkTo('Dr. Berg');
      await forget(hand.page);
      await hand.type('Enter');
    },
    /^Strek mellom Thor og Dr. Berg$/,
  ],
  [
    'the line away',
    async (hand) => {
      await hand.walkTo('Thor');
      await hand.type('Enter');
      await hand.walkTo('Dr. Berg');
      await forget(hand.page);
      await hand.type('Enter', 'Escape');
    },
    /^Streken mellom Thor og Dr. Berg er tatt bort$/,
  ],
  [
    'a name for the tray',
    async (hand) => {
      await hand.walkTo('Mamma');
      await hand.type('n');
      await hand.page.keyboard.insertText('Ali');
      await forget(hand.page);
      await hand.enter();
    },
    /^Ali er lagt til, ikke plassert ennå$/,
  ],
  [
    'the tray’s field closed, and the fields open',
    async (hand) => {
      await hand.type('Escape');
      await hand.menu('Felt og ringer …');
      await forget(hand.page);
      await hand.press(hand.page.getByRole('button', { name: 'Legg til en ring ytterst' }));
    },
    /ring/,
  ],
  ['a field more', (hand) => hand.press(hand.page.getByRole('button', { name: 'Legg til felt' })), /felt/],
  ['professionals hidden', (hand) => hand.flip(hand.page.getByRole('switch', { name: 'Fagfolk' })), /./],
  [
    'a question',
    async (hand) => {
      await hand.closeDialog();
      await hand.menu('Forslag til spørsmål');
      await forget(hand.page);
      await hand.press('Hopp over');
    },
    /\?$/,
  ],
];

const forget = (page: Page): Promise<void> =>
  page.evaluate(() => {
    (window as unknown as Heard).heard.length = 0;
  });

test('twenty things that happen are heard once each, within a second', async ({ page }) => {
  test.setTimeout(120_000);
  const hand = new Hand(page, 'keys');
  await page.goto('?lang=nb&hooks');
  await hand.press('Nytt kart – ikke lagre');
  await hand.addPeople(PEOPLE);
  await hand.settled();
  await listen(page);
  for (const [what, act, words] of EVENTS) {
    await test.step(what, async () => {
      await hand.settled();
      await forget(page);
      await act(hand);
      await expectHeard(page, words);
    });
  }
});
