import { type LeftOut, leftOutOfList, leftOutOfMap } from '../../export/leftOut.ts';
import type { MapSheet } from '../../export/sheet/layoutSheet.ts';
import { useMap, useMeeting, useT } from '../kit/AppContext.tsx';

/** Who is not on the sheet, and why: said here, never on the paper. */
export function LeftOutNotes({ of, sheet }: { of: 'map' | 'list'; sheet?: MapSheet }) {
  const t = useT();
  const map = useMap();
  const meeting = useMeeting();
  const { offPaper, hidden, tray }: LeftOut = of === 'map' ? leftOutOfMap(map) : leftOutOfList(map, meeting);
  const unwritten = sheet?.unwritten.length ?? 0;
  const notes = [
    offPaper > 0 ? t('out.left.offPaper', { count: offPaper }) : '',
    hidden > 0 ? t('out.left.hidden', { count: hidden }) : '',
    tray > 0 ? t('out.left.tray', { count: tray }) : '',
    unwritten > 0 ? t('out.left.unwritten', { count: unwritten }) : '',
  ].filter((note) => note !== '');
  if (notes.length === 0) return null;
  return (
    <ul className="out-notes">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
