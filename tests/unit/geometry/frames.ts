import { createFrame, type Frame } from '../../../src/geometry/frame.ts';
import type { Ring, Sector } from '../../../src/model/types.ts';
import { field } from '../../support/aMap.ts';

/** Fields and rings of uneven widths, as users set them. */
export const sectorsOf = (count: number): Sector[] => {
  const sizes = Array.from({ length: count }, (_, index) => 2 + (index % 3));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return sizes.map((size, index) => ({
    id: field(String(index)),
    kind: 'own',
    name: null,
    hue: 0,
    span: (size / total) * 360,
    hidden: false,
  }));
};

export const ringsOf = (count: number): Ring[] => {
  const sizes = Array.from({ length: count }, (_, index) => 3 + (index % 2));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return sizes.map((size) => ({ name: null, width: size / total }));
};

export type FrameCase = { readonly title: string; readonly frame: Frame };

const STAGES = [
  { stage: 'a tablet lying', width: 1180, height: 760 },
  { stage: 'a tablet standing', width: 820, height: 1040 },
  { stage: 'a phone', width: 390, height: 560 },
];

/** Round and oval, lying and standing, with and without the band outside, 2–4 rings, 1–8 fields. */
export const FRAMES: readonly FrameCase[] = STAGES.flatMap(({ stage, width, height }) =>
  [true, false].flatMap((oval) =>
    [true, false].flatMap((withOutside) =>
      [2, 3, 4].flatMap((rings) =>
        [1, 2, 3, 4, 5, 6, 7, 8].map((sectors) => ({
          title: `${stage}, ${oval ? 'oval' : 'round'}, ${withOutside ? 'with outside, ' : ''}${rings} rings, ${sectors} fields`,
          frame: createFrame(sectorsOf(sectors), ringsOf(rings), { width, height, oval, withOutside }),
        })),
      ),
    ),
  ),
);

/** For the app's font, about what Inter Variable measures. */
export const measure = (text: string, size: number): number => text.length * size * 0.58;
