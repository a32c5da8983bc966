// Two ways to use the app, and nothing else of it: fingers alone, or keys alone.
import type { Locator, Page } from '@playwright/test';
import { expect } from './e2e.ts';

export interface Hands {
  /** A button. */
  press(target: Locator): Promise<void>;
  /** A checkbox, a switch or one of several radios. */
  tick(target: Locator): Promise<void>;
  write(field: Locator, text: string): Promise<void>;
  writeDate(field: Locator, isoDate: string): Promise<void>;
  /** One of a list that drops down, by its words. */
  pick(list: Locator, words: string): Promise<void>;
}

export const fingers = (page: Page): Hands => ({
  press: (target) => target.tap(),
  async tick(target) {
    // The box itself may be drawn by its label: there the finger lands.
    await target.evaluate((element) => element.scrollIntoView({ block: 'center' }));
    await target.tap({ force: true });
    await expect(target).toBeChecked();
  },
  async write(field, text) {
    await field.tap();
    // The keys of the screen keyboard put in text; they are no keys of ours.
    await page.keyboard.insertText(text);
    await expect(field).toHaveValue(text);
  },
  // The platform's own wheels of days and words lie outside the page.
  writeDate: (field, isoDate) => field.fill(isoDate),
  async pick(list, words) {
    await list.selectOption(words);
  },
});

export const keys = (page: Page): Hands => ({
  async press(target) {
    await reach(page, target);
    await page.keyboard.press('Enter');
  },
  async tick(target) {
    await reach(page, target);
    const isHere = () => target.evaluate((element) => element === document.activeElement);
    // Tab comes to a group of radios, arrows go round in it.
    for (let at = 0; at < 20 && !(await isHere()); at++) await page.keyboard.press('ArrowDown');
    if (!(await target.isChecked())) await page.keyboard.press('Space');
    await expect(target).toBeChecked();
  },
  async write(field, text) {
    await reach(page, field);
    await page.keyboard.insertText(text);
    await expect(field).toHaveValue(text);
  },
  async writeDate(field, isoDate) {
    const [year = '', month = '', day = ''] = isoDate.split('-');
    // Which comes first, the day or the month, is the browser's to say.
    for (const digits of [`${day}${month}${year}`, `${month}${day}${year}`]) {
      await reach(page, field);
      // To its first part, wherever Tab has come in.
      for (let part = 0; part < 3; part++) await page.keyboard.press('ArrowLeft');
      await page.keyboard.type(digits);
      if ((await field.inputValue()) === isoDate) return;
    }
    await expect(field).toHaveValue(isoDate);
  },
  async pick(list, words) {
    await reach(page, list);
    await page.keyboard.press('Home');
    const isPicked = async () => (await list.locator('option:checked').innerText()).trim() === words;
    for (let at = 0; at < 60 && !(await isPicked()); at++) await page.keyboard.press('ArrowDown');
    expect(await isPicked(), words).toBe(true);
  },
});

/** Tab by Tab, until it is there; fails where Tab never comes. Towards it, to save time. */
export async function reach(page: Page, target: Locator): Promise<void> {
  await target.waitFor({ state: 'attached' });
  for (let presses = 0; presses < 300; presses++) {
    const where = await target.evaluate((element) => {
      const active = document.activeElement;
      const isGroup =
        element instanceof HTMLInputElement &&
        active instanceof HTMLInputElement &&
        element.type === 'radio' &&
        active.type === 'radio' &&
        element.name === active.name;
      if (active === element || isGroup) return 'here';
      const isBehind = active !== null && active.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING;
      return isBehind ? 'behind' : 'ahead';
    });
    if (where === 'here') return;
    await page.keyboard.press(where === 'ahead' ? 'Tab' : 'Shift+Tab');
  }
  throw new Error(`Tab never comes to ${String(target)}`);
}
