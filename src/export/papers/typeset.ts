import type { MeasureText } from '../../geometry/arrangement.ts';
import type { Language } from '../../i18n/languages.ts';
import type { Translate } from '../../i18n/translate.ts';
import { type PaperTurn, sheetSize } from '../sheet/paper.ts';
import { wrapText } from '../sheet/wrap.ts';
import type { Block } from './blocks.ts';
import { type PaperPage, typeScale } from './page.ts';
import { type Piece, piecesOf, type Setting } from './pieces.ts';

export type Typesetting = {
  readonly title: string;
  readonly language: Language;
  readonly turn: PaperTurn;
  readonly large: boolean;
  /** A little smaller: for what then stays on one page. */
  readonly snug?: boolean;
  /** Round the text, where it is not as usual. */
  readonly margin?: number;
  /** At the foot of each page; '' for none. */
  readonly foot: string;
  readonly measure: MeasureText;
  readonly t: Translate;
};

const MARGIN = 60;

/** Blocks into A4 pages: nothing wider or lower than a page, and a table says its headings again on each. */
export function typeset(blocks: readonly Block[], request: Typesetting): PaperPage[] {
  const { width, height } = sheetSize({ size: 'A4', turn: request.turn });
  const { margin = MARGIN } = request;
  const scale = typeScale(request);
  const inner = width - 2 * margin;
  const foot = wrapText(request.foot, inner * 0.78, scale.small, 'relation', request.measure);
  const bottom = height - margin - Math.max(1, foot.length) * scale.small * 1.3 - 8;
  const setting: Setting = { width: inner, most: (bottom - margin) * 0.6, scale, measure: request.measure };
  const pieces = blocks.flatMap((block) => piecesOf(block, setting));
  const pages = paginate(pieces, bottom - margin);
  return pages.map((placed, index) => ({
    width,
    height,
    title: request.title,
    signed: index === 0 && request.title !== '',
    language: request.language,
    texts: [
      ...placed.flatMap(({ piece, y }) => piece.texts.map((text) => shift(text, y, margin))),
      ...footTexts(foot, { request, number: index + 1, count: pages.length, width, height }),
    ],
    rules: placed.flatMap(({ piece, y }) => piece.rules.map((rule) => shift(rule, y, margin))),
    bars: placed.flatMap(({ piece, y }) => piece.bars.map((bar) => shift(bar, y, margin))),
    boxes: placed.flatMap(({ piece, y }) => piece.boxes.map((box) => shift(box, y, margin))),
  }));
}

const shift = <Mark extends { readonly x: number; readonly y: number }>(
  mark: Mark,
  y: number,
  margin: number,
): Mark => ({
  ...mark,
  x: mark.x + margin,
  y: mark.y + y + margin,
});

type Placed = { readonly piece: Piece; readonly y: number };

function paginate(pieces: readonly Piece[], room: number): Placed[][] {
  const pages: Placed[][] = [[]];
  let y = 0;
  const put = (piece: Piece, gap: number) => {
    pages.at(-1)?.push({ piece, y: y + gap });
    y += gap + piece.height;
  };
  pieces.forEach((piece, at) => {
    const isFirst = pages.at(-1)?.length === 0;
    const gap = isFirst ? 0 : piece.gap;
    if (!isFirst && y + gap + together(pieces, at) > room) {
      pages.push([]);
      y = 0;
      if (piece.head) put(piece.head, 0);
      put(piece, 0);
      return;
    }
    put(piece, gap);
  });
  return pages;
}

/** The height of a piece and of those it must not be parted from. */
function together(pieces: readonly Piece[], from: number): number {
  let height = 0;
  for (let at = from; at < pieces.length; at++) {
    const piece = pieces[at];
    if (!piece) break;
    height += piece.height + (at > from ? piece.gap : 0);
    if (!piece.keepWithNext) break;
  }
  return height;
}

type Foot = {
  readonly request: Typesetting;
  readonly number: number;
  readonly count: number;
  readonly width: number;
  readonly height: number;
};

function footTexts(lines: readonly string[], { request, number, count, width, height }: Foot) {
  const { small: size } = typeScale(request);
  const style = { size, weight: 'relation', tone: 'quiet' } as const;
  const top = height - MARGIN - (lines.length - 1) * size * 1.3;
  const texts = lines.map((text, at) => ({ ...style, text, x: MARGIN, y: top + at * size * 1.3 }));
  if (count === 1) return texts;
  const page = request.t('paper.page', { number, count });
  const x = width - MARGIN - request.measure(page, size, 'relation');
  return [...texts, { ...style, text: page, x, y: height - MARGIN }];
}
