import { Button, Textfield } from '@digdir/designsystemet-react';
import { type FormEvent, useState } from 'react';
import { moveSeveral } from '../../commands/people.ts';
import { MAX_TEXT } from '../../model/limits.ts';
import type { PersonId, SectorId } from '../../model/types.ts';
import { useCommands, useMap } from '../kit/AppContext.tsx';
import { ChoiceField } from '../kit/ChoiceField.tsx';
import { ringChoices, ringOfChoice, sectorChoices } from '../kit/PlaceFields.tsx';

/** Where several go: a field, a ring, or both; what is not chosen stays as it is for each of them. */
export function MoveForm({ chosen, onDone }: { chosen: readonly PersonId[]; onDone: () => void }) {
  const context = useCommands();
  const { t } = context;
  const map = useMap();
  const [sector, setSector] = useState<SectorId | 'tray' | 'same'>('same');
  const [ring, setRing] = useState('same');
  const same = { value: 'same' as const, text: t('list.several.same') };
  const move = (event: FormEvent) => {
    event.preventDefault();
    moveSeveral(context, chosen, {
      sector: sector === 'same' ? null : sector,
      ring: ring === 'same' ? null : ringOfChoice(ring),
    });
    onDone();
  };
  return (
    <form className="selection-form" onSubmit={move}>
      <ChoiceField
        label={t('map.sheet.sector')}
        value={sector}
        choices={[same, ...sectorChoices(map, t), { value: 'tray' as const, text: t('place.tray') }]}
        onChoose={setSector}
      />
      {sector !== 'tray' && (
        <ChoiceField
          label={t('map.sheet.ring')}
          value={ring}
          choices={[same, ...ringChoices(map, t)]}
          onChoose={setRing}
        />
      )}
      <Button type="submit">{t('list.several.move')}</Button>
    </form>
  );
}

/** A soft outline round those chosen, with a name if wanted. */
export function GroupForm({ onMake }: { onMake: (label: string) => void }) {
  const { t } = useCommands();
  const [label, setLabel] = useState('');
  return (
    <form
      className="selection-form"
      onSubmit={(event) => {
        event.preventDefault();
        onMake(label);
      }}
    >
      <Textfield
        label={t('map.several.groupName')}
        value={label}
        maxLength={MAX_TEXT}
        autoComplete="off"
        onChange={({ target }) => setLabel(target.value)}
      />
      <Button type="submit">{t('map.several.makeGroup')}</Button>
    </form>
  );
}
