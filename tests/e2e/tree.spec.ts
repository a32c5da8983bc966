// The map as it is heard: a hundred maps made by chance; everybody and every line is in the accessibility tree with a role
// and all that the file says of them, and there is nothing else. The oracle reads the file.
import type { CDPSession, Page } from '@playwright/test';
import * as fc from 'fast-check';
import { writeMapFile } from '../../src/document/writeMapFile.ts';
import type { Meeting, PersonId } from '../../src/model/types.ts';
import { arbitraryMap } from '../support/arbitraryMap.ts';
import { meetingOf } from '../support/arbitraryMeeting.ts';
import { FULL } from '../support/depth.ts';
import { expect, test } from '../support/e2e.ts';
import { CATALOGUES, expectedMeeting, expectedTree, heard, namesInWords, type Words } from '../support/treeOracle.ts';

test.skip(({ viewport }) => viewport?.width !== 1180, 'once is enough: what is heard knows no screens');
test.describe.configure({ timeout: FULL ? 600_000 : 120_000 });
// A trace of so many maps costs more than the maps.
test.use({ trace: 'off' });

const SEED = Number(process.env['TREE_SEED'] ?? 20_261_122);
const MAPS = FULL ? 100 : 10;
const PARTS = [
  ['nb', 0, 0.6],
  ['nn', 0.6, 0.8],
  ['en', 0.8, 1],
] as const;

/** What of the map can be shown or not, each turned round once. */
const LAYERS = [
  'command.toggleRings',
  'command.toggleRelations',
  'command.toggleQualities',
  'command.toggleProfessionals',
] as const;

/** The meeting that comes next has guests: among so few people, chance alone invites hardly anybody. */
const mapWithMeeting = arbitraryMap().chain((map) => {
  const people = Object.keys(map.people) as PersonId[];
  const drawings = map.drawings.map(({ id }) => id);
  return meetingOf(people, drawings).map((meeting) => {
    const invitations = Object.fromEntries(
      Object.entries(meeting.invitations).map(([id, invitation], at) => [
        id,
        { ...invitation, wish: at % 3 === 2 ? invitation.wish : (['yes', 'maybe'] as const)[at % 3] },
      ]),
    ) as Meeting['invitations'];
    return { ...map, meetings: [...map.meetings, { ...meeting, invitations }] };
  });
});

type Node = {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: { readonly value?: unknown };
  readonly name?: { readonly value?: unknown };
  readonly childIds?: readonly string[];
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
};

/** Everything below a node that a screen reader comes to; a button or a picture is one thing, whatever is drawn in it. */
function below(nodes: ReadonlyMap<string, Node>, of: Node): Node[] {
  if (/^(button|img|image)$/.test(String(of.role?.value))) return [];
  return (of.childIds ?? []).flatMap((id) => {
    const child = nodes.get(id);
    if (!child) return [];
    return [...(child.ignored ? [] : [child]), ...below(nodes, child)];
  });
}

const text = (value: unknown) => (typeof value === 'string' ? heard(value) : '');

async function heardOnMap(
  session: CDPSession,
  label: string,
): Promise<{ people: string[]; pressed: string[]; ties: string[]; written: string[]; roles: string[] }> {
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as { nodes: Node[] };
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const map = nodes.filter(({ role, name }) => role?.value === 'group' && name?.value === label);
  expect(map, 'the map is one group').toHaveLength(1);
  const all = map.flatMap((node) => below(byId, node));
  const of = (role: string) =>
    all
      .filter((node) => node.role?.value === role)
      .map(({ name }) => text(name?.value))
      .toSorted();
  const isPressed = ({ properties }: Node) =>
    properties?.some(({ name, value }) => name === 'pressed' && value.value === 'true') === true;
  // What is written is both an element and the letters in it; each is asked for once.
  const known = new Set(['button', 'img', 'image', 'StaticText', 'InlineTextBox', 'SvgRoot', 'generic']);
  return {
    people: of('button'),
    pressed: all
      .filter(isPressed)
      .map(({ name }) => text(name?.value))
      .toSorted(),
    ties: [...of('img'), ...of('image')].toSorted(),
    written: of('StaticText'),
    roles: [...new Set(all.map(({ role }) => String(role?.value)))].filter((role) => !known.has(role)),
  };
}

async function open(page: Page, file: string): Promise<void> {
  await page.evaluate((written) => window.nettverkskart.open(new File([written], 'kart.nettverkskart.json')), file);
}

type Listener = { readonly page: Page; readonly session: CDPSession; readonly words: Words };

/** The tree is what the file says, whatever is hidden on the map just now. */
async function expectHeard({ page, session, words }: Listener, file: string, which: string): Promise<void> {
  const expected = expectedTree(file, words);
  const { people, ties, written, roles } = await heardOnMap(session, words['map.label']);
  const { map } = JSON.parse(file) as { map: { ego: { name: string } } };
  const ego = heard(words['spoken.ego'].replace('{name}', () => map.ego.name || words['ego.me']));
  expect(people, which).toEqual([...expected.people, ego].toSorted());
  expect(ties, which).toEqual(expected.ties);
  expect(roles, which).toEqual([]);
  for (const each of written) expect(expected.written, which).toContain(each);
  const sentences = heard(await page.getByRole('region', { name: words['words.title'] }).innerText());
  const said = namesInWords(file, words);
  for (const each of [...said.there, ...said.ties]) expect(sentences, which).toContain(each);
  expect(sentences.includes(words['words.lines'].split('{')[0] ?? ''), which).toBe(said.ties.length > 0);
}

/** Lines of the menu, by their words. */
async function inMenu({ page, words }: Listener, ...lines: string[]): Promise<void> {
  await page.getByRole('button', { name: words['command.more'], exact: true }).click();
  for (const line of lines) await page.getByRole('menu').getByText(line, { exact: true }).click();
  if (await page.getByRole('menu').isVisible()) await page.keyboard.press('Escape');
}

/** Lines between people that have stepped back, by what is said of them. */
const fadedLines = (page: Page): Promise<string[]> =>
  page
    .locator('svg[data-map] [data-tie-of][opacity="0.3"]')
    .evaluateAll((all) => all.map((tie) => tie.getAttribute('aria-label') ?? ''))
    .then((all) => all.map(heard).toSorted());

/** *Slik blir møtet*: who is there, and who is not; then without one of them. Gives back whether there was anything to see. */
async function expectMeeting(listener: Listener, file: string, which: string): Promise<boolean> {
  const { page, session, words } = listener;
  const isAsExpected = async (tapped: ReadonlySet<string>) => {
    const { there, faded } = expectedMeeting(file, words, tapped);
    await expect.poll(async () => (await heardOnMap(session, words['map.label'])).pressed, which).toEqual(there);
    expect(await fadedLines(page), which).toEqual(faded);
  };
  const { canBegin, guest } = expectedMeeting(file, words, new Set());
  if (!canBegin) return false;
  await inMenu(listener, words['command.lens']);
  await isAsExpected(new Set());
  await expectHeard(listener, file, `${which}, in the meeting`);
  if (guest !== null) {
    await page.evaluate((id) => {
      document.querySelector<SVGElement>(`g[data-person-id="${CSS.escape(id)}"] [data-button]`)?.focus();
    }, guest);
    await page.keyboard.press('Space');
    await isAsExpected(new Set([guest]));
  }
  await page.keyboard.press('Escape');
  return guest !== null;
}

for (const [language, from, to] of PARTS) {
  test(`what is heard is what the file says, in ${language}`, async ({ page }) => {
    const maps = fc.sample(mapWithMeeting, { seed: SEED, numRuns: MAPS }).slice(MAPS * from, MAPS * to);
    const words = CATALOGUES[language];
    await page.goto(`?hooks&lang=${language}`);
    await page.waitForFunction(() => 'nettverkskart' in window);
    const listener = { page, words, session: await page.context().newCDPSession(page) };
    let met = 0;
    for (const [number, map] of maps.entries()) {
      const file = writeMapFile(map);
      await open(page, file);
      const which = `map ${MAPS * from + number} of seed ${SEED}`;
      await expectHeard(listener, file, which);
      if (await expectMeeting(listener, file, which)) met += 1;
      await inMenu(listener, ...LAYERS.map((layer) => words[layer]));
      const hidden = await page.evaluate(() => window.nettverkskart.file());
      await expectHeard(listener, hidden, `${which}, the other layers hidden`);
    }
    test.info().annotations.push({ type: 'meetings', description: `${met} of ${maps.length}` });
    // Of two maps, neither may have anybody to meet.
    if (maps.length > 5) expect(met, 'maps with a meeting to look at').toBeGreaterThan(maps.length / 10);
  });
}
