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

/**
 * Where a parsed value is too deep, or carries a key that could reach into every object; null when it is neither.
 * A loop and not a function that calls itself: 200,000 arrays in one another end the stack.
 */
export function findTrap(root: unknown): string | null {
  const waiting: { value: unknown; depth: number; where: string }[] = [{ value: root, depth: 0, where: '' }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth, where } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= MAX_DEPTH) return where;
    for (const key of Object.keys(value)) {
      const path = where === '' ? key : `${where}.${key}`;
      if (HOSTILE_KEYS.has(key)) return path;
      const child: unknown = (value as Record<string, unknown>)[key];
      if (typeof child === 'object' && child !== null) waiting.push({ value: child, depth: depth + 1, where: path });
    }
  }
  return null;
}
