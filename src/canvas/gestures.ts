import { type ScreenPoint, screenPoint } from '../geometry/frame.ts';
import type { Hit } from './hitTest.ts';

/** What the pointers do, once they mean something. Every `start` is followed by one `end` or one `cancel`. */
export type GesturePorts = {
  readonly hitAt: (client: ScreenPoint) => Hit;
  /** What moving from here would do; null: only a tap is possible. */
  readonly intent: (hit: Hit) => 'drag' | 'lasso' | 'border' | 'pan' | null;
  readonly threshold: (pointerType: string) => number;
  readonly tap: (hit: Hit, client: ScreenPoint) => void;
  readonly start: (what: 'drag' | 'lasso' | 'border', hit: Hit, client: ScreenPoint) => void;
  readonly move: (client: ScreenPoint) => void;
  readonly end: (client: ScreenPoint) => void;
  readonly cancel: () => void;
  readonly pan: (dx: number, dy: number) => void;
  readonly zoom: (client: ScreenPoint, factor: number) => void;
  readonly viewEnd: () => void;
};

type Pressed = { readonly kind: 'pressed'; readonly hit: Hit; readonly from: ScreenPoint };
type Phase =
  | { readonly kind: 'idle' }
  | Pressed
  | { readonly kind: 'acting' }
  | { readonly kind: 'pan' }
  | { readonly kind: 'pinch' };

/** After a pen, a lone touch is the palm that rests. */
const PALM_MS = 500;

const clientOf = ({ clientX, clientY }: { clientX: number; clientY: number }) => screenPoint(clientX, clientY);

/**
 * Turns pointers into taps, drags, pans and pinches. The first finger owns the gesture, a second one cancels it into a
 * pinch, and whatever the system takes away (pointercancel, lost capture, Escape) leaves no trace.
 * @returns how to undo it
 */
export function listenToPointers(svg: SVGSVGElement, ports: GesturePorts): () => void {
  const pointers = new Map<number, ScreenPoint>();
  const stop = new AbortController();
  let phase: Phase = { kind: 'idle' };
  let penAt = -Infinity;

  const abandon = () => {
    if (phase.kind === 'acting') ports.cancel();
    if (phase.kind === 'pan' || phase.kind === 'pinch') ports.viewEnd();
    phase = { kind: 'idle' };
  };

  const down = (event: PointerEvent) => {
    if (event.pointerType === 'mouse' && event.button !== 0) return;
    if (event.pointerType === 'pen') penAt = event.timeStamp;
    const palm = event.pointerType === 'touch' && event.timeStamp - penAt < PALM_MS;
    if ((palm && pointers.size === 0) || pointers.size >= 2) return;
    leaveFields(event);
    pointers.set(event.pointerId, clientOf(event));
    capture(svg, event.pointerId);
    if (pointers.size === 2) {
      abandon();
      phase = { kind: 'pinch' };
      return;
    }
    phase = { kind: 'pressed', hit: ports.hitAt(clientOf(event)), from: clientOf(event) };
  };

  const move = (event: PointerEvent) => {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    const now = clientOf(event);
    if (phase.kind === 'pinch') pinch(pointers, event.pointerId, now, ports);
    pointers.set(event.pointerId, now);
    if (phase.kind === 'pressed') {
      const travelled = Math.hypot(now.x - phase.from.x, now.y - phase.from.y);
      if (travelled >= ports.threshold(event.pointerType)) phase = begin(phase, ports);
    }
    if (phase.kind === 'acting') ports.move(now);
    if (phase.kind === 'pan') ports.pan(now.x - before.x, now.y - before.y);
  };

  const up = (event: PointerEvent) => {
    if (!pointers.delete(event.pointerId)) return;
    if (event.pointerType === 'pen') penAt = event.timeStamp;
    const ended = phase;
    if (pointers.size > 0) {
      // One finger of a pinch is lifted: the other one must not begin to drag.
      if (ended.kind === 'pinch') phase = { kind: 'pan' };
      return;
    }
    phase = { kind: 'idle' };
    if (ended.kind === 'pressed') ports.tap(ended.hit, clientOf(event));
    else if (ended.kind === 'acting') ports.end(clientOf(event));
    else ports.viewEnd();
  };

  const cancel = (event: PointerEvent) => {
    if (!pointers.delete(event.pointerId)) return;
    if (pointers.size === 0 || phase.kind === 'acting') abandon();
  };

  const options = { signal: stop.signal };
  svg.addEventListener('pointerdown', down, options);
  svg.addEventListener('pointermove', move, options);
  svg.addEventListener('pointerup', up, options);
  svg.addEventListener('pointercancel', cancel, options);
  svg.addEventListener('lostpointercapture', cancel, options);
  svg.addEventListener('mousedown', (event) => event.preventDefault(), options);
  svg.addEventListener('wheel', (event) => wheel(event, ports), { ...options, passive: false });
  // Safari's own page zoom by two fingers would fight with the map's.
  for (const type of ['gesturestart', 'gesturechange'])
    svg.addEventListener(type, (event) => event.preventDefault(), options);
  svg.ownerDocument.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Escape' && phase.kind === 'acting') {
        abandon();
        pointers.clear();
      }
    },
    options,
  );
  return () => {
    abandon();
    stop.abort();
  };
}

function begin({ hit, from }: Pressed, ports: GesturePorts): Phase {
  const intent = ports.intent(hit);
  if (intent === null) return { kind: 'idle' };
  if (intent === 'pan') return { kind: 'pan' };
  ports.start(intent, hit, from);
  return { kind: 'acting' };
}

function pinch(pointers: ReadonlyMap<number, ScreenPoint>, id: number, now: ScreenPoint, ports: GesturePorts): void {
  const before = pointers.get(id);
  const other = [...pointers].find(([each]) => each !== id)?.[1];
  if (!before || !other) return;
  const middle = (a: ScreenPoint) => screenPoint((a.x + other.x) / 2, (a.y + other.y) / 2);
  const apart = (a: ScreenPoint) => Math.hypot(a.x - other.x, a.y - other.y);
  const from = middle(before);
  const to = middle(now);
  ports.pan(to.x - from.x, to.y - from.y);
  if (apart(before) > 0 && apart(now) > 0) ports.zoom(to, apart(now) / apart(before));
}

function wheel(event: WheelEvent, ports: GesturePorts): void {
  event.preventDefault();
  const lines = event.deltaMode === 1 ? 16 : 1;
  // A trackpad's pinch arrives as a wheel with Ctrl held, in smaller steps.
  ports.zoom(clientOf(event), Math.exp(-event.deltaY * lines * (event.ctrlKey ? 0.01 : 0.002)));
  ports.viewEnd();
}

/**
 * A field that is being written in is left when the map is touched; the browser's own idea of moving the focus comes
 * after the tap and would take it from the field that the tap has just opened.
 */
function leaveFields(event: PointerEvent): void {
  event.preventDefault();
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement && activeElement !== document.body) activeElement.blur();
}

/** A pointer that is gone already cannot be captured; the gesture then simply has no capture. */
function capture(svg: SVGSVGElement, pointerId: number): void {
  try {
    svg.setPointerCapture(pointerId);
  } catch {
    // The pointer ended before its first event was handled.
  }
}
