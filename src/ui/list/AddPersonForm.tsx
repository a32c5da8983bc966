import { Button } from '@digdir/designsystemet-react';
import { type FormEvent, useRef, useState } from 'react';
import { addPerson, middleRing } from '../../commands/people.ts';
import { MAX_TEXT } from '../../model/limits.ts';
import type { SectorId } from '../../model/types.ts';
import { useCommands, useMap } from '../kit/AppContext.tsx';
import { ringChoices, ringOfChoice } from '../kit/PlaceFields.tsx';
import './AddPersonForm.css';

/** One more person here. The field keeps the focus and the ring, so that names can be written one after the other. */
export function AddPersonForm({ at, title }: { at: SectorId | 'tray'; title: string }) {
  const context = useCommands();
  const { t } = context;
  const map = useMap();
  const field = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const choices = ringChoices(map, t);
  const middle = String(middleRing(map));
  // A ring that was taken away meanwhile is not a choice any more.
  const ring = choices.some(({ value }) => value === chosen) && chosen !== null ? chosen : middle;
  const add = (event: FormEvent) => {
    event.preventDefault();
    addPerson(context, { name }, at === 'tray' ? 'tray' : { sector: at, ring: ringOfChoice(ring), spot: null });
    setName('');
    field.current?.focus();
  };
  return (
    <form className="add-person" data-written={name !== ''} onSubmit={add}>
      <input
        ref={field}
        className="ds-input"
        aria-label={t('list.add.name', { field: title })}
        placeholder={t('list.add.placeholder')}
        value={name}
        maxLength={MAX_TEXT}
        autoComplete="off"
        enterKeyHint="next"
        onChange={({ target }) => setName(target.value)}
      />
      <div className="add-person-more">
        {at !== 'tray' && (
          <select
            className="ds-input"
            aria-label={t('map.sheet.ring')}
            value={ring}
            onChange={({ target }) => setChosen(target.value)}
          >
            {choices.map(({ value, text }) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        )}
        <Button type="submit" variant="secondary">
          {t('map.add')}
        </Button>
      </div>
    </form>
  );
}
