// The app as a person with a tablet sees it, in any engine: names, words and places, never the app's own functions.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from '@playwright/test';
import { countFaults, type Faults } from '../support/overlaps.ts';
import type { SavedFile, Tab } from './engine.ts';
import * as page from './inPage.ts';

export type Spot = { readonly sector: string; readonly ring: number; readonly along?: number };
export type Standing = { readonly name: string; readonly sector: string; readonly ring: string };

const SETTLED_LIMIT_MS = 30_000;
const PREPARED_LIMIT_MS = 20_000;

export class MapTab {
  readonly tab: Tab;
  readonly #home: string;

  constructor(tab: Tab, home: string) {
    this.tab = tab;
    this.#home = home;
  }

  async begin(): Promise<void> {
    await this.tab.open(`${this.#home}/?lang=nb`);
    await this.press(/^Nytt kart – husk det her/);
    await this.settled();
  }

  /** Opens a map as a file, in a window where only the map is. */
  async openFile(text: string): Promise<void> {
    const folder = mkdtempSync(path.join(tmpdir(), 'nettverkskart-file-'));
    const file = path.join(folder, 'kart.nettverkskart.json');
    writeFileSync(file, text);
    try {
      await this.tab.open(`${this.#home}/?lang=nb`);
      await this.#until('the start page', page.isThere, 'input[data-open-file]');
      await this.tab.give('input[data-open-file]', file);
      await this.settled();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  /** A page that takes one map after the other. */
  async openForMany(): Promise<void> {
    await this.tab.open(`${this.#home}/?lang=nb&hooks`);
    await this.#until('the start page', page.isThere, 'input[data-open-file]');
  }

  /** Opens a map in a page that takes many, in the place of the one before. */
  async take(text: string): Promise<void> {
    await this.tab.look(page.openText, text);
    await this.settled();
  }

  settled(): Promise<void> {
    return this.#until('the map at rest', page.isThere, 'svg[data-map][data-settled="true"]', SETTLED_LIMIT_MS);
  }

  saved(): Promise<void> {
    return this.#until('saved', page.isThere, '[data-save-state="saved"]');
  }

  async prepared(): Promise<void> {
    await this.#until('a file that is ready', page.isThere, '[data-prepared="ready"]', PREPARED_LIMIT_MS);
  }

  async #until(what: string, isSo: (selector: string) => boolean, selector: string, timeout?: number): Promise<void> {
    await expect
      .poll(() => this.tab.look(isSo, selector), { message: what, ...(timeout !== undefined && { timeout }) })
      .toBe(true);
  }

  /** Taps what has these words on it: a button, a box to tick, a field. */
  async press(words: RegExp | string, selector: string = page.PRESSABLE): Promise<void> {
    const [source, flags] = typeof words === 'string' ? [`^${escaped(words)}$`, ''] : [words.source, words.flags];
    let spot: page.Point = [-1, -1];
    const look = async () => {
      const found = await this.tab.look(page.pointOf, selector, source, flags);
      if (typeof found === 'string') return found;
      // What still moves is not where it was when the finger comes down.
      const isStill = found[0] === spot[0] && found[1] === spot[1];
      spot = found;
      return isStill ? 'at rest' : 'moving';
    };
    const message = `something to tap: ${String(words)}`;
    await expect.poll(look, { message, intervals: [50, 100] }).toBe('at rest');
    await this.tab.tap(...spot);
  }

  field(label: RegExp | string): Promise<void> {
    return this.press(label, 'input, textarea, select');
  }

  async addByTap(name: string, spot: Spot, relation: string): Promise<void> {
    await this.tapCell(spot);
    await this.focusIn('Fornavn eller kallenavn');
    await this.tab.type(name);
    if (relation) {
      await this.field(/^Hvem er det for deg/);
      await this.tab.type(relation);
    }
    await this.tab.press('Enter');
    await this.onMap(name);
    await this.settled();
  }

  focusIn(label: string): Promise<void> {
    return expect.poll(() => this.tab.look(page.focusedField), { message: 'the focus' }).toContain(label);
  }

  async tapCell({ sector, ring, along = 0.5 }: Spot): Promise<void> {
    const [x, y] = await this.tab.look(page.pointInCell, `s-${sector}`, ring, along);
    await this.tab.tap(x, y);
  }

  async tapPerson(name: string): Promise<void> {
    const [x, y] = await this.tab.look(page.pointOfPerson, name);
    await this.tab.tap(x, y);
  }

  async onMap(name: string): Promise<void> {
    await expect.poll(() => this.names(), { message: `${name} on the map` }).toContain(name);
  }

  async expectAt(name: string, sector: string, ring: string): Promise<void> {
    const here = async () => (await this.standing()).find((person) => person.name === name);
    await expect.poll(here, { message: `where ${name} stands` }).toEqual({ name, sector: `s-${sector}`, ring });
  }

  standing(): Promise<Standing[]> {
    return this.tab.look(page.standing);
  }

  async names(): Promise<string[]> {
    return (await this.standing()).map(({ name }) => name).toSorted();
  }

  count(selector: string): Promise<number> {
    return this.tab.look(page.count, `svg[data-map] ${selector}`);
  }

  faults(): Promise<Faults> {
    return this.tab.look(countFaults);
  }

  tool(name: 'Person' | 'Strek' | 'Inviter'): Promise<void> {
    return this.press(name, '[role="toolbar"] button');
  }

  async openOut(): Promise<void> {
    await this.press(/^Skriv ut/);
    await this.#until('the dialog', page.isThere, 'dialog.out-dialog[open]');
  }

  /** One of the buttons of the dialog. */
  choose(words: string): Promise<void> {
    return this.press(words, 'dialog[open] button');
  }

  async select(label: string, option: string): Promise<void> {
    await this.tab.look(page.selectOption, label, option);
  }

  save(): Promise<SavedFile> {
    return this.tab.download(() => this.press(/^Lagre/, 'dialog[open] button'));
  }
}

const escaped = (words: string) => words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
