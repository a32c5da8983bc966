import { fontCss } from './fontCss.ts';
import { pixelSize, type Raster, rasteriseAddress } from './raster.ts';

/**
 * A piece of the page as a PNG, so many pixels wide: for the list, whose lines the browser breaks. The map is never made
 * this way, it is drawn (`sheetSvg`). The library only copies the element; drawing and looking whether anything is there
 * are ours, because the library may wait for ever, and may give back an empty picture.
 */
export async function elementPicture(element: HTMLElement, width: number): Promise<Raster> {
  try {
    const { toSvg } = await import('html-to-image');
    const fontEmbedCSS = await fontCss(element.textContent ?? '');
    const address = await toSvg(element, { fontEmbedCSS, backgroundColor: '#ffffff' });
    const { offsetWidth, offsetHeight } = element;
    const size = { width: offsetWidth, height: offsetHeight };
    return await rasteriseAddress(address, pixelSize(size, width / Math.max(1, offsetWidth)));
  } catch {
    return { ok: false, failure: 'notDrawn' };
  }
}
