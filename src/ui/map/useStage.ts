import { type RefObject, useEffect, useState } from 'react';

export type StageBox = { readonly width: number; readonly height: number };

/** The size of the map's svg in CSS pixels; null until it is known. */
export function useStage(svg: RefObject<SVGSVGElement | null>): StageBox | null {
  const [box, setBox] = useState<StageBox | null>(null);
  useEffect(() => {
    const element = svg.current;
    if (!element) return undefined;
    const read = () => {
      const { width, height } = element.getBoundingClientRect();
      if (width > 0 && height > 0) {
        setBox((before) => (before?.width === width && before.height === height ? before : { width, height }));
      }
    };
    read();
    const observer = new ResizeObserver(read);
    observer.observe(element);
    return () => observer.disconnect();
  }, [svg]);
  return box;
}
