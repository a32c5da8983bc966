import { Button } from '@digdir/designsystemet-react';
import { useId, useRef, useState } from 'react';
import { addSector, changeFields } from '../../commands/fields.ts';
import type { PlainKey } from '../../i18n/translate.ts';
import { SECTOR_PRESETS, type SectorPreset } from '../../model/presets.ts';
import { MAX_SECTORS, SECTOR_KINDS, type SectorKind } from '../../model/types.ts';
import { SECTOR_WORDS } from '../../scene/words.ts';
import { useCommands, useMap } from '../kit/AppContext.tsx';
import { ChoiceField } from '../kit/ChoiceField.tsx';
import { useKeepFocus } from '../kit/useKeepFocus.ts';
import './FieldsDialog.css';
import { SectorRow } from './SectorRow.tsx';

const PRESET_WORDS = {
  four: 'settings.preset.four',
  five: 'settings.preset.five',
  sixRelatives: 'settings.preset.sixRelatives',
  sixLeisure: 'settings.preset.sixLeisure',
} as const satisfies Record<SectorPreset, PlainKey>;
const PRESETS = Object.keys(SECTOR_PRESETS) as SectorPreset[];

/** The fields, clockwise from the top. */
export function SectorsPart() {
  const { t } = useCommands();
  const map = useMap();
  const id = useId();
  const container = useRef<HTMLDivElement>(null);
  const remember = useKeepFocus(container, map);
  return (
    <section className="dialog-part" aria-labelledby={id}>
      <h3 id={id}>{t('settings.sectors')}</h3>
      <p className="quiet">{t('settings.sectors.hint')}</p>
      <div ref={container} onFocus={({ target }) => remember(target)}>
        <ul>
          {map.sectors.map((sector, index) => (
            <SectorRow key={sector.id} sector={sector} index={index} />
          ))}
        </ul>
        <AddSector />
      </div>
      <Presets />
    </section>
  );
}

function AddSector() {
  const context = useCommands();
  const { t } = context;
  const { sectors } = useMap();
  const [wanted, setWanted] = useState<SectorKind>('own');
  if (sectors.length >= MAX_SECTORS) return <p className="quiet">{t('settings.sectors.full')}</p>;
  const unused = SECTOR_KINDS.filter((kind) => kind === 'own' || sectors.every((sector) => sector.kind !== kind));
  const kind = unused.includes(wanted) ? wanted : 'own';
  return (
    <form
      className="add-field"
      onSubmit={(event) => {
        event.preventDefault();
        addSector(context, kind);
        setWanted('own');
      }}
    >
      <ChoiceField
        label={t('settings.sector.new')}
        value={kind}
        choices={unused.map((value) => ({ value, text: t(SECTOR_WORDS[value]) }))}
        onChoose={setWanted}
      />
      <Button type="submit" variant="secondary">
        {t('settings.sector.add')}
      </Button>
    </form>
  );
}

function Presets() {
  const context = useCommands();
  const { t } = context;
  return (
    <fieldset className="presets">
      <legend>{t('settings.presets')}</legend>
      <p className="quiet">{t('settings.presets.hint')}</p>
      <div>
        {PRESETS.map((preset) => (
          <Button key={preset} variant="secondary" onClick={() => changeFields(context, 'usePreset', preset)}>
            {t(PRESET_WORDS[preset])}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}
