import { useId, useState } from 'react';
import { updateInvitation } from '../../commands/invitations.ts';
import { namesOf } from '../../export/letter/households.ts';
import { type Household, idsOf } from '../../model/households.ts';
import { invitationOf } from '../../model/questions.ts';
import { ANSWERS, type PersonId } from '../../model/types.ts';
import { useCommands, useMap, useMeeting } from '../kit/AppContext.tsx';
import { WishButton } from '../kit/WishButton.tsx';
import { chipsOf } from './chips.ts';
import { InviteeDetails } from './InviteeDetails.tsx';
import './InviteeRow.css';
import { relationWords } from './together.ts';
import { ANSWER_WORDS } from '../../scene/meetingWords.ts';

type Props = { readonly people: Household; readonly onTouch: (ids: readonly PersonId[]) => void };

/** One who is to be asked, or a household that is asked as one: the mark, who it is, what is settled, the answer. */
export function InviteeRow({ people, onTouch }: Props) {
  const context = useCommands();
  const { t } = context;
  const detailsId = useId();
  const [isOpen, setOpen] = useState(false);
  const [head, ...others] = people;
  const { answer } = invitationOf(useMap(), head.id, useMeeting());
  const ids = idsOf(people);
  const name = namesOf(people, t);
  const relation = relationWords(people, t);
  return (
    <li className="invitee" data-row={head.id}>
      <div className="invitee-line">
        <WishButton person={head} others={idsOf(others)} name={name} compact onTap={() => onTouch(ids)} />
        <p className="invitee-who">
          <strong translate="no">{name}</strong>
          {relation !== '' && <span className="quiet">{relation}</span>}
        </p>
        <Settled people={people} isOpen={isOpen} detailsId={detailsId} onOpen={() => setOpen(!isOpen)} />
        <select
          className="ds-input invitee-answer"
          aria-label={t('meeting.answerOf', { name })}
          value={answer}
          onChange={({ target }) => updateInvitation(context, ids, { answer: ANSWERS[target.selectedIndex] ?? answer })}
        >
          {ANSWERS.map((value) => (
            <option key={value} value={value}>
              {t(ANSWER_WORDS[value])}
            </option>
          ))}
        </select>
      </div>
      <div id={detailsId} hidden={!isOpen}>
        {isOpen && <InviteeDetails people={people} />}
      </div>
    </li>
  );
}

type SettledProps = {
  readonly people: Household;
  readonly isOpen: boolean;
  readonly detailsId: string;
  readonly onOpen: () => void;
};

/** What is settled so far; a tap opens the rest. */
function Settled({ people, isOpen, detailsId, onOpen }: SettledProps) {
  const { t } = useCommands();
  const map = useMap();
  const meeting = useMeeting();
  const { asker, means } = invitationOf(map, people[0].id, meeting);
  const isAsking = asker !== null || means !== null;
  const remarks = people.map(({ id }) => invitationOf(map, id, meeting).remark).filter((remark) => remark !== '');
  return (
    <button
      type="button"
      className="invitee-chips"
      data-row-more
      aria-expanded={isOpen}
      aria-controls={detailsId}
      onClick={onOpen}
    >
      <span className="visually-hidden">{t('meeting.about', { name: namesOf(people, t) })} </span>
      {chipsOf(map, meeting, people, t).map((chip) => (
        <span key={chip} className="chip">
          {chip}
          <span className="visually-hidden">, </span>
        </span>
      ))}
      <span className="chip chip-open">
        {t(isOpen ? 'meeting.fewer' : isAsking ? 'meeting.more.rest' : 'meeting.more')}
      </span>
      {remarks.length > 0 && <span className="invitee-remark quiet">{remarks.join(' · ')}</span>}
    </button>
  );
}
