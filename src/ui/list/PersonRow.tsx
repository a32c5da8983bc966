import { Button } from '@digdir/designsystemet-react';
import { useId } from 'react';
import { typeInPerson } from '../../commands/people.ts';
import { placeOf } from '../../model/questions.ts';
import type { Person } from '../../model/types.ts';
import { marksOf, ringName } from '../../scene/words.ts';
import { useCommands, useMap, useView } from '../kit/AppContext.tsx';
import { Icon } from '../kit/Icon.tsx';
import { NameField } from '../kit/NameField.tsx';
import { RelationField } from '../kit/RelationField.tsx';
import { WishButton } from '../kit/WishButton.tsx';
import './PersonRow.css';
import { RowDetails } from './RowDetails.tsx';

type Props = { readonly person: Person; readonly isOpen: boolean; readonly onToggle: () => void };

/** One person on one line: who, how near, invited or not. Everything else opens below the line. */
export function PersonRow({ person, isOpen, onToggle }: Props) {
  const context = useCommands();
  const { t } = context;
  const map = useMap();
  const detailsId = useId();
  const { id, name } = person;
  const place = placeOf(map, id);
  return (
    <li className="person-row" data-row={id} data-open={isOpen}>
      <div className="person-row-line">
        <ChooseBox person={person} />
        <div className="person-row-who" translate="no">
          <NameField person={person} label={t('list.row.name', { name })} />
          <RelationField
            label={t('list.row.relation', { name })}
            placeholder={t('map.relation')}
            value={person.relation}
            onType={(relation) => typeInPerson(context, id, { relation })}
            onLeave={() => context.mapStore.getState().endField()}
          />
        </div>
        <p className="person-row-place quiet">
          {[...(place && place !== 'tray' ? [ringName(map, place.ring, t)] : []), ...marksOf(person, t)].join(' · ')}
        </p>
        <WishButton person={person} />
        <Button
          className="person-row-more"
          variant="tertiary"
          data-row-more
          aria-expanded={isOpen}
          aria-controls={detailsId}
          aria-label={t('map.sheet.more', { name })}
          onClick={onToggle}
        >
          {t('list.more')}
          <Icon name={isOpen ? 'up' : 'down'} size={18} />
        </Button>
      </div>
      <div id={detailsId} hidden={!isOpen}>
        {isOpen && <RowDetails person={person} />}
      </div>
    </li>
  );
}

/** Chosen for the bar that does something with several; the same selection as on the map. */
function ChooseBox({ person: { id, name } }: { person: Person }) {
  const { t, viewStore } = useCommands();
  const people = useView(({ selection }) => selection.people);
  const choose = (isChosen: boolean) => {
    const { select, announce } = viewStore.getState();
    const chosen = isChosen ? [...people, id] : people.filter((one) => one !== id);
    select(chosen);
    announce(t('spoken.selected', { count: chosen.length }));
  };
  return (
    <label className="choose-box">
      <input
        type="checkbox"
        className="ds-input"
        checked={people.includes(id)}
        aria-label={t('list.row.choose', { name })}
        onChange={({ target }) => choose(target.checked)}
      />
    </label>
  );
}
