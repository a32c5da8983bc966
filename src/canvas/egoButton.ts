import type { EgoMark } from '../scene/types.ts';
import type { Layer } from './layers.ts';

/** The centre as the keys and a screen reader find it, like everybody round it. On the screen only, never on paper. */
export function nameEgo(layer: Layer, ego: EgoMark): void {
  layer.selectAll('g[data-ego]').attr('role', 'button').attr('aria-label', ego.spoken);
}
