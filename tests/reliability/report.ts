// What was tried at full scale, the last time: a file of rows, and the table of them in the README.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../checks/places.mjs';

export type Row = {
  readonly id: string;
  readonly what: string;
  readonly goal: string;
  readonly tried: string;
  readonly count: number;
  readonly browser: string;
  readonly result: string;
  readonly faults: readonly string[];
  readonly seconds: number;
  readonly seed: number;
  readonly date: string;
};

const FILE = path.join(ROOT, 'tests/reliability/results.json');
const README = path.join(ROOT, 'README.md');
const TABLE = /(<!-- reliability -->)[\s\S]*(<!-- \/reliability -->)/;

const readRows = (): Row[] => {
  try {
    return JSON.parse(readFileSync(FILE, 'utf8')) as Row[];
  } catch {
    return [];
  }
};

/** In the place of the one of an earlier run. */
export function keepRow(row: Row): void {
  const rows = [...readRows().filter(({ id }) => id !== row.id), { ...row, faults: row.faults.slice(0, 5) }];
  const sorted = rows.toSorted((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
  writeFileSync(FILE, `${JSON.stringify(sorted, null, 2)}\n`);
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** The rows as Markdown. */
function tableOf(rows: readonly Row[]): string {
  const lines = rows.map(({ id, what, goal, tried, browser, result, faults, seconds, seed, date }) => {
    const verdict = faults.length === 0 ? 'reached' : 'not reached';
    return [id, what, tried, result, `${goal}: **${verdict}**`, browser, `${date}, ${seconds} s, seed ${seed}`];
  });
  const table = [['', 'What', 'Tried', 'Result', 'Goal', 'With', 'When'], Array<string>(7).fill('---'), ...lines];
  return table.map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n');
}

/** Into the README, between its marks. */
export function writeTable(): void {
  const before = readFileSync(README, 'utf8');
  writeFileSync(
    README,
    before.replace(TABLE, (_, open: string, close: string) => `${open}\n\n${tableOf(readRows())}\n\n${close}`),
  );
}
