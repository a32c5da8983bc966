// The map as a person with a tablet sees it: names and places; the driver finds the spots with the app's own geometry.
import type { Locator, Page } from '@playwright/test';
import { expect } from './e2e.ts';

type Cells = {
  cx: number;
  cy: number;
  ax: number;
  ay: number;
  radii: number[];
  sectors: { id: string; a0: number; a1: number }[];
};
export type Spot = {
  readonly sector: string;
  readonly ring: number;
  readonly along?: number;
  readonly across?: number;
};

export class MapPage {
  readonly page: Page;
  readonly map: Locator;

  constructor(page: Page) {
    this.page = page;
    this.map = page.locator('svg[data-map]');
  }

  async begin(kind: 'husk det her' | 'ikke lagre' = 'husk det her'): Promise<void> {
    await this.page.goto('?lang=nb');
    await this.page.getByRole('button', { name: new RegExp(`Nytt kart – ${kind}`) }).click();
    await this.settled();
  }

  async settled(): Promise<void> {
    await expect(this.map).toHaveAttribute('data-settled', 'true');
  }

  async cells(): Promise<Cells> {
    // A moment after the map is there it is drawn.
    await expect(this.map).toHaveAttribute('data-cells', /./);
    return JSON.parse((await this.map.getAttribute('data-cells')) ?? '') as Cells;
  }

  /** A point of the page in the middle of a cell, or at a fraction of its arc and depth. */
  async pointIn({ sector, ring, along = 0.5, across = 0.5 }: Spot): Promise<[number, number]> {
    const { cx, cy, ax, ay, radii, sectors } = await this.cells();
    const arc = sectors.find(({ id }) => id === `s-${sector}` || id === sector);
    const inner = radii[ring];
    const outer = radii[ring + 1];
    const box = await this.map.boundingBox();
    if (!arc || inner === undefined || outer === undefined || !box) throw new Error(`No cell ${sector} ${ring}`);
    const angle = arc.a0 + along * (arc.a1 - arc.a0);
    const radius = inner + across * (outer - inner);
    return [box.x + cx + ax * radius * Math.cos(angle), box.y + cy + ay * radius * Math.sin(angle)];
  }

  person(name: string): Locator {
    return this.map.locator(`g[data-person-id][data-name="${name}"]`);
  }

  /** What the keys and a screen reader find. */
  button(name: string): Locator {
    return this.person(name).locator('[data-button]');
  }

  async centreOf(name: string): Promise<[number, number]> {
    const box = await this.person(name).locator('[data-symbol]').boundingBox();
    if (!box) throw new Error(`${name} is not on the map`);
    return [box.x + box.width / 2, box.y + box.height / 2];
  }

  async tap(at: [number, number]): Promise<void> {
    const hasTouch = await this.page.evaluate(() => navigator.maxTouchPoints > 0);
    if (hasTouch) await this.page.touchscreen.tap(...at);
    else await this.page.mouse.click(...at);
  }

  async tapPerson(name: string): Promise<void> {
    await this.tap(await this.centreOf(name));
  }

  async addByTap(name: string, spot: Spot, relation = ''): Promise<void> {
    await this.tap(await this.pointIn(spot));
    const field = this.page.getByLabel('Fornavn eller kallenavn');
    await expect(field).toBeFocused();
    await field.fill(name);
    if (relation) await this.page.getByLabel(/Hvem er det for deg/).fill(relation);
    await field.press('Enter');
    await expect(this.person(name)).toBeVisible();
    await this.settled();
  }

  async expectAt(name: string, sector: string, ring: string): Promise<void> {
    await expect(this.person(name)).toHaveAttribute('data-sector', `s-${sector}`);
    await expect(this.person(name)).toHaveAttribute('data-ring', ring);
  }

  async tool(name: 'Person' | 'Strek' | 'Ring rundt' | 'Inviter'): Promise<void> {
    await this.page.getByRole('toolbar', { name: 'Verktøy' }).getByRole('button', { name, exact: true }).click();
  }

  async done(): Promise<void> {
    await this.page.getByRole('button', { name: 'Ferdig' }).click();
  }

  async saved(): Promise<void> {
    await expect(this.page.locator('[data-save-state]').first()).toHaveAttribute('data-save-state', 'saved');
  }

  names(): Promise<string[]> {
    return this.map
      .locator('g[data-person-id]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-name') ?? ''));
  }
}
