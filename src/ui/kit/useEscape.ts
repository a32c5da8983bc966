import { type RefObject, useEffect } from 'react';

/**
 * Escape pressed anywhere inside an element, unless something inside has used it (React's handlers are heard before the
 * document's); it is used here then, so that only the innermost thing closes.
 */
export function useEscape(inside: RefObject<HTMLElement | null>, onEscape: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isHere = event.target instanceof Node && inside.current?.contains(event.target);
      if (event.key !== 'Escape' || event.defaultPrevented || !isHere) return;
      event.preventDefault();
      onEscape();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [inside, onEscape]);
}
