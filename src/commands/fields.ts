import type { PlainKey } from '../i18n/translate.ts';
import type { EditDetails, EditName } from '../model/edits/edits.ts';
import { HUE_OF_KIND } from '../model/presets.ts';
import { HUES, type NetworkMap, type SectorId, type SectorKind } from '../model/types.ts';
import { type CommandContext, mapOf, viewOf } from './context.ts';
import { EDIT_WORDS } from './history.ts';

/** Changes of the map's fields and rings: one step each, and said aloud in the words of the undo button. */
export function changeFields<Name extends EditName>(
  context: CommandContext,
  name: Name,
  ...details: EditDetails<Name>
): void {
  const before = mapOf(context);
  context.mapStore.getState().edit(name, ...details);
  const word: PlainKey = EDIT_WORDS[name];
  if (mapOf(context) !== before) viewOf(context).announce(context.t(word));
}

/** One more field, in the hue of its kind or else in one that no other field has. */
export function addSector(context: CommandContext, kind: SectorKind): void {
  const taken = mapOf(context).sectors.map(({ hue }) => hue);
  const wanted = [HUE_OF_KIND[kind], ...HUES].find((hue) => !taken.includes(hue));
  const id = context.newId('s') as SectorId;
  changeFields(context, 'addSector', { id, kind, name: null, hue: wanted ?? HUE_OF_KIND[kind] });
}

/** A ring wider (+) or narrower (−): its outer border moves, and of the outermost its inner one. */
export function widenRing(context: CommandContext, index: number, share: number): void {
  const isLast = index === mapOf(context).rings.length - 1;
  if (isLast) changeFields(context, 'moveRingBorder', index - 1, -share);
  else changeFields(context, 'moveRingBorder', index, share);
}

/** Who would have to go somewhere else if this field or ring went: people of drawings that still change. */
export function peopleAt(map: NetworkMap, at: { readonly sector: SectorId } | { readonly ring: number }): string[] {
  const names = map.drawings.flatMap(({ places, frozen }) =>
    frozen
      ? []
      : Object.entries(places).flatMap(([id, place]) => {
          const isThere = place !== 'tray' && ('sector' in at ? place.sector === at.sector : place.ring === at.ring);
          return isThere ? (map.people[id as keyof typeof map.people]?.name ?? []) : [];
        }),
  );
  return [...new Set(names)];
}
