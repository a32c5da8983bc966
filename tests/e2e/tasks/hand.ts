// Somebody with the app in the hand: what all thirty tasks are made of, in each of the four ways.
import type { Locator, Page } from '@playwright/test';
import { type Direction, nearestInDirection } from '../../../src/geometry/nearest.ts';
import { expect, touch } from '../../support/e2e.ts';
import { fingers, type Hands, keys, reach } from '../../support/hands.ts';
import { MapPage, type Spot } from '../../support/mapPage.ts';
import { button } from '../support/app.ts';
import { type MapFile, readMap } from './mapFile.ts';

/** Touch drags where a task can be dragged; taps never do; keys never touch; the list never looks at the map. */
export const WAYS = ['touch', 'taps', 'keys', 'list'] as const;
export type Way = (typeof WAYS)[number];

type Hooks = {
  readonly file: () => string;
  readonly stored: () => Promise<string | null>;
  readonly addPerson: (person: Readonly<Record<string, unknown>>) => void;
};
type Hooked = Window & { readonly nettverkskart: Hooks };
type Point = readonly [x: number, y: number];

const ARROWS = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' } as const satisfies Record<
  string,
  Direction
>;
/** A hand rests before it lifts, in milliseconds: else Chromium takes it for a fling, and swallows the next tap. */
const REST = 100;
/** As often as it could take to walk across any map. */
const FAR = 60;

export class Hand {
  readonly page: Page;
  readonly way: Way;
  readonly map: MapPage;
  private readonly hands: Hands;

  constructor(page: Page, way: Way) {
    this.page = page;
    this.way = way;
    this.map = new MapPage(page);
    this.hands = way === 'keys' ? keys(page) : fingers(page);
  }

  get usesKeys(): boolean {
    return this.way === 'keys';
  }

  press(target: Locator | string): Promise<void> {
    return this.hands.press(typeof target === 'string' ? button(this.page, target) : target);
  }

  tick(target: Locator): Promise<void> {
    return this.hands.tick(target);
  }

  /** A switch or a box, from what it is to the other. */
  async flip(target: Locator): Promise<void> {
    if (!this.usesKeys) return this.press(target);
    await reach(this.page, target);
    await this.page.keyboard.press('Space');
  }

  pick(list: Locator, words: string): Promise<void> {
    return this.hands.pick(list, words);
  }

  /** Instead of what stands there. */
  async write(field: Locator, text: string): Promise<void> {
    if (this.usesKeys) await reach(this.page, field);
    else await field.tap();
    await expect(field).toBeFocused();
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.insertText(text);
    // The field's own name may be another by now.
    await expect(this.page.locator(':focus')).toHaveValue(text);
  }

  /** What the key for "done" does on the keyboard of a screen too. */
  enter(): Promise<void> {
    return this.page.keyboard.press('Enter');
  }

  /** Letters and arrows that only a keyboard has, on the map. */
  async type(...strokes: string[]): Promise<void> {
    for (const stroke of strokes) await this.page.keyboard.press(stroke);
  }

  /** A line of the menu *Mer*. */
  async menu(...names: string[]): Promise<void> {
    await this.press('Mer');
    for (const name of names) {
      const item = this.page.getByRole('menu').getByText(name, { exact: true });
      if (this.usesKeys) {
        const line = this.page
          .getByRole('menu')
          .locator('[role^="menuitem"]')
          .filter({ has: this.page.getByText(name, { exact: true }) });
        const isHere = () => line.evaluate((element) => element === document.activeElement);
        for (let at = 0; at < FAR && !(await isHere()); at += 1) await this.page.keyboard.press('ArrowDown');
        await this.page.keyboard.press('Enter');
      } else await item.tap();
    }
    // Where several are set one after the other it stays open.
    if (!(await this.page.getByRole('menu').isVisible())) return;
    if (this.usesKeys) await this.page.keyboard.press('Escape');
    else await this.press('Mer');
  }

  /** By the arrow keys, as one who sees the map would go. */
  async walkTo(name: string): Promise<void> {
    await reach(this.page, this.map.map.locator('[tabindex="0"]'));
    for (let steps = 0; steps < FAR; steps += 1) {
      const { marks, here } = await this.marks();
      const goal = marks.find((mark) => mark.name === name);
      if (!goal) throw new Error(`${name} is not on the map`);
      if (here === goal.id) return;
      const from = marks.find(({ id }) => id === here);
      if (!from) throw new Error('nobody on the map has the keys');
      await this.page.keyboard.press(firstStep(marks, from, goal));
    }
    throw new Error(`the arrow keys never come to ${name}`);
  }

  private marks(): Promise<{ marks: Mark[]; here: string | null }> {
    return this.map.map.evaluate((svg) => {
      const active = document.activeElement;
      const idOf = (element: Element | null | undefined) =>
        element?.closest('[data-ego]')
          ? 'ego'
          : (element?.closest('[data-person-id]')?.getAttribute('data-person-id') ?? null);
      const people = Array.from(svg.querySelectorAll<SVGGElement>('g[data-person-id]'), (element) => {
        const matrix = element.transform.baseVal.consolidate()?.matrix;
        const { name = '' } = element.dataset;
        return { id: idOf(element) ?? '', name, at: { x: matrix?.e ?? 0, y: matrix?.f ?? 0 } };
      });
      return { marks: [...people, { id: 'ego', name: 'ego', at: { x: 0, y: 0 } }], here: idOf(active) };
    });
  }

  /** Chosen, and the sheet open. */
  async open(name: string): Promise<Locator> {
    const sheet = this.page.getByRole('complementary', { name: `Om ${name}` });
    if (this.usesKeys) {
      await this.walkTo(name);
      await this.enter();
    } else await this.map.tapPerson(name);
    await expect(sheet).toBeVisible();
    return sheet;
  }

  /** Everything there is to say about somebody: the open sheet, or what opens below the row. */
  async about(name: string): Promise<Locator> {
    if (this.way !== 'list') {
      const sheet = await this.open(name);
      await this.press(sheet.getByRole('button', { name: `Mer om ${name}`, exact: true }));
      return sheet;
    }
    await this.toList();
    const row = this.row(name);
    await this.press(row.getByRole('button', { name: `Mer om ${name}`, exact: true }));
    return row;
  }

  row(name: string): Locator {
    return this.page
      .locator('[data-row]')
      .filter({ has: this.page.getByRole('checkbox', { name: `Velg ${name}`, exact: true }) });
  }

  /** Away with what `about` or `open` has opened. */
  async close(name: string): Promise<void> {
    if (this.way === 'list') {
      const more = this.row(name).getByRole('button', { name: `Mer om ${name}`, exact: true });
      if ((await more.count()) > 0 && (await more.getAttribute('aria-expanded')) === 'true') await this.press(more);
      return;
    }
    await this.closeSheet();
  }

  async closeSheet(): Promise<void> {
    const sheet = this.page.locator('.map-screen .sheet');
    if (this.usesKeys) await this.page.keyboard.press('Escape');
    else await this.press(sheet.getByRole('button', { name: 'Lukk' }));
    await expect(sheet).toHaveCount(0);
  }

  async closeDialog(): Promise<void> {
    const dialog = this.page.locator('dialog[open]');
    if (this.usesKeys) await this.page.keyboard.press('Escape');
    else await this.press(dialog.getByRole('button', { name: 'Lukk' }));
    await expect(dialog).toHaveCount(0);
  }

  async toList(): Promise<void> {
    const list = this.page.locator('.list-view');
    if (!(await list.isVisible())) await this.press('Liste');
    await expect(list).toBeVisible();
  }

  /** One of the tools at the edge, taken up or put away. */
  tool(name: string): Promise<void> {
    return this.press(this.page.getByRole('toolbar', { name: 'Verktøy' }).getByRole('button', { name, exact: true }));
  }

  async drag(name: string, to: Point): Promise<void> {
    await this.map.settled();
    const finger = await touch(this.page);
    await finger.drag(await this.map.centreOf(name), to);
  }

  async dragOnto(from: Locator, to: Point): Promise<void> {
    const finger = await touch(this.page);
    await finger.drag(await middleOf(from), to);
  }

  /** A finger drawn from point to point. */
  async draw(points: readonly Point[]): Promise<void> {
    const finger = await touch(this.page);
    const [first, ...rest] = points;
    if (!first) return;
    await finger.down(first);
    for (const point of rest) await finger.move(point);
    await this.page.waitForTimeout(REST);
    await finger.up();
  }

  async tapAt(point: Point): Promise<void> {
    await this.page.touchscreen.tap(...point);
  }

  pointIn(spot: Spot): Promise<Point> {
    return this.map.pointIn(spot);
  }

  /** Beyond the last ring, in the direction of a sector. */
  async pointOutside(sector: string): Promise<Point> {
    const { cx, cy, ax, ay, radii, sectors } = await this.map.cells();
    const arc = sectors.find(({ id }) => id === `s-${sector}`);
    const box = await this.map.map.boundingBox();
    if (!arc || !box) throw new Error(`no sector ${sector}`);
    const angle = (arc.a0 + arc.a1) / 2;
    const radius = (radii.at(-1) ?? 0) + 45;
    return [box.x + cx + ax * radius * Math.cos(angle), box.y + cy + ay * radius * Math.sin(angle)];
  }

  chip(name: string): Locator {
    return this.page.locator('[data-tray]').getByRole('button', { name, exact: true });
  }

  /** A point of the line between two that a finger can have: as far from everybody as it goes. */
  async tapLine(a: string, b: string): Promise<void> {
    const id = (await this.now()).relationId(a, b);
    const point = await this.map.map.evaluate((svg, relation) => {
      const line = svg.querySelector<SVGPathElement>(`[data-tie-of="${relation}"] [data-line]`);
      const matrix = line?.getScreenCTM();
      if (!line || !matrix) return null;
      const others = Array.from(svg.querySelectorAll('[data-symbol], [data-label], [data-ego]'), (it) =>
        it.getBoundingClientRect(),
      );
      const awayFrom = ({ x, y }: DOMPoint) =>
        Math.min(
          ...others.map((box) =>
            Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom)),
          ),
        );
      const length = line.getTotalLength();
      const points = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8].map((part) =>
        DOMPoint.fromPoint(line.getPointAtLength(length * part)).matrixTransform(matrix),
      );
      const [best] = points.toSorted((one, other) => awayFrom(other) - awayFrom(one));
      return best ? ([best.x, best.y] as const) : null;
    }, id);
    if (!point) throw new Error(`no line between ${a} and ${b}`);
    await this.tapAt(point);
  }

  /** The map as it is in the app just now. */
  async now(): Promise<MapFile> {
    return readMap(await this.text());
  }

  text(): Promise<string> {
    return this.page.evaluate(() => (window as unknown as Hooked).nettverkskart.file());
  }

  stored(): Promise<string | null> {
    return this.page.evaluate(() => (window as unknown as Hooked).nettverkskart.stored());
  }

  async settled(): Promise<void> {
    if (await this.map.map.isVisible()) await this.map.settled();
  }

  /** One step back, by what this way has for it. */
  async undo(): Promise<void> {
    if (!this.usesKeys) {
      await this.press(button(this.page, /^Angre: /));
      return;
    }
    // In a text field the keys undo letters.
    const isWriting = () => this.page.evaluate(() => document.activeElement?.matches('input[type=text], textarea'));
    for (let at = 0; at < FAR && (await isWriting()); at += 1) await this.page.keyboard.press('Tab');
    await this.page.keyboard.press('Control+z');
  }

  async addPeople(people: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
    await this.page.evaluate((all) => {
      const { addPerson } = (window as unknown as Hooked).nettverkskart;
      for (const person of all) addPerson(person);
    }, people);
  }
}

type Mark = { readonly id: string; readonly name: string; readonly at: { readonly x: number; readonly y: number } };

/** The first key of the shortest way. */
function firstStep(marks: readonly Mark[], from: Mark, goal: Mark): string {
  let ways = (Object.keys(ARROWS) as (keyof typeof ARROWS)[]).flatMap((key) => {
    const at = nearestInDirection(marks, from.at, ARROWS[key]);
    return at ? [{ key, at }] : [];
  });
  const seen = new Set<string>();
  while (ways.length > 0) {
    const there = ways.find(({ at }) => at.id === goal.id);
    if (there) return there.key;
    ways = ways.flatMap(({ key, at }) => {
      if (seen.has(at.id)) return [];
      seen.add(at.id);
      return Object.values(ARROWS).flatMap((direction) => {
        const next = nearestInDirection(marks, at.at, direction);
        return next ? [{ key, at: next }] : [];
      });
    });
  }
  throw new Error(`no arrow keys lead to ${goal.name}`);
}

async function middleOf(element: Locator): Promise<Point> {
  const box = await element.boundingBox();
  if (!box) throw new Error(`${String(element)} is not to be seen`);
  return [box.x + box.width / 2, box.y + box.height / 2];
}
