import { Button } from '@digdir/designsystemet-react';
import { useId } from 'react';
import { currentDrawing } from '../../model/questions.ts';
import type { Group, GroupId } from '../../model/types.ts';
import { useCommands, useMap } from '../kit/AppContext.tsx';
import { WrittenField } from '../kit/WrittenField.tsx';

/** The rings drawn round people who belong together. Nothing where there are none. */
export function GroupList() {
  const { t } = useCommands();
  const id = useId();
  const groups = Object.entries(currentDrawing(useMap()).groups) as [GroupId, Group][];
  if (groups.length === 0) return null;
  return (
    <section className="list-section" aria-labelledby={id}>
      <header>
        <h2 id={id}>{t('map.group.title')}</h2>
      </header>
      <ul>
        {groups.map(([groupId, group]) => (
          <GroupRow key={groupId} id={groupId} group={group} />
        ))}
      </ul>
    </section>
  );
}

function GroupRow({ id, group: { label, members } }: { id: GroupId; group: Group }) {
  const { t, mapStore } = useCommands();
  const { people } = useMap();
  const names = members.flatMap((member) => people[member]?.name ?? []).join(', ');
  return (
    <li className="group-row">
      <WrittenField
        label={t('map.several.groupName')}
        value={label}
        onType={(text) => mapStore.getState().editField(`group ${id}`, 'renameGroup', id, text)}
      />
      <p className="quiet" translate="no">
        {t('map.group.members', { names })}
      </p>
      <Button variant="tertiary" onClick={() => mapStore.getState().edit('removeGroup', id)}>
        {t('map.group.remove')}
      </Button>
    </li>
  );
}
