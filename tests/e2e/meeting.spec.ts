// From the drawn map to a meeting that has been held and is followed up: by touch, by keyboard, and back again.
import type { Page } from '@playwright/test';
import { expect, expectNoAxe, shot, test } from '../support/e2e.ts';
import { MapPage } from '../support/mapPage.ts';

const EXAMPLE = {
  nb: 'Mange rundt, noen på video',
  nn: 'Mange rundt, nokre på video',
  en: 'Many around, some on video',
};

async function openExample(page: Page): Promise<MapPage> {
  const map = new MapPage(page);
  await page.goto('?lang=nb');
  await page.getByText('Se et eksempel').tap();
  await page.getByRole('button', { name: EXAMPLE.nb }).tap();
  await map.settled();
  return map;
}

const panel = (page: Page) => page.getByRole('complementary', { name: 'Slik blir møtet' });
const toMeeting = (page: Page) => page.getByRole('button', { name: 'Møte', exact: true }).tap();
const toPart = (page: Page, name: 'Hvem' | 'Møtet' | 'Etterpå') =>
  page
    .getByRole('group', { name: 'Hva vil du se på?' })
    .getByRole('button', { name, exact: true })
    .or(page.getByRole('button', { name: name === 'Etterpå' ? name : 'Før møtet', exact: true }))
    .first()
    .tap();
const undo = (page: Page) => page.getByRole('button', { name: /^Angre/ });
/** The map glides aside for the panel. */
const still = (map: MapPage) => expect.poll(() => map.map.evaluate((svg) => svg.getAnimations().length)).toBe(0);

test.skip(({ hasTouch }) => !hasTouch, 'a meeting is planned with a finger');

test('by touch alone, from the map to a meeting that is followed up', async ({ page }) => {
  test.setTimeout(180_000);
  const map = await openExample(page);

  await test.step('one more is invited on the map', async () => {
    await map.tool('Inviter');
    await map.tapPerson('Ingrid');
    await map.tapPerson('Ingrid');
    await expect(map.person('Ingrid').locator('[data-wish="yes"]')).toHaveCount(1);
  });

  await test.step('how the meeting will be, and how without Kristin; nothing is stored', async () => {
    const before = await undo(page).getAttribute('aria-label');
    await page.getByRole('button', { name: 'Slik blir møtet' }).tap();
    await expect(panel(page)).toContainText('Mona kjenner deg, men ikke de andre.');
    await still(map);
    await expect(map.person('Karim')).toHaveAttribute('opacity', '0.3');
    await expect(map.person('Yusuf')).not.toHaveAttribute('opacity', /./);
    await map.tapPerson('Cecilie');
    await map.tapPerson('Parisa');
    await expect(map.person('Cecilie')).toHaveAttribute('opacity', '0.3');
    await expect(panel(page)).toContainText('Hvis Parisa og Cecilie ikke kommer');
    await shot(page, 'meeting-lens');
    await panel(page)
      .getByRole('button', { name: /Cecilie/ })
      .tap();
    await expect(map.person('Cecilie')).not.toHaveAttribute('opacity', /./);
    await expectNoAxe(page);
    expect(await undo(page).getAttribute('aria-label')).toBe(before);
    await panel(page).getByRole('button', { name: 'Til møtet' }).tap();
  });

  await test.step('one by one', async () => {
    await page.getByRole('button', { name: 'Gå gjennom én og én' }).tap();
    await page.getByRole('button', { name: 'Neste' }).tap();
    await expect(page.getByRole('heading', { name: 'Vil du ha Hana med?' })).toBeVisible();
    await page.getByRole('button', { name: 'Vil tenke på det', exact: true }).tap();
    await expect(page.getByRole('heading', { name: 'Vil du ha Idris med?' })).toBeVisible();
    await shot(page, 'meeting-walk');
    await expectNoAxe(page);
    await page.getByRole('button', { name: 'Til listen' }).tap();
  });

  await test.step('two are asked as one, and they are coming', async () => {
    await page.getByRole('button', { name: /^Om Kristin/ }).tap();
    await page.getByLabel('Spørres sammen med').selectOption('Parisa');
    await page.getByRole('button', { name: 'Spør Kristin og Parisa sammen' }).tap();
    await expect(page.getByText('venninne · spørres sammen')).toBeVisible();
    await page.getByLabel('Svar fra Kristin og Parisa').selectOption('Kommer');
    await expectNoAxe(page);
  });

  await test.step('the plan', async () => {
    await toPart(page, 'Møtet');
    await page.getByLabel('Dato').fill('2026-12-03');
    await page.getByLabel('Møteleder', { exact: true }).fill('Kari');
    await page.getByRole('radio', { name: 'Kommunen' }).check();
    await page.getByRole('button', { name: 'Ta med en avtale om åpenhet' }).tap();
    await shot(page, 'meeting-plan');
    await expectNoAxe(page);
  });

  await test.step('afterwards: held, who came, who follows up', async () => {
    await toPart(page, 'Etterpå');
    await page.getByText('Møtet er holdt').tap();
    const came = page.getByRole('radiogroup', { name: 'Kom Kristin?' });
    await came.getByRole('radio', { name: 'Kom', exact: true }).tap();
    await expect(came.getByRole('radio', { name: 'Kom', exact: true })).toBeChecked();
    const field = page.getByLabel('Noe som kom opp');
    for (const matter of ['Ringe NAV', 'Hana og skolen']) {
      await field.fill(matter);
      await page.getByRole('button', { name: 'Legg til', exact: true }).tap();
    }
    await expect(field).toBeFocused();
    const nav = page.getByRole('listitem', { name: 'Om «Ringe NAV»' });
    await nav.getByLabel('Hvem følger opp?').selectOption('Heidi');
    await nav.getByText('Snakket om med alle til stede').tap();
    await nav.getByText('Gjort').tap();
    const school = page.getByRole('listitem', { name: 'Om «Hana og skolen»' });
    await school.getByLabel('Hvem følger opp?').selectOption('Kari');
    await expect(page.getByRole('list', { name: 'Hvem har hva?' })).toHaveText(/^\s*Kari: 1 sak\s*Kari\s*1\s*$/);
    await page.getByRole('textbox', { name: /^Til neste møte/ }).fill('Spør Karim da');
    await shot(page, 'meeting-after');
    await expectNoAxe(page);
  });

  await test.step('the next meeting begins with the same list, and nobody asked', async () => {
    await page.getByRole('button', { name: 'Planlegg neste møte' }).tap();
    await expect(page.getByText('Spør Karim da')).toBeVisible();
    await expect(page.getByLabel('Svar fra Kristin og Parisa')).toHaveValue('notAsked');
    await page.getByLabel('Hvilket møte?').selectOption('1. møte · 3. desember 2026');
    await expect(page.getByLabel('Svar fra Kristin og Parisa')).toHaveValue('coming');
    await expectNoAxe(page);
  });

  await test.step('every step can be taken back, to the example as it was', async () => {
    await expect(async () => {
      if ((await undo(page).getAttribute('aria-disabled')) !== 'true') {
        await undo(page).tap();
        expect(await undo(page).getAttribute('aria-disabled')).toBe('true');
      }
    }).toPass({ timeout: 30_000, intervals: [20] });
    await expect(page.getByLabel('Hvilket møte?')).toBeHidden();
    await toPart(page, 'Hvem');
    await expect(page.getByLabel('Svar fra Kristin', { exact: true })).toHaveValue('notAsked');
    await expect(page.getByLabel('Svar fra Ingrid')).toBeHidden();
  });
});

test('the map makes way for the panel on an upright tablet, and comes back', async ({ page }) => {
  await page.setViewportSize({ width: 820, height: 1180 });
  const map = await openExample(page);
  const before = await map.map.locator('[data-ego]').boundingBox();
  await map.tool('Inviter');
  await page.getByRole('button', { name: 'Slik blir møtet' }).tap();
  await map.settled();
  const top = (await panel(page).boundingBox())?.y ?? 0;
  for (const name of ['Mona', 'Parisa', 'Ragnhild']) {
    await expect.poll(async () => (await map.centreOf(name))[1]).toBeLessThan(top - 10);
  }
  await shot(page, 'meeting-lens-upright');
  await panel(page).getByRole('button', { name: 'Ferdig' }).tap();
  await expect.poll(() => map.map.locator('[data-ego]').boundingBox()).toEqual(before);
  await expect(undo(page)).toHaveAttribute('aria-disabled', 'true');
});

test('by keyboard alone', async ({ page }) => {
  test.setTimeout(60_000);
  const map = await openExample(page);
  const press = async (name: string | RegExp, key = 'Enter') => {
    await page.getByRole('button', { name, exact: typeof name === 'string' }).focus();
    await page.keyboard.press(key);
  };
  await press('Mer');
  await page
    .getByRole('menuitem', { name: 'Slik blir møtet' })
    .or(page.getByRole('menuitemcheckbox', { name: 'Slik blir møtet' }))
    .focus();
  await page.keyboard.press('Enter');
  await expect(panel(page)).toBeFocused();
  const first = map.person('Yusuf');
  await map.map.locator('g[tabindex="0"]').focus();
  await page.keyboard.press('Space');
  await expect(first).toHaveAttribute('opacity', '0.3');
  await expect(page.getByText('Uten Yusuf.')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(first).not.toHaveAttribute('opacity', /./);
  // Only a look: nobody is moved, tied or taken off meanwhile.
  await page.keyboard.press('m');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeHidden();
  await expect(undo(page)).toHaveAttribute('aria-disabled', 'true');

  await press('Møte');
  await press('Gå gjennom én og én');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Ja, ønsker å invitere' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Vil du ha Hana med?' })).toBeFocused();
  await press('Til listen');
  await expect(page.getByLabel('Yusuf: Vil tenke på det')).toBeVisible();
  await press('Etterpå');
  await page.getByLabel('Noe som kom opp').focus();
  await page.keyboard.type('Ringe NAV');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Skolen');
  await page.keyboard.press('Enter');
  const done = page.getByRole('listitem', { name: 'Om «Ringe NAV»' }).getByLabel('Gjort');
  await done.focus();
  await page.keyboard.press('Space');
  await expect(done).toBeChecked();
  await expect(done).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(done).not.toBeChecked();
});

test('a remembered map keeps its meeting over a reload', async ({ page }) => {
  const map = new MapPage(page);
  await map.begin();
  await page.getByRole('button', { name: 'Liste', exact: true }).tap();
  const field = page.getByLabel('Ny person: Familie og slekt');
  await field.fill('Mamma');
  await field.press('Enter');
  await toMeeting(page);
  await page.getByRole('button', { name: 'Inviter Mamma' }).tap();
  await toPart(page, 'Etterpå');
  await page.getByText('Møtet er holdt').tap();
  await page.getByLabel('Noe som kom opp').fill('Ringe NAV');
  await page.getByLabel('Noe som kom opp').press('Enter');
  await map.saved();
  await page.reload();
  await toMeeting(page);
  // A meeting that has been held is opened where one left it: afterwards.
  await expect(page.getByRole('switch', { name: 'Møtet er holdt' })).toBeChecked();
  await expect(page.getByRole('listitem', { name: 'Om «Ringe NAV»' })).toBeVisible();
});

for (const [language, words] of Object.entries({
  nn: ['Møte', 'Slik blir møtet', 'Mona kjenner deg, men ikkje dei andre.', 'Til møtet', 'Etterpå', 'Møtet er halde'],
  en: [
    'Meeting',
    'How the meeting will be',
    'Knows you, but not the others: Mona.',
    'To the meeting',
    'Afterwards',
    'The meeting has been held',
  ],
})) {
  const [meeting = '', lens = '', alone = '', back = '', after = '', held = ''] = words;
  test(`says it in ${language}`, async ({ page }) => {
    await page.goto(`?lang=${language}`);
    await page
      .getByText(language === 'en' ? /example/i : /døme|eksempel/i)
      .first()
      .tap();
    await page.getByRole('button', { name: EXAMPLE[language as 'nn' | 'en'] }).tap();
    await page.getByRole('button', { name: meeting, exact: true }).tap();
    await page.getByRole('button', { name: lens }).tap();
    await expect(page.getByText(alone, { exact: true })).toBeVisible();
    await page.getByRole('button', { name: back }).tap();
    await page.getByRole('button', { name: after, exact: true }).tap();
    await expect(page.getByText(held)).toBeVisible();
  });
}
