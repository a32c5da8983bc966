import {
  type PointerEvent as ReactPointerEvent,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import type { MapCanvas } from '../../canvas/createMapCanvas.ts';
import { movePerson } from '../../commands/people.ts';
import { type ScreenPoint, screenPoint } from '../../geometry/frame.ts';
import type { PersonId } from '../../model/types.ts';
import { useCommands } from '../kit/AppContext.tsx';

type Held = { readonly pointer: number; readonly from: ScreenPoint };

const pointOf = ({ clientX, clientY }: ReactPointerEvent) => screenPoint(clientX, clientY);

/**
 * A name from the tray follows the finger that has taken it. A second finger, Escape, and whatever the system takes away
 * let it go where it was.
 */
export function useTrayDrag(
  id: PersonId,
  canvas: RefObject<MapCanvas | null>,
  threshold: (pointerType: string) => number,
) {
  const context = useCommands();
  const [ghost, setGhost] = useState<ScreenPoint | null>(null);
  const held = useRef<Held | null>(null);
  const wasDragged = useRef(false);
  const letGo = useCallback(() => {
    held.current = null;
    setGhost(null);
  }, []);
  useLetGo(ghost !== null, held, letGo, canvas);
  return {
    ghost,
    onPointerDown: (event: ReactPointerEvent) => {
      if (event.button !== 0 || held.current) return;
      wasDragged.current = false;
      held.current = { pointer: event.pointerId, from: pointOf(event) };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: ReactPointerEvent) => {
      if (held.current?.pointer !== event.pointerId) return;
      const at = pointOf(event);
      const travelled = Math.hypot(at.x - held.current.from.x, at.y - held.current.from.y);
      if (!wasDragged.current && travelled < threshold(event.pointerType)) return;
      wasDragged.current = true;
      setGhost(at);
      canvas.current?.previewAt(isOverTray(at) ? null : at);
    },
    onPointerUp: (event: ReactPointerEvent) => {
      if (held.current?.pointer !== event.pointerId) return;
      const at = pointOf(event);
      const place = wasDragged.current && !isOverTray(at) ? canvas.current?.placeAtClient(at) : null;
      if (place) movePerson(context, id, place);
      letGo();
    },
    onLostPointerCapture: (event: ReactPointerEvent) => {
      if (held.current?.pointer === event.pointerId) letGo();
    },
    // A drag that has ended is no tap, though the browser sends a click after it; a click without a pointer is a key's.
    onClickCapture: (event: { detail: number; stopPropagation: () => void }) => {
      if (wasDragged.current && event.detail > 0) event.stopPropagation();
    },
  };
}

/** What ends a drag from outside; and however it ends, nothing stays lit on the map. */
function useLetGo(
  isDragging: boolean,
  held: RefObject<Held | null>,
  letGo: () => void,
  canvas: RefObject<MapCanvas | null>,
): void {
  useEffect(() => {
    if (!isDragging) return undefined;
    const stop = new AbortController();
    const options = { signal: stop.signal, capture: true };
    document.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        letGo();
      },
      options,
    );
    document.addEventListener(
      'pointerdown',
      ({ pointerId }) => {
        if (pointerId !== held.current?.pointer) letGo();
      },
      options,
    );
    const { current: lit } = canvas;
    return () => {
      stop.abort();
      lit?.previewAt(null);
    };
  }, [isDragging, held, letGo, canvas]);
}

export function isOverTray({ x, y }: ScreenPoint): boolean {
  const box = document.querySelector('[data-tray]')?.getBoundingClientRect();
  return box !== undefined && x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}
