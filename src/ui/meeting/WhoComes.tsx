import { useId, useRef } from 'react';
import { setWish } from '../../commands/invitations.ts';
import type { Translate } from '../../i18n/translate.ts';
import { invitees } from '../../model/questions.ts';
import type { NetworkMap, Person } from '../../model/types.ts';
import { useCommands, useMap } from '../kit/AppContext.tsx';
import { Icon } from '../kit/Icon.tsx';
import { useKeepFocus } from '../kit/useKeepFocus.ts';
import { WishButton } from '../kit/WishButton.tsx';
import { InviteeRow } from './InviteeRow.tsx';
import { ListOut } from './ListOut.tsx';
import { useVisit } from './useVisit.ts';
import './WhoComes.css';

/** "9 vil du invitere · 2 vil du tenke på": in words, and only of what there is. */
function inWords(map: NetworkMap, t: Translate): string {
  const yes = invitees(map, ['yes']).length;
  const maybe = invitees(map, ['maybe']).length;
  const parts = [yes > 0 && t('meeting.yes', { count: yes }), maybe > 0 && t('meeting.maybe', { count: maybe })];
  return parts.filter(Boolean).join(' · ');
}

/** Whom you want to have along: those chosen, and below, quietly, the others. */
export function WhoComes() {
  const { t } = useCommands();
  const map = useMap();
  const id = useId();
  const container = useRef<HTMLDivElement>(null);
  const remember = useKeepFocus(container, map);
  const { chosen, notNow, undecided, touch } = useVisit(map);
  const isNobody = chosen.length === 0;
  return (
    <section className="card" aria-labelledby={id}>
      <div ref={container} className="who-comes" onFocus={({ target }) => remember(target)}>
        <h2 id={id}>{t('meeting.who')}</h2>
        <p className="quiet">
          {isNobody ? t(undecided.length > 0 ? 'meeting.nobody' : 'meeting.emptyMap') : inWords(map, t)}
        </p>
        {!isNobody && (
          <ul className="invitees">
            {chosen.map((person) => (
              <InviteeRow key={person.id} person={person} onTouch={() => touch(person.id)} />
            ))}
          </ul>
        )}
        <Undecided people={undecided} />
        <NotNow people={notNow} />
        {!isNobody && <ListOut />}
      </div>
    </section>
  );
}

/** In the order of the map: nobody is suggested. */
function Undecided({ people }: { people: readonly Person[] }) {
  const context = useCommands();
  const { t } = context;
  if (people.length === 0) return null;
  return (
    <div className="undecided">
      <h3>{t('meeting.undecided')}</h3>
      <ul>
        {people.map(({ id, name, relation }) => (
          <li key={id} data-row={`undecided ${id}`}>
            <button
              type="button"
              data-row-more
              aria-label={t('meeting.choose', { name })}
              onClick={() => setWish(context, [id], 'yes')}
            >
              <Icon name="plus" size={18} />
              <span translate="no">{name}</span>
              {relation !== '' && <span className="quiet">{relation}</span>}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function NotNow({ people }: { people: readonly Person[] }) {
  const { t } = useCommands();
  if (people.length === 0) return null;
  return (
    <details className="not-now">
      <summary>{t('wish.notNow')}</summary>
      <ul>
        {people.map((person) => (
          <li key={person.id} data-row={`notNow ${person.id}`}>
            <WishButton person={person} compact />
            <span translate="no">{person.name}</span>
            {person.relation !== '' && <span className="quiet">{person.relation}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
