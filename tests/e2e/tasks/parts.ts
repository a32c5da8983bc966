// What several of the thirty tasks are made of: each is a way to do something, given a hand.
import type { Locator } from '@playwright/test';
import { expect } from '../../support/e2e.ts';
import type { Hand } from './hand.ts';

export type Doing = (hand: Hand) => Promise<void>;

export const FAMILY = ['Mamma', 'Pappa', 'Ane', 'Tante'] as const;

/** Something said about somebody, in the sheet or below the row. */
export const about =
  (name: string, say: (hand: Hand, form: Locator) => Promise<void>, nameAfter = name): Doing =>
  async (hand) => {
    await say(hand, await hand.about(name));
    await hand.close(nameAfter);
  };

/** Dragged there by a finger. */
export const dragged =
  (name: string, to: (hand: Hand) => Promise<readonly [number, number]>): Doing =>
  async (hand) => {
    await hand.drag(name, await to(hand));
  };

/** Tapped, then *Flytt*, then where to. */
export const movedByTaps =
  (name: string, to: (hand: Hand) => Promise<readonly [number, number]>): Doing =>
  async (hand) => {
    const sheet = await hand.open(name);
    await hand.press(sheet.getByRole('button', { name: 'Flytt …' }));
    await expect(sheet).toHaveCount(0);
    await hand.tapAt(await to(hand));
    await hand.closeSheet();
  };

/** `M`, arrows with Shift, Enter. */
export const movedByKeys =
  (name: string, ...arrows: string[]): Doing =>
  async (hand) => {
    await hand.walkTo(name);
    await hand.type('m', ...arrows, 'Enter');
  };

/** A button of the sheet, and the sheet away. */
export const inSheet =
  (name: string, button: string): Doing =>
  async (hand) => {
    const sheet = await hand.open(name);
    await hand.press(sheet.getByRole('button', { name: button, exact: true }));
    await hand.closeSheet();
  };

/** The place in words: field or ring of the form about somebody. */
export const placeInWords = (name: string, field: 'Felt' | 'Hvor nær?', words: string): Doing =>
  about(name, (hand, form) => hand.pick(form.getByLabel(field, { exact: true }), words));

/** Whom somebody knows, in the form about them. */
async function linesOf(hand: Hand, form: Locator): Promise<Locator> {
  // In the list it is folded.
  const panel = form.locator('.knows-panel > button');
  if ((await panel.count()) > 0) await hand.press(panel);
  return form.getByRole('group', { name: /^Hvem kjenner / });
}

export const lineTo = (name: string, other: string, say: (hand: Hand, line: Locator) => Promise<void>): Doing =>
  about(name, async (hand, form) => {
    const lines = await linesOf(hand, form);
    await say(hand, lines.locator('li').filter({ has: hand.page.getByRole('checkbox', { name: other, exact: true }) }));
  });

/** How the line to somebody is, one of two lists, in the form about somebody. */
export const lookOfLine = (name: string, other: string, field: string, words: string): Doing =>
  lineTo(name, other, async (hand, line) => {
    await hand.press(line.locator('.line-kind'));
    await hand.pick(line.getByLabel(field, { exact: true }), words);
  });

/** A button of the sheet about the line that a finger has tapped. */
export const onLine =
  (name: string, other: string, button: string): Doing =>
  async (hand) => {
    await hand.tapLine(name, other);
    const sheet = hand.page.getByRole('complementary');
    await hand.press(sheet.getByRole('button', { name: button }));
    if ((await sheet.count()) > 0) await hand.closeSheet();
  };

/** A finger drawn round the whole of the family. */
export const lassoed: Doing = async (hand) => {
  await hand.tool('Ring rundt');
  const out = [0.1, 0.3, 0.5, 0.7, 0.9].map((along) => ({ sector: 'family', ring: 2, along, across: 0.97 }));
  const back = [0.97, 0.5, 0.03].map((along) => ({ sector: 'family', ring: 0, along, across: 0.02 }));
  await hand.draw(await Promise.all([...out, ...back].map((spot) => hand.pointIn(spot))));
};

/** One after the other: tapped, by Shift+Enter, or ticked in the list. */
export const choose =
  (names: readonly string[]): Doing =>
  async (hand) => {
    if (hand.way === 'list') {
      await hand.toList();
      for (const name of names) await hand.tick(hand.row(name).getByRole('checkbox', { name: `Velg ${name}` }));
      return;
    }
    if (!hand.usesKeys) await hand.tool('Ring rundt');
    for (const name of names) {
      if (hand.usesKeys) {
        await hand.walkTo(name);
        await hand.type('Shift+Enter');
      } else await hand.map.tapPerson(name);
    }
  };

/** Something done with those who are chosen, and nobody chosen any more. */
export const withChosen =
  (chosen: Doing, act: Doing): Doing =>
  async (hand) => {
    await chosen(hand);
    await expect(hand.page.getByText('4 er valgt').first()).toBeVisible();
    await act(hand);
    if (hand.way === 'list') {
      await hand.press('Velg ingen');
      return;
    }
    if ((await hand.page.locator('.map-screen .sheet').count()) > 0) await hand.closeSheet();
    if (!hand.usesKeys) await hand.press('Ferdig');
  };

export const connect: Doing = (hand) => hand.press('Alle disse kjenner hverandre');

export const outline: Doing = async (hand) => {
  if (hand.way === 'list') await hand.press('Ring rundt med navn');
  await hand.write(hand.page.getByLabel('Navn på gruppen (kan stå tomt)'), 'Kjernen');
  await hand.press('Tegn ring rundt');
};

/** In the dialog about fields and rings. */
export const inFields =
  (act: (hand: Hand, dialog: Locator) => Promise<void>): Doing =>
  async (hand) => {
    if (hand.way === 'list') await hand.toList();
    await hand.menu('Felt og ringer …');
    await act(hand, hand.page.getByRole('dialog', { name: 'Felt og ringer' }));
    await hand.closeDialog();
  };
