import { fail, ok, type Result } from './result.ts';

/** 20 MB. In UTF-16 units, as a string counts; the size in bytes is looked at where the file is opened. */
export const MAX_FILE = 20 * 1024 * 1024;
/** A map is nine deep; whatever is deeper was made to break programs that call themselves. */
const MAX_DEPTH = 20;

export type ParseFailure = { readonly kind: 'tooLarge' } | { readonly kind: 'notJson' };

/** JSON text to a value that nobody has looked at yet; a byte order mark is taken off. */
export function parseText(text: string): Result<unknown, ParseFailure> {
  if (text.length > MAX_FILE) return fail({ kind: 'tooLarge' });
  try {
    return ok(JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text));
  } catch {
    return fail({ kind: 'notJson' });
  }
}

const HOSTILE_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** A branch of the parsed value, and the way back up. */
type Step = {
  readonly value: object;
  readonly depth: number;
  readonly key: string | number;
  readonly parent: Step | null;
};

/**
 * Where a parsed value is too deep, or carries a key that could reach into every object ("map.people.constructor");
 * null when it is neither. A loop and not a function that calls itself: 200,000 arrays in one another end the stack.
 */
export function findTrap(root: unknown): string | null {
  const waiting: Step[] = [];
  const visit = (value: unknown, key: string | number, parent: Step | null) => {
    if (typeof value !== 'object' || value === null) return;
    waiting.push({ value, key, parent, depth: parent ? parent.depth + 1 : 0 });
  };
  visit(root, '', null);
  for (let step = waiting.pop(); step; step = waiting.pop()) {
    if (step.depth >= MAX_DEPTH) return pathTo(step).join('.');
    if (Array.isArray(step.value)) {
      step.value.forEach((child: unknown, index) => visit(child, index, step));
      continue;
    }
    for (const key of Object.keys(step.value)) {
      if (HOSTILE_KEYS.has(key)) return [...pathTo(step), key].join('.');
      visit((step.value as Record<string, unknown>)[key], key, step);
    }
  }
  return null;
}

/** Put together only when asked for: a million paths would take longer than the walk. */
const pathTo = ({ key, parent }: Step): (string | number)[] => (parent ? [...pathTo(parent), key] : []);
