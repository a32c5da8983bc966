/** `npm run test:full` takes the long way: more random cases, more screens. */
export const FULL = process.env['TEST_FULL'] === '1';

/** How many random cases a property is tried with: few in daily work, ten times as many in the long run. */
export const numRuns = (daily: number): number => (FULL ? daily * 10 : daily);
