import { type RefObject, useLayoutEffect, useState } from 'react';

export type StageBox = { readonly width: number; readonly height: number };

/** The size of the map's svg, in units of so many CSS pixels; null until it is known. */
export function useStage(svg: RefObject<SVGSVGElement | null>, scale: number): StageBox | null {
  const [box, setBox] = useState<StageBox | null>(null);
  // Before anything is painted: the picture comes with the screen, not after it.
  useLayoutEffect(() => {
    const element = svg.current;
    if (!element) return undefined;
    const read = () => {
      const shown = element.getBoundingClientRect();
      const width = shown.width / scale;
      const height = shown.height / scale;
      if (width > 0 && height > 0) {
        setBox((before) => (before?.width === width && before.height === height ? before : { width, height }));
      }
    };
    read();
    const observer = new ResizeObserver(read);
    observer.observe(element);
    return () => observer.disconnect();
  }, [svg, scale]);
  return box;
}
