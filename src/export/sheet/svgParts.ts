import type { MapColours } from '../../scene/colours.ts';
import type { SheetText } from './column.ts';

const SVG = 'http://www.w3.org/2000/svg';

export function make<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | number>>,
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

export function drawText({ text, x, y, size, weight, tone }: SheetText, colours: MapColours): SVGTextElement {
  const element = make('text', {
    x: round(x),
    y: round(y),
    'font-size': size,
    'font-weight': weight === 'name' ? 600 : 400,
    fill: colours[tone],
  });
  element.textContent = text;
  return element;
}

export const round = (value: number) => Math.round(value * 100) / 100;
