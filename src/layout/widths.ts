import type { MeasureText, PersonToPlace } from '../geometry/arrangement.ts';
import { createFrame, egoRadius, outerRadius } from '../geometry/frame.ts';
import type { Frame, StageSize } from '../geometry/frame.ts';
import type { Ring, Sector } from '../model/types.ts';
import { LEVELS } from './levels.ts';
import type { Level } from './levels.ts';
import { areaOf, VariantBook } from './pieces.ts';

export type WidthsRequest = {
  readonly sectors: readonly Sector[];
  readonly rings: readonly Ring[];
  readonly people: readonly PersonToPlace[];
  readonly stage: StageSize;
  readonly measure: MeasureText;
};
export type Widths = {
  /** Degrees, one for every sector in order; a hidden one keeps its own. The shown add up to exactly 360. */
  readonly spans: number[];
  /** Shares of the distance from ego's rim to the outer rim; they add up to exactly 1. */
  readonly ringWidths: number[];
};

const EMPTY_SPAN = 20;
const USED_SPAN = 28;
const NARROWEST_RING = 0.7;
const WIDEST_RING = 1.5;
/** From equal cells to those that their people need; the smallest that is roomy enough is taken. */
const BLENDS = [0, 0.25, 0.5, 0.75, 1];
/** A cell whose symbols and names fill more of it than this looks packed. Names may lie over the next cell's border. */
const ROOMY = 0.8;
const ROUNDS = 60;
const RING_STEPS = 1024;

/**
 * Spans of the sectors and widths of the rings by what stands in them: the fullest cell gets as much air as can be, and no
 * more is taken from the equal cells than that needs.
 */
export function chooseWidths({ sectors, rings, people, stage, measure }: WidthsRequest): Widths {
  const shown = sectors.filter(({ hidden }) => !hidden);
  const level = LEVELS[0];
  if (!level || shown.length === 0 || rings.length === 0) {
    return exactly(sectors, blend(shown.length, rings.length, NO_WISH, 0));
  }
  const needs = cellNeeds(shown, rings.length, people, level, measure);
  const optimum = balance(needs, createFrame(shown, rings, stage));
  let best = optimum;
  let least = Infinity;
  for (const share of BLENDS) {
    const cells = blend(shown.length, rings.length, optimum, share);
    const fill = fullest(needs, shown, cells, stage);
    if (fill < least - 0.01) {
      least = fill;
      best = cells;
    }
    if (fill <= ROOMY) break;
  }
  return exactly(sectors, best);
}

type Cells = { readonly spans: readonly number[]; readonly widths: readonly number[] };
const NO_WISH: Cells = { spans: [], widths: [] };
/** Map units squared that the people of each sector need, ring by ring. */
type Needs = readonly (readonly number[])[];

function cellNeeds(
  shown: readonly Sector[],
  rings: number,
  people: readonly PersonToPlace[],
  level: Level,
  measure: MeasureText,
): Needs {
  const book = new VariantBook(measure);
  return shown.map(({ id }) =>
    Array.from({ length: rings }, (_, ring) =>
      people.reduce(
        (sum, person) =>
          person.cell.sector === id && person.cell.ring === ring
            ? sum + areaOf(book.text({ person, hold: 'free' }), level)
            : sum,
        0,
      ),
    ),
  );
}

/** Spans in turns with widths, each by the neediest cell in it, damped until they come to rest. */
function balance(needs: Needs, frame: Frame): Cells {
  const rings = frame.radii.length - 1;
  let spans = needs.map(() => 360 / needs.length);
  let widths: number[] = Array.from({ length: rings }, () => 1 / rings);
  const leastSpans = needs.map((sector) => (sector.some((need) => need > 0) ? USED_SPAN : EMPTY_SPAN));
  for (let round = 0; round < ROUNDS; round++) {
    const areas = ringAreas(widths, frame);
    const wanted = needs.map((sector) => Math.max(...sector.map((need, ring) => need / (areas[ring] ?? 1))));
    spans = shareOut(wanted, 360, leastSpans);
    const density = areas.map((_, ring) =>
      Math.max(...needs.map((sector, at) => (sector[ring] ?? 0) / (spans[at] ?? 1))),
    );
    const next = shareOut(
      density.map((need, ring) => (need * (widths[ring] ?? 0)) / (areas[ring] ?? 1)),
      1,
      widths.map(() => NARROWEST_RING / rings),
      widths.map(() => WIDEST_RING / rings),
    );
    widths = widths.map((width, ring) => 0.7 * width + 0.3 * (next[ring] ?? width));
  }
  return { spans, widths };
}

/** Area of each ring per radian, doubled. */
function ringAreas(widths: readonly number[], frame: Frame): number[] {
  const ego = egoRadius(frame);
  let inner = ego;
  return widths.map((width) => {
    const next = inner + width * (outerRadius(frame) - ego);
    const area = next ** 2 - inner ** 2;
    inner = next;
    return area;
  });
}

/**
 * Shares a total out by need, nobody getting less or more than their limits.
 * @internal
 */
export function shareOut(
  needs: readonly number[],
  total: number,
  least: readonly number[],
  most: readonly number[] = [],
): number[] {
  if (!(Math.max(...needs) > 0)) return needs.map(() => total / needs.length);
  // One factor for all needs: the larger it is, the more is shared out, evenly from one limit that somebody comes to to the next.
  const shares = (factor: number): number[] =>
    needs.map((need, at) => Math.min(most[at] ?? total, Math.max(least[at] ?? 0, need * factor)));
  const limits = needs.flatMap((need, at) => (need > 0 ? [(least[at] ?? 0) / need, (most[at] ?? total) / need] : []));
  let factor = 0;
  let before = sum(shares(0));
  for (const limit of limits.toSorted((a, b) => a - b)) {
    if (before >= total) break;
    const then = sum(shares(limit));
    factor = then > total ? factor + ((limit - factor) * (total - before)) / (then - before) : limit;
    before = then;
  }
  const found = shares(factor);
  const rest = total - sum(found);
  // Nobody in need is left to give the rest to: those without need take it.
  const open = found.map((value, at) => (rest > 0 ? (most[at] ?? total) - value : value - (least[at] ?? 0)));
  const room = sum(open);
  return room > 1e-12 ? found.map((value, at) => value + (rest * (open[at] ?? 0)) / room) : found;
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

function blend(sectors: number, rings: number, optimum: Cells, share: number): Cells {
  const mix = (count: number, whole: number, wanted: readonly number[]): number[] =>
    Array.from({ length: count }, (_, at) => (whole / count) * (1 - share) + (wanted[at] ?? whole / count) * share);
  return { spans: mix(sectors, 360, optimum.spans), widths: mix(rings, 1, optimum.widths) };
}

/** How full the fullest cell is. */
function fullest(needs: Needs, shown: readonly Sector[], { spans, widths }: Cells, stage: StageSize): number {
  const frame = createFrame(
    shown.map((sector, at) => ({ ...sector, span: spans[at] ?? sector.span })),
    widths.map((width) => ({ name: null, width })),
    stage,
  );
  const areas = ringAreas(widths, frame);
  return Math.max(
    ...needs.flatMap((sector, at) =>
      sector.map((need, ring) => {
        const arc = frame.sectors[at];
        return arc ? (2 * need) / ((arc.end - arc.start) * (areas[ring] ?? 1) * frame.ax * frame.ay) : 0;
      }),
    ),
  );
}

/** Whole degrees, and ring widths in a power of two: numbers whose sum is exact. */
function exactly(sectors: readonly Sector[], { spans, widths }: Cells): Widths {
  const whole = inSteps(spans, 360, 1);
  let at = 0;
  return {
    spans: sectors.map(({ hidden, span }) => (hidden ? span : (whole[at++] ?? span))),
    ringWidths: inSteps(widths, 1, RING_STEPS),
  };
}

/** Largest remainders. */
function inSteps(values: readonly number[], total: number, steps: number): number[] {
  if (values.every((value) => value === values[0])) {
    const equal = values.map(() => total / values.length);
    if (sum(equal) === total) return equal;
  }
  const floors = values.map((value) => Math.floor(value * steps + 1e-9));
  const missing = total * steps - sum(floors);
  const order = values.map((value, at) => ({ at, rest: Math.round(1e6 * (value * steps - (floors[at] ?? 0))) }));
  order.sort((a, b) => b.rest - a.rest || a.at - b.at);
  for (const { at } of order.slice(0, missing)) floors[at] = (floors[at] ?? 0) + 1;
  return floors.map((count) => count / steps);
}
