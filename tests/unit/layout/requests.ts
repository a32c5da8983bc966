import * as fc from 'fast-check';
import type { LayoutRequest, PersonToPlace } from '../../../src/geometry/arrangement.ts';
import { createFrame } from '../../../src/geometry/frame.ts';
import type { PersonId, Ring, RingPlace, Sector, SectorId, Spot } from '../../../src/model/types.ts';
import { measureText } from './measureText.ts';

export const sectorsOf = (spans: readonly number[]): Sector[] =>
  spans.map((span, at) => ({
    id: `s-${at}` as SectorId,
    kind: 'own',
    name: null,
    hue: 0,
    span,
    hidden: false,
  }));
export const ringsOf = (widths: readonly number[]): Ring[] => widths.map((width) => ({ name: null, width }));

export type Someone = { name?: string; relation?: string; sector?: number; ring?: RingPlace; spot?: Spot | null };

export const personIn = (at: number, someone: Someone = {}): PersonToPlace => ({
  id: `p-${at}` as PersonId,
  name: someone.name ?? `Person ${at}`,
  relation: someone.relation ?? '',
  cell: { sector: `s-${someone.sector ?? 0}` as SectorId, ring: someone.ring ?? 0 },
  spot: someone.spot ?? null,
});

/** A request for a round map with equal fields and rings. */
export function requestFor(
  people: readonly PersonToPlace[],
  change: { ties?: LayoutRequest['ties']; width?: number; height?: number; sectors?: number } = {},
): LayoutRequest {
  const sectors = change.sectors ?? 5;
  const stage = { width: change.width ?? 1066, height: change.height ?? 742, oval: false };
  const withOutside = people.some(({ cell }) => cell.ring === 'outside');
  const spans = Array.from({ length: sectors }, () => 360 / sectors);
  const frame = createFrame(sectorsOf(spans), ringsOf([1 / 3, 1 / 3, 1 / 3]), { ...stage, withOutside });
  return { frame, people, ties: change.ties ?? [], measure: measureText, obstacles: [] };
}

const NAMES = ['Mia', 'Bo', 'Kristoffer Wessel', 'Anne-Lise', 'Ćirić', '王小明', '👩‍👩‍👧 familien', '', 'نور الهدى', 'Å'];
const name = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...NAMES) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.constant('Wolfeschlegelsteinhausenbergerdorff den eldre av Østre Toten') },
);
const share = fc.double({ min: 0, max: 1, noNaN: true });
const spot: fc.Arbitrary<Spot | null> = fc.oneof(
  { weight: 5, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.record({ along: share, across: share, by: fc.constant('hand' as const) }) },
  { weight: 1, arbitrary: fc.record({ along: share, across: share, by: fc.constant('layout' as const) }) },
);

const shares = (least: number, most: number): fc.Arbitrary<number[]> =>
  fc
    .array(fc.integer({ min: 20, max: 60 }), { minLength: least, maxLength: most })
    .map((parts) => parts.map((part) => part / parts.reduce((a, b) => a + b, 0)));

/** Maps of all sorts: uneven cells, some overfull, hands anywhere, people outside and in hidden fields, small and wide stages. */
export const anyRequest = (mostPeople: number): fc.Arbitrary<LayoutRequest> =>
  fc
    .record({
      spans: shares(1, 8),
      widths: shares(2, 4),
      stage: fc.constantFrom([1066, 742], [700, 680], [390, 560], [1400, 800], [300, 300]),
      oval: fc.boolean(),
      crowd: fc.integer({ min: 1, max: 8 }),
      people: fc.array(
        fc.record({
          name,
          relation: fc.constantFrom('', '', 'mor', 'psykisk helsearbeider, kommunen'),
          sector: fc.nat(8),
          ring: fc.oneof(
            { weight: 12, arbitrary: fc.nat(3) },
            { weight: 1, arbitrary: fc.constant('outside' as const) },
          ),
          spot,
        }),
        { maxLength: mostPeople, size: 'max' },
      ),
      pairs: fc.array(fc.tuple(fc.nat(mostPeople), fc.nat(mostPeople)), { maxLength: 80 }),
    })
    .map(({ spans, widths, stage: [width = 0, height = 0], oval, crowd, people, pairs }) => {
      const sectors = sectorsOf(spans.map((part) => part * 360));
      const placed = people.map((someone, at) =>
        // `crowd` draws people into few fields; index 8 stays a field that is not shown.
        personIn(at, { ...someone, sector: someone.sector === 8 ? 8 : someone.sector % Math.min(crowd, spans.length) }),
      );
      const withOutside = placed.some(({ cell }) => cell.ring === 'outside');
      const frame = createFrame(sectors, ringsOf(widths), { width, height, oval, withOutside });
      const ties = pairs.flatMap(([a, b]) =>
        a < placed.length && b < placed.length ? [[`p-${a}` as PersonId, `p-${b}` as PersonId] as const] : [],
      );
      const obstacles = [{ x: -40, y: -height / 2 + 6, width: 80, height: 16 }];
      return { frame, people: placed, ties, measure: measureText, obstacles };
    });
