import { useEffect, useRef, useState } from 'react';
import { setWish } from '../../commands/invitations.ts';
import { namesOf } from '../../export/letter/households.ts';
import { type Household, households, idsOf } from '../../model/households.ts';
import { invitationOf, invitees } from '../../model/questions.ts';
import { WISHES } from '../../model/types.ts';
import { WISH_WORDS } from '../../scene/words.ts';
import { useCommands, useMap, useMeeting } from '../kit/AppContext.tsx';
import { WISH_MARKS } from '../kit/WishButton.tsx';
import { relationWords } from './together.ts';
import './Walk.css';

/** Everybody who can be asked, one at a time, in the order of the map: an answer goes on to the next, nothing is a must. */
export function Walk({ onEnd }: { onEnd: () => void }) {
  const { t } = useCommands();
  const map = useMap();
  const meeting = useMeeting();
  const card = useRef<HTMLFieldSetElement>(null);
  const [at, setAt] = useState(0);
  // As they belonged together at the beginning: nobody comes twice because an answer parted them.
  const [steps] = useState(() => households(invitees(map, ['yes', 'maybe', 'notNow', null], meeting), meeting));
  const left = steps.filter((people) => people.every(({ id }) => id in map.people));
  const people = left[at];
  useEffect(() => card.current?.querySelector<HTMLElement>('h3, p')?.focus(), [at]);
  const go = (step: 1 | -1) => setAt(Math.max(0, Math.min(left.length, at + step)));
  return (
    <fieldset className="walk" ref={card} aria-label={t('meeting.walk.label')}>
      {people ? (
        <One key={people[0].id} people={people} onNext={() => go(1)} />
      ) : (
        <p className="walk-end" tabIndex={-1}>
          {t('meeting.walk.end')}
        </p>
      )}
      <div className="walk-ways">
        <button type="button" className="plain-button" disabled={at === 0} onClick={() => go(-1)}>
          {t('meeting.walk.back')}
        </button>
        <button type="button" className={people ? 'plain-button' : 'plain-button primary'} onClick={onEnd}>
          {t('meeting.walk.toList')}
        </button>
      </div>
    </fieldset>
  );
}

/** One question, three answers that a thumb can't miss, and the way past them. */
function One({ people, onNext }: { people: Household; onNext: () => void }) {
  const context = useCommands();
  const { t } = context;
  const { wish } = invitationOf(useMap(), people[0].id, useMeeting());
  const relation = relationWords(people, t);
  return (
    <>
      <div className="walk-who">
        <h3 tabIndex={-1}>{t('meeting.walk.ask', { name: namesOf(people, t) })}</h3>
        <p className="quiet">{relation}</p>
      </div>
      <div className="walk-answers">
        {WISHES.map((answer) => (
          <button
            key={answer}
            type="button"
            data-wish={answer}
            aria-pressed={wish === answer}
            onClick={() => {
              setWish(context, idsOf(people), answer);
              onNext();
            }}
          >
            <span className="wish-mark" aria-hidden="true">
              {WISH_MARKS[answer]}
            </span>
            {t(WISH_WORDS[answer])}
          </button>
        ))}
        <button type="button" className="walk-skip" onClick={onNext}>
          {t(wish === null ? 'meeting.walk.skip' : 'meeting.walk.next')}
        </button>
      </div>
    </>
  );
}
