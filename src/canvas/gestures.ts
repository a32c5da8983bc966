import { type ScreenPoint, screenPoint } from '../geometry/frame.ts';
import type { Hit } from './hitTest.ts';

/** What a moving finger does to the map; the rest only moves the view. */
export type Action = 'drag' | 'tie' | 'lasso' | 'border';

/** What the pointers do, once they mean something. Every `start` is followed by one `end` or one `cancel`. */
export type GesturePorts = {
  readonly hitAt: (client: ScreenPoint) => Hit;
  /** What moving from here would do; null: only a tap is possible. */
  readonly intent: (hit: Hit) => Action | 'pan' | null;
  readonly threshold: (pointerType: string) => number;
  readonly tap: (hit: Hit, client: ScreenPoint) => void;
  readonly start: (what: Action, hit: Hit, client: ScreenPoint) => void;
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
 */
class Pointers {
  private readonly down = new Map<number, ScreenPoint>();
  /** The pen that is down: while it draws, whatever touches is the palm that rests. */
  private pen: number | null = null;
  private phase: Phase = { kind: 'idle' };
  private penAt = -Infinity;
  private readonly svg: SVGSVGElement;
  private readonly ports: GesturePorts;

  constructor(svg: SVGSVGElement, ports: GesturePorts) {
    this.svg = svg;
    this.ports = ports;
  }

  press(event: PointerEvent): void {
    if (event.pointerType === 'mouse' && event.button !== 0) return;
    if (event.pointerType === 'pen') this.takeUpPen(event);
    if (this.isPalm(event) || this.down.size >= 2) return;
    event.preventDefault();
    // Whatever is being written is finished first; from nobody, the focus is taken when the finger is lifted.
    if (!hasFocus(document.body)) takeFocus(this.svg);
    this.down.set(event.pointerId, clientOf(event));
    capture(this.svg, event.pointerId);
    if (this.down.size === 2) {
      this.abandon();
      this.phase = { kind: 'pinch' };
      return;
    }
    this.phase = { kind: 'pressed', hit: this.ports.hitAt(clientOf(event)), from: clientOf(event) };
  }

  private isPalm(event: PointerEvent): boolean {
    const isPenDown = this.pen !== null && this.svg.hasPointerCapture(this.pen);
    return event.pointerType === 'touch' && (isPenDown || event.timeStamp - this.penAt < PALM_MS);
  }

  /** The palm is often there before the pen: what it began is no gesture. */
  private takeUpPen(event: PointerEvent): void {
    this.abandon();
    this.down.clear();
    this.pen = event.pointerId;
    this.penAt = event.timeStamp;
  }

  private putDownPen(event: PointerEvent): void {
    if (event.pointerType !== 'pen') return;
    this.pen = null;
    this.penAt = event.timeStamp;
  }

  /** @returns whether it is a pointer of the map's */
  move(event: PointerEvent): boolean {
    const before = this.down.get(event.pointerId);
    if (!before) return false;
    const now = clientOf(event);
    if (this.phase.kind === 'pinch') pinch(this.down, event.pointerId, now, this.ports);
    this.down.set(event.pointerId, now);
    if (this.phase.kind === 'pressed') {
      const travelled = Math.hypot(now.x - this.phase.from.x, now.y - this.phase.from.y);
      if (travelled >= this.ports.threshold(event.pointerType)) this.phase = begin(this.phase, this.ports);
    }
    if (this.phase.kind === 'acting') this.ports.move(now);
    if (this.phase.kind === 'pan') this.ports.pan(now.x - before.x, now.y - before.y);
    return true;
  }

  release(event: PointerEvent): void {
    this.putDownPen(event);
    if (!this.down.delete(event.pointerId)) return;
    const ended = this.phase;
    if (this.down.size > 0) {
      // One finger of a pinch is lifted: the other one must not begin to drag.
      if (ended.kind === 'pinch') this.phase = { kind: 'pan' };
      return;
    }
    this.phase = { kind: 'idle' };
    if (ended.kind === 'pressed') {
      takeFocus(this.svg);
      this.ports.tap(ended.hit, clientOf(event));
      return;
    }
    if (ended.kind === 'acting') this.ports.end(clientOf(event));
    else this.ports.viewEnd();
    // Nobody waits for it: the map has been moved, and its keys are there in a moment.
    setTimeout(() => hasFocus(document.body) && takeFocus(this.svg));
  }

  lose(event: PointerEvent): void {
    this.putDownPen(event);
    if (!this.down.delete(event.pointerId)) return;
    if (this.down.size === 0 || this.phase.kind === 'acting') this.abandon();
  }

  escape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || this.phase.kind !== 'acting') return;
    // It has been used: a tool stays in the hand.
    event.preventDefault();
    this.abandon();
    this.down.clear();
  }

  abandon(): void {
    const { kind } = this.phase;
    this.phase = { kind: 'idle' };
    if (kind === 'acting') this.ports.cancel();
    if (kind === 'pan' || kind === 'pinch') this.ports.viewEnd();
  }
}

/** @returns how to undo it */
export function listenToPointers(svg: SVGSVGElement, ports: GesturePorts): () => void {
  const pointers = new Pointers(svg, ports);
  const stop = new AbortController();
  const options = { signal: stop.signal };
  svg.addEventListener('pointerdown', (event) => pointers.press(event), options);
  svg.addEventListener('pointerup', (event) => pointers.release(event), options);
  svg.addEventListener('pointercancel', (event) => pointers.lose(event), options);
  svg.addEventListener('lostpointercapture', (event) => pointers.lose(event), options);
  svg.addEventListener('mousedown', (event) => event.preventDefault(), options);
  // Else the browser's own tap comes after ours, lands on what has just opened under the finger, and takes its focus.
  svg.addEventListener('touchend', (event) => event.cancelable && event.preventDefault(), {
    ...options,
    passive: false,
  });
  svg.addEventListener('wheel', (event) => wheel(event, ports), { ...options, passive: false });
  // Safari's own page zoom by two fingers would fight with the map's.
  for (const type of ['gesturestart', 'gesturechange']) {
    svg.addEventListener(type, (event) => event.preventDefault(), options);
  }
  const first = { ...options, capture: true };
  // Nobody else has to hear each step of the map's own fingers: React alone would look through the page eight times a frame.
  window.addEventListener('pointermove', (event) => pointers.move(event) && event.stopPropagation(), first);
  for (const type of WITHIN) {
    window.addEventListener(type, (event) => isWithin(svg, event) && event.stopPropagation(), {
      ...first,
      passive: true,
    });
  }
  // Before the map's own keys, which would put the tool away.
  svg.ownerDocument.addEventListener('keydown', (event) => pointers.escape(event), first);
  return () => {
    pointers.abandon();
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
function takeFocus(svg: SVGSVGElement): void {
  if (!svg.contains(document.activeElement)) svg.focus({ preventScroll: true });
}

const hasFocus = (element: Element): boolean => document.activeElement === element;

/** What tells of a pointer that goes from one thing on the map to another. */
const WITHIN = ['touchmove', 'pointerover', 'pointerout', 'mouseover', 'mouseout', 'mousemove'] as const;

function isWithin(svg: SVGSVGElement, event: Event): boolean {
  const { target } = event;
  const other = event instanceof MouseEvent ? event.relatedTarget : null;
  return target instanceof Node && svg.contains(target) && (other === null || svg.contains(other as Node));
}

/** A pointer that is gone already cannot be captured; the gesture then simply has no capture. */
function capture(svg: SVGSVGElement, pointerId: number): void {
  try {
    svg.setPointerCapture(pointerId);
  } catch {
    // The pointer ended before its first event was handled.
  }
}
