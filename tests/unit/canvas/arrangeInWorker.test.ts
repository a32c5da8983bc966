import { describe, expect, it } from 'vitest';
import { measureBy, recordWidths } from '../../../src/canvas/arrangeInWorker.ts';
import { createFrame } from '../../../src/geometry/frame.ts';
import type { LayoutRequest, MeasureText } from '../../../src/geometry/arrangement.ts';
import { arrange } from '../../../src/layout/arrange.ts';
import { improvePicture } from '../../../src/layout/improve.ts';
import { standardRings, standardSectors } from '../../../src/model/presets.ts';
import type { PersonId, SectorId } from '../../../src/model/types.ts';
import { makeNetwork } from '../../bench/networks.ts';

/** Wide and narrow letters, bold ones wider: nothing that could be guessed from a text's length. */
const measure: MeasureText = (text, size, weight) =>
  size *
  Array.from(text).reduce((sum, letter) => sum + ('ijl f'.includes(letter) ? 0.3 : 0.62), weight === 'name' ? 0.1 : 0);

function requestFor(count: number): LayoutRequest {
  const sectors = standardSectors();
  const { people, ties } = makeNetwork(count);
  const stage = { width: 1180, height: 820, oval: false, withOutside: false };
  return {
    frame: createFrame(sectors, standardRings(3), stage),
    people: people.map(({ id, name, sector, ring }) => ({
      id: id as PersonId,
      cell: { sector: sectors.find(({ kind }) => kind === sector)?.id ?? ('' as SectorId), ring },
      spot: null,
      name,
      relation: ring === 0 ? 'venninne' : '',
    })),
    ties: ties.map(([a, b]) => [a as PersonId, b as PersonId] as const),
    measure,
    obstacles: [],
  };
}

describe('a picture that is improved beside the page', () => {
  it.each([12, 60, 110])('is the one that the page would have made of %i people', { timeout: 30_000 }, (count) => {
    const request = requestFor(count);
    const recorded = recordWidths(measure);
    arrange({ ...request, measure: recorded.measure });
    const { measure: _, ...improvable } = request;
    // As it goes to the worker and back.
    const { request: sent, widths } = structuredClone({ request: improvable, widths: recorded.widths });
    const spots = ({ people }: ReturnType<typeof arrange>) => [...people].map(([id, { spot }]) => [id, spot]);
    const improve = improvePicture;
    const beside = arrange({ ...sent, measure: measureBy(widths) }, { improve });
    expect(spots(beside)).toEqual(spots(arrange(request, { improve })));
  });
});
