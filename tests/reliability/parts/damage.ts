import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Random } from '../../bench/random.ts';
import { addressWithHooks, button, hearEdits, mapShown, newKeptMap, peopleOn, untilSaved } from '../app.ts';
import { startChromium } from '../chromium.ts';
import { edit, editOf, FIRST, prepareEdits } from '../edits.ts';
import type { Given, Part } from '../part.ts';

/** So many edits before the damage, that the database has more than one kind of file. */
const EDITS = 40;
/** So many damages of each profile. */
const OF_EACH = 35;

/** The second copy is written after the first, and nothing says when. */
const SECOND_COPY_MS = 2500;

type Damage = { readonly name: string; readonly act: (file: string, random: Random) => void };

function flip(file: string, bytes: number, random: Random): void {
  const content = readFileSync(file);
  for (let at = 0; at < bytes && content.length > 0; at += 1) {
    const where = Math.floor(random() * content.length);
    content[where] = (content[where] ?? 0) ^ (1 << Math.floor(random() * 8));
  }
  writeFileSync(file, content);
}

const DAMAGES: readonly Damage[] = [
  { name: 'one bit turned', act: (file, random) => flip(file, 1, random) },
  { name: 'forty bits turned', act: (file, random) => flip(file, 40, random) },
  { name: 'first byte turned', act: (file) => writeFileSync(file, turned(readFileSync(file))) },
  { name: 'emptied', act: (file) => truncateSync(file, 0) },
  { name: 'cut in half', act: (file) => truncateSync(file, Math.floor(statSync(file).size / 2)) },
  { name: 'cut by one byte', act: (file) => truncateSync(file, Math.max(0, statSync(file).size - 1)) },
  { name: 'deleted', act: (file) => rmSync(file) },
];

const turned = (content: Buffer): Buffer => {
  if (content.length > 0) content[0] = (content[0] ?? 0) ^ 0xff;
  return content;
};

/** The files of the database, of each kind: log, tables, manifest, the one that names it. */
function filesOf(profile: string): string[] {
  const root = path.join(profile, 'Default', 'IndexedDB');
  if (!existsSync(root)) throw new Error('The profile has no database.');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(root, name))
    .filter((file) => statSync(file).isFile() && !/(LOCK|LOG|LOG\.old)$/.test(file))
    .toSorted();
}

/** A map with many edits, closed well. */
async function makeProfile(profile: string, app: string): Promise<void> {
  const { page, context, close } = await startChromium(profile);
  await hearEdits(context, { done: -1, acknowledged: -1 });
  await newKeptMap(page, app);
  await prepareEdits(page, -1);
  for (let k = 0; k <= FIRST + EDITS; k += 1) {
    await edit(page, k, k);
    await untilSaved(page);
  }
  await wait(SECOND_COPY_MS);
  await close();
}

/** By which way the map came: as it lay, brought back by the app, or by a tap where the browser can't open the database at all. */
type Way = 'whole' | 'restored' | 'rebuilt';
type Found = { readonly fault: string | null; readonly way: Way; readonly version: string };

/** What the app makes of a damaged profile: everything is there, and if it came from elsewhere that is said. */
async function openDamaged(profile: string, app: string): Promise<Found> {
  const { page, close, version } = await startChromium(profile);
  const rebuild = button(page, 'Bygg opp lagringen på nytt');
  let way: Way = 'whole';
  try {
    await page.goto(app);
    const open = button(page, /^Åpne:/);
    await open.or(rebuild).first().waitFor();
    if (await rebuild.isVisible()) {
      way = 'rebuilt';
      await rebuild.click();
      await open.first().waitFor();
    }
    const start = await page.evaluate(() => document.body.innerText);
    const maps = await open.count();
    if (maps !== 1) return { fault: `${maps} maps are shown`, way, version };
    await open.click();
    await mapShown(page);
    const said = /hentet tilbake/i.test(start + (await page.evaluate(() => document.body.innerText)));
    if (way === 'rebuilt' && !said) return { fault: 'built anew, and not said', way, version };
    if (way === 'whole' && said) way = 'restored';
    const found = editOf(await peopleOn(page));
    await untilSaved(page);
    await page.reload();
    await mapShown(page);
    const again = editOf(await peopleOn(page));
    const isWhole = found === FIRST + EDITS && again === found;
    const fault = `edit ${found ?? 'none'}, after a reload ${again ?? 'none'}, instead of ${FIRST + EDITS}, ${way}`;
    return { fault: isWhole ? null : fault, way, version };
  } catch (problem) {
    const shown = await page.evaluate(() => document.body.innerText).catch(() => '');
    return { fault: `not opened: ${shown.slice(0, 300)} ${String(problem).slice(0, 100)}`, way, version };
  } finally {
    await close();
  }
}

async function run({ count, random, folder, address, tell }: Given) {
  const app = addressWithHooks(address);
  const faults: string[] = [];
  const ways: Record<Way, number> = { whole: 0, restored: 0, rebuilt: 0 };
  let version = '';
  let profile = '';
  for (let at = 0; at < count; at += 1) {
    if (at % OF_EACH === 0) {
      profile = path.join(folder, `whole-${at}`);
      await makeProfile(profile, app);
    }
    const spoilt = path.join(folder, 'spoilt');
    rmSync(spoilt, { recursive: true, force: true });
    cpSync(profile, spoilt, { recursive: true });
    const files = filesOf(spoilt);
    const damage = DAMAGES[at % DAMAGES.length];
    const file = files[Math.floor(at / DAMAGES.length) % files.length];
    if (!damage || file === undefined) throw new Error('There is nothing to damage.');
    damage.act(file, random);
    const found = await openDamaged(spoilt, app);
    version = found.version;
    ways[found.way] += 1;
    if (found.fault !== null) {
      faults.push(`${path.basename(file)} ${damage.name}: ${found.fault}`);
      tell(`fault: ${faults.at(-1)}`);
    }
    if ((at + 1) % 35 === 0) tell(`${at + 1} of ${count} damages, ${faults.length} faults`);
  }
  return { faults, ways, version };
}

export const damage: Part = {
  id: 'S4',
  what: 'files of the database damaged while the browser is closed',
  goal: '175 of 175 restored with the last acknowledged edit, also after a reload, and a loss of the database said',
  full: 175,
  short: 1,
  run: async (given) => {
    const { faults, ways, version } = await run(given);
    return {
      tried: `${given.count} damages of single files (${DAMAGES.map(({ name }) => name).join(', ')}) of ${Math.ceil(given.count / OF_EACH)} profiles`,
      count: given.count,
      browser: version,
      result: `${given.count - faults.length} of ${given.count} with every edit; ${ways.whole} opened whole as they were, ${ways.restored} brought back from elsewhere and said so, ${ways.rebuilt} where the browser can't open the database: said, and built anew by a tap; all of them open by themselves after a reload`,
      faults,
    };
  },
};
