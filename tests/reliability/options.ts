import { parseArgs } from 'node:util';
import type { Part } from './part.ts';

export type Options = {
  readonly parts: readonly Part[];
  readonly scale: number;
  readonly seed: number;
  readonly short: boolean;
  /** How many parts at a time: most of them wait for a browser most of the time. */
  readonly workers: number;
};

/** The words of the command line, or what is wrong with them. */
export function readOptions(words: readonly string[], parts: readonly Part[]): Options | string {
  const { values } = parseArgs({
    args: [...words],
    options: {
      part: { type: 'string' },
      scale: { type: 'string' },
      seed: { type: 'string' },
      short: { type: 'boolean' },
      workers: { type: 'string' },
      'no-build': { type: 'boolean' },
    },
  });
  const wanted = values.part?.split(',') ?? null;
  const unknown = wanted?.find((id) => !parts.some((part) => part.id === id));
  if (unknown !== undefined) return `There is no part ${unknown}. There are: ${parts.map(({ id }) => id).join(', ')}`;
  const scale = Number(values.scale ?? 1);
  const seed = Number(values.seed ?? Date.now() % 1_000_000);
  const workers = Number(values.workers ?? 2);
  if (!(scale > 0) || !Number.isSafeInteger(seed)) return '--scale is a number above 0, --seed a whole number.';
  if (!Number.isSafeInteger(workers) || workers < 1) return '--workers is a whole number above 0.';
  const short = values.short ?? false;
  const chosen = parts.filter((part) => (wanted ? wanted.includes(part.id) : !short || part.short !== null));
  return { parts: chosen, scale, seed, short, workers };
}
