import type { Hue, Ring, Sector, SectorId, SectorKind } from './types.ts';

/** The presets a user can choose between, by how many sectors they have. */
export const SECTOR_PRESETS = {
  four: ['family', 'friends', 'work', 'professionals'],
  five: ['family', 'friends', 'neighbours', 'work', 'professionals'],
  sixRelatives: ['family', 'relatives', 'friends', 'neighbours', 'work', 'professionals'],
  sixLeisure: ['family', 'friends', 'neighbours', 'leisure', 'work', 'professionals'],
} as const satisfies Record<string, readonly SectorKind[]>;
export type SectorPreset = keyof typeof SECTOR_PRESETS;

/** The hue a kind begins with; it stays with the sector when sectors are reordered. */
export const HUE_OF_KIND = {
  family: 0,
  friends: 1,
  neighbours: 2,
  work: 3,
  professionals: 4,
  relatives: 5,
  leisure: 6,
  own: 7,
} as const satisfies Record<SectorKind, Hue>;

const equalSpans = (count: number): number[] => Array.from({ length: count }, () => 360 / count);

export function presetSectors(preset: SectorPreset): Sector[] {
  const kinds = SECTOR_PRESETS[preset];
  const spans = equalSpans(kinds.length);
  return kinds.map((kind, index) => ({
    id: `s-${kind}` as SectorId,
    kind,
    name: null,
    hue: HUE_OF_KIND[kind],
    span: spans[index] ?? 0,
    hidden: false,
  }));
}

export const standardSectors = (): Sector[] => presetSectors('five');

export const standardRings = (count: number): Ring[] =>
  Array.from({ length: count }, () => ({ name: null, width: 1 / count }));
