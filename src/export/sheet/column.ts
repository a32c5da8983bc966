import type { MeasureText } from '../../geometry/arrangement.ts';
import { type TextWeight, wrapText } from './wrap.ts';

export type SheetText = {
  readonly text: string;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly size: number;
  readonly weight: TextWeight;
  readonly tone: 'ink' | 'quiet';
};
export type SheetRule = { readonly x: number; readonly y: number; readonly width: number };

type Style = Pick<SheetText, 'size' | 'weight' | 'tone'> & { readonly leading?: number };

const LEADING = 1.38;

/** Writes texts under each other into a column; `y` says how far down it has come. */
export function createColumn(x: number, top: number, width: number, measure: MeasureText) {
  const texts: SheetText[] = [];
  const rules: SheetRule[] = [];
  let y = top;
  return {
    texts,
    rules,
    y: () => y,
    gap: (height: number) => void (y += height),
    write: (text: string, { leading = LEADING, ...style }: Style) => {
      for (const line of wrapText(text, width, style.size, style.weight, measure)) {
        texts.push({ text: line, x, y: y + style.size, ...style });
        y += style.size * leading;
      }
    },
    rule: () => void rules.push({ x, y, width }),
  };
}

export type Column = ReturnType<typeof createColumn>;
