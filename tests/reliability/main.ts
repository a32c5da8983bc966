import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { preview } from 'vite';
import { seeded } from '../bench/random.ts';
import { DIST, PORT, RESULTS, ROOT } from '../checks/places.mjs';
import { type Options, readOptions } from './options.ts';
import type { Ended, Part } from './part.ts';
import { PARTS } from './parts.ts';
import { keepRow, type Row, writeTable } from './report.ts';

/** A part that takes longer hangs, and a hang is a fault. */
const PART_LIMIT_MS = 40 * 60_000;

export async function main(words: readonly string[]): Promise<boolean> {
  const options = readOptions(words, PARTS);
  if (typeof options === 'string') {
    console.error(options);
    return false;
  }
  const server = await preview({
    root: ROOT,
    build: { outDir: DIST },
    preview: { port: PORT + 400, strictPort: false },
    logLevel: 'warn',
  });
  const address = server.resolvedUrls?.local[0] ?? '';
  const count = { passed: 0, failed: 0, notRun: [] as string[] };
  const waiting = [...options.parts];
  const work = async (): Promise<void> => {
    for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
      const ended = await runPart(part, options, address);
      if ('notRun' in ended) count.notRun.push(`${part.id} ${part.what}: ${ended.notRun}`);
      else if (ended.faults.length > 0) count.failed += 1;
      else count.passed += 1;
    }
  };
  await Promise.all(Array.from({ length: options.workers }, work));
  await server.close();
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(path.join(RESULTS, 'reliability.json'), JSON.stringify(count));
  for (const name of count.notRun) console.log(`not run: ${name}`);
  console.log(`${count.passed} passed, ${count.failed} failed, ${count.notRun.length} not run`);
  return count.failed === 0;
}

async function runPart(part: Part, { seed, scale, short }: Options, address: string): Promise<Ended> {
  const count = short ? (part.short ?? 0) : Math.max(1, Math.round(part.full * scale));
  const folder = mkdtempSync(path.join(tmpdir(), `nettverkskart-${part.id}-`));
  const begun = Date.now();
  console.log(`\n${part.id}  ${part.what}: ${count}, seed ${seed}`);
  const tell = (progress: string): void => console.log(`  ${part.id}: ${progress}`);
  const work = part.run({ count, short, random: seeded(seed), seed, address, folder, tell });
  const ended: Ended = await Promise.race([
    work,
    wait(PART_LIMIT_MS, null, { ref: false }).then(() => Promise.reject(new Error('It hangs.'))),
  ]).catch((problem: unknown) => broken(problem));
  const seconds = Math.round((Date.now() - begun) / 1000);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  if ('notRun' in ended) return ended;
  const verdict = ended.faults.length === 0 ? 'ok' : 'FAILED';
  console.log(
    `${verdict}  ${part.id}  ${ended.tried} → ${ended.result} (goal: ${part.goal}; ${seconds} s, ${ended.browser})`,
  );
  for (const fault of ended.faults.slice(0, 20)) console.log(`  ${part.id}, fault: ${fault}`);
  // What was tried less often than the goal says is no answer to it.
  if (!short && scale >= 1) {
    const row: Row = { id: part.id, what: part.what, goal: part.goal, ...ended, seconds, seed, date: today() };
    keepRow(row);
    writeTable();
  }
  return ended;
}

const today = (): string => new Date().toISOString().slice(0, 10);

/** The part itself came to an end that nobody foresaw. */
function broken(problem: unknown): Ended {
  const said = problem instanceof Error ? (problem.stack ?? problem.message) : String(problem);
  return { tried: 'broke off', count: 0, browser: '–', result: 'no result', faults: [said] };
}
