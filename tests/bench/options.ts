import { SIZES } from './networks.ts';

/** In the order of the table. `file` lies in `contestants/`. */
export const CONTESTANTS = [
  { name: 'product', file: 'product.ts', label: 'Nettverkskart' },
  { name: 'react-d3', file: 'reactD3.tsx', label: 'React + d3-force' },
  { name: 'cytoscape-fcose', file: 'cytoscapeFcose.ts', label: 'cytoscape fcose' },
  { name: 'webcola', file: 'webcola.ts', label: 'WebCola' },
] as const;

export type ContestantEntry = (typeof CONTESTANTS)[number];

export type Options = {
  readonly contestants: readonly ContestantEntry[];
  readonly sizes: readonly number[];
  /** Shorter drags and less patience: to see whether it runs, not for figures. */
  readonly quick: boolean;
  /** Everything, at full length: only then is the README written. */
  readonly whole: boolean;
};

const QUICK_SIZES = [25, 60];

export function readOptions(words: readonly string[]): Options {
  const valueOf = (name: string) =>
    words
      .find((word) => word.startsWith(`--${name}=`))
      ?.split('=')[1]
      ?.split(',');
  const unknown = words.filter((word) => !/^--(only=|sizes=|quick$)/.test(word));
  if (unknown.length > 0) throw new Error(`Unknown: ${unknown.join(' ')}. There are --only=, --sizes= and --quick.`);
  const only = valueOf('only');
  const sizes = valueOf('sizes')?.map(Number);
  const quick = words.includes('--quick');
  const strangers = only?.filter((name) => !CONTESTANTS.some((one) => one.name === name)) ?? [];
  if (strangers.length > 0) throw new Error(`No contestant ${strangers.join(', ')}.`);
  return {
    contestants: CONTESTANTS.filter(({ name }) => only?.includes(name) ?? true),
    sizes: sizes ?? (quick ? QUICK_SIZES : SIZES),
    quick,
    whole: !quick && !only && !sizes,
  };
}
