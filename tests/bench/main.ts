// Measures every contestant on every network, contestants in turns, and writes results and table.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumLaunch } from '../checks/browser.mjs';
import { ROOT } from '../checks/places.mjs';
import { buildAll, OUT, SITE } from './build.ts';
import { type Limits, measure } from './measure/contestant.ts';
import { makeNetwork, SEED } from './networks.ts';
import { type ContestantEntry, readOptions } from './options.ts';
import { type Row, type Run, tableOf, withTable } from './report.ts';
import { serve } from './serve.ts';

const FULL: Limits = { dragMs: 3000, patienceMs: 20_000 };
const QUICK: Limits = { dragMs: 1200, patienceMs: 8000 };

export async function main(words: readonly string[]): Promise<void> {
  const { contestants, sizes, quick, whole } = readOptions(words);
  const weights = await buildAll(contestants);
  const { address, stop } = await serve(SITE);
  const rows: Row[] = [];
  /** Who ran out of time is not tried on more people. */
  const outOfTime = new Set<string>();
  for (const people of sizes) {
    for (const one of contestants) {
      const row = outOfTime.has(one.name)
        ? rowOf(one, people, weights, 'took too long with fewer people')
        : await tried(one, people, weights, address, quick ? QUICK : FULL);
      if (row.problem?.includes('too long')) outOfTime.add(one.name);
      rows.push(row);
      console.log(lineOf(row));
    }
  }
  stop();
  await write(
    { date: new Date().toISOString().slice(0, 10), machine: machine(), browser: await browser(), seed: SEED, rows },
    whole,
  );
}

function rowOf({ name, label }: ContestantEntry, people: number, weights: Map<string, number>, problem: string): Row {
  const ties = makeNetwork(people).ties.length;
  return { people, ties, contestant: name, label, kB: weights.get(name) ?? NaN, measured: null, problem };
}

async function tried(
  one: ContestantEntry,
  people: number,
  weights: Map<string, number>,
  address: string,
  limits: Limits,
): Promise<Row> {
  const row = rowOf(one, people, weights, '');
  try {
    const measured = await measure(address, one.name, makeNetwork(people), limits);
    return { ...row, measured, problem: null };
  } catch (problem) {
    const [words = 'failed'] = String(problem instanceof Error ? problem.message : problem).split('\n');
    return { ...row, problem: words };
  }
}

function lineOf({ people, label, measured, problem }: Row): string {
  const head = `${String(people).padStart(5)} ${label.padEnd(18)}`;
  if (!measured) return `${head} ${problem ?? ''}`;
  const { quality, at1, at4, drag } = measured;
  const faults = `out ${quality.outOfCell}, overlaps ${quality.symbolOverlaps}/${quality.nameName}/${quality.nameSymbol}`;
  return `${head} ${faults}, settled ${Math.round(at1.settled)}/${Math.round(at4.settled)} ms, drag ${drag.p95.toFixed(1)} ms`;
}

async function write(run: Run, whole: boolean): Promise<void> {
  mkdirSync(OUT, { recursive: true });
  const table = tableOf(run);
  writeFileSync(path.join(OUT, 'results.json'), `${JSON.stringify(run, null, 1)}\n`);
  writeFileSync(path.join(OUT, 'table.md'), `${table}\n`);
  console.log(`\n${table}`);
  if (!whole) return;
  const readme = path.join(ROOT, 'README.md');
  writeFileSync(readme, withTable(readFileSync(readme, 'utf8'), table));
}

function machine(): string {
  const cpus = os.cpus();
  return `${cpus.length} cores (${cpus[0]?.model.trim() ?? 'unknown'}), Node ${process.versions.node}`;
}

async function browser(): Promise<string> {
  const launched = await chromium.launch(chromiumLaunch());
  const version = launched.version();
  await launched.close();
  return `Chromium ${version.split('.')[0]}`;
}
