import type { Language } from '../../i18n/languages.ts';
import type { SheetText } from '../sheet/column.ts';

/** A line across; a strong one stands under headings. */
export type PageRule = { readonly x: number; readonly y: number; readonly width: number; readonly strong: boolean };
/** Down the side of what is to be found again. */
export type PageBar = { readonly x: number; readonly y: number; readonly height: number };
/** A box to tick; `y` is its upper edge. */
export type PageBox = { readonly x: number; readonly y: number; readonly size: number; readonly ticked: boolean };

/** A page of text as data: every line has its place, so that preview, print and PDF file are the same. */
export type PaperPage = {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** Carries the small sign of the map: the first page of a paper that has a title. */
  readonly signed: boolean;
  readonly language: Language;
  readonly texts: readonly SheetText[];
  readonly rules: readonly PageRule[];
  readonly boxes: readonly PageBox[];
  readonly bars: readonly PageBar[];
};

/** Sizes of letters in CSS pixels: 4/3 of a point. */
export type TypeScale = {
  readonly base: number;
  readonly small: number;
  readonly heading: number;
  readonly title: number;
  /** Air above a heading. */
  readonly air: number;
  /** The least height of a row. */
  readonly row: number;
};

const NORMAL: TypeScale = { base: 15.5, small: 13, heading: 18, title: 30, air: 26, row: 42 };
/** Where a paper would otherwise end a little way into a second page. */
const SNUG: TypeScale = { base: 14, small: 12, heading: 16.5, title: 28, air: 18, row: 32 };
/** Nothing below 16 points. */
const LARGE: TypeScale = { base: 21.5, small: 21.5, heading: 24, title: 34, air: 15, row: 42 };

export const typeScale = ({ large, snug = false }: { readonly large: boolean; readonly snug?: boolean }): TypeScale => {
  if (large) return LARGE;
  return snug ? SNUG : NORMAL;
};
