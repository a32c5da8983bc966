import { type ReadFailure, type ReadMap, readMapValue } from './readMapFile.ts';
import type { Result } from './result.ts';

/** Loaded when asked for, and through the same reader as every other file. */
const example =
  (load: () => Promise<{ readonly default: unknown }>) => async (): Promise<Result<ReadMap, ReadFailure>> =>
    readMapValue((await load()).default);

/** Worked examples with invented people, to look at and to try things on; the smallest first. */
export const EXAMPLES = {
  smallManyProfessionals: example(() => import('./examples/smallManyProfessionals.json')),
  youngCloseFamily: example(() => import('./examples/youngCloseFamily.json')),
  variedWithGroups: example(() => import('./examples/variedWithGroups.json')),
} as const satisfies Record<string, () => Promise<Result<ReadMap, ReadFailure>>>;
export type ExampleId = keyof typeof EXAMPLES;
