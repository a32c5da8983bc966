// Every screen of the app by name, and the way to it.
import type { Page } from '@playwright/test';
import { expect, test } from '../../support/e2e.ts';
import { MapPage } from '../../support/mapPage.ts';
import { addFriend, button, openStart, startMap } from './app.ts';

export async function openExample(page: Page): Promise<MapPage> {
  const map = new MapPage(page);
  await openStart(page);
  await button(page, 'Se et eksempel').click();
  await button(page, 'Mange rundt, noen på video').click();
  await map.settled();
  return map;
}

export const dialog = (page: Page) => page.locator('dialog[open]');

async function more(page: Page, name: RegExp): Promise<void> {
  await button(page, 'Mer').click();
  await page.getByRole('menuitem', { name }).click();
  await expect(dialog(page)).toBeVisible();
}

async function prompts(page: Page): Promise<void> {
  await button(page, 'Mer').click();
  await page.getByRole('menuitemcheckbox', { name: 'Forslag til spørsmål' }).click();
  await expect(page.getByRole('region', { name: 'Forslag til spørsmål' })).toBeVisible();
}

async function out(page: Page, kind: string): Promise<void> {
  await page.getByRole('button', { name: 'Skriv ut og ta med' }).click();
  await dialog(page).getByRole('button', { name: kind, exact: true }).click();
}

async function part(page: Page, name: RegExp): Promise<void> {
  await button(page, 'Møte').click();
  await page.getByRole('button', { name }).filter({ visible: true }).first().click();
}

async function sheetOf(page: Page, map: MapPage, name: string): Promise<void> {
  await map.button(name).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: `Om ${name}` })).toBeVisible();
}

/** From the start screen. */
export const STARTS: Record<string, (page: Page) => Promise<void>> = {
  start: openStart,
  'start, with maps and examples': async (page) => {
    await openStart(page);
    await startMap(page, 'husk det her');
    await addFriend(page, 'Kari');
    await button(page, 'Til forsiden').click();
    await button(page, /^Vis tittelen/).click();
    await button(page, /^Slett:/).click();
    await button(page, 'Se et eksempel').click();
  },
  'start, before everything is deleted': async (page) => {
    await openStart(page);
    await button(page, 'Slett alt på dette nettbrettet …').click();
  },
  'everything deleted': async (page) => {
    await openStart(page);
    await startMap(page, 'husk det her');
    await button(page, 'Til forsiden').click();
    await button(page, 'Slett alt på dette nettbrettet …').click();
    await button(page, 'Slett alt').click();
    await expect(page.getByRole('heading', { name: 'Alt er slettet herfra' })).toBeVisible();
  },
  'a map that nobody has used for long': async (page) => {
    await openStart(page);
    await startMap(page, 'husk det her');
    await button(page, 'Til forsiden').click();
    const later = Date.now() + 100 * 86_400_000;
    await page.clock.setFixedTime(later);
    await page.goto('./');
    await expect(page.getByText(/er ikke åpnet på over 90 dager/)).toBeVisible();
  },
  'the storage does not answer': async (page) => {
    await openStart(page);
    await startMap(page, 'husk det her');
    await addFriend(page, 'Kari');
    await page.addInitScript(() => {
      Object.assign(IDBFactory.prototype, {
        open: () => {
          throw new DOMException('', 'UnknownError');
        },
      });
    });
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Lagringen på nettbrettet svarer ikke' })).toBeVisible();
  },
  'an empty map': async (page) => {
    await openStart(page);
    await startMap(page, 'ikke lagre');
    await new MapPage(page).settled();
  },
  'an empty list': async (page) => {
    await openStart(page);
    await startMap(page, 'ikke lagre');
    await button(page, 'Liste').click();
  },
  'an empty meeting': async (page) => {
    await openStart(page);
    await startMap(page, 'ikke lagre');
    await button(page, 'Møte').click();
  },
};

/** From the open example. */
export const SCREENS: Record<string, (page: Page, map: MapPage) => Promise<void>> = {
  map: async () => {},
  'only the map': async (page) => {
    await button(page, 'Mer').click();
    await page.getByRole('menuitemcheckbox', { name: 'Bare kartet' }).click();
  },
  'a person’s sheet': (page, map) => sheetOf(page, map, 'Hana'),
  'a person’s sheet, open': async (page, map) => {
    await sheetOf(page, map, 'Hana');
    await page.getByRole('button', { name: 'Mer om Hana' }).click();
  },
  'somebody to be removed everywhere': async (page, map) => {
    await sheetOf(page, map, 'Hana');
    await page.getByRole('button', { name: 'Mer om Hana' }).click();
    await page.getByRole('button', { name: 'Fjern overalt …' }).click();
    await expect(dialog(page)).toBeVisible();
  },
  'taking the map home': (page) => {
    // Sealing takes a tablet's processor a second or two, and a busy machine's longer.
    test.setTimeout(90_000);
    return more(page, /Ta med kartet hjem/);
  },
  'taking the map home: the passphrase': async (page) => {
    test.setTimeout(90_000);
    await more(page, /Ta med kartet hjem/);
    await dialog(page).getByRole('button', { name: 'Lagre', exact: true }).click({ timeout: 60_000 });
    await dialog(page).getByRole('button', { name: 'Jeg har filen' }).click();
    await expect(page.locator('.passphrase-words')).toBeVisible();
  },
  'a new person': async (page, map) => {
    // As somebody would who needs the room: with large letters the notice takes half of a phone.
    await page.locator('.notice-dismiss').first().click();
    await map.settled();
    // On the lowest of screens one scrolls down to the map.
    await map.map.evaluate((svg) => svg.scrollIntoView({ block: 'end' }));
    await map.tap(await map.pointIn({ sector: 'family', ring: 2, along: 0.9, across: 0.7 }));
    await expect(page.getByLabel('Fornavn eller kallenavn')).toBeVisible();
  },
  'names into the tray': async (page, map) => {
    await map.tool('Person');
    await page.getByLabel('Fornavn eller kallenavn').fill('Kim');
    await page.keyboard.press('Enter');
  },
  'drawing lines': (_, map) => map.tool('Strek'),
  inviting: (_, map) => map.tool('Inviter'),
  'several chosen': async (page, map) => {
    await map.button('Hana').focus();
    await page.keyboard.press('Shift+Enter');
    await map.button('Leila').focus();
    await page.keyboard.press('Shift+Enter');
    await expect(page.getByRole('heading', { name: '2 er valgt' })).toBeVisible();
  },
  'the questions': prompts,
  'how the meeting will be': async (page) => {
    await button(page, 'Mer').click();
    await page.getByRole('menuitemcheckbox', { name: 'Slik blir møtet' }).click();
  },
  'the menu': (page) => button(page, 'Mer').click(),
  list: (page) => button(page, 'Liste').click(),
  'list, with somebody open': async (page) => {
    await button(page, 'Liste').click();
    await page.locator('.list-view [aria-expanded=false]').filter({ visible: true }).nth(1).click();
  },
  'meeting: whom': (page) => button(page, 'Møte').click(),
  'meeting: one after the other': async (page) => {
    await button(page, 'Møte').click();
    await button(page, 'Gå gjennom én og én').click();
  },
  'meeting: afterwards': (page) => part(page, /^Etterpå$/),
  invitations: async (page) => {
    await button(page, 'Møte').click();
    await button(page, 'Invitasjoner').click();
    await expect(dialog(page)).toBeVisible();
  },
  'out: print': (page) => out(page, 'Skriv ut'),
  'out: picture': (page) => out(page, 'Bilde'),
  'out: list': (page) => out(page, 'Liste'),
  'out: file': (page) => out(page, 'Fil'),
  'fields and rings': (page) => more(page, /Felt og ringer/),
  settings: (page) => more(page, /Innstillinger/),
  keys: (page) => more(page, /Tastatur/),
  help: (page) => more(page, /Hjelp/),
};
