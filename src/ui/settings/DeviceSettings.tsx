import { Switch } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { PlainKey } from '../../i18n/translate.ts';
import { DRAG_THRESHOLDS, readSettings, type Settings, TEXT_SIZES, writeSettings } from '../../storage/settings.ts';
import { useT } from '../kit/AppContext.tsx';
import { PillRadios } from '../kit/PillRadios.tsx';
import { applySettings } from './applySettings.ts';

const HANDS = {
  10: 'settings.hand.usual',
  16: 'settings.hand.calmer',
  24: 'settings.hand.calmest',
} as const satisfies Record<Settings['dragThreshold'], PlainKey>;

/** What belongs to the device and not to a map: the size of the letters and of everything, and how far a finger goes before it drags. */
export function DeviceSettings() {
  const t = useT();
  const [settings, setSettings] = useState(readSettings);
  const change = (patch: Partial<Settings>) => {
    const next = { ...readSettings(), ...patch };
    writeSettings(next);
    setSettings(next);
    applySettings(next);
  };
  return (
    <section className="dialog-part">
      <Switch
        label={t('settings.large')}
        description={t('settings.large.hint')}
        checked={settings.large}
        onChange={({ target }) => change({ large: target.checked })}
      />
      <PillRadios
        legend={t('settings.textSize')}
        value={String(settings.textSize)}
        choices={TEXT_SIZES.map((size) => ({ value: String(size), text: `${size} %` }))}
        onChoose={(chosen) => change({ textSize: TEXT_SIZES.find((size) => String(size) === chosen) ?? 100 })}
      />
      <PillRadios
        legend={t('settings.hand')}
        value={String(settings.dragThreshold)}
        choices={DRAG_THRESHOLDS.map((far) => ({ value: String(far), text: t(HANDS[far]) }))}
        onChoose={(chosen) => change({ dragThreshold: DRAG_THRESHOLDS.find((far) => String(far) === chosen) ?? 10 })}
      />
    </section>
  );
}
