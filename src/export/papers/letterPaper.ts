import type { LetterBlock } from '../../model/types.ts';
import { letterSize } from '../letter/letterSize.ts';
import type { PrintedLetter } from '../letter/printedLetter.ts';
import type { Block } from './blocks.ts';
import { type PaperPage, typeScale } from './page.ts';
import type { PaperRequest } from './request.ts';
import { typeset } from './typeset.ts';

/** 25 mm. */
const MARGIN = 94;

/** An invitation as a page of the PDF file; on the screen and in the browser's print it is `LetterPage`. */
export function letterPaper(letter: PrintedLetter, request: PaperRequest): PaperPage[] {
  const size = Math.max(letterSize(letter.parts), request.large ? typeScale(true).base : 0);
  const blocks: Block[] = letter.parts.flatMap(({ block, text }, at) => [
    ...(at === 0 || (block === 'where' && letter.parts[at - 1]?.block === 'when')
      ? []
      : [{ of: 'gap', height: size * 0.7 } as const]),
    { of: 'text', text, size, ...labelOf(block, text) },
  ]);
  const top = { of: 'gap', height: 20 } as const;
  const { language } = letter;
  return typeset([top, ...blocks], { ...request, language, title: '', turn: 'portrait', foot: '', margin: MARGIN });
}

/** "Når:" and "Hvor:" stand out here too. */
function labelOf(block: LetterBlock, text: string): { readonly label?: string } {
  const colon = block === 'when' || block === 'where' ? text.indexOf(':') : -1;
  return colon < 0 || colon > 12 ? {} : { label: text.slice(0, colon + 1) };
}
