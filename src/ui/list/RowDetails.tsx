import { Button } from '@digdir/designsystemet-react';
import { useId, useState } from 'react';
import { askToForget, removePeople, stepRing } from '../../commands/people.ts';
import { anyLinesBetween, currentDrawing, knownBy, placeOf } from '../../model/questions.ts';
import type { Person } from '../../model/types.ts';
import { someNames } from '../../scene/words.ts';
import { useCommands, useMap } from '../kit/AppContext.tsx';
import { Icon } from '../kit/Icon.tsx';
import { LinesOf } from '../kit/LinesOf.tsx';
import { PersonFacts } from '../kit/PersonFields.tsx';
import { PlaceFields } from '../kit/PlaceFields.tsx';
import './RowDetails.css';

/** What opens below a row: where somebody stands, whom they know, what else there is to say, and the way out. */
export function RowDetails({ person }: { person: Person }) {
  const context = useCommands();
  const { t } = context;
  const { id, name } = person;
  return (
    <div className="row-details">
      <div className="row-details-place">
        <PlaceFields id={id} />
        <Steps person={person} />
      </div>
      <KnowsPanel person={person} />
      <div className="person-fields row-details-facts">
        <PersonFacts person={person} />
      </div>
      <Button variant="tertiary" className="row-remove" onClick={() => removePeople(context, [id])}>
        <Icon name="trash" size={20} />
        {t('list.remove', { name })}
      </Button>
      <Button variant="tertiary" className="row-remove" onClick={() => askToForget(context, id)}>
        {t('forget.commandNamed', { name })}
      </Button>
    </div>
  );
}

function Steps({ person: { id, name } }: { person: Person }) {
  const context = useCommands();
  const { t } = context;
  const place = placeOf(useMap(), id);
  if (place === null || place === 'tray') return null;
  return (
    <div className="row-steps">
      <Button
        variant="secondary"
        aria-disabled={place.ring === 0}
        aria-label={t('list.step', { step: t('command.nearer'), name })}
        onClick={() => stepRing(context, [id], -1)}
      >
        {t('command.nearer')}
      </Button>
      <Button
        variant="secondary"
        aria-disabled={place.ring === 'outside'}
        aria-label={t('list.step', { step: t('command.further'), name })}
        onClick={() => stepRing(context, [id], 1)}
      >
        {t('command.further')}
      </Button>
    </div>
  );
}

function KnowsPanel({ person }: { person: Person }) {
  const { t } = useCommands();
  const map = useMap();
  const panelId = useId();
  const [isOpen, setOpen] = useState(false);
  const drawing = currentDrawing(map);
  const names = knownBy(drawing, person.id).flatMap((id) => map.people[id]?.name ?? []);
  // As in the sheet on the map: before lines are drawn nobody "knows nobody".
  const isAlone = anyLinesBetween(drawing) && person.kind === 'person' && !person.deceased;
  const nobody = isAlone ? t('map.sheet.knowsNone') : t('list.lines.title', { name: person.name });
  return (
    <div className="knows-panel">
      <Button variant="secondary" aria-expanded={isOpen} aria-controls={panelId} onClick={() => setOpen(!isOpen)}>
        <span translate="no">{names.length > 0 ? someNames(names, t) : nobody}</span>
        <Icon name={isOpen ? 'up' : 'down'} size={18} />
      </Button>
      <div id={panelId} hidden={!isOpen}>
        {isOpen && <LinesOf person={person} />}
      </div>
    </div>
  );
}
