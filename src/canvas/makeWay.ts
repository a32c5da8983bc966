import type { MapPoint } from '../geometry/frame.ts';
import type { View, Viewport } from './viewport.ts';

/** What sheets and bars cover of the stage, in pixels from each edge. */
export type Insets = { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };

export type WayMaker = {
  /** Pans just so far that a point of the map is clear of what covers the stage. @returns whether it panned */
  readonly for: (at: MapPoint, insets: Insets) => boolean;
  /** Puts the map back where it was, unless somebody has moved it since. @returns whether it panned */
  readonly back: () => boolean;
};

/** How far somebody stays from what covers the stage, in pixels. */
const CLEARANCE = 60;

/** The map makes way for a sheet about somebody, and comes back when the sheet goes. */
export function makeWay(svg: SVGSVGElement, viewport: Viewport): WayMaker {
  let made: { readonly home: View; readonly away: View } | null = null;
  const isUntouched = () => made !== null && isSame(made.away, viewport.view());
  return {
    for: (at, insets) => {
      const { left, top, right, bottom } = svg.getBoundingClientRect();
      const { x, y } = viewport.toClient(at);
      const dx = into(x, left + insets.left + CLEARANCE, right - insets.right - CLEARANCE);
      const dy = into(y, top + insets.top + CLEARANCE, bottom - insets.bottom - CLEARANCE);
      if (dx === 0 && dy === 0) return false;
      const home = made && isUntouched() ? made.home : viewport.view();
      viewport.panBy(dx, dy);
      made = { home, away: viewport.view() };
      return true;
    },
    back: () => {
      const { home } = (isUntouched() && made) || {};
      made = null;
      if (!home) return false;
      viewport.show(home);
      return true;
    },
  };
}

const isSame = (a: View, b: View): boolean => a.x === b.x && a.y === b.y && a.zoom === b.zoom;

/** How far a value must go to lie between two others. */
const into = (value: number, least: number, most: number): number =>
  Math.max(0, least - value) - Math.max(0, value - most);
