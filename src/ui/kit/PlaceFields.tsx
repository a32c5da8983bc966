import { moveToRing, moveToTray, placeInSector } from '../../commands/people.ts';
import type { Translate } from '../../i18n/translate.ts';
import { placeOf } from '../../model/questions.ts';
import type { NetworkMap, PersonId, RingPlace, SectorId } from '../../model/types.ts';
import { ringName, sectorName } from '../../scene/words.ts';
import { useCommands, useMap } from './AppContext.tsx';
import { type Choice, ChoiceField } from './ChoiceField.tsx';

export const sectorChoices = (map: NetworkMap, t: Translate): Choice<SectorId>[] =>
  map.sectors.map((sector) => ({ value: sector.id, text: sectorName(sector, t) }));

export const ringChoices = (map: NetworkMap, t: Translate): Choice<string>[] =>
  [...map.rings.keys(), 'outside' as const].map((ring) => ({ value: String(ring), text: ringName(map, ring, t) }));

export const ringOfChoice = (value: string): RingPlace => (value === 'outside' ? 'outside' : Number(value));

/** Which field, and how near: said in words instead of by dragging. */
export function PlaceFields({ id }: { id: PersonId }) {
  const context = useCommands();
  const { t } = context;
  const map = useMap();
  const place = placeOf(map, id);
  if (place === null) return null;
  const fields: Choice<SectorId | 'tray'>[] = [...sectorChoices(map, t), { value: 'tray', text: t('place.tray') }];
  return (
    <>
      <ChoiceField
        label={t('map.sheet.sector')}
        value={place === 'tray' ? 'tray' : place.sector}
        choices={fields}
        onChoose={(to) => (to === 'tray' ? moveToTray(context, [id]) : placeInSector(context, [id], to))}
      />
      {place !== 'tray' && (
        <ChoiceField
          label={t('map.sheet.ring')}
          value={String(place.ring)}
          choices={ringChoices(map, t)}
          onChoose={(ring) => moveToRing(context, [id], ringOfChoice(ring))}
        />
      )}
    </>
  );
}
