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

/** A name broken in one way, at one size. */
type Block = {
  readonly text: NameText;
  readonly names: readonly Part[];
  readonly relation: Part | null;
  readonly size: number;
  readonly width: number;
  readonly height: number;
};

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
const NAME_ALONE = 3;

/** What is written beside a person, with widths at type size 1: how a name breaks does not depend on the level. */
export type NameText = {
  /** The ways to break the name, the best first. */
  readonly names: readonly (readonly Part[])[];
  readonly relation: Part | null;
  readonly shortened: boolean;
};
type Part = { readonly text: string; readonly width: number };

/** Breaks and shortens a person's name and relation word, measured at type size 1; a person without a name has the word alone. */
export function readText(person: PersonToPlace, measure: MeasureText): NameText {
  const width = (text: string): number => measure(text, 1, 'name');
  const name = person.name.trim().replace(/\s+/gu, ' ');
  const relation = relationPart(person.relation, measure);
  if (name === '') return { names: relation ? [[]] : [], relation, shortened: false };
  const splits = nameLines(name, width);
  return {
    names: splits.map((lines) => lines.map((text) => ({ text, width: width(text) }))),
    relation,
    shortened: splits.every((lines) => lines.join('').endsWith('…')) && !name.endsWith('…'),
  };
}

function nameLines(name: string, width: (text: string) => number): (readonly string[])[] {
  const whole = width(name);
  const two = breakInTwo(name, width);
  if (!two) return [[shorten(name, width, MOST_LINE)]];
  if (whole <= TOO_SHORT_TO_BREAK) return [[name]];
  if (whole <= ONE_LINE) return [[name], two];
  if (Math.max(width(two[0]), width(two[1])) > MOST_LINE) return [fillTwoLines(name, width, MOST_LINE)];
  return whole <= MOST_LINE ? [two, [name]] : [two];
}

function relationPart(relation: string, measure: MeasureText): Part | null {
  const width = (text: string): number => measure(text, 1, 'relation');
  const whole = relation.trim().replace(/\s+/gu, ' ');
  if (whole === '') return null;
  const text = shortenAtWord(whole, width, MOST_RELATION);
  return { text, width: width(text) };
}

/** All ways in which a name can stand at this level, best first; none for somebody without any text. */
export const labelVariants = (person: PersonToPlace, level: Level, measure: MeasureText): Variant[] =>
  variantsOf(readText(person, measure), level);

/** `alone`: where hands put people close together, also the name without what they are, before it is left out. */
export const variantsOf = (text: NameText, level: Level, alone = false): Variant[] =>
  (alone && level.words && text.relation ? [true, false] : [level.words])
    .flatMap((words, worse) =>
      text.names.flatMap((_, choice) => {
        const block = blockAt(text, choice, level.nameSize, words);
        const more = choice * SECOND_CHOICE + worse * NAME_ALONE;
        return SIDES.map(({ side, cost }) => new Name(block, side, cost + more, level));
      }),
    )
    .sort((a, b) => a.cost - b.cost);

/** Width and height of the best way to write somebody's name; null without any text. */
export const roomFor = (text: NameText, { nameSize, words }: Level): { width: number; height: number } | null =>
  text.names.length > 0 ? blockAt(text, 0, nameSize, words) : null;

function blockAt(text: NameText, choice: number, size: number, words: boolean): Block {
  const names = text.names[choice] ?? [];
  // Whoever has no name is known by what they are.
  const relation = words || names.length === 0 ? text.relation : null;
  const small = relationSize(size);
  let width = relation ? relation.width * small : 0;
  for (const part of names) width = Math.max(width, part.width * size);
  // The first line's ascent, from baseline to baseline, and what hangs under the last one.
  const leading = Math.max(0, names.length - 1) * LEADING * size + (relation && names.length > 0 ? LEADING * small : 0);
  const ascent = ASCENT * (names.length > 0 ? size : small);
  return { text, names, relation, size, width, height: ascent + leading + DESCENT * (relation ? small : size) };
}

/** One way to write a name. The lines are written out only for the picture that is shown. */
class Name implements Variant {
  readonly cost: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly #block: Block;
  readonly #side: LabelSide;
  #label: Label | null = null;

  constructor(block: Block, side: LabelSide, cost: number, { symbolRadius }: Level) {
    const { x, y, width, height } = boxBeside(block, side, symbolRadius + OWN_GAP);
    this.cost = cost;
    this.left = x;
    this.right = x + width;
    this.top = y;
    this.bottom = y + height;
    this.#block = block;
    this.#side = side;
  }

  get label(): Label {
    return (this.#label ??= this.#write());
  }

  #write(): Label {
    const { text, names, relation, size, width, height } = this.#block;
    const side = this.#side;
    const anchor = side === 'right' ? 'start' : side === 'left' ? 'end' : 'middle';
    const dx = side === 'right' ? this.left : side === 'left' ? this.right : 0;
    const parts = names.map((part) => ({ text: part.text, weight: 'name' as const, size }));
    const small = relationSize(size);
    const all = relation ? [...parts, { text: relation.text, weight: 'relation' as const, size: small }] : parts;
    let dy = this.top;
    const lines = all.map((line, index) => {
      dy += (index === 0 ? ASCENT : LEADING) * line.size;
      return { ...line, dx, dy };
    });
    return { side, anchor, lines, box: { x: this.left, y: this.top, width, height }, shortened: text.shortened };
  }
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
