import type { Sheet } from '../../export/papers/papers.ts';

/** Tells the sheets of a pile apart. */
export const keyOf = (sheet: Sheet): string => `${sheet.kind} ${sheet.of === 'page' ? sheet.number : ''}`;
