import { writeMapFile } from '../document/writeMapFile.ts';
import { removeEverywhere } from '../model/everywhere.ts';
import type { PersonId } from '../model/types.ts';
import type { SavedMaps } from '../storage/savedMaps.ts';
import { selectMap } from '../store/mapStore.ts';
import type { ForgetPort, Forgotten } from '../ui/settings/ForgetDialog.tsx';
import { isKept, type OpenedMap } from './openedMap.ts';

/**
 * *Fjern overalt*: stored without the person, and nothing else of the map left, before the open map changes too. What is
 * stored is then looked through for the person. Null when it could not be stored: nothing has changed.
 * @internal
 */
export async function forgetPerson(
  opened: OpenedMap,
  savedMaps: Pick<SavedMaps, 'saveAlone' | 'everyText'>,
  id: PersonId,
  texts: boolean,
): Promise<Forgotten | null> {
  const { mapStore, viewStore } = opened;
  const { rev } = mapStore.getState();
  const before = selectMap(mapStore.getState());
  const counts = {
    drawings: before.drawings.filter(({ places, frozen }) => id in places || id in (frozen?.people ?? {})).length,
    meetings: before.meetings.filter((meeting) => id in meeting.invitations).length,
  };
  const kept = isKept(opened);
  const text = writeMapFile(removeEverywhere(before, id, texts));
  const earlier = kept
    ? await savedMaps.saveAlone(opened.id, text, rev + 1).catch(() => null)
    : { copies: 0, points: 0 };
  if (earlier === null) return null;
  mapStore.getState().changeForGood((map) => removeEverywhere(map, id, texts));
  const { selection, tieFrom, lens, prompts, set } = viewStore.getState();
  set({
    selection: { people: selection.people.filter((other) => other !== id), relation: null },
    tieFrom: tieFrom === id ? null : tieFrom,
    lens: lens && { away: lens.away.filter((other) => other !== id) },
    prompts: { ...prompts, name: '' },
  });
  const left = kept ? await stillThere(opened, savedMaps, id) : 0;
  return { ...counts, ...earlier, left };
}

/** How many of the stored texts still have the person, or can't be opened to look; null when nothing could be looked at. */
async function stillThere(
  { id: map }: OpenedMap,
  savedMaps: Pick<SavedMaps, 'everyText'>,
  id: PersonId,
): Promise<number | null> {
  const texts = await savedMaps.everyText(map).catch(() => null);
  return texts && texts.filter((text) => text === null || text.includes(JSON.stringify(id))).length;
}

export const forgetPort = (opened: OpenedMap, savedMaps: SavedMaps): ForgetPort => ({
  kept: () => isKept(opened),
  forget: (id, texts) => forgetPerson(opened, savedMaps, id, texts),
});
