import type { jsPDF } from 'jspdf';
import { PDF_FONT } from './pdfFonts.ts';
import type { PlacedText, Width } from './takeTexts.ts';
import { textPicture } from './textPicture.ts';
import { isWritable } from './writable.ts';

const cleaned = (text: string) => text.normalize('NFC').replaceAll(/\s/gu, ' ');

export const widthIn =
  (pdf: jsPDF): Width =>
  (text, size, bold) => {
    pdf.setFont(PDF_FONT, bold ? 'bold' : 'normal');
    return pdf.getStringUnitWidth(cleaned(text)) * size;
  };

/** Writes a text as text; one in letters that the font lacks as a picture, never not at all. */
export function writeText(pdf: jsPDF, placed: PlacedText, scale: number): void {
  if (!isWritable(cleaned(placed.text))) return drawPicture(pdf, placed, scale);
  const { size, bold, fill, halo } = placed;
  const text = cleaned(placed.text);
  const { x, y } = startOf(placed, widthIn(pdf)(text, size, bold));
  pdf.setFont(PDF_FONT, bold ? 'bold' : 'normal');
  pdf.setFontSize(size * scale);
  if (halo) {
    pdf.setDrawColor(halo.colour);
    pdf.setLineWidth(halo.width * scale);
    pdf.setLineJoin('round');
    // Decoration: read and searched once, not twice.
    mark(pdf, '/Artifact BMC');
    pdf.text(text, x * scale, y * scale, { renderingMode: 'stroke' });
    mark(pdf, 'EMC');
  }
  pdf.setTextColor(fill);
  pdf.text(text, x * scale, y * scale, { angle: -placed.angle });
}

function startOf({ x, y, anchor }: PlacedText, width: number) {
  const back = { start: 0, middle: width / 2, end: width }[anchor];
  return { x: x - back, y };
}

/** Not in the library's types, and the only way to say that something is decoration. */
const mark = (pdf: jsPDF, operator: string): void =>
  (pdf.internal as unknown as { write: (text: string) => void }).write(operator);

function drawPicture(pdf: jsPDF, placed: PlacedText, scale: number): void {
  const picture = textPicture(placed);
  if (!picture) return;
  const { x, y } = startOf(placed, picture.width);
  const [width, height] = [picture.width + 2 * picture.margin, picture.height];
  // An arc turns words; a picture of one is laid straight, with its middle where the word's middle is.
  const turn = (placed.angle * Math.PI) / 180;
  const left = placed.angle === 0 ? x : x + (Math.cos(turn) - 1) * (picture.width / 2);
  const base = placed.angle === 0 ? y : y + Math.sin(turn) * (picture.width / 2);
  pdf.addImage(
    picture.address,
    'PNG',
    (left - picture.margin) * scale,
    (base - picture.ascent) * scale,
    width * scale,
    height * scale,
    undefined,
    'SLOW',
  );
}
