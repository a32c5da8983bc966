import { useCommands, useMap } from '../kit/AppContext.tsx';
import { WrittenField } from '../kit/WrittenField.tsx';

/** Whose map it is: what a tap on the centre of the map asks for. */
export function Centre() {
  const { t, mapStore } = useCommands();
  const { ego } = useMap();
  return (
    <div className="list-section list-centre">
      <WrittenField
        label={t('settings.egoName')}
        placeholder={t('ego.me')}
        value={ego.name}
        onType={(egoName) => mapStore.getState().editField('about egoName', 'describe', { egoName })}
      />
    </div>
  );
}
