import { Button } from '@digdir/designsystemet-react';
import { useId, useState } from 'react';
import { changeFields, peopleAt, widenRing } from '../../commands/fields.ts';
import { MAX_RINGS, MIN_RINGS } from '../../model/types.ts';
import { ringName } from '../../scene/words.ts';
import { useCommands, useMap } from '../kit/AppContext.tsx';
import { WrittenField } from '../kit/WrittenField.tsx';
import './FieldsDialog.css';
import { IconButton } from './IconButton.tsx';

const SHARE = 0.05;

/** The rings, innermost first. */
export function RingsPart() {
  const context = useCommands();
  const { t } = context;
  const { rings } = useMap();
  const id = useId();
  return (
    <section className="dialog-part" aria-labelledby={id}>
      <h3 id={id}>{t('settings.rings')}</h3>
      <ul>
        {rings.map((_, index) => (
          // A ring is known by how near it is.
          // oxlint-disable-next-line react/no-array-index-key
          <RingRow key={index} index={index} />
        ))}
      </ul>
      {rings.length < MAX_RINGS && (
        <div>
          <Button variant="secondary" onClick={() => changeFields(context, 'addRing')}>
            {t('settings.ring.add')}
          </Button>
        </div>
      )}
    </section>
  );
}

function RingRow({ index }: { index: number }) {
  const context = useCommands();
  const { t, mapStore } = context;
  const map = useMap();
  const [isGoing, setGoing] = useState(false);
  const what = ringName(map, index, t);
  const usual = ringName({ rings: map.rings.map((ring) => ({ ...ring, name: null })) }, index, t);
  const remove = () => {
    if (peopleAt(map, { ring: index }).length > 0) setGoing(true);
    else changeFields(context, 'removeRing', index, 'inner');
  };
  return (
    <li className="field-row">
      <div className="field-row-name">
        <WrittenField
          label={t('settings.ring.name', { ring: usual })}
          placeholder={usual}
          value={map.rings[index]?.name ?? ''}
          onType={(name) => mapStore.getState().editField(`ring ${index}`, 'renameRing', index, name)}
        />
      </div>
      <div className="field-row-buttons">
        <IconButton
          icon="minus"
          label={t('settings.narrower', { what })}
          onPress={() => widenRing(context, index, -SHARE)}
        />
        <IconButton
          icon="plus"
          label={t('settings.wider', { what })}
          onPress={() => widenRing(context, index, SHARE)}
        />
        <IconButton
          icon="trash"
          label={t('settings.ring.remove', { ring: what })}
          isIdle={map.rings.length <= MIN_RINGS}
          onPress={remove}
        />
      </div>
      {isGoing && <InOrOut index={index} onDone={() => setGoing(false)} />}
    </li>
  );
}

/** Asked only when somebody stands there, and only for the ways there are. */
function InOrOut({ index, onDone }: { index: number; onDone: () => void }) {
  const context = useCommands();
  const { t } = context;
  const map = useMap();
  const go = (to: 'inner' | 'outer') => {
    changeFields(context, 'removeRing', index, to);
    onDone();
  };
  return (
    <fieldset className="where-to">
      <legend>{t('settings.whereTo', { names: peopleAt(map, { ring: index }).join(', ') })}</legend>
      <div>
        {index > 0 && <Button onClick={() => go('inner')}>{ringName(map, index - 1, t)}</Button>}
        {index < map.rings.length - 1 && <Button onClick={() => go('outer')}>{ringName(map, index + 1, t)}</Button>}
        <Button variant="tertiary" onClick={onDone}>
          {t('map.cancel')}
        </Button>
      </div>
    </fieldset>
  );
}
