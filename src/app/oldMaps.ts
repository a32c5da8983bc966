import { isToAsk, lastUse } from '../model/oldMaps.ts';
import { localDate } from '../model/newMap.ts';
import type { MapId } from '../model/types.ts';
import type { SavedMaps, StoredMap } from '../storage/savedMaps.ts';

const lastDays = ({ id, savedAt }: Pick<StoredMap, 'id' | 'savedAt'>, { notes }: Pick<SavedMaps, 'notes'>) => {
  const { opened, kept } = notes.read(id);
  return { saved: savedAt === null ? null : localDate(new Date(savedAt)), opened, kept };
};

/** The stored maps, and which of them to ask about because nobody has used them for long. */
export async function listWithOld(savedMaps: SavedMaps): Promise<readonly (StoredMap & { readonly isOld: boolean })[]> {
  const maps = await savedMaps.list();
  const today = localDate(new Date());
  return maps.map((map) => ({ ...map, isOld: isToAsk(lastDays(map, savedMaps), today) }));
}

/** The answer: keep it. Not asked again unless it is used once more, and left lying once more. */
export function keepOld(map: Pick<StoredMap, 'id' | 'savedAt'>, savedMaps: SavedMaps): void {
  savedMaps.notes.write(map.id, { kept: lastUse(lastDays(map, savedMaps)) });
}

export const noteOpened = (id: MapId, { notes }: Pick<SavedMaps, 'notes'>): void =>
  notes.write(id, { opened: localDate(new Date()) });
