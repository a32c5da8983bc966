import { type RefObject, useLayoutEffect } from 'react';

/**
 * While the element is in the page, what it stands in says so: `data-has-<name>`, for the styles of what stands beside
 * it. `:has()` would say the same, but with it the browser looks up the styles of everything there again whenever
 * anything is drawn, a whole map included (20 ms of an answer on a slow tablet).
 * @param around a selector of what it stands in
 */
export function useStandsIn(around: string, name: string, element: RefObject<Element | null>, isThere = true): void {
  useLayoutEffect(() => {
    const outer = element.current?.closest(around);
    if (!isThere || !outer) return undefined;
    outer.setAttribute(`data-has-${name}`, '');
    return () => outer.removeAttribute(`data-has-${name}`);
  }, [around, name, element, isThere]);
}
