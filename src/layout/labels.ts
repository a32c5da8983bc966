import type { Box, Label, LabelSide, MeasureText, PersonToPlace } from '../geometry/arrangement.ts';
import { OWN_GAP, relationSize } from './levels.ts';
import type { Level } from './levels.ts';
import { breakInTwo, fillTwoLines, shorten, shortenAtWord } from './wrap.ts';

/** One way in which a person's name can stand, and how much worse it looks than the best. */
export type Variant = {
  readonly label: Label;
  readonly cost: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

type Line = Label['lines'][number];
type Block = { readonly lines: readonly Omit<Line, 'dx' | 'dy'>[]; readonly width: number; readonly height: number };

/** Shares of the type size: from a line's top to its baseline, below the baseline, from baseline to baseline. */
const ASCENT = 0.78;
const DESCENT = 0.22;
const LEADING = 1.14;
/** A name up to so many times the type size stands on one line. */
const ONE_LINE = 6.2;
const TOO_SHORT_TO_BREAK = 4.6;
const MOST_LINE = 12;
const MOST_RELATION = 11;

const SIDES: readonly { readonly side: LabelSide; readonly cost: number }[] = [
  { side: 'under', cost: 0 },
  { side: 'right', cost: 0.7 },
  { side: 'left', cost: 0.75 },
  { side: 'over', cost: 0.9 },
];
const SECOND_CHOICE = 0.25;

/** All ways in which a name can stand at this level, best first; none for somebody without any text. */
export function labelVariants(person: PersonToPlace, level: Level, measure: MeasureText): Variant[] {
  const blocks = textBlocks(person, level, measure);
  return blocks.lines
    .flatMap((block, choice) =>
      SIDES.map(({ side, cost }) => variant(block, side, cost + choice * SECOND_CHOICE, level, blocks.shortened)),
    )
    .sort((a, b) => a.cost - b.cost);
}

function textBlocks(
  person: PersonToPlace,
  { nameSize }: Level,
  measure: MeasureText,
): { lines: Block[]; shortened: boolean } {
  const width = (text: string): number => measure(text, nameSize, 'name');
  const name = person.name.trim().replace(/\s+/gu, ' ');
  const relation = relationLine(person.relation, nameSize, measure);
  if (name === '') return { lines: relation ? [block([], relation, nameSize, measure)] : [], shortened: false };
  const splits = nameLines(name, nameSize, width);
  return {
    lines: splits.map((lines) => block(lines, relation, nameSize, measure)),
    shortened: splits.every((lines) => lines.join('').endsWith('…')) && !name.endsWith('…'),
  };
}

function nameLines(name: string, nameSize: number, width: (text: string) => number): (readonly string[])[] {
  const whole = width(name);
  const room = MOST_LINE * nameSize;
  const two = breakInTwo(name, width);
  if (!two) return [[shorten(name, width, room)]];
  if (whole <= TOO_SHORT_TO_BREAK * nameSize) return [[name]];
  if (whole <= ONE_LINE * nameSize) return [[name], two];
  if (Math.max(width(two[0]), width(two[1])) > room) return [fillTwoLines(name, width, room)];
  return whole <= room ? [two, [name]] : [two];
}

function relationLine(relation: string, nameSize: number, measure: MeasureText): Omit<Line, 'dx' | 'dy'> | null {
  const size = relationSize(nameSize);
  const whole = relation.trim().replace(/\s+/gu, ' ');
  if (whole === '') return null;
  const text = shortenAtWord(whole, (part) => measure(part, size, 'relation'), MOST_RELATION * size);
  return { text, weight: 'relation', size };
}

function block(
  names: readonly string[],
  relation: Omit<Line, 'dx' | 'dy'> | null,
  size: number,
  measure: MeasureText,
): Block {
  const named = names.map((text) => ({ text, weight: 'name' as const, size }));
  const lines = relation ? [...named, relation] : named;
  const width = Math.max(...lines.map((line) => measure(line.text, line.size, line.weight)));
  const last = lines.at(-1)?.size ?? size;
  return { lines, width, height: lastBaseline(lines) + DESCENT * last };
}

/** Baselines from the top of the block: the first lies an ascent down, each next one a leading further. */
const baselines = (lines: Block['lines']): number[] => {
  let at = 0;
  return lines.map(({ size }, index) => (at += index === 0 ? ASCENT * size : LEADING * size));
};
const lastBaseline = (lines: Block['lines']): number => baselines(lines).at(-1) ?? 0;

function variant(block: Block, side: LabelSide, cost: number, level: Level, shortened: boolean): Variant {
  const box = boxBeside(block, side, level.symbolRadius + OWN_GAP);
  const anchor = side === 'right' ? 'start' : side === 'left' ? 'end' : 'middle';
  const dx = side === 'right' ? box.x : side === 'left' ? box.x + box.width : 0;
  const down = baselines(block.lines);
  const lines = block.lines.map((line, index) => ({ ...line, dx, dy: box.y + (down[index] ?? 0) }));
  const label: Label = { side, anchor, lines, box, shortened };
  return { label, cost, left: box.x, right: box.x + box.width, top: box.y, bottom: box.y + box.height };
}

function boxBeside({ width, height }: Block, side: LabelSide, away: number): Box {
  switch (side) {
    case 'under':
      return { x: -width / 2, y: away, width, height };
    case 'over':
      return { x: -width / 2, y: -away - height, width, height };
    case 'right':
      return { x: away + 1, y: -height / 2, width, height };
    case 'left':
      return { x: -away - 1 - width, y: -height / 2, width, height };
  }
}
