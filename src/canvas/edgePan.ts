import { mapPoint, outerRadius, type ScreenPoint } from '../geometry/frame.ts';
import type { Surface } from './surface.ts';
import type { Viewport } from './viewport.ts';

/** A finger this near the edge of the stage, in pixels, brings what lies beyond it. */
const ZONE = 44;
/** Pixels in a frame, with the finger at the very edge. */
const FASTEST = 14;
/** A finger that only passes along the edge, in milliseconds, moves nothing. */
const DWELL = 180;
/** So much paper outside the rings can be brought into sight, in pixels: there one stands who is outside just now. */
const MARGIN = 60;

/** The map pans under a finger that carries somebody, draws a line or draws round people, once it reaches the edge. */
export type EdgePan = {
  readonly follow: (client: ScreenPoint) => void;
  /** The finger is gone, or away from the edge; the picture is made whole for where it lies now. */
  readonly leave: () => void;
};

/** @param moved is told after each step: under a finger that rests, the map has moved */
export function panAtEdge(surface: Surface, moved: (client: ScreenPoint) => void): EdgePan {
  const { viewport } = surface;
  let at: ScreenPoint | null = null;
  let since = 0;
  let frame = 0;
  let hasPanned = false;
  // Somebody who stands near the edge is taken inwards: only a finger that has been elsewhere can arrive there.
  let wasInside = false;

  const step = (now: number) => {
    if (!at) return;
    const pull = pullAt(surface, at);
    if (now - since >= DWELL && (pull.x !== 0 || pull.y !== 0)) {
      viewport.panBy(-pull.x, -pull.y);
      hasPanned = true;
      moved(at);
    }
    frame = requestAnimationFrame(step);
  };

  const rest = () => {
    at = null;
    cancelAnimationFrame(frame);
    if (hasPanned) surface.viewEnded();
    hasPanned = false;
  };

  return {
    follow: (client) => {
      if (!isNearEdge(stageOf(viewport), client)) {
        wasInside = true;
        rest();
      } else if (wasInside) {
        const isNew = at === null;
        at = client;
        if (!isNew) return;
        since = performance.now();
        frame = requestAnimationFrame(step);
      }
    },
    leave: () => {
      wasInside = false;
      rest();
    },
  };
}

type Stage = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/** Where the stage lies on the page. */
function stageOf({ inSight, toClient }: Viewport): Stage {
  const sight = inSight();
  const [one, other] = [toClient(mapPoint(sight.left, sight.top)), toClient(mapPoint(sight.right, sight.bottom))];
  return {
    left: Math.min(one.x, other.x),
    right: Math.max(one.x, other.x),
    top: Math.min(one.y, other.y),
    bottom: Math.max(one.y, other.y),
  };
}

/** How deep a value lies in the zone before `to`, as a share of it. */
const depth = (value: number, to: number): number => Math.max(0, Math.min(1, 1 - (to - value) / ZONE));

const isNearEdge = ({ left, top, right, bottom }: Stage, { x, y }: ScreenPoint): boolean =>
  Math.min(x - left, right - x, y - top, bottom - y) < ZONE;

/** Where to the view goes, in pixels a frame: only towards a side beyond which there is something of the map. */
function pullAt({ frame, viewport }: Surface, { x, y }: ScreenPoint): { x: number; y: number } {
  if (!frame) return { x: 0, y: 0 };
  const { left, top, right, bottom } = stageOf(viewport);
  const centre = viewport.centre();
  const zoom = viewport.zoom();
  const reach = outerRadius(frame) * zoom + MARGIN;
  const across = frame.ax * reach;
  const down = frame.ay * reach;
  const towards = (before: number, after: number, room: { readonly before: number; readonly after: number }) =>
    Math.min(after, Math.max(0, room.after)) - Math.min(before, Math.max(0, room.before));
  return {
    x: towards(FASTEST * depth(-x, -left), FASTEST * depth(x, right), {
      before: across - centre.x,
      after: centre.x + across - (right - left),
    }),
    y: towards(FASTEST * depth(-y, -top), FASTEST * depth(y, bottom), {
      before: down - centre.y,
      after: centre.y + down - (bottom - top),
    }),
  };
}
