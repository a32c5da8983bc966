import type { Random } from '../bench/random.ts';

/** What a part is handed for one run. */
export type Given = {
  /** How many times to try. */
  readonly count: number;
  /** The daily form: `count` is small, and what takes long of each try is left out. */
  readonly short: boolean;
  readonly random: Random;
  readonly seed: number;
  /** The built app, served with the headers of a good host; ends with a slash. */
  readonly address: string;
  /** An empty folder of this part's own, removed afterwards. */
  readonly folder: string;
  /** How far it has come, for whoever waits. */
  readonly tell: (progress: string) => void;
};

export type Outcome = {
  /** What was really tried, with its counts. */
  readonly tried: string;
  readonly count: number;
  readonly browser: string;
  /** The figures that the goal speaks of. */
  readonly result: string;
  /** Everything that missed the goal; [] is a pass. */
  readonly faults: readonly string[];
};

/** `notRun`: why this machine can't, in one sentence. */
export type Ended = Outcome | { readonly notRun: string };

/** One subject of RELIABILITY, by its identifier there. */
export type Part = {
  readonly id: string;
  readonly what: string;
  readonly goal: string;
  /** How many times the whole form tries, and how many the daily one; null: not in the daily one. */
  readonly full: number;
  readonly short: number | null;
  readonly run: (given: Given) => Promise<Ended>;
};
