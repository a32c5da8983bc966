import { useId, useLayoutEffect, useRef } from 'react';
import { drawSheet } from '../../export/sheet/drawSheet.ts';
import type { MapSheet } from '../../export/sheet/layoutSheet.ts';

/** The sheet itself: the same drawing in the preview, on paper and in the file. */
export function MapSheetView({ sheet, label }: { sheet: MapSheet; label?: string }) {
  const holder = useRef<HTMLDivElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const drawing = drawSheet(sheet, id.replaceAll(/\W/g, ''));
    if (label === undefined) drawing.setAttribute('aria-hidden', 'true');
    holder.current?.replaceChildren(drawing);
  }, [sheet, id, label]);
  const spoken = label === undefined ? {} : { role: 'img', 'aria-label': label };
  return <div ref={holder} className="map-sheet-drawing" translate="no" {...spoken} />;
}
