import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { ROOT } from '../../checks/places.mjs';
import { FORMATS, type Format, type Fuzzed, type Given as Work } from '../fuzz/work.ts';
import type { Part } from '../part.ts';

/** Without getting on to the next input for so long, it hangs. */
const STILL_MS = 30_000;

async function fuzz(format: Format, count: number, seed: number): Promise<Fuzzed | string> {
  const at = new SharedArrayBuffer(4);
  const given: Work = { format, count, seed, at };
  const worker = new Worker(path.join(ROOT, 'tests/reliability/fuzz/worker.mjs'), { workerData: given });
  const ended = new Promise<Fuzzed | string>((resolve) => {
    worker.on('message', resolve);
    worker.on('error', (problem) => resolve(String(problem)));
  });
  let isOver = false;
  const watch = (async () => {
    for (let [before, still] = [-1, 0]; !isOver; await wait(1000, null, { ref: false })) {
      const now = Atomics.load(new Int32Array(at), 0);
      still = now === before ? still + 1000 : 0;
      before = now;
      if (still > STILL_MS) return `input ${now} hangs`;
    }
    return '';
  })();
  const result = await Promise.race([ended, watch]);
  isOver = true;
  await worker.terminate();
  return result;
}

const FULL = 100_000;

/** Of how many are tried, a tenth; of few, as many as a tenth gives by chance (three standard deviations, binomial). */
const leastAccepted = (tried: number): number =>
  tried >= FULL ? tried / 10 : tried / 10 - 3 * Math.sqrt(tried * 0.1 * 0.9);

export const files: Part = {
  id: 'I1',
  what: 'files that are broken, hostile or strange',
  goal: '100,000 a format, half of them mutated good files, a tenth accepted: 0 exceptions, 0 hangs over 2 s, 0 unsound maps',
  full: FULL,
  short: 200,
  run: async ({ count, seed, tell }) => {
    const faults: string[] = [];
    const told: string[] = [];
    const results: string[] = [];
    const all = await Promise.all(FORMATS.map(async (format) => ({ format, fuzzed: await fuzz(format, count, seed) })));
    for (const { format, fuzzed } of all) {
      if (typeof fuzzed === 'string') {
        faults.push(`${format}: ${fuzzed}`);
        continue;
      }
      const { tried, mutated, accepted, slowest } = fuzzed;
      faults.push(...fuzzed.faults.map((fault) => `${format}: ${fault}`));
      if (mutated < tried / 2) faults.push(`${format}: only ${mutated} mutated files`);
      if (accepted < leastAccepted(tried)) faults.push(`${format}: only ${accepted} accepted`);
      told.push(`${tried} of ${format} (${mutated} mutated good files, ${accepted} accepted)`);
      results.push(`${format}: slowest ${Math.round(slowest)} ms`);
      tell(told.at(-1) ?? '');
    }
    return {
      tried: told.join('; '),
      count: count * FORMATS.length,
      browser: `Node ${process.versions.node}`,
      result: `${faults.length} exceptions, hangs or unsound maps; ${results.join(', ')}`,
      faults,
    };
  },
};
