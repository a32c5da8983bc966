import { FONT_FAMILY } from '../../canvas/layers.ts';
import { MAP_COLOURS } from '../../scene/colours.ts';
import { cleanText } from '../sheet/onlyDrawn.ts';
import { drawText, make, round } from '../sheet/svgParts.ts';
import type { PageBar, PageBox, PageRule, PaperPage } from './page.ts';

/** A page of text as an svg: the element that is previewed, printed, and turned into the PDF file. */
export function drawPage(page: PaperPage): SVGSVGElement {
  const colours = MAP_COLOURS.paper;
  const root = make('svg', { viewBox: `0 0 ${round(page.width)} ${round(page.height)}`, lang: page.language });
  // A letter has no title: it says itself what it is.
  const title = page.title === '' ? [] : [make('title', {})];
  for (const element of title) element.textContent = cleanText(page.title);
  const texts = make('g', { 'font-family': FONT_FAMILY });
  for (const text of page.texts) {
    // The space is for whoever reads the page as text.
    texts.append(drawText({ ...text, text: cleanText(text.text) }, colours), ' ');
  }
  const ground = make('rect', { width: '100%', height: '100%', fill: colours.paper });
  root.append(
    ...title,
    ground,
    ...(page.signed ? drawMark(page) : []),
    ...page.rules.map(drawRule),
    ...page.bars.map(drawBar),
    ...page.boxes.flatMap(drawBox),
    texts,
  );
  return root;
}

const { ink, line } = MAP_COLOURS.paper;

const drawRule = ({ x, y, width, strong }: PageRule) =>
  make('line', {
    x1: round(x),
    y1: round(y),
    x2: round(x + width),
    y2: round(y),
    stroke: strong ? ink : line,
    'stroke-width': strong ? 1.5 : 1,
  });

const drawBar = ({ x, y, height }: PageBar) =>
  make('rect', { x: round(x), y: round(y), width: 3, height: round(height), fill: line });

/** Three rings and somebody in the middle: these sheets belong to the map. Never where a title comes. */
function drawMark({ width }: PaperPage): SVGElement[] {
  const place = { cx: round(width - 78), cy: 66 };
  const rings = [18, 12.5, 7].map((r) =>
    make('circle', { ...place, r, fill: 'none', stroke: line, 'stroke-width': 1 }),
  );
  return [...rings, make('circle', { ...place, r: 3, fill: ink })];
}

/** Drawn, not a letter: no font can lose it. */
function drawBox({ x, y, size, ticked }: PageBox): SVGElement[] {
  const box = make('rect', {
    x: round(x + 1),
    y: round(y + 1),
    width: size,
    height: size,
    rx: 3,
    fill: 'none',
    stroke: ink,
    'stroke-width': 1.3,
  });
  if (!ticked) return [box];
  const tick = make('path', {
    d: `M${round(x + 1 + size * 0.22)} ${round(y + 1 + size * 0.52)}l${round(size * 0.22)} ${round(size * 0.24)}l${round(size * 0.36)} ${round(-size * 0.48)}`,
    fill: 'none',
    stroke: ink,
    'stroke-width': 2,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  });
  return [box, tick];
}
