import { drawMap } from '../../src/canvas/drawMap.ts';
import { keepOnlyDrawn } from '../../src/export/sheet/onlyDrawn.ts';
import { MAP_COLOURS } from '../../src/scene/colours.ts';
import type { MapScene } from '../../src/scene/types.ts';

export const SVG = 'http://www.w3.org/2000/svg';

export function drawn(scene: MapScene, root = document.createElementNS(SVG, 'g')): SVGGElement {
  drawMap(root, scene, MAP_COLOURS.light, 'map');
  return root;
}

/**
 * Alone in a file, on lines, rounded (to tenths): a change is seen where it is. Only what is seen, so that a picture
 * changes when the map looks different, not when it is spoken or touched in another way.
 */
export function picture(scene: MapScene, digits = 1): string {
  const { halfWidth: x, halfHeight: y } = scene.frame;
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', `${-x} ${-y} ${2 * x} ${2 * y}`);
  svg.append(drawn(scene));
  keepOnlyDrawn(svg);
  for (const group of svg.querySelectorAll('g'))
    if (group.attributes.length === 0) group.replaceWith(...group.childNodes);
  const text = new XMLSerializer().serializeToString(svg);
  const unit = 10 ** digits;
  const rounded = text.replace(/-?\d+\.\d+(?:e-\d+)?/g, (number) =>
    String(Math.round(Number(number) * unit) / unit + 0),
  );
  return `${rounded.replace(/>\s*</g, '>\n<')}\n`;
}
