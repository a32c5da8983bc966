import type { MeasureText } from '../../geometry/arrangement.ts';
import type { SheetText } from '../sheet/column.ts';
import { type TextWeight, wrapText } from '../sheet/wrap.ts';
import type { Block, Cell, Column } from './blocks.ts';
import type { PageBar, PageBox, PageRule, TypeScale } from './page.ts';

/** Something that never breaks over pages; places count from its own upper left corner. */
export type Piece = {
  readonly height: number;
  /** Air above it, unless it begins a page. */
  readonly gap: number;
  readonly texts: readonly SheetText[];
  readonly rules: readonly PageRule[];
  readonly boxes: readonly PageBox[];
  readonly bars: readonly PageBar[];
  /** Never the last thing on a page. */
  readonly keepWithNext: boolean;
  /** Said again where a new page begins with this piece. */
  readonly head: Piece | null;
};

export type Setting = {
  /** Of the text on the page. */
  readonly width: number;
  /** A piece may not be higher. */
  readonly most: number;
  readonly scale: TypeScale;
  readonly measure: MeasureText;
};

const LEADING = 1.42;
const EMPTY: Piece = { height: 0, gap: 0, texts: [], rules: [], boxes: [], bars: [], keepWithNext: false, head: null };

/** Every block as pieces, from top to bottom. */
export function piecesOf(block: Block, setting: Setting): Piece[] {
  const { scale, width } = setting;
  switch (block.of) {
    case 'title':
      return paragraph(block.text, {
        ...setting,
        width: width - 60,
        size: scale.title,
        weight: 'name',
        gap: 0,
        keep: true,
      });
    case 'heading':
      return paragraph(block.text, { ...setting, size: scale.heading, weight: 'name', gap: scale.air, keep: true });
    case 'text':
      return textPieces(block, setting);
    case 'facts':
      return block.facts.flatMap((fact) => factPieces(fact, setting));
    case 'table':
      return tablePieces(block, setting);
    case 'lines':
      return Array.from({ length: block.count }, () => ({
        ...EMPTY,
        height: scale.base * 2.3,
        rules: [{ x: 0, y: scale.base * 2.3, width, strong: false }],
      }));
    case 'gap':
      return [{ ...EMPTY, height: block.height }];
  }
}

/** Space between the bar and what it stands beside. */
const INDENT = 16;

function textPieces(block: Extract<Block, { of: 'text' }>, setting: Setting): Piece[] {
  const size = block.size ?? setting.scale.base;
  const style: Style = {
    ...setting,
    width: setting.width - (block.marked === true ? INDENT : 0),
    size,
    leading: block.leading ?? LEADING,
    weight: 'relation',
    gap: setting.scale.base * 0.45,
    tone: block.quiet === true ? 'quiet' : 'ink',
  };
  const pieces = block.text.split('\n').flatMap((part, at) =>
    // An empty line is somebody's way to make room.
    part.trim() === ''
      ? [{ ...EMPTY, height: size * 0.7 }]
      : paragraph(part, { ...style, label: at === 0 ? (block.label ?? '') : '' }),
  );
  return block.marked === true ? pieces.map(withBar) : pieces;
}

/** What stands under each other has one bar, without a break. */
const withBar = (piece: Piece): Piece => ({
  ...piece,
  gap: 0,
  bars: [{ x: 0, y: 0, height: piece.height }],
  texts: piece.texts.map((text) => ({ ...text, x: text.x + INDENT })),
});

type Style = Setting & {
  readonly size: number;
  readonly weight: TextWeight;
  readonly gap: number;
  readonly leading?: number;
  readonly keep?: boolean;
  readonly tone?: SheetText['tone'];
  /** The beginning of the text, in bold. */
  readonly label?: string;
};

/** Breaks anywhere between its lines, but leaves no line alone at its beginning. */
function paragraph(text: string, style: Style): Piece[] {
  const { width, size, weight, measure, gap, keep = false, tone = 'ink', label = '' } = style;
  const widened = label === '' ? 0 : measure(label, size, 'name') - measure(label, size, weight);
  const lines = wrapText(text, width - Math.max(0, widened), size, weight, measure);
  const leading = style.leading ?? (weight === 'name' ? 1.25 : LEADING);
  const y = size * (leading - 0.3);
  return lines.map((line, at) => ({
    ...EMPTY,
    height: size * leading,
    gap: at === 0 ? gap : 0,
    texts:
      at === 0 && label !== '' && line.startsWith(`${label} `)
        ? [
            { text: label, x: 0, y, size, weight: 'name' as const, tone },
            {
              text: line.slice(label.length + 1),
              x: measure(label, size, 'name') + measure(' ', size, weight),
              y,
              size,
              weight,
              tone,
            },
          ]
        : [{ text: line, x: 0, y, size, weight, tone }],
    keepWithNext: keep || (at === 0 && lines.length > 1),
  }));
}

/** A word that says what it is, and beside it what has been written. */
function factPieces({ label, text }: { label: string; text: string }, setting: Setting): Piece[] {
  const { width, scale, measure } = setting;
  const size = scale.base;
  const left = width * 0.24;
  const parts = text.split('\n').flatMap((part) => wrapText(part, width - left, size, 'relation', measure));
  const labels = wrapText(label, left - size, size, 'relation', measure);
  const count = Math.max(parts.length, labels.length);
  return Array.from({ length: count }, (_, at): Piece => {
    const y = size * (LEADING - 0.3);
    const line = (words: string | undefined, x: number, weight: TextWeight, tone: SheetText['tone']) =>
      words === undefined ? [] : [{ text: words, x, y, size, weight, tone }];
    const texts = [...line(labels[at], 0, 'relation', 'quiet'), ...line(parts[at], left, 'relation', 'ink')];
    return { ...EMPTY, height: size * LEADING, gap: at === 0 ? 4 : 0, texts, keepWithNext: at === 0 && count > 1 };
  });
}

const PAD = 7;
const BETWEEN = 10;

function tablePieces(table: Extract<Block, { of: 'table' }>, setting: Setting): Piece[] {
  const { columns, rows, blank = 0, blankRow = [] } = table;
  const head = headPiece(columns, setting);
  const written = rows.flatMap((row) => rowPieces(row, columns, setting));
  const empty = Array.from({ length: blank }, () => rowPieces(blankRow, columns, setting)).flat();
  return [head, ...[...written, ...empty].map((piece) => ({ ...piece, head }))];
}

function headPiece(columns: readonly Column[], { width, scale, measure }: Setting): Piece {
  const size = scale.small;
  const cells = columns.map(({ heading, share }) => wrapText(heading, share * width - BETWEEN, size, 'name', measure));
  const most = Math.max(1, ...cells.map(({ length }) => length));
  const height = most * size * 1.3 + 6;
  const texts = cells.flatMap((lines, column) =>
    lines.map((text, at): SheetText => {
      // On the lowest line, where they are read together with what stands below.
      const y = height - 9 - (lines.length - 1 - at) * size * 1.3;
      return { text, x: leftOf(columns, column, width), y, size, weight: 'name', tone: 'ink' };
    }),
  );
  const rules = [{ x: 0, y: height, width, strong: true }];
  return { ...EMPTY, height, gap: 14, texts, rules, keepWithNext: true };
}

const leftOf = (columns: readonly Column[], at: number, width: number): number =>
  columns.slice(0, at).reduce((sum, { share }) => sum + share * width, 0);

/** A row, or several where so much is written that it would not stay on a page. */
function rowPieces(row: readonly Cell[], columns: readonly Column[], setting: Setting): Piece[] {
  const { width, scale, most, measure } = setting;
  const sizeOf = (weight: TextWeight, column: number) =>
    weight === 'name' && column === 0 ? scale.base : scale.small + 0.5;
  const cells = columns.map(({ share }, column) =>
    (row[column]?.lines ?? []).flatMap(({ text, weight }) => {
      const size = sizeOf(weight, column);
      const room = share * width - BETWEEN;
      return wrapText(text, room, size, weight, measure).map((line) => ({ text: line, weight, size }));
    }),
  );
  const step = scale.base * 1.34;
  const perPiece = Math.max(1, Math.floor((most - 2 * PAD) / step));
  const count = Math.max(1, ...cells.map(({ length }) => length));
  return Array.from({ length: Math.ceil(count / perPiece) }, (_, part): Piece => {
    const here = cells.map((lines) => lines.slice(part * perPiece, (part + 1) * perPiece));
    const isLast = (part + 1) * perPiece >= count;
    const lines = Math.max(1, ...here.map(({ length }) => length));
    const height = Math.max(isLast ? scale.row : 0, lines * step + 2 * PAD);
    const texts = here.flatMap((cell, column) =>
      cell.map(({ text, weight, size }, at): SheetText => {
        const tone = weight === 'name' || column > 0 ? 'ink' : 'quiet';
        return { text, x: leftOf(columns, column, width), y: PAD + at * step + scale.base, size, weight, tone };
      }),
    );
    const boxes = columns.flatMap((_column, column): PageBox[] => {
      const box = row[column]?.box;
      const size = scale.base * 1.15;
      return box === undefined ? [] : [{ x: leftOf(columns, column, width), y: PAD + 1, size, ticked: box }];
    });
    const rules = isLast ? [{ x: 0, y: height, width, strong: false }] : [];
    return { ...EMPTY, height, texts, rules, boxes };
  });
}
