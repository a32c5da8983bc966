import type { TextWeight } from '../sheet/wrap.ts';

export type CellLine = { readonly text: string; readonly weight: TextWeight };
/** Several texts under each other; a box stands before them where there is one. */
export type Cell = { readonly lines: readonly CellLine[]; readonly box?: boolean };

export type Column = { readonly heading: string; /** Of the page's width. */ readonly share: number };

/** What a paper is made of, without saying where it stands. */
export type Block =
  | { readonly of: 'title'; readonly text: string }
  | { readonly of: 'heading'; readonly text: string }
  | {
      readonly of: 'text';
      readonly text: string;
      readonly size?: number;
      /** Of a line, as a share of its letters' size. */
      readonly leading?: number;
      readonly quiet?: boolean;
      /** With a bar beside it. */
      readonly marked?: boolean;
      /** Its first word, to be found again. */ readonly label?: string;
    }
  | { readonly of: 'facts'; readonly facts: readonly { readonly label: string; readonly text: string }[] }
  | {
      readonly of: 'table';
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly Cell[])[];
      /** Rows to be filled in by hand, with boxes where the column has them. */
      readonly blank?: number;
      readonly blankRow?: readonly Cell[];
    }
  /** Lines to write on. */
  | { readonly of: 'lines'; readonly count: number }
  | { readonly of: 'gap'; readonly height: number };

export const plain = (text: string): Cell => ({ lines: text === '' ? [] : [{ text, weight: 'relation' }] });

/** A name, and smaller in weight what belongs to it. */
export const named = (name: string, more: string): Cell => ({
  lines: [
    { text: name, weight: 'name' as const },
    { text: more, weight: 'relation' as const },
  ].filter(({ text }) => text !== ''),
});

export const ticked = (box: boolean): Cell => ({ lines: [], box });
