/** A line of text on a sheet, in the sheet's own units. */
export type PlacedText = {
  readonly text: string;
  /** Of the baseline, at the anchor. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  readonly fill: string;
  readonly anchor: 'start' | 'middle' | 'end';
  /** Degrees, clockwise. */
  readonly angle: number;
  readonly halo: { readonly colour: string; readonly width: number } | null;
};

/** How wide a text becomes in the file's own letters. */
export type Width = (text: string, size: number, bold: boolean) => number;

/**
 * Takes the texts out of a drawn sheet and says where they stand. The shapes are left for svg2pdf; the texts are written
 * by us, because it knows neither letters along an arc, nor halos under letters, nor names in other scripts.
 */
export function takeTexts(root: SVGSVGElement, width: Width): PlacedText[] {
  const elements = [...root.querySelectorAll('text')];
  const placed = elements.flatMap((element) => {
    const arc = element.querySelector('textPath');
    return arc ? alongArc(root, element, arc, width) : [straight(element)];
  });
  for (const element of elements) element.remove();
  root.querySelector('title')?.remove();
  return placed.filter(({ text }) => text.trim() !== '');
}

const numberOf = (element: Element, name: string): number => Number(element.getAttribute(name) ?? 0);

function straight(element: SVGTextElement): PlacedText {
  const { x, y } = offsetOf(element);
  return {
    ...styleOf(element),
    text: element.textContent ?? '',
    x: x + numberOf(element, 'x'),
    y: y + numberOf(element, 'y') + numberOf(element, 'dy'),
    anchor: anchorOf(element.getAttribute('text-anchor')),
    angle: 0,
  };
}

function styleOf(element: Element): Pick<PlacedText, 'size' | 'bold' | 'fill' | 'halo'> {
  const colour = element.getAttribute('stroke');
  return {
    size: numberOf(element, 'font-size'),
    bold: numberOf(element, 'font-weight') >= 600,
    fill: element.getAttribute('fill') ?? '#000000',
    halo: colour === null || colour === 'none' ? null : { colour, width: numberOf(element, 'stroke-width') },
  };
}

const anchorOf = (value: string | null): PlacedText['anchor'] =>
  value === 'middle' || value === 'end' ? value : 'start';

/** Groups on a sheet are moved, never turned; those that are made smaller hold no text. */
function offsetOf(element: Element): { x: number; y: number } {
  let [x, y] = [0, 0];
  for (let each: Element | null = element; each; each = each.parentElement) {
    const [, dx = 0, dy = 0] = (TRANSLATE.exec(each.getAttribute('transform') ?? '') ?? []).map(Number);
    x += dx;
    y += dy;
  }
  return { x, y };
}

const TRANSLATE = /translate\(\s*(-?[\d.e-]+)[\s,]+(-?[\d.e-]+)\s*\)/u;

/** Word by word, each straight and turned as the arc lies there: so the words stay words for whoever searches them. */
function alongArc(root: SVGSVGElement, element: SVGTextElement, arc: Element, width: Width): PlacedText[] {
  const id = arc.getAttribute('href')?.slice(1) ?? '';
  const path = [...root.querySelectorAll('path')].find((each) => each.id === id);
  if (!path) return [];
  const style = styleOf(element);
  const move = offsetOf(element);
  const widthOf = (text: string) => width(text, style.size, style.bold);
  const title = (arc.textContent ?? '').trim().replaceAll(/\s+/g, ' ');
  let at = path.getTotalLength() / 2 - widthOf(title) / 2;
  return title.split(' ').map((text): PlacedText => {
    const half = widthOf(text) / 2;
    const middle = at + half;
    at += 2 * half + widthOf(' ');
    const [before, here, after] = [-half / 2, 0, half / 2].map((step) => path.getPointAtLength(middle + step));
    const angle = Math.atan2((after?.y ?? 0) - (before?.y ?? 0), (after?.x ?? 0) - (before?.x ?? 0));
    const x = move.x + (here?.x ?? 0) - Math.cos(angle) * half;
    const y = move.y + (here?.y ?? 0) - Math.sin(angle) * half;
    return { ...style, text, x, y, anchor: 'start', angle: (angle * 180) / Math.PI };
  });
}
