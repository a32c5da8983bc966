// The table: every contestant under every size, the product's figures first and the others' beside them as multiples.
import type { Effort, Measured } from './measure/contestant.ts';

export type Row = {
  readonly people: number;
  readonly ties: number;
  readonly contestant: string;
  readonly label: string;
  readonly kB: number;
  readonly measured: Measured | null;
  readonly problem: string | null;
};

export type Run = {
  readonly date: string;
  readonly machine: string;
  readonly browser: string;
  readonly seed: number;
  readonly rows: readonly Row[];
};

const HEAD = [
  'people (ties)',
  '',
  'out',
  'sym',
  'N–N',
  'N–S',
  'hidden',
  'amb',
  'px',
  'crossings',
  'through sym/name',
  'add',
  'remove',
  'same',
  'first 1×/4×',
  'settled 1×/4×',
  'work 4×',
  'drag p95 4×',
  'kB',
];

const KEY =
  'out: people outside their own cell. sym, N–N, N–S: overlaps of symbols, of names, of names with symbols. hidden: people ' +
  'without a name on the picture (+ shortened names). amb: names nearer to somebody else’s symbol than to their own. px: the ' +
  'smallest name. crossings: pairs of ties that cross; through: ties through a foreign symbol or name. add, remove: how far the ' +
  'others moved on average when one person came or went, in symbol diameters (share who moved). same: the same picture twice. ' +
  'first, settled: ms from the network handed in to everybody drawn once, and to the last movement, at the machine’s speed and ' +
  'four times slower (+: not at rest when patience ended). work: ms that the main thread was at work until then. drag: ms of main-thread work in a frame, p95, four times slower. ' +
  'kB: JavaScript, gzip; for Nettverkskart the whole app as it is loaded before the first picture. In brackets: the figure ' +
  'divided by Nettverkskart’s at the same size. Lower is better in every column but px and same.';

export function tableOf({ date, machine, browser, seed, rows }: Run): string {
  const counts = [...new Set(rows.map(({ people }) => people))].join(', ');
  const intro = `${date}, ${machine}, ${browser}, drawn without a graphics card; one run, seed ${seed}, ${counts} people.`;
  const lines = rows.map((row, index) => {
    const first = rows[index - 1]?.people !== row.people;
    return [first ? `**${row.people}** (${row.ties})` : '', row.label, ...cellsOf(row, productOf(row, rows))];
  });
  const table = [HEAD, HEAD.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`);
  return [intro, '', ...table, '', KEY].join('\n');
}

/** The product's row at the same size, unless it is this one. */
const productOf = (row: Row, rows: readonly Row[]): Row | null =>
  rows.find((other) => other.people === row.people && other.contestant === 'product' && other !== row) ?? null;

function cellsOf({ measured, kB, problem }: Row, product: Row | null): string[] {
  if (!measured) return [problem ?? 'failed', ...HEAD.slice(3).map(() => '')];
  const { quality, at1, at4, drag, added, removed, same } = measured;
  const ours = product?.measured ?? null;
  const moved = ({ mean, share }: { mean: number; share: number }) => `${mean.toFixed(2)} (${percent(share)})`;
  return [
    String(quality.outOfCell),
    String(quality.symbolOverlaps),
    String(quality.nameName),
    String(quality.nameSymbol),
    `${quality.hidden}${quality.shortened > 0 ? ` (+${quality.shortened})` : ''}`,
    String(quality.ambiguous),
    quality.smallestName.toFixed(1),
    String(quality.crossings ?? '–'),
    `${quality.throughSymbols ?? '–'} / ${quality.throughNames ?? '–'}`,
    moved(added),
    moved(removed),
    same ? 'yes' : 'no',
    `${Math.round(at1.first)} / ${Math.round(at4.first)}${timesOf(at4.first, ours?.at4.first)}`,
    `${ms(at1)} / ${ms(at4)}${timesOf(at4.settled, ours?.at4.settled)}`,
    `${Math.round(at4.work)}${timesOf(at4.work, ours?.at4.work)}`,
    `${drag.p95.toFixed(1)}${drag.followed ? '' : ' (stood still)'}${timesOf(drag.p95, ours?.drag.p95)}`,
    `${Math.round(kB)}${timesOf(kB, product?.kB)}`,
  ];
}

const percent = (share: number): string => `${Math.round(100 * share)} %`;
const ms = ({ settled, restless }: Effort): string => `${Math.round(settled)}${restless ? '+' : ''}`;

const timesOf = (value: number, ours: number | undefined): string =>
  ours === undefined || ours === 0 ? '' : ` (${(value / ours).toFixed(1)}×)`;

const BEGIN = '<!-- bench -->';
const END = '<!-- /bench -->';

/** Puts the table between its two marks. */
export function withTable(readme: string, table: string): string {
  const from = readme.indexOf(BEGIN);
  const to = readme.indexOf(END);
  if (from < 0 || to < from) throw new Error(`The README has no ${BEGIN} … ${END}.`);
  return `${readme.slice(0, from + BEGIN.length)}\n\n${table}\n\n${readme.slice(to)}`;
}
