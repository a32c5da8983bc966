import { drawMap } from '../../canvas/drawMap.ts';
import { MAP_COLOURS, type MapColours } from '../../scene/colours.ts';
import type { SheetRule } from './column.ts';
import { keyColours } from './keyScene.ts';
import type { MapSheet } from './layoutSheet.ts';
import { keepOnlyDrawn } from './onlyDrawn.ts';
import { drawText, make, round } from './svgParts.ts';

/**
 * The sheet as an svg of its own, in presentation attributes only: the element that is previewed and printed, and that
 * becomes the file. `idPrefix` keeps ids apart when several stand in one page.
 */
export function drawSheet(sheet: MapSheet, idPrefix: string): SVGSVGElement {
  const colours = MAP_COLOURS.paper;
  const { width, height, centre } = sheet;
  const root = make('svg', { viewBox: `0 0 ${round(width)} ${round(height)}`, lang: sheet.language });
  const title = make('title', {});
  title.textContent = sheet.title;
  const map = make('g', { transform: `translate(${round(centre.x)},${round(centre.y)})` });
  drawMap(map, sheet.scene, colours, idPrefix);
  const key = make('g', {});
  drawMap(key, sheet.key, keyColours(colours), `${idPrefix}-key`);
  key.querySelector('[data-ego]')?.remove();
  for (const mark of key.querySelectorAll('[data-wish]:not([data-wish=""])')) showAlone(mark);
  const texts = make('g', { 'font-family': map.getAttribute('font-family') ?? 'sans-serif' });
  texts.append(...sheet.texts.map((text) => drawText(text, colours)));
  const ground = make('rect', { width: '100%', height: '100%', fill: colours.paper });
  root.append(title, ground, map, ...sheet.rules.map((rule) => drawRule(rule, colours)), key, texts);
  keepOnlyDrawn(root);
  return root;
}

/** On the map a mark sits on somebody's rim; in the key it stands for itself. */
function showAlone(mark: Element): void {
  mark.removeAttribute('transform');
  mark.parentElement?.querySelector('[data-symbol]')?.remove();
}

const drawRule = ({ x, y, width }: SheetRule, { line }: MapColours) =>
  make('line', { x1: round(x), y1: round(y), x2: round(x + width), y2: round(y), stroke: line, 'stroke-width': 1 });
