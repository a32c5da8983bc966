import type { jsPDF } from 'jspdf';
import { PDF_FONT } from './pdfFonts.ts';
import type { PlacedText, Width } from './takeTexts.ts';
import { type TextPicture, textPicture } from './textPicture.ts';
import { isWritable } from './writable.ts';

/** The signs round names that run the other way are for browsers; here the words are put in their places one by one. */
const cleaned = (text: string) =>
  text
    .normalize('NFC')
    .replaceAll(/[\u2066-\u2069]/gu, '')
    .replaceAll(/\s/gu, ' ');

export const widthIn =
  (pdf: jsPDF): Width =>
  (text, size, bold) => {
    pdf.setFont(PDF_FONT, bold ? 'bold' : 'normal');
    return pdf.getStringUnitWidth(cleaned(text)) * size;
  };

/** A stretch of a line that is either written or drawn; its width in the sheet's units. */
type Run = { readonly text: string; readonly width: number; readonly picture: TextPicture | null };

/** Writes a text as text; words in letters that the font lacks as pictures, never not at all. */
export function writeText(pdf: jsPDF, placed: PlacedText, scale: number): void {
  const runs = runsOf(cleaned(placed.text)).map((text) => runOf(pdf, text, placed));
  const whole = runs.reduce((sum, { width }) => sum + width, 0);
  const turn = (placed.angle * Math.PI) / 180;
  let along = { start: 0, middle: -whole / 2, end: -whole }[placed.anchor];
  for (const run of runs) {
    const here = {
      ...placed,
      text: run.text,
      x: placed.x + Math.cos(turn) * along,
      y: placed.y + Math.sin(turn) * along,
    };
    if (run.picture) drawPicture(pdf, here, run.picture, scale);
    else writeRun(pdf, here, scale);
    along += run.width;
  }
}

/** Scripts that run from right to left. */
const LEFTWARD = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;

/**
 * What stands beside each other, from left to right: stretches that can be written, and single words that can't. Word by
 * word, because a word that comes again is then the same picture again; words of a script that runs to the left, in turn.
 * @internal
 */
export function runsOf(text: string): string[] {
  const parts = text.split(/( +)/u).filter((part) => part !== '');
  const runs: string[] = [];
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at] ?? '';
    const last = runs.at(-1);
    if (LEFTWARD.test(part)) {
      const from = at;
      while (LEFTWARD.test(parts[at + 2] ?? '')) at += 2;
      runs.push(...parts.slice(from, at + 1).toReversed());
    } else if (last !== undefined && isWritable(last) && isWritable(part)) runs[runs.length - 1] = last + part;
    else runs.push(part);
  }
  return runs;
}

function runOf(pdf: jsPDF, text: string, { size, bold, fill, halo }: PlacedText): Run {
  if (isWritable(text)) return { text, width: widthIn(pdf)(text, size, bold), picture: null };
  const picture = textPicture({ text, size, bold, fill, halo });
  return { text, width: picture?.width ?? 0, picture };
}

function writeRun(pdf: jsPDF, { text, x, y, size, bold, fill, halo, angle }: PlacedText, scale: number): void {
  pdf.setFont(PDF_FONT, bold ? 'bold' : 'normal');
  pdf.setFontSize(size * scale);
  if (halo) {
    pdf.setDrawColor(halo.colour);
    pdf.setLineWidth(halo.width * scale);
    pdf.setLineJoin('round');
    // Decoration: read and searched once, not twice.
    mark(pdf, '/Span << /ActualText () >> BDC');
    pdf.text(text, x * scale, y * scale, { renderingMode: 'stroke', angle: -angle });
    mark(pdf, 'EMC');
  }
  pdf.setTextColor(fill);
  pdf.text(text, x * scale, y * scale, { angle: -angle });
}

/** Not in the library's types, and the only way to say that something is decoration. */
const mark = (pdf: jsPDF, operator: string): void =>
  (pdf.internal as unknown as { write: (text: string) => void }).write(operator);

function drawPicture(pdf: jsPDF, { x, y, angle }: PlacedText, picture: TextPicture, scale: number): void {
  const [width, height] = [picture.width + 2 * picture.margin, picture.height];
  // An arc turns words; a picture of one is laid straight, with its middle where the word's middle is.
  const turn = (angle * Math.PI) / 180;
  const left = x + (Math.cos(turn) - 1) * (picture.width / 2) - picture.margin;
  const top = y + Math.sin(turn) * (picture.width / 2) - picture.ascent;
  // The same picture again is the same picture in the file.
  for (const address of picture.addresses)
    pdf.addImage(address, 'PNG', left * scale, top * scale, width * scale, height * scale, undefined, 'SLOW');
}
