import type { EgoMark } from '../scene/types.ts';
import type { Layer } from './layers.ts';

/** The disc in the middle, within the layer. */
export const EGO_BUTTON = 'g[data-ego] > circle';

/**
 * The centre as the keys and a screen reader find it, like everybody round it. On the screen only, never on paper. The
 * letters stand beside the button: its spoken name says the whole name, and never ends in "…".
 */
export function nameEgo(layer: Layer, ego: EgoMark): void {
  layer.selectAll(EGO_BUTTON).attr('role', 'button').attr('aria-label', ego.spoken);
  layer.selectAll('g[data-ego] > text').attr('aria-hidden', 'true');
}
