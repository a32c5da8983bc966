import { useLayoutEffect, useRef } from 'react';
import { drawPage } from '../../export/papers/drawPage.ts';
import type { PaperPage } from '../../export/papers/page.ts';

/** A page of text: the same drawing in the preview, on paper and in the file. Its lines are read as text. */
export function PageDrawing({ page }: { page: PaperPage }) {
  const holder = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    holder.current?.replaceChildren(drawPage(page));
  }, [page]);
  return <div ref={holder} className="map-sheet-drawing" lang={page.language} translate="no" />;
}
