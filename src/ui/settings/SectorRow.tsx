import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { changeFields, peopleAt } from '../../commands/fields.ts';
import type { Sector, SectorId } from '../../model/types.ts';
import { SECTOR_WORDS, sectorName } from '../../scene/words.ts';
import { useCommands, useMap } from '../kit/AppContext.tsx';
import { type Choice, ChoiceField } from '../kit/ChoiceField.tsx';
import { sectorChoices } from '../kit/PlaceFields.tsx';
import { SectorDot } from '../kit/SectorDot.tsx';
import { WrittenField } from '../kit/WrittenField.tsx';
import { IconButton } from './IconButton.tsx';

const DEGREES = 10;

/** One field: its name, its place in the round, its width, and whether it is shown at all. */
export function SectorRow({ sector, index }: { sector: Sector; index: number }) {
  const context = useCommands();
  const { t, mapStore } = context;
  const map = useMap();
  const [isGoing, setGoing] = useState(false);
  const { id, kind, hidden } = sector;
  const field = sectorName(sector, t);
  // A map always shows one field.
  const isLastShown = !hidden && map.sectors.filter((one) => !one.hidden).length === 1;
  const remove = () => {
    if (peopleAt(map, { sector: id }).length > 0) setGoing(true);
    else changeFields(context, 'removeSector', id, 'tray');
  };
  return (
    <li className="field-row" data-row={id} data-hidden={hidden}>
      <div className="field-row-name">
        <SectorDot hue={sector.hue} />
        <WrittenField
          label={t('settings.sector.name', { field: t(SECTOR_WORDS[kind]) })}
          placeholder={t(SECTOR_WORDS[kind])}
          value={sector.name ?? ''}
          onType={(name) => mapStore.getState().editField(`sector ${id}`, 'renameSector', id, name)}
        />
      </div>
      <div className="field-row-buttons">
        <SectorMoves sector={sector} index={index} />
        <Button
          variant="tertiary"
          data-row-more
          aria-disabled={isLastShown}
          aria-label={t(hidden ? 'settings.sector.showOne' : 'settings.sector.hideOne', { field })}
          onClick={() => changeFields(context, 'setSectorHidden', id, !hidden)}
        >
          {t(hidden ? 'settings.sector.show' : 'settings.sector.hide')}
        </Button>
        <IconButton icon="trash" label={t('settings.sector.remove', { field })} isIdle={isLastShown} onPress={remove} />
      </div>
      {isGoing && <WhereTo sector={sector} onStay={() => setGoing(false)} />}
    </li>
  );
}

function SectorMoves({ sector, index }: { sector: Sector; index: number }) {
  const context = useCommands();
  const { t } = context;
  const { sectors } = useMap();
  const { id, hidden } = sector;
  const field = sectorName(sector, t);
  return (
    <>
      <IconButton
        icon="up"
        label={t('settings.sector.up', { field })}
        isIdle={index === 0}
        onPress={() => changeFields(context, 'reorderSector', id, index - 1)}
      />
      <IconButton
        icon="down"
        label={t('settings.sector.down', { field })}
        isIdle={index === sectors.length - 1}
        onPress={() => changeFields(context, 'reorderSector', id, index + 1)}
      />
      <IconButton
        icon="minus"
        label={t('settings.narrower', { what: field })}
        isIdle={hidden}
        onPress={() => changeFields(context, 'moveSectorBorder', id, -DEGREES)}
      />
      <IconButton
        icon="plus"
        label={t('settings.wider', { what: field })}
        isIdle={hidden}
        onPress={() => changeFields(context, 'moveSectorBorder', id, DEGREES)}
      />
    </>
  );
}

/** Asked only when somebody stands there. */
function WhereTo({ sector: { id }, onStay }: { sector: Sector; onStay: () => void }) {
  const context = useCommands();
  const { t } = context;
  const map = useMap();
  const [to, setTo] = useState<SectorId | 'tray'>('tray');
  const choices: Choice<SectorId | 'tray'>[] = [
    { value: 'tray', text: t('place.tray') },
    ...sectorChoices(map, t).filter(({ value }) => value !== id),
  ];
  return (
    <div className="where-to">
      <ChoiceField
        label={t('settings.whereTo', { names: peopleAt(map, { sector: id }).join(', ') })}
        value={to}
        choices={choices}
        onChoose={setTo}
      />
      <div>
        <Button onClick={() => changeFields(context, 'removeSector', id, to)}>{t('settings.removeNow')}</Button>
        <Button variant="tertiary" onClick={onStay}>
          {t('map.cancel')}
        </Button>
      </div>
    </div>
  );
}
