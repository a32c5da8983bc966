import { fontCss } from './fontCss.ts';
import { drawSheet } from './sheet/drawSheet.ts';
import type { MapSheet } from './sheet/layoutSheet.ts';

type Size = { readonly width: number; readonly height: number };

/** The sheet as the text of an svg file that opens alone, with its letters in it. */
export async function sheetSvg(sheet: MapSheet, size: Size = sheet): Promise<string> {
  const root = drawSheet(sheet, 'sheet');
  return serialise(root, size, await fontCss(root.textContent ?? ''));
}

/**
 * The drawing in so many pixels: an image element takes its size from the file.
 * @internal
 */
export function serialise(root: SVGSVGElement, { width, height }: Size, css: string): string {
  root.setAttribute('width', String(Math.round(width)));
  root.setAttribute('height', String(Math.round(height)));
  if (css !== '') {
    const style = document.createElementNS('http://www.w3.org/2000/svg', 'style');
    style.textContent = css;
    root.prepend(style);
  }
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(root)}\n`;
}
