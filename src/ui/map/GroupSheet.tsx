import { isolated } from '../../i18n/direction.ts';
import { currentDrawing } from '../../model/questions.ts';
import type { GroupId } from '../../model/types.ts';
import { useCommands, useMap } from '../kit/AppContext.tsx';
import { Icon } from '../kit/Icon.tsx';
import { WrittenField } from '../kit/WrittenField.tsx';
import { Sheet } from './Sheet.tsx';

/** A ring drawn round people who belong together: its name, who is in it, away with it. */
export function GroupSheet({ id }: { id: GroupId }) {
  const context = useCommands();
  const { t } = context;
  const map = useMap();
  const group = currentDrawing(map).groups[id];
  if (!group) return null;
  const { edit, editField } = context.mapStore.getState();
  const close = () => context.viewStore.getState().set({ group: null });
  const names = group.members
    .flatMap((member) => map.people[member]?.name ?? [])
    .map(isolated)
    .join(', ');
  return (
    <Sheet title={t('map.group.title')} label={t('map.group.title')} onClose={close}>
      <WrittenField
        label={t('map.several.groupName')}
        value={group.label}
        onType={(label) => editField(`group ${id}`, 'renameGroup', id, label)}
      />
      <p className="quiet">{t('map.group.members', { names })}</p>
      <div className="sheet-buttons">
        <button
          type="button"
          className="plain-button wide"
          onClick={() => {
            edit('removeGroup', id);
            close();
          }}
        >
          <Icon name="trash" />
          <span>{t('map.group.remove')}</span>
        </button>
      </div>
    </Sheet>
  );
}
