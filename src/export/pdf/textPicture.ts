import { FONT_FAMILY } from '../../canvas/layers.ts';
import type { PlacedText } from './takeTexts.ts';

export type TextPicture = {
  /** From back to front: the halo, where there is one, and the letters. */
  readonly addresses: readonly string[];
  /** Of the letters, in the sheet's units; the picture has a margin on both sides. */
  readonly width: number;
  readonly margin: number;
  readonly height: number;
  /** From the picture's upper edge down to the baseline. */
  readonly ascent: number;
};

type Lettering = Pick<PlacedText, 'text' | 'size' | 'bold' | 'fill' | 'halo'>;

/** Pixels per unit: 220 to the inch; large letters look as fine with fewer. */
const finenessOf = (size: number): number => (size > 16 ? 165 : 220) / 96;

/**
 * A text in any script, drawn by the browser with the letters that the device has. Each picture is of one colour and
 * nothing but more or less of it: with two it would become several times as large.
 */
export function textPicture({ text, size, bold, fill, halo }: Lettering): TextPicture | null {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  const fine = finenessOf(size);
  const font = `${bold ? 600 : 400} ${size * fine}px ${FONT_FAMILY}`;
  context.font = font;
  const measured = context.measureText(text);
  const margin = Math.ceil((halo?.width ?? 0) / 2 + size * 0.25);
  const ascent = Math.ceil(Math.max(size, measured.actualBoundingBoxAscent / fine) + margin);
  const descent = Math.ceil(Math.max(size * 0.3, measured.actualBoundingBoxDescent / fine) + margin);
  const width = measured.width / fine;
  canvas.width = Math.max(1, Math.ceil((width + 2 * margin) * fine));
  canvas.height = Math.max(1, Math.ceil((ascent + descent) * fine));
  context.font = font;
  const at = [text, margin * fine, ascent * fine] as const;
  const addresses: string[] = [];
  if (halo) {
    context.lineJoin = 'round';
    context.strokeStyle = halo.colour;
    context.lineWidth = halo.width * fine;
    context.strokeText(...at);
    addresses.push(hardened(canvas, context));
    context.clearRect(0, 0, canvas.width, canvas.height);
  }
  const light = lightness(fill);
  context.fillStyle = light > 0.5 ? '#ffffff' : '#000000';
  context.globalAlpha = light > 0.5 ? 1 : 1 - light;
  context.fillText(...at);
  addresses.push(canvas.toDataURL('image/png'));
  const height = canvas.height / fine;
  // Gives the memory back at once: Safari keeps a sum over all canvases.
  canvas.width = 0;
  return { addresses, width, margin, height, ascent };
}

/** Nothing half transparent: there, colours are only nearly what they were. */
function hardened(canvas: HTMLCanvasElement, context: CanvasRenderingContext2D): string {
  const picture = context.getImageData(0, 0, canvas.width, canvas.height);
  for (let at = 3; at < picture.data.length; at += 4) picture.data[at] = (picture.data[at] ?? 0) > 127 ? 255 : 0;
  context.putImageData(picture, 0, 0);
  return canvas.toDataURL('image/png');
}

/** 0 for black, 1 for white; of "#1f2933". */
const lightness = (colour: string): number =>
  [1, 3, 5].reduce((sum, at) => sum + (Number.parseInt(colour.slice(at, at + 2), 16) || 0) / 255 / 3, 0);
