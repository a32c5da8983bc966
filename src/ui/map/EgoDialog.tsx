import { Button } from '@digdir/designsystemet-react';
import { useCommands, useMap } from '../kit/AppContext.tsx';
import { DialogFrame } from '../kit/DialogFrame.tsx';
import { WrittenField } from '../kit/WrittenField.tsx';
import './EgoDialog.css';

/** Whose map it is: what a tap on the centre asks for, and nothing more. */
export function EgoDialog() {
  const { t, mapStore, viewStore } = useCommands();
  const { ego } = useMap();
  return (
    <DialogFrame title={t('settings.egoName')}>
      <form
        className="ego-form"
        onSubmit={(event) => {
          event.preventDefault();
          mapStore.getState().endField();
          viewStore.getState().set({ dialog: null });
        }}
      >
        <WrittenField
          focusFirst
          label={t('map.name')}
          description={t('settings.egoName.hint')}
          placeholder={t('ego.me')}
          value={ego.name}
          onType={(egoName) => mapStore.getState().editField('about egoName', 'describe', { egoName })}
        />
        <Button type="submit">{t('map.done')}</Button>
      </form>
    </DialogFrame>
  );
}
