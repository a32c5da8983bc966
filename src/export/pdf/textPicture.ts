import { FONT_FAMILY } from '../../canvas/layers.ts';
import type { PlacedText } from './takeTexts.ts';

type TextPicture = {
  readonly address: string;
  /** Of the letters, in the sheet's units; the picture has a margin on both sides. */
  readonly width: number;
  readonly margin: number;
  readonly height: number;
  /** From the picture's upper edge down to the baseline. */
  readonly ascent: number;
};

/** Pixels per unit: 300 to the inch. */
const FINE = 300 / 96;

/** A text in any script, drawn by the browser with the letters that the device has. */
export function textPicture({ text, size, bold, fill, halo }: PlacedText): TextPicture | null {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) return null;
  const font = `${bold ? 600 : 400} ${size * FINE}px ${FONT_FAMILY}`;
  context.font = font;
  const measured = context.measureText(text);
  const margin = Math.ceil((halo?.width ?? 0) / 2 + size * 0.25);
  const ascent = Math.ceil(Math.max(size, measured.actualBoundingBoxAscent / FINE) + margin);
  const descent = Math.ceil(Math.max(size * 0.3, measured.actualBoundingBoxDescent / FINE) + margin);
  const width = measured.width / FINE;
  canvas.width = Math.max(1, Math.ceil((width + 2 * margin) * FINE));
  canvas.height = Math.max(1, Math.ceil((ascent + descent) * FINE));
  context.font = font;
  context.lineJoin = 'round';
  if (halo) {
    context.strokeStyle = halo.colour;
    context.lineWidth = halo.width * FINE;
    context.strokeText(text, margin * FINE, ascent * FINE);
  }
  context.fillStyle = fill;
  context.fillText(text, margin * FINE, ascent * FINE);
  const address = canvas.toDataURL('image/png');
  const height = canvas.height / FINE;
  // Gives the memory back at once: Safari keeps a sum over all canvases.
  canvas.width = 0;
  return { address, width, margin, height, ascent };
}
