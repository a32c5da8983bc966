import { fontCss } from './fontCss.ts';
import { drawSheet } from './sheet/drawSheet.ts';
import type { MapSheet } from './sheet/layoutSheet.ts';

/** The sheet as the text of an svg file that opens alone, with its letters in it. */
export async function sheetSvg(sheet: MapSheet): Promise<string> {
  const root = drawSheet(sheet, 'sheet');
  return serialise(root, sheet, await fontCss(root.textContent ?? ''));
}

/** The drawing in so many pixels: an image element takes its size from the file. */
export function serialise(
  root: SVGSVGElement,
  { width, height }: { width: number; height: number },
  css: string,
): string {
  root.setAttribute('width', String(Math.round(width)));
  root.setAttribute('height', String(Math.round(height)));
  const style = document.createElementNS('http://www.w3.org/2000/svg', 'style');
  style.textContent = css;
  if (css !== '') root.prepend(style);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(root)}\n`;
}
