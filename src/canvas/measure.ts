import type { MeasureText } from '../geometry/arrangement.ts';
import { type Letters, recordWidths } from './arrangeInWorker.ts';
import { FONT_FAMILY } from './layers.ts';

const WEIGHTS = { name: 600, relation: 400, title: 600 } as const;
/** Widths are asked for in many sizes but scale with them, so each text is measured once, large. */
const AT = 100;

/** Measures texts as the browser will draw them, each text once. Fonts must be loaded before (`fontsReady`). */
export function createLetters(): Letters {
  const context = document.createElement('canvas').getContext('2d');
  return recordWidths(
    (text, size, weight) => (context ? measured(context, text, WEIGHTS[weight]) : text.length * 0.58) * size,
  );
}

export const createMeasure = (): MeasureText => createLetters().measure;

function measured(context: CanvasRenderingContext2D, text: string, weight: number): number {
  context.font = `${weight} ${AT}px ${FONT_FAMILY}`;
  return context.measureText(text).width / AT;
}

const FACES = [600, 400].map((weight) => `${weight} 14px 'Inter Variable'`);
/** A letter of each part of the font that Norwegian, Sámi and Kven names need. */
const LETTERS = 'Aåčđŋ';

/** Can the map's letters be measured now? */
export const fontsAreReady = (): boolean =>
  !('fonts' in document) || FACES.every((face) => document.fonts.check(face, LETTERS));

/** Resolves when the map's letters can be measured; at the latest after a second, so that nothing waits for a font. */
export async function fontsReady(): Promise<void> {
  if (fontsAreReady()) return;
  const late = new Promise<void>((resolve) => setTimeout(resolve, 1000));
  await Promise.race([Promise.allSettled(FACES.map((face) => document.fonts.load(face, LETTERS))), late]);
  // The first text takes the browser as long as the next hundred: nobody waits for it later.
  createMeasure()(LETTERS, 1, 'name');
}
