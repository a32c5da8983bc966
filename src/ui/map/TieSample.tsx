import { mapPoint } from '../../geometry/frame.ts';
import type { RelationKind } from '../../model/types.ts';
import { drawTie, TIE_STYLES } from '../../scene/ties.ts';

/** A short piece of a line, drawn as on the map: the pattern beside the word. */
export function TieSample({ kind, width = 44 }: { kind: RelationKind; width?: number }) {
  const { path, cut } = drawTie({ from: mapPoint(3, 8), to: mapPoint(width - 3, 8), control: null }, kind, 'none');
  const style = TIE_STYLES[kind];
  return (
    <svg width={width} height={16} aria-hidden="true" fill="none" stroke="currentColor" strokeLinecap="round">
      <path d={path} strokeWidth={style.width} strokeDasharray={style.dash ?? undefined} />
      {cut !== null && <path d={cut} strokeWidth={1.8} />}
    </svg>
  );
}
