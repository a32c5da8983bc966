import { localDate } from '../model/newMap.ts';
import type { SavedMaps } from '../storage/savedMaps.ts';
import { isKept, type OpenedMap } from './openedMap.ts';

/** Remembers the day on which a whole copy left; of a map that is not stored here nothing is remembered. */
export function noteFile(opened: OpenedMap, { notes }: Pick<SavedMaps, 'notes'>): void {
  if (isKept(opened)) notes.write(opened.id, { file: localDate(new Date()) });
}
