import { Button } from '@digdir/designsystemet-react';
import { type ReactNode, useId } from 'react';
import { commandById } from '../../commands/table.ts';
import { LANGUAGE_NAMES, LANGUAGES } from '../../i18n/languages.ts';
import type { Description } from '../../model/edits/settings.ts';
import { useCommands, useMap, useT, useView } from '../kit/AppContext.tsx';
import { DialogFrame } from '../kit/DialogFrame.tsx';
import { PillRadios } from '../kit/PillRadios.tsx';
import { WrittenField } from '../kit/WrittenField.tsx';
import { DeviceSettings } from './DeviceSettings.tsx';
import './SettingsDialog.css';

/** `storage`: what the app has to say about where this map is kept, and what can be done about it. */
type Props = { readonly storage: ReactNode };

export function SettingsDialog({ storage }: Props) {
  const t = useT();
  return (
    <DialogFrame title={t('settings.title')}>
      <SettingsContent storage={storage} />
    </DialogFrame>
  );
}

export function SettingsContent({ storage }: Props) {
  const { t, app, viewStore } = useCommands();
  const language = useView((view) => view.language);
  const storageId = useId();
  return (
    <>
      <AboutMap />
      <section className="dialog-part">
        <PillRadios
          legend={t('settings.language')}
          value={language}
          choices={LANGUAGES.map((value) => ({ value, text: LANGUAGE_NAMES[value] }))}
          onChoose={app.setLanguage}
        />
      </section>
      <DeviceSettings />
      <section className="dialog-part" aria-labelledby={storageId}>
        <h3 id={storageId}>{t('settings.storage')}</h3>
        {storage}
      </section>
      <div className="settings-onward">
        <Button variant="secondary" onClick={() => viewStore.getState().set({ dialog: 'fields' })}>
          {t(commandById('fields').name)}
        </Button>
        <Button variant="secondary" onClick={() => viewStore.getState().set({ dialog: 'keys' })}>
          {t(commandById('keys').name)}
        </Button>
      </div>
    </>
  );
}

function AboutMap() {
  const { t, mapStore } = useCommands();
  const { title, ego, madeBy, madeWith } = useMap();
  const id = useId();
  const type = (patch: Description) =>
    mapStore.getState().editField(`about ${Object.keys(patch).join()}`, 'describe', patch);
  return (
    <section className="dialog-part about-map" aria-labelledby={id}>
      <h3 id={id}>{t('settings.about')}</h3>
      <WrittenField
        label={t('settings.mapTitle')}
        description={t('settings.mapTitle.hint')}
        placeholder={t('map.untitled')}
        value={title}
        onType={(text) => type({ title: text })}
      />
      <WrittenField
        label={t('settings.egoName')}
        description={t('settings.egoName.hint')}
        placeholder={t('ego.me')}
        value={ego.name}
        onType={(text) => type({ egoName: text })}
      />
      <div className="made-by">
        <WrittenField label={t('settings.madeBy')} value={madeBy} onType={(text) => type({ madeBy: text })} />
        <WrittenField label={t('settings.madeWith')} value={madeWith} onType={(text) => type({ madeWith: text })} />
      </div>
    </section>
  );
}
