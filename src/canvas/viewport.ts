import { type MapPoint, mapPoint, type ScreenPoint, screenPoint } from '../geometry/frame.ts';

/** How the map lies in its svg: ego's place in pixels, and the zoom (1 = fitted). */
export type View = { readonly x: number; readonly y: number; readonly zoom: number };

/** What is in sight, in map units; how many pixels a unit is, and whether that is as the picture was fitted. */
export type Sight = {
  readonly zoom: number;
  readonly isFitted: boolean;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/** The picture as it was fitted: zoomed by less, it shows the names that the layout chose. */
const FITTED = 0.02;
const MIN_ZOOM = 0.5;
const MAX_ZOOM = 6;

export type Viewport = {
  /** A point of the page (clientX, clientY) on the map. */
  readonly toMap: (client: ScreenPoint) => MapPoint;
  readonly toClient: (point: MapPoint) => ScreenPoint;
  /** How many pixels a map unit is. */
  readonly zoom: () => number;
  /** How many pixels a map unit is when the map is fitted: 1, or more in *Stor visning*. */
  readonly setScale: (scale: number) => void;
  readonly panBy: (dx: number, dy: number) => void;
  readonly view: () => View;
  readonly show: (view: View) => void;
  /** Zooms by a factor and keeps the given point of the page where it is. */
  readonly zoomAt: (client: ScreenPoint, factor: number) => void;
  /** Zooms about the middle of the stage. */
  readonly zoomBy: (factor: number) => void;
  readonly fit: () => void;
  readonly setTurned: (turned: boolean) => void;
  /** What lies within the svg, in map units. */
  readonly inSight: () => Sight;
  /** Ego's place in the svg's user units. */
  readonly centre: () => { x: number; y: number };
};

/** Pan, zoom and turn are one transform on each root group; nothing else changes. */
export function createViewport(svg: SVGSVGElement, roots: readonly SVGGElement[]): Viewport {
  let view: View = { x: 0, y: 0, zoom: 1 };
  let turned = false;
  let scale = 1;
  const box = boxOf(svg);
  const size = sizeOf(svg, box, () => set(view));
  const centre = () => {
    const { width, height } = size();
    return { x: width / 2 + view.x, y: height / 2 + view.y };
  };
  const set = (next: View) => {
    view = nearStage(next, size());
    const { x, y } = centre();
    const transform = `translate(${x},${y}) scale(${view.zoom * scale})${turned ? ' rotate(180)' : ''}`;
    for (const root of roots) root.setAttribute('transform', transform);
  };
  const pixels = () => view.zoom * scale * (turned ? -1 : 1);
  const zoomAt = (client: ScreenPoint, factor: number) => {
    const { left, top } = box();
    const at = centre();
    const zoom = Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, view.zoom * factor));
    const ratio = zoom / view.zoom - 1;
    set({ zoom, x: view.x - (client.x - left - at.x) * ratio, y: view.y - (client.y - top - at.y) * ratio });
  };
  const toMap = ({ x, y }: ScreenPoint) => {
    const { left, top } = box();
    const at = centre();
    return mapPoint((x - left - at.x) / pixels(), (y - top - at.y) / pixels());
  };
  return {
    centre,
    zoom: () => view.zoom * scale,
    setScale: (next) => {
      if (next === scale) return;
      scale = next;
      set(view);
    },
    toMap,
    toClient: ({ x, y }) => {
      const { left, top } = box();
      const at = centre();
      return screenPoint(left + at.x + x * pixels(), top + at.y + y * pixels());
    },
    view: () => view,
    show: set,
    panBy: (dx, dy) => set({ ...view, x: view.x + dx, y: view.y + dy }),
    zoomAt,
    zoomBy: (factor) => {
      const { left, top, width, height } = box();
      zoomAt(screenPoint(left + width / 2, top + height / 2), factor);
    },
    inSight: () => inSight(size(), centre(), view.zoom, pixels()),
    fit: () => set({ x: 0, y: 0, zoom: 1 }),
    setTurned: (next) => {
      if (next === turned) return;
      turned = next;
      set(view);
    },
  };
}

/** The middle of the map stays near the stage: nobody is left with an empty page. */
function nearStage(view: View, { width, height }: Size): View {
  const within = (value: number, half: number) => Math.max(-half, Math.min(half, value));
  const reach = 0.45 * Math.max(1, view.zoom);
  return { ...view, x: within(view.x, width * reach), y: within(view.y, height * reach) };
}

/**
 * Where an svg lies on the page, asked for once a frame: to ask again after something was drawn makes the browser lay
 * out the page at once (half of what a drag cost).
 */
function boxOf(svg: SVGSVGElement): () => DOMRect {
  let known: DOMRect | null = null;
  return () => {
    if (!known) {
      known = svg.getBoundingClientRect();
      requestAnimationFrame(() => {
        known = null;
      });
    }
    return known;
  };
}

type Size = { readonly width: number; readonly height: number };

/**
 * How large an svg is. The browser says so by itself when it has laid out the page; asked while something has just been
 * drawn it would lay out the page at once, and once more for what is drawn next.
 */
function sizeOf(svg: SVGSVGElement, box: () => DOMRect, onChange: () => void): () => Size {
  let known: Size | null = null;
  if (typeof ResizeObserver === 'function') {
    new ResizeObserver(([entry]) => {
      if (!entry) return;
      const { width, height } = entry.contentRect;
      const isNew = known !== null && (known.width !== width || known.height !== height);
      known = { width, height };
      if (isNew) onChange();
    }).observe(svg);
  }
  return () => known ?? box();
}

/** What of the map lies within the svg; `pixels` a unit, less than 0 when the map is turned round. */
function inSight({ width, height }: Size, ego: { x: number; y: number }, zoom: number, pixels: number): Sight {
  const [x1, x2] = [-ego.x / pixels, (width - ego.x) / pixels];
  const [y1, y2] = [-ego.y / pixels, (height - ego.y) / pixels];
  return {
    zoom: Math.abs(pixels),
    isFitted: Math.abs(zoom - 1) <= FITTED,
    left: Math.min(x1, x2),
    right: Math.max(x1, x2),
    top: Math.min(y1, y2),
    bottom: Math.max(y1, y2),
  };
}
