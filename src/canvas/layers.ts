import { select, type Selection } from 'd3-selection';

export type Layer = Selection<SVGGElement, unknown, null, undefined>;

export const FONT_FAMILY = "'Inter Variable', Inter, 'Helvetica Neue', Arial, sans-serif";

/** Drawn from back to front; `over` holds what a gesture shows while it lasts. */
const LAYERS = ['bands', 'target', 'lines', 'rim', 'groups', 'ties', 'ego', 'people', 'over'] as const;
type LayerName = (typeof LAYERS)[number];

/** The group that holds a layer; all of them are made, in order, when the first is asked for. */
export function layerOf(root: SVGGElement, name: LayerName): Layer {
  const find = () => root.querySelector<SVGGElement>(`:scope > g[data-layer="${name}"]`);
  if (!find()) for (const each of LAYERS) select(root).append('g').attr('data-layer', each);
  return select(find() ?? root);
}

/** Makes a group once; each of the many drawn from it is a copy, which takes half the time of making it anew. */
export function copiesOf(fill: (group: Layer) => void): () => SVGGElement {
  let first: SVGGElement | null = null;
  return () => {
    if (!first) {
      first = document.createElementNS('http://www.w3.org/2000/svg', 'g');
      fill(select(first) as Layer);
    }
    return first.cloneNode(true) as SVGGElement;
  };
}
