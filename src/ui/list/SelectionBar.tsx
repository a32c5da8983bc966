import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { setWish } from '../../commands/invitations.ts';
import { addGroup, connectAll } from '../../commands/ties.ts';
import { canBeInvited } from '../../model/questions.ts';
import type { PersonId } from '../../model/types.ts';
import { useCommands, useMap, useView } from '../kit/AppContext.tsx';
import { Icon } from '../kit/Icon.tsx';
import { GroupForm, MoveForm } from './SelectionForms.tsx';
import './SelectionBar.css';

type Form = 'move' | 'group';

/** What can be done with everybody who is ticked, at once. */
export function SelectionBar() {
  const context = useCommands();
  const { t, viewStore } = context;
  const { people } = useMap();
  const selected = useView(({ selection }) => selection.people);
  const chosen = selected.filter((id) => people[id]);
  const [form, setForm] = useState<Form | null>(null);
  if (chosen.length === 0) return null;
  const group = (label: string) => {
    addGroup(context, label, chosen);
    setForm(null);
  };
  return (
    <section className="selection-bar" aria-label={t('map.several', { count: chosen.length })}>
      <div className="selection-bar-line">
        <strong>{t('map.several', { count: chosen.length })}</strong>
        <BarActions chosen={chosen} form={form} onForm={setForm} />
        <Button
          className="selection-bar-end"
          variant="tertiary"
          icon
          aria-label={t('list.several.none')}
          onClick={() => viewStore.getState().select([])}
        >
          <Icon name="close" />
        </Button>
      </div>
      {form === 'move' && <MoveForm chosen={chosen} onDone={() => setForm(null)} />}
      {form === 'group' && <GroupForm onMake={group} />}
    </section>
  );
}

type ActionsProps = {
  readonly chosen: readonly PersonId[];
  readonly form: Form | null;
  readonly onForm: (form: Form | null) => void;
};

function BarActions({ chosen, form, onForm }: ActionsProps) {
  const context = useCommands();
  const { t } = context;
  const { people } = useMap();
  const isAnyInvitable = chosen.some((id) => people[id] && canBeInvited(people[id]));
  const opens = (name: Form) => ({
    'aria-expanded': form === name,
    onClick: () => onForm(form === name ? null : name),
  });
  return (
    <>
      {chosen.length > 1 && (
        <Button variant="secondary" onClick={() => connectAll(context, chosen)}>
          {t('command.connectAll')}
        </Button>
      )}
      <Button variant="secondary" {...opens('move')}>
        {t('command.move')}
      </Button>
      {isAnyInvitable && (
        <Button variant="secondary" onClick={() => setWish(context, chosen, 'yes')}>
          {t('command.inviteYes')}
        </Button>
      )}
      <Button variant="secondary" {...opens('group')}>
        {t('command.group')}
      </Button>
    </>
  );
}
