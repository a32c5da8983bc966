import { jsPDF } from 'jspdf';
import { svg2pdf } from 'svg2pdf.js';
import { fontsReady } from '../../canvas/measure.ts';
import type { Raster } from '../raster.ts';
import { addFonts, PDF_FONT } from './pdfFonts.ts';
import { takeTexts } from './takeTexts.ts';
import { widthIn, writeText } from './writeText.ts';

export type PdfSheet = {
  readonly drawing: SVGSVGElement;
  readonly width: number;
  readonly height: number;
  /** Millimetres of the paper's width. */
  readonly mm: number;
};

const POINTS = 72 / 25.4;

/** Drawn sheets as one PDF file with its letters in it, made here on the device. */
export async function makePdf(sheets: readonly PdfSheet[]): Promise<Raster> {
  try {
    await fontsReady();
    const [first] = sheets;
    if (!first) return { ok: false, failure: 'notMade' };
    const pdf = new jsPDF({ unit: 'pt', compress: true, putOnlyUsedFonts: true, floatPrecision: 3, ...pageOf(first) });
    await addFonts(pdf);
    // Neither whose it is nor what it is about: the title shows in windows and lists.
    pdf.setDocumentProperties({ title: 'kart', creator: 'Nettverkskart' });
    for (const [at, sheet] of sheets.entries()) {
      const { format, orientation } = pageOf(sheet);
      if (at > 0) pdf.addPage(format, orientation);
      await drawSheet(pdf, sheet);
    }
    return { ok: true, blob: pdf.output('blob') };
  } catch {
    return { ok: false, failure: 'notMade' };
  }
}

function pageOf({ width, height, mm }: PdfSheet) {
  const points = mm * POINTS;
  const format: [number, number] = [points, (points * height) / width];
  return { format, orientation: width > height ? ('landscape' as const) : ('portrait' as const) };
}

async function drawSheet(pdf: jsPDF, { drawing, width, mm, height }: PdfSheet): Promise<void> {
  const scale = (mm * POINTS) / width;
  const texts = takeTexts(drawing, widthIn(pdf));
  await svg2pdf(drawing, pdf, { x: 0, y: 0, width: width * scale, height: height * scale });
  pdf.setFont(PDF_FONT, 'normal');
  for (const text of texts) writeText(pdf, text, scale);
}
