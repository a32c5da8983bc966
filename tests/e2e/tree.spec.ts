// The map as it is heard: a hundred maps made by chance; everybody and every line is in the accessibility tree with a role
// and all that the file says of them, and there is nothing else. The oracle reads the file.
import type { CDPSession, Page } from '@playwright/test';
import * as fc from 'fast-check';
import { writeMapFile } from '../../src/document/writeMapFile.ts';
import { arbitraryMap } from '../support/arbitraryMap.ts';
import { FULL } from '../support/depth.ts';
import { expect, test } from '../support/e2e.ts';
import { CATALOGUES, expectedTree, heard, namesInWords } from '../support/treeOracle.ts';

test.skip(({ viewport }) => viewport?.width !== 1180, 'once is enough: what is heard knows no screens');
test.describe.configure({ timeout: 180_000 });
// A trace of so many maps costs more than the maps.
test.use({ trace: 'off' });

const SEED = Number(process.env['TREE_SEED'] ?? 20_261_122);
const MAPS = FULL ? 100 : 10;
const PARTS = [
  ['nb', 0, 0.6],
  ['nn', 0.6, 0.8],
  ['en', 0.8, 1],
] as const;

type Node = {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: { readonly value?: unknown };
  readonly name?: { readonly value?: unknown };
  readonly childIds?: readonly string[];
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
): Promise<{ people: string[]; ties: string[]; written: string[]; roles: string[] }> {
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
  // What is written is both an element and the letters in it; each is asked for once.
  const known = new Set(['button', 'img', 'image', 'StaticText', 'InlineTextBox', 'SvgRoot', 'generic']);
  return {
    people: of('button'),
    ties: [...of('img'), ...of('image')].toSorted(),
    written: of('StaticText'),
    roles: [...new Set(all.map(({ role }) => String(role?.value)))].filter((role) => !known.has(role)),
  };
}

async function open(page: Page, file: string): Promise<void> {
  await page.evaluate((written) => window.nettverkskart.open(new File([written], 'kart.nettverkskart.json')), file);
}

for (const [language, from, to] of PARTS) {
  test(`what is heard is what the file says, in ${language}`, async ({ page }) => {
    const maps = fc.sample(arbitraryMap(), { seed: SEED, numRuns: MAPS }).slice(MAPS * from, MAPS * to);
    const words = CATALOGUES[language];
    await page.goto(`?hooks&lang=${language}`);
    await page.waitForFunction(() => 'nettverkskart' in window);
    const session = await page.context().newCDPSession(page);
    for (const [number, map] of maps.entries()) {
      const file = writeMapFile(map);
      await open(page, file);
      const which = `map ${MAPS * from + number} of seed ${SEED}`;
      const expected = expectedTree(file, words);
      const { people, ties, written, roles } = await heardOnMap(session, words['map.label']);
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
  });
}
