import { pixelSize, type Raster, rasterise } from './raster.ts';
import type { MapSheet } from './sheet/layoutSheet.ts';
import { type Paper, scaleForDpi } from './sheet/paper.ts';
import { sheetSvg } from './standaloneSvg.ts';

export const PICTURE_FORMS = ['screen', 'double', 'print', 'svg'] as const;
export type PictureForm = (typeof PICTURE_FORMS)[number];

const PRINT_DPI = 300;

const scaleOf = (form: Exclude<PictureForm, 'svg'>, paper: Paper): number =>
  ({ screen: 1, double: 2, print: scaleForDpi(paper, PRINT_DPI) })[form];

/** The sheet as a picture to take along. */
export async function sheetPicture(sheet: MapSheet, paper: Paper, form: PictureForm): Promise<Raster> {
  try {
    if (form === 'svg') return { ok: true, blob: new Blob([await sheetSvg(sheet)], { type: 'image/svg+xml' }) };
    const size = pixelSize(sheet, scaleOf(form, paper));
    return await rasterise(await sheetSvg(sheet, size), size);
  } catch {
    // The letters could not be loaded.
    return { ok: false, failure: 'notDrawn' };
  }
}
