import { type FormEvent, useState } from 'react';
import { addGroup } from '../../commands/ties.ts';
import { MAX_TEXT } from '../../model/limits.ts';
import type { PersonId } from '../../model/types.ts';
import { useCommands, useMap } from '../kit/AppContext.tsx';
import { CommandButton } from './CommandButton.tsx';
import { Sheet } from './Sheet.tsx';

/** What can be done with several at once. */
export function SeveralSheet({ ids }: { ids: readonly PersonId[] }) {
  const context = useCommands();
  const { t } = context;
  const map = useMap();
  const close = () => context.viewStore.getState().select([]);
  const names = ids.flatMap((id) => map.people[id]?.name ?? []).join(', ');
  const title = t('map.several', { count: ids.length });
  return (
    <Sheet title={title} label={title} onClose={close}>
      <p className="quiet" translate="no">
        {names}
      </p>
      <GroupForm ids={ids} />
      <div className="sheet-buttons">
        <CommandButton id="connectAll" icon="tie" className="plain-button wide" />
        <CommandButton id="nearer" icon="nearer" />
        <CommandButton id="further" icon="further" />
        <CommandButton id="move" icon="move" />
        <CommandButton id="nextSector" icon="next" />
      </div>
      <fieldset>
        <legend className="quiet">{t('map.several.wish')}</legend>
        <div className="sheet-buttons">
          <CommandButton id="inviteYes" />
          <CommandButton id="inviteMaybe" />
          <CommandButton id="inviteNotNow" />
          <CommandButton id="inviteNone" />
        </div>
      </fieldset>
      <div className="sheet-buttons">
        <CommandButton id="toTray" className="plain-button wide" />
      </div>
    </Sheet>
  );
}

function GroupForm({ ids }: { ids: readonly PersonId[] }) {
  const context = useCommands();
  const { t } = context;
  const [label, setLabel] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    addGroup(context, label, ids);
    context.viewStore.getState().select([]);
  };
  return (
    <form className="group-form" onSubmit={submit}>
      <label>
        <span className="quiet">{t('map.several.groupName')}</span>
        <input
          value={label}
          maxLength={MAX_TEXT}
          autoComplete="off"
          onChange={({ target }) => setLabel(target.value)}
        />
      </label>
      <button type="submit" className="plain-button">
        {t('map.several.makeGroup')}
      </button>
    </form>
  );
}
