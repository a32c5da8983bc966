import { useEffect } from 'react';
import { aloneWords, endLens, toggleAway } from '../../commands/lens.ts';
import { joinNames } from '../../export/letter/households.ts';
import { gathering, presentWithout } from '../../model/gathering.ts';
import { invitationOf, isDrawn } from '../../model/questions.ts';
import type { Person } from '../../model/types.ts';
import { useCommands, useMap, useView } from '../kit/AppContext.tsx';
import { WISH_MARKS } from '../kit/WishButton.tsx';
import { Sheet } from '../map/Sheet.tsx';
import { focusSheet } from '../map/sheetFocus.ts';
import './LensPanel.css';

/** Beside the map of *Slik blir møtet*: who will be there, who of them knows nobody else, and how it is without somebody. */
export function LensPanel() {
  const context = useCommands();
  const { t } = context;
  const map = useMap();
  const lens = useView((view) => view.lens);
  // What began it is gone from the page: the keys are here now.
  useEffect(focusSheet, []);
  if (!lens) return null;
  const people = gathering(map);
  const away = people.filter(({ id }) => lens.away.includes(id));
  const present = presentWithout(map, lens.away);
  const alone = aloneWords(context, present);
  const names = joinNames(
    away.map(({ name }) => name),
    t,
  );
  const toMeeting = () => {
    endLens(context);
    context.viewStore.getState().set({ screen: 'meeting' });
  };
  return (
    <Sheet title={t('command.lens')} label={t('command.lens')} className="lens" onClose={() => endLens(context)}>
      <div className="lens-scroll">
        <p className="quiet">{t('lens.hint')}</p>
        {(away.length > 0 || alone !== '') && (
          <div className="lens-alone">
            {away.length > 0 && present.length > 0 && <p>{t('lens.if', { names })}</p>}
            {alone !== '' && <p>{alone}</p>}
            {present.length === 0 && <p>{t('lens.nobody')}</p>}
          </div>
        )}
        <ul className="lens-people" aria-label={t('lens.who')}>
          {people.map((person) => (
            <Guest key={person.id} person={person} isAway={lens.away.includes(person.id)} />
          ))}
        </ul>
      </div>
      <div className="sheet-buttons">
        <button type="button" className="plain-button" onClick={toMeeting}>
          {t('lens.toMeeting')}
        </button>
        <button type="button" className="plain-button primary" onClick={() => endLens(context)}>
          {t('map.done')}
        </button>
      </div>
    </Sheet>
  );
}

function Guest({ person, isAway }: { person: Person; isAway: boolean }) {
  const context = useCommands();
  const { t } = context;
  const map = useMap();
  const { wish } = invitationOf(map, person.id);
  const about = [
    person.relation,
    wish === 'maybe' ? t('meeting.chip.maybe') : '',
    isDrawn(map, person.id) ? '' : t('lens.notDrawn'),
    isAway ? t('lens.away') : '',
  ];
  return (
    <li>
      <button type="button" data-wish={wish} aria-pressed={!isAway} onClick={() => toggleAway(context, person.id)}>
        <span className="wish-mark" aria-hidden="true">
          {isAway || wish === null ? '' : WISH_MARKS[wish]}
        </span>
        <bdi translate="no">{person.name}</bdi>
        <span className="quiet">{about.filter((word) => word !== '').join(' · ')}</span>
      </button>
    </li>
  );
}
