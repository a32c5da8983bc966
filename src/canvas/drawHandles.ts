import { HANDLE_RADIUS } from '../geometry/handles.ts';
import type { MapColours } from '../scene/colours.ts';
import type { SectorMark } from '../scene/types.ts';
import type { Layer } from './layers.ts';
import { write } from './write.ts';

/** Small knobs on the rim where two sectors meet: there their border is dragged. On the screen only, never on paper. */
export function drawHandles(layer: Layer, sectors: readonly SectorMark[], colours: MapColours): void {
  layer
    .selectAll<SVGCircleElement, SectorMark>('circle[data-handle]')
    .data(sectors.length > 1 ? sectors : [], ({ id }) => id)
    .join((enter) => enter.append('circle').attr('data-handle', '').attr('r', HANDLE_RADIUS).attr('cursor', 'grab'))
    .each(write('cx', ({ border }) => border.to.x))
    .each(write('cy', ({ border }) => border.to.y))
    .each(write('fill', colours.paper))
    .each(write('stroke', colours.quiet))
    .each(write('stroke-width', 1.2));
}
