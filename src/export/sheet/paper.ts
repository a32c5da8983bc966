export const PAPERS = ['A4', 'A3'] as const;
export type PaperSize = (typeof PAPERS)[number];
export const TURNS = ['landscape', 'portrait'] as const;
export type PaperTurn = (typeof TURNS)[number];
export type Paper = { readonly size: PaperSize; readonly turn: PaperTurn };

const MM = 96 / 25.4;
export const LONG_MM = { A4: 297, A3: 420 } as const satisfies Record<PaperSize, number>;
export const SHORT_MM = { A4: 210, A3: 297 } as const satisfies Record<PaperSize, number>;

/** A3 gives half of its growth to larger letters and the other half to more room. */
const ENLARGED = { A4: 1, A3: 1.2 } as const satisfies Record<PaperSize, number>;

export type SheetSize = { readonly width: number; readonly height: number };

/** The units in which a sheet is drawn: CSS pixels on A4, somewhat larger ones on A3. */
export function sheetSize({ size, turn }: Paper): SheetSize {
  const long = (LONG_MM[size] * MM) / ENLARGED[size];
  const short = (SHORT_MM[size] * MM) / ENLARGED[size];
  return turn === 'landscape' ? { width: long, height: short } : { width: short, height: long };
}

/** How many pixels per unit give so many dots per inch on paper. */
export const scaleForDpi = ({ size }: Paper, dpi: number): number => (dpi / 96) * ENLARGED[size];
