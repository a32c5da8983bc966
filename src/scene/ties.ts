import type { Box, TieCurve } from '../geometry/arrangement.ts';
import { mapPoint, type MapPoint } from '../geometry/frame.ts';
import { along, curvePath, linePath, polygonPath } from '../geometry/paths.ts';
import type { RelationKind, Support } from '../model/types.ts';

/** Pattern and width of each kind; never colour. A new kind does not compile until it has a look. */
export const TIE_STYLES = {
  knows: { width: 1.3, dash: null, wavy: false, cut: false },
  strong: { width: 3.4, dash: null, wavy: false, cut: false },
  loose: { width: 1.1, dash: '12 5', wavy: false, cut: false },
  onAndOff: { width: 1.8, dash: '5 6', wavy: false, cut: false },
  difficult: { width: 1.5, dash: null, wavy: true, cut: false },
  noContact: { width: 1.5, dash: null, wavy: false, cut: true },
  wished: { width: 2.2, dash: '0.1 6', wavy: false, cut: false },
} as const satisfies Record<RelationKind, { width: number; dash: string | null; wavy: boolean; cut: boolean }>;

const WAVE_LENGTH = 13;
const WAVE_HEIGHT = 3.2;

export type DrawnTie = { readonly path: string; readonly cut: string | null; readonly arrows: readonly string[] };

/** The drawn form of a tie: its line by kind, and an arrowhead at whoever is supported. */
export function drawTie(curve: TieCurve, kind: RelationKind, support: Support): DrawnTie {
  const style = TIE_STYLES[kind];
  const line = endingAtArrows(curve, support);
  const { from, to, control } = line;
  const plain = control ? curvePath(from, control, to) : linePath(from, to);
  return {
    path: style.wavy ? wavyPath(line) : plain,
    cut: style.cut ? cutPath(curve) : null,
    arrows: [
      ...(support === 'given' || support === 'mutual' ? [arrow(curve, 1)] : []),
      ...(support === 'received' || support === 'mutual' ? [arrow(curve, 0)] : []),
    ],
  };
}

/** How far from an end an arrowhead is moved at the most, so that it still belongs to that end. */
const MOST_MOVED = 0.45;

/**
 * A tie whose arrowhead would lie under somebody's name ends where the name begins instead.
 * @param names boxes of the names at the first and the second end, map units; null where there is none
 */
export function clearOfNames(curve: TieCurve, support: Support, names: readonly [Box | null, Box | null]): TieCurve {
  const { from, control, to } = curve;
  const start = support === 'received' || support === 'mutual' ? stepsUnder(curve, 0, names[0]) : 0;
  const end = support === 'given' || support === 'mutual' ? stepsUnder(curve, 1, names[1]) : 0;
  return {
    from: start > 0 ? along(from, control, to, start) : from,
    to: end > 0 ? along(from, control, to, 1 - end) : to,
    control,
  };
}

/** The share of the curve, counted from one end, that is hidden by a name there. */
function stepsUnder({ from, control, to }: TieCurve, end: 0 | 1, name: Box | null): number {
  if (!name) return 0;
  const isUnder = (share: number) => {
    const { x, y } = along(from, control, to, end === 0 ? share : 1 - share);
    return x > name.x - 3 && x < name.x + name.width + 3 && y > name.y - 2 && y < name.y + name.height + 2;
  };
  let hidden = 0;
  for (let share = 0; share <= MOST_MOVED; share += 0.01) if (isUnder(share)) hidden = share + 0.01;
  return hidden;
}

/** A thick line ends inside its arrowhead, not at the tip, where it would be wider than the point. */
function endingAtArrows(curve: TieCurve, support: Support): TieCurve {
  const back = (at: 0 | 1) => {
    const way = directionAt(curve, at);
    const { x, y } = at === 1 ? curve.to : curve.from;
    const step = (at === 1 ? -1 : 1) * ARROW_LENGTH * 0.7;
    return mapPoint(x + way.x * step, y + way.y * step);
  };
  if (support === 'none' || length(curve) < 3 * ARROW_LENGTH) return curve;
  const { from, to, control } = curve;
  return { from: support === 'given' ? from : back(0), to: support === 'received' ? to : back(1), control };
}

const length = ({ from, to }: TieCurve) => Math.hypot(to.x - from.x, to.y - from.y);

/** The direction of the curve at a fraction, as a unit vector. */
function directionAt({ from, control, to }: TieCurve, t: number): MapPoint {
  const a = along(from, control, to, Math.max(0, t - 0.02));
  const b = along(from, control, to, Math.min(1, t + 0.02));
  const size = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  return mapPoint((b.x - a.x) / size, (b.y - a.y) / size);
}

function wavyPath(curve: TieCurve): string {
  const waves = Math.max(1, Math.round(length(curve) / WAVE_LENGTH));
  const steps = waves * 8;
  const points = Array.from({ length: steps + 1 }, (_, index) => {
    const t = index / steps;
    const { x, y } = along(curve.from, curve.control, curve.to, t);
    const way = directionAt(curve, t);
    const off = WAVE_HEIGHT * Math.sin(t * waves * 2 * Math.PI);
    return mapPoint(x - way.y * off, y + way.x * off);
  });
  return polygonPath(points).slice(0, -1);
}

/** Two short strokes across the middle. */
function cutPath(curve: TieCurve): string {
  const way = directionAt(curve, 0.5);
  const { x, y } = along(curve.from, curve.control, curve.to, 0.5);
  const stroke = (shift: number) => {
    const cx = x + way.x * shift;
    const cy = y + way.y * shift;
    return linePath(mapPoint(cx - way.y * 7, cy + way.x * 7), mapPoint(cx + way.y * 7, cy - way.x * 7));
  };
  return stroke(-3) + stroke(3);
}

const ARROW_LENGTH = 10;
const ARROW_HALF = 4.5;

function arrow(curve: TieCurve, at: 0 | 1): string {
  const tip = at === 1 ? curve.to : curve.from;
  const way = directionAt(curve, at);
  const sign = at === 1 ? -1 : 1;
  const back = mapPoint(tip.x + sign * way.x * ARROW_LENGTH, tip.y + sign * way.y * ARROW_LENGTH);
  return polygonPath([
    tip,
    mapPoint(back.x - way.y * ARROW_HALF, back.y + way.x * ARROW_HALF),
    mapPoint(back.x + way.y * ARROW_HALF, back.y - way.x * ARROW_HALF),
  ]);
}

/** A straight tie between two centres, ending at the rims of the symbols; what a drag shows while the finger moves. */
export function straightTie(a: MapPoint, b: MapPoint, gapA: number, gapB: number): TieCurve {
  const size = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  const ux = (b.x - a.x) / size;
  const uy = (b.y - a.y) / size;
  const reach = Math.min(gapA + gapB, size) / (gapA + gapB || 1);
  return {
    from: mapPoint(a.x + ux * gapA * reach, a.y + uy * gapA * reach),
    to: mapPoint(b.x - ux * gapB * reach, b.y - uy * gapB * reach),
    control: null,
  };
}
