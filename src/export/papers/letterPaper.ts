import type { MeasureText } from '../../geometry/arrangement.ts';
import type { LetterBlock } from '../../model/types.ts';
import type { LetterPart } from '../letter/letterText.ts';
import type { PrintedLetter } from '../letter/printedLetter.ts';
import type { Block } from './blocks.ts';
import { type PaperPage, typeScale } from './page.ts';
import { typeset } from './typeset.ts';

/** 25 mm. */
const MARGIN = 94;

type Type = { readonly size: number; readonly leading: number };

/**
 * CSS pixels, 4/3 of a point, and the height of a line as a share of it. The first is for eyes that want large print:
 * most letters are short. The last is what can still be read without trouble: 9 points.
 */
const TYPES: readonly Type[] = [
  ...[20, 19, 18, 17, 16, 15, 14].map((size) => ({ size, leading: 1.5 })),
  { size: 13, leading: 1.42 },
  { size: 12, leading: 1.35 },
];
/** A letter that fills more than a page anyway need not be small. */
const ENDLESS: Type = { size: 15, leading: 1.5 };

type Setting = { readonly large: boolean; readonly measure: MeasureText };

/**
 * An invitation, the same in the preview, in print and in the PDF file: one page, in the largest type that fits. An
 * endless one, or a long one in large print, goes on over the next page; nothing is ever cut.
 */
export function letterPaper(letter: PrintedLetter, { large, measure }: Setting): PaperPage[] {
  const pagesIn = (type: Type) => lay(letter, type, measure);
  if (large) return pagesIn({ size: typeScale({ large }).base, leading: 1.42 });
  for (const type of TYPES) {
    const pages = pagesIn(type);
    if (pages.length === 1) return pages;
  }
  return pagesIn(ENDLESS);
}

function lay({ parts, language, t }: PrintedLetter, { size, leading }: Type, measure: MeasureText): PaperPage[] {
  const gap = (share: number): Block => ({ of: 'gap', height: size * share });
  const blocks = parts.flatMap((part, at): Block[] => [
    ...(at === 0 || isWithTheOneBefore(parts, at) ? [] : [gap(AIR[part.block] ?? (isFact(parts[at - 1]) ? 0.6 : 0.5))]),
    textOf(part, size, leading),
  ]);
  return typeset([{ of: 'gap', height: 20 }, ...blocks], {
    language,
    large: false,
    measure,
    t,
    title: '',
    turn: 'portrait',
    foot: '',
    margin: MARGIN,
  });
}

/** Above a part, as a share of the letters' size, where it is not as usual. */
const AIR: Readonly<Partial<Record<LetterBlock, number>>> = { when: 0.9, where: 0.9, closing: 1.2 };

const isFact = (part: LetterPart | undefined): boolean => part?.block === 'when' || part?.block === 'where';
const isWithTheOneBefore = (parts: readonly LetterPart[], at: number): boolean =>
  isFact(parts[at]) && isFact(parts[at - 1]);

/** When and where stand out, so that they are found again on the door of the fridge. */
function textOf({ block, text }: LetterPart, size: number, leading: number): Block {
  const said = { of: 'text', text, size: block === 'greeting' ? size * 1.1 : size, leading } as const;
  if (!isFact({ block, text })) return said;
  const colon = text.indexOf(':');
  const label = colon < 0 || colon > 12 ? {} : { label: text.slice(0, colon + 1) };
  return { ...said, ...label, marked: true };
}
