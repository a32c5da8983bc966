import type { IsoDateTime, MapId } from '../model/types.ts';
import { NO_NOTES, type OpenedMap } from './openedMap.ts';
import { readCopy } from './reading.ts';
import type { Session } from './session.ts';
import { QUIET } from './sessionState.ts';

/** How a kept map was before; each opens as a new one, in memory. */
export async function earlierOf(
  session: Session,
  { id }: OpenedMap,
): Promise<readonly { readonly at: IsoDateTime; readonly open: () => void }[]> {
  const { savedMaps } = session;
  const points = await savedMaps.points(id);
  const open = async (slot: (typeof points)[number]['slot']) => {
    const text = await savedMaps.readPoint(id, slot).catch(() => null);
    const read = text === null ? null : await readCopy(text);
    if (read) session.showInMemory({ ...read, notes: NO_NOTES }, 'file');
    else session.state.set({ ...QUIET, failure: 'failure.recovery.copyFailed' });
  };
  return points.map(({ slot, at }) => ({ at, open: () => session.tell(open(slot)) }));
}

/** After failed starts: the stored map as a new one, in memory; what is stored stays as it is. */
export async function openEarlier(session: Session, id: MapId): Promise<boolean> {
  const loaded = await session.savedMaps.load(id);
  const read = loaded.kind === 'loaded' ? await readCopy(loaded.text) : null;
  if (read) session.showInMemory(read, 'file');
  return read !== null;
}

/** What is stored of a map, as text, however broken; '' when nothing can be read. */
export async function rawOf({ savedMaps }: Session, id: MapId): Promise<string> {
  const loaded = await savedMaps.load(id);
  if (loaded.kind === 'loaded') return loaded.text;
  return loaded.kind === 'unreadable' ? loaded.raw : '';
}
