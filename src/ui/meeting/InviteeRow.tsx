import { useId, useState } from 'react';
import { updateInvitation } from '../../commands/invitations.ts';
import { invitationOf } from '../../model/questions.ts';
import { ANSWERS, type Person } from '../../model/types.ts';
import { useCommands, useMap } from '../kit/AppContext.tsx';
import { WishButton } from '../kit/WishButton.tsx';
import { chipsOf } from './chips.ts';
import { InviteeDetails } from './InviteeDetails.tsx';
import './InviteeRow.css';
import { ANSWER_WORDS } from './words.ts';

/** One who is to be asked: the mark, who it is, what is settled so far, and what they answered. */
export function InviteeRow({ person, onTouch }: { person: Person; onTouch: () => void }) {
  const context = useCommands();
  const { t } = context;
  const map = useMap();
  const detailsId = useId();
  const [isOpen, setOpen] = useState(false);
  const { id, name, relation } = person;
  const { answer, asker, means } = invitationOf(map, id);
  const isAsking = asker !== null || means !== null;
  const chips = chipsOf(map, person, t);
  const openWord = t(isOpen ? 'meeting.fewer' : isAsking ? 'meeting.more.rest' : 'meeting.more');
  return (
    <li className="invitee" data-row={id}>
      <div className="invitee-line">
        <WishButton person={person} compact onTap={onTouch} />
        <p className="invitee-who">
          <strong translate="no">{name}</strong>
          {relation !== '' && <span className="quiet">{relation}</span>}
        </p>
        <button
          type="button"
          className="invitee-chips"
          data-row-more
          aria-expanded={isOpen}
          aria-controls={detailsId}
          onClick={() => setOpen(!isOpen)}
        >
          <span className="visually-hidden">{t('meeting.about', { name })} </span>
          {chips.map((chip) => (
            <span key={chip} className="chip">
              {chip}
              <span className="visually-hidden">, </span>
            </span>
          ))}
          <span className="chip chip-open">{openWord}</span>
        </button>
        <select
          className="ds-input invitee-answer"
          aria-label={t('meeting.answerOf', { name })}
          value={answer}
          onChange={({ target }) => updateInvitation(context, id, { answer: ANSWERS[target.selectedIndex] ?? answer })}
        >
          {ANSWERS.map((value) => (
            <option key={value} value={value}>
              {t(ANSWER_WORDS[value])}
            </option>
          ))}
        </select>
      </div>
      <div id={detailsId} hidden={!isOpen}>
        {isOpen && <InviteeDetails person={person} />}
      </div>
    </li>
  );
}
