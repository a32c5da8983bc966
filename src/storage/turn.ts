import { type Generation, type Manifest, newest } from './manifest.ts';

/** What this page knows of a stored map since it last read or wrote it. */
export type Known = {
  /** The generation that is whole; null when nothing was stored. */
  readonly good: Generation | null;
  /** The newest manifest then, damaged copy or not; null when there was none. */
  readonly newest: Pick<Manifest, 'rev' | 'writer'> | null;
};

export type Turn =
  /** Write here. */
  | { readonly kind: 'write'; readonly generation: Generation }
  /** An earlier try of this very write went through after all. */
  | { readonly kind: 'landed'; readonly generation: Generation }
  | { readonly kind: 'conflict' };

const other = (generation: Generation): Generation => (generation === 0 ? 1 : 0);

/**
 * Where a page that knows `known` may write revision `rev`, given the manifests that are stored now. Only on top of what
 * this page has read or written itself: a higher number alone would not show that somebody else's edits are in it.
 */
export function takeTurn(
  stored: readonly [Manifest | null, Manifest | null],
  known: Known,
  { rev, writer, again }: { readonly rev: number; readonly writer: string; readonly again: boolean },
): Turn {
  const top = newest(stored);
  // Nothing stored: new, or thrown away by the browser while the map was open. Nothing can be overwritten.
  if (top === null) return { kind: 'write', generation: 0 };
  const at = top === stored[0] ? 0 : 1;
  const mine = top.writer === writer;
  if (mine && again && top.rev === rev) return { kind: 'landed', generation: at };
  const asKnown = known.newest !== null && top.rev === known.newest.rev && top.writer === known.newest.writer;
  if (top.rev >= rev || !(mine || asKnown)) return { kind: 'conflict' };
  // Mine and newer than I know: a write that timed out and went through; complete, therefore whole.
  const good = asKnown ? known.good : at;
  return { kind: 'write', generation: good === null ? 0 : other(good) };
}
