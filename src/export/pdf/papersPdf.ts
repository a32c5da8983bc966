import { drawPage } from '../papers/drawPage.ts';
import type { PaperPage } from '../papers/page.ts';
import type { Sheet } from '../papers/papers.ts';
import type { Raster } from '../raster.ts';
import { drawSheet } from '../sheet/drawSheet.ts';
import { type PaperSize, SHORT_MM, LONG_MM } from '../sheet/paper.ts';
import { makePdf, type PdfSheet } from './makePdf.ts';

/** The chosen papers as one file. `size` is that of the drawn sheets; text is always on A4. */
export const papersPdf = (sheets: readonly Sheet[], size: PaperSize): Promise<Raster> =>
  makePdf(sheets.map((sheet) => pdfSheet(sheet, size)));

function pdfSheet(sheet: Sheet, size: PaperSize): PdfSheet {
  if (sheet.of === 'page') return textSheet(sheet.page);
  const { width, height } = sheet.sheet;
  return { drawing: drawSheet(sheet.sheet, 'pdf'), width, height, mm: millimetres(width > height, size) };
}

const textSheet = (page: PaperPage): PdfSheet => {
  const { width, height } = page;
  return { drawing: drawPage(page), width, height, mm: millimetres(width > height, 'A4') };
};

const millimetres = (isLying: boolean, size: PaperSize) => (isLying ? LONG_MM : SHORT_MM)[size];
