// node tests/bench/firstPicture.mjs: the layout's own work on the main thread, in milliseconds of its processor time, so that
// other work on the machine hardly counts: the first picture in a process that has laid out nothing before, the same again,
// and one person more on the finished map. No canvas: letters have about the widths of Inter. Linux only.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runnerImport } from 'vite';
import { ROOT } from '../checks/places.mjs';

const SIZES = [12, 25, 45, 60, 100, 150];
const STAGE = { width: 1180, height: 820, oval: false, withOutside: false };

/** @param {string} file */
const load = async (file) =>
  (await runnerImport(path.join(ROOT, file), { configFile: false, logLevel: 'silent' })).module;

const spent = () => Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;

/** @param {() => void} work */
function timed(work) {
  const before = spent();
  work();
  return Math.round(spent() - before);
}

/** @param {number} count */
async function measure(count) {
  const { arrange } = await load('src/layout/arrange.ts');
  const { chooseWidths } = await load('src/layout/widths.ts');
  const { createFrame } = await load('src/geometry/frame.ts');
  const { makeNetwork } = await load('tests/bench/networks.ts');
  const { measureText } = await load('tests/unit/layout/measureText.ts');
  const network = makeNetwork(count);
  /** @type {string[]} */
  const ids = network.sectors ?? [...new Set(network.people.map((/** @type {any} */ { sector }) => sector))];
  const people = network.people.map((/** @type {any} */ { id, name, sector, ring }) => ({
    id,
    name,
    relation: '',
    spot: null,
    cell: { sector, ring },
  }));
  /** @param {readonly number[] | null} spans */
  const sectors = (spans) => ids.map((id, at) => ({ id, span: spans?.[at] ?? 360 / ids.length, hidden: false }));
  /** @param {readonly number[]} widths */
  const rings = (widths) => widths.map((width) => ({ name: null, width }));
  const third = [1 / 3, 1 / 3, 1 / 3];
  const wanted = { sectors: sectors(null), rings: rings(third), people, stage: STAGE, measure: measureText };
  const widths = chooseWidths(wanted);
  const frame = createFrame(sectors(widths.spans), rings(widths.ringWidths), STAGE);
  const request = { frame, people, ties: network.ties, measure: measureText, obstacles: [] };
  const forget = () => arrange({ ...request, people: [], ties: [] });
  const first = timed(() => arrange(request));
  forget();
  const again = timed(() => arrange(request));
  const { people: placed } = arrange(request);
  const settled = people.map((/** @type {any} */ one) => ({ ...one, spot: placed.get(one.id)?.spot ?? null }));
  forget();
  const more = { ...request, people: [...settled, { ...people[0], id: 'one-more' }] };
  return { people: count, first, again, oneMore: timed(() => arrange(more)) };
}

const [only] = process.argv.slice(2);
if (only === undefined) {
  for (const size of SIZES) spawnSync(process.execPath, [import.meta.filename, String(size)], { stdio: 'inherit' });
} else console.log(JSON.stringify(await measure(Number(only))));
