import { turnsRound } from '../i18n/direction.ts';
import { select, type Selection } from 'd3-selection';
import type { Frame } from '../geometry/frame.ts';
import { ringNameSize } from '../geometry/titles.ts';
import type { MapColours } from '../scene/colours.ts';
import type { GroupMark, MapScene, RingMark, SectorMark } from '../scene/types.ts';
import { drawPeople } from './drawPeople.ts';
import { drawTies } from './drawTies.ts';
import { FONT_FAMILY, type Layer, layerOf } from './layers.ts';
import { write, writeText } from './write.ts';

/**
 * Draws a scene into a group whose origin is ego; called again with another scene, it changes only what differs.
 * Everything is said in attributes, not classes, so that the drawing is also the exported file. `idPrefix` keeps
 * the ids of text paths apart when several maps stand in one page.
 */
export function drawMap(root: SVGGElement, scene: MapScene, colours: MapColours, idPrefix: string): void {
  select(root).each(write('font-family', FONT_FAMILY));
  drawBands(layerOf(root, 'bands'), scene, colours);
  drawLines(layerOf(root, 'lines'), scene, colours);
  drawRim(layerOf(root, 'rim'), scene, colours, idPrefix);
  drawGroups(layerOf(root, 'groups'), scene.groups, colours);
  drawTies(layerOf(root, 'ties'), scene.relations, colours);
  drawEgo(layerOf(root, 'ego'), scene, colours);
  drawPeople(layerOf(root, 'people'), scene, colours);
}

/** The cells as drawn, for checks from outside: svg user units, radians clockwise from 3 o'clock. */
export function cellsOf(frame: Frame, centre: { x: number; y: number }): string {
  const sectors = frame.sectors.map(({ id, start, end }) => ({ id, a0: start, a1: end }));
  return JSON.stringify({ cx: centre.x, cy: centre.y, ax: frame.ax, ay: frame.ay, radii: frame.radii, sectors });
}

function drawBands(layer: Layer, scene: MapScene, colours: MapColours): void {
  const { rings, frame } = scene;
  const outer = frame.radii.at(-1) ?? 0;
  layer
    .selectAll<SVGEllipseElement, number>('ellipse[data-ground]')
    .data([outer])
    .join((enter) => enter.append('ellipse').attr('data-ground', ''))
    .each(write('rx', (radius) => radius * frame.ax))
    .each(write('ry', (radius) => radius * frame.ay))
    // Under the rings it shows only between ego's circle and the innermost ellipse of an oval map.
    .each(write('fill', rings.length === 0 ? colours.bands[2] : colours.bands[0]));
  layer
    .selectAll<SVGPathElement, RingMark>('path[data-ring-band]')
    .data(rings, ({ index }) => index)
    .join('path')
    .each(write('data-ring-band', ({ index }) => index))
    .each(write('d', ({ band }) => band))
    .each(write('fill-rule', 'evenodd'))
    .each(write('fill', ({ index }) => colours.bands[index] ?? colours.paper))
    .each(write('stroke', colours.line))
    .each(write('stroke-width', 1));
}

function drawLines(layer: Layer, scene: MapScene, colours: MapColours): void {
  layer
    .selectAll<SVGPathElement, SectorMark>('path[data-sector-area]')
    .data(scene.sectors, ({ id }) => id)
    .join('path')
    .each(write('data-sector-area', ({ id }) => id))
    .each(write('d', ({ area }) => area))
    .each(write('fill', 'none'))
    .each(write('stroke', 'none'));
  layer
    .selectAll<SVGLineElement, SectorMark>('line')
    .data(scene.sectors.length > 1 ? scene.sectors : [], ({ id }) => id)
    .join('line')
    .each(write('x1', ({ border }) => border.from.x))
    .each(write('y1', ({ border }) => border.from.y))
    .each(write('x2', ({ border }) => border.to.x))
    .each(write('y2', ({ border }) => border.to.y))
    .each(write('stroke', colours.line))
    .each(write('stroke-width', 1.2));
  halo(
    layer
      .selectAll<SVGTextElement, RingMark>('text')
      .data(scene.rings, ({ index }) => index)
      .join('text'),
    colours,
  )
    .each(write('x', ({ at }) => at.x))
    .each(write('y', ({ at }) => at.y))
    .each(write('text-anchor', 'middle'))
    .each(write('font-size', ringNameSize))
    .each(write('fill', colours.quiet))
    .each(writeText(({ name }) => name));
}

/** A rim of paper round letters, so that lines may pass under them. */
function halo<Mark>(
  text: Selection<SVGTextElement, Mark, SVGGElement, unknown>,
  colours: MapColours,
): Selection<SVGTextElement, Mark, SVGGElement, unknown> {
  return text
    .each(write('stroke', colours.bands[1]))
    .each(write('stroke-width', 3.5))
    .each(write('stroke-linejoin', 'round'))
    .each(write('paint-order', 'stroke'));
}

function drawRim(layer: Layer, scene: MapScene, colours: MapColours, idPrefix: string): void {
  const sector = layer
    .selectAll<SVGGElement, SectorMark>('g')
    .data(scene.sectors, ({ id }) => id)
    .join((enter) => {
      const g = enter.append('g');
      g.append('path').attr('data-rim', '').attr('fill', 'none').attr('stroke-linecap', 'round');
      g.append('path').attr('data-title-path', '').attr('fill', 'none').attr('stroke', 'none');
      g.append('text').append('textPath').attr('startOffset', '50%').attr('text-anchor', 'middle');
      return g;
    });
  sector
    .select<SVGPathElement>('path[data-rim]')
    .each(write('d', ({ rim }) => rim))
    .each(write('stroke', ({ hue }) => colours.hues[hue]))
    .each(write('stroke-width', ({ empty }) => (empty ? 2 : 4.5)))
    .each(write('opacity', ({ empty }) => (empty ? 0.8 : 0.9)));
  sector
    .select<SVGPathElement>('path[data-title-path]')
    .each(write('id', ({ id }) => titleId(idPrefix, scene, id)))
    .each(write('d', ({ titlePath }) => titlePath));
  sector
    .select<SVGTextElement>('text')
    .each(write('font-size', ({ titleSize }) => titleSize))
    .each(write('font-weight', 600))
    .each(write('fill', ({ hue }) => colours.hues[hue]))
    .select<SVGTextPathElement>('textPath')
    .each(write('href', ({ id }) => `#${titleId(idPrefix, scene, id)}`))
    .each(write('unicode-bidi', ({ title }) => (turnsRound(title) ? 'plaintext' : null)))
    .each(writeText(({ title }) => title));
}

/** Ids from files may hold anything; the number of the sector never does. */
const titleId = (prefix: string, scene: MapScene, id: SectorMark['id']) =>
  `${prefix}-title-${scene.sectors.findIndex((sector) => sector.id === id)}`;

function drawGroups(layer: Layer, groups: readonly GroupMark[], colours: MapColours): void {
  const group = layer
    .selectAll<SVGGElement, GroupMark>('g')
    .data(groups, ({ id }) => id)
    .join((enter) => {
      const g = enter.append('g');
      g.append('path').attr('stroke-linejoin', 'round');
      g.append('text').attr('text-anchor', 'middle').attr('translate', 'no');
      return g;
    })
    .each(write('data-group-id', ({ id }) => id));
  group
    .select<SVGPathElement>('path')
    .each(write('d', ({ outline }) => outline))
    .each(write('fill', colours.group))
    .each(write('fill-opacity', 0.07))
    .each(write('stroke', colours.group))
    .each(write('stroke-opacity', 0.75))
    .each(write('stroke-dasharray', '2 4'))
    .each(write('stroke-linecap', 'round'))
    .each(write('stroke-width', 1.6));
  group
    .select<SVGTextElement>('text')
    .each(write('x', ({ labelAt }) => labelAt.x))
    .each(write('y', ({ labelAt }) => labelAt.y))
    .each(write('font-size', 12))
    .each(write('font-weight', 600))
    .each(write('fill', colours.quiet))
    .each(write('stroke', colours.bands[1]))
    .each(write('stroke-width', 3.5))
    .each(write('paint-order', 'stroke'))
    .each(write('unicode-bidi', ({ label }) => (turnsRound(label) ? 'plaintext' : null)))
    .each(writeText(({ label }) => label));
}

function drawEgo(layer: Layer, { ego }: MapScene, colours: MapColours): void {
  const mark = layer
    .selectAll<SVGGElement, MapScene['ego']>('g')
    .data([ego])
    .join((enter) => {
      const g = enter.append('g').attr('data-ego', '');
      g.append('circle');
      g.append('text').attr('text-anchor', 'middle').attr('translate', 'no').attr('font-weight', 600);
      return g;
    });
  mark
    .select<SVGCircleElement>('circle')
    .each(write('r', ({ radius }) => radius))
    .each(write('fill', colours.egoFill));
  mark
    .select<SVGTextElement>('text')
    .each(write('dy', ({ nameSize }) => nameSize * 0.35))
    .each(write('font-size', ({ nameSize }) => nameSize))
    .each(write('fill', colours.egoText))
    .each(write('unicode-bidi', ({ name }) => (turnsRound(name) ? 'plaintext' : null)))
    .each(writeText(({ name }) => name));
}
