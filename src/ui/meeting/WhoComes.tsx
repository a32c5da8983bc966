import { useId, useRef, useState } from 'react';
import { setWish } from '../../commands/invitations.ts';
import { beginLens } from '../../commands/lens.ts';
import type { Translate } from '../../i18n/translate.ts';
import { households } from '../../model/households.ts';
import { currentMeeting, invitees } from '../../model/questions.ts';
import type { Meeting, NetworkMap, Person } from '../../model/types.ts';
import { useCommands, useMap, useMeeting } from '../kit/AppContext.tsx';
import { Icon } from '../kit/Icon.tsx';
import { useKeepFocus } from '../kit/useKeepFocus.ts';
import { WishButton } from '../kit/WishButton.tsx';
import { InviteeRow } from './InviteeRow.tsx';
import { ListOut } from './ListOut.tsx';
import { useVisit, type Visit } from './useVisit.ts';
import { Walk } from './Walk.tsx';
import './WhoComes.css';

/** "9 vil du invitere · 2 vil du tenke på": in words, and only of what there is. */
function inWords(map: NetworkMap, meeting: Meeting | null, t: Translate): string {
  const yes = invitees(map, ['yes'], meeting).length;
  const maybe = invitees(map, ['maybe'], meeting).length;
  const parts = [yes > 0 && t('meeting.yes', { count: yes }), maybe > 0 && t('meeting.maybe', { count: maybe })];
  return parts.filter(Boolean).join(' · ');
}

/** Whom you want to have along: those chosen, and below, quietly, the others; or one after the other. */
export function WhoComes() {
  const { t } = useCommands();
  const map = useMap();
  const meeting = useMeeting();
  const id = useId();
  const container = useRef<HTMLDivElement>(null);
  const remember = useKeepFocus(container, map);
  const visit = useVisit(map, meeting);
  const [isWalking, setWalking] = useState(false);
  const endWalk = () => {
    setWalking(false);
    queueMicrotask(() => container.current?.querySelector<HTMLElement>('.who-ways button')?.focus());
  };
  const isNobody = visit.chosen.length === 0;
  const isEmpty = isNobody && visit.undecided.length + visit.notNow.length === 0;
  return (
    <section className="card meeting-who" aria-labelledby={id}>
      <div ref={container} className="who-comes" onFocus={({ target }) => remember(target)}>
        <h2 id={id} tabIndex={-1}>
          {t('meeting.who')}
        </h2>
        <p className="quiet">
          {isNobody ? t(isEmpty ? 'meeting.emptyMap' : 'meeting.nobody') : inWords(map, meeting, t)}
        </p>
        <FromLast />
        {isWalking && <Walk onEnd={endWalk} />}
        {!isWalking && !isEmpty && <Ways onWalk={() => setWalking(true)} />}
        {!isWalking && <Lists {...visit} />}
      </div>
    </section>
  );
}

/** Other ways to look at it: one after the other, and how the meeting will be. */
function Ways({ onWalk }: { onWalk: () => void }) {
  const context = useCommands();
  const { t } = context;
  const isLast = useMeeting() === currentMeeting(useMap());
  const isSomebody = invitees(useMap()).length > 0;
  return (
    <div className="who-ways">
      <button type="button" className="plain-button" onClick={onWalk}>
        {t('meeting.walk')}
      </button>
      {isLast && isSomebody && (
        <button type="button" className="plain-button" onClick={() => beginLens(context)}>
          {t('command.lens')}
        </button>
      )}
    </div>
  );
}

/** What was noted for this meeting after the one before. */
function FromLast() {
  const { t } = useCommands();
  const { meetings } = useMap();
  const meeting = useMeeting();
  const notes = meeting && meetings[meetings.indexOf(meeting) - 1]?.nextNotes;
  if (!notes) return null;
  return (
    <div className="from-last">
      <p className="quiet">{t('meeting.fromLast')}</p>
      <p>{notes}</p>
    </div>
  );
}

function Lists({ chosen, undecided, notNow, touch }: Visit) {
  const meeting = useMeeting();
  return (
    <>
      {chosen.length > 0 && (
        <ul className="invitees">
          {households(chosen, meeting).map((people) => (
            <InviteeRow key={people[0].id} people={people} onTouch={touch} />
          ))}
        </ul>
      )}
      <Undecided people={undecided} />
      <NotNow people={notNow} />
      {chosen.length > 0 && <ListOut />}
    </>
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
              <bdi translate="no">{name}</bdi>
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
            <bdi translate="no">{person.name}</bdi>
            {person.relation !== '' && <span className="quiet">{person.relation}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}
