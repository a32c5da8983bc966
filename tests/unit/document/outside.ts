import type { Outside } from '../../../src/document/readAnyFile.ts';

/** Ids that count up and a clock that stands still. */
export function outside(): Outside {
  let count = 0;
  return { newId: (prefix) => `${prefix}-${(count += 1)}`, now: new Date('2026-11-21T14:03:00Z') };
}
