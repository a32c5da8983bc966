import type { IsoDate, MapId } from '../model/types.ts';
import { type SmallStorage, smallEntry } from './smallStore.ts';

/** What this device remembers about a stored map besides the map: days, nothing else. Gone with the map. */
export type MapNotes = {
  /** Last opened here. */
  readonly opened: IsoDate | null;
  /** A whole copy last left as a file. */
  readonly file: IsoDate | null;
  /** The last day of use of which was said: keep it, although it is long ago. */
  readonly kept: IsoDate | null;
};

export type NotesOfMaps = {
  readonly read: (id: MapId) => MapNotes;
  readonly write: (id: MapId, patch: Partial<MapNotes>) => void;
  readonly has: (id: MapId) => boolean;
  readonly drop: (id: MapId) => boolean;
};

const NOTHING: MapNotes = { opened: null, file: null, kept: null };
const device = (): SmallStorage => localStorage;

const dayOf = (found: unknown): IsoDate | null =>
  typeof found === 'string' && /^\d{4}-\d\d-\d\d$/.test(found) ? (found as IsoDate) : null;

function toNotes(text: string | null): MapNotes {
  try {
    const { opened, file, kept } = Object(JSON.parse(text ?? 'null')) as Readonly<Record<string, unknown>>;
    return { opened: dayOf(opened), file: dayOf(file), kept: dayOf(kept) };
  } catch {
    return NOTHING;
  }
}

/** Never throws: where nothing can be kept, nothing is remembered. */
export function createNotes(storage: () => SmallStorage = device): NotesOfMaps {
  const entry = (id: MapId) => smallEntry(storage, `nettverkskart-notes-${id}`);
  const read = (id: MapId): MapNotes => toNotes(entry(id).read());
  return {
    read,
    write: (id, patch) => void entry(id).write(JSON.stringify({ ...read(id), ...patch })),
    has: (id) => entry(id).read() !== null,
    drop: (id) => entry(id).write(null),
  };
}
