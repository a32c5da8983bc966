import { Button } from '@digdir/designsystemet-react';
import { useId } from 'react';
import { haveBeenTold, isChanged, toBeTold } from '../../export/letter/households.ts';
import { useCommands, useMap, useMeeting } from '../kit/AppContext.tsx';
import './invitationsStrip.css';
import { ToldTick } from './ToldTick.tsx';

/** The meeting was moved or fell away: who has been asked, who of them has heard of it, and what to write to them. */
export function InvitationsStrip() {
  const { t, viewStore } = useCommands();
  const map = useMap();
  const id = useId();
  const meeting = useMeeting();
  if (!meeting || !isChanged(meeting)) return null;
  const asked = toBeTold(map, meeting);
  const isDone = asked.length > 0 && asked.every((people) => haveBeenTold(meeting, people));
  return (
    <section className="card invitations-strip" aria-labelledby={id}>
      <h2 id={id}>{t(meeting.status === 'moved' ? 'letter.tell.statusMoved' : 'letter.tell.statusCancelled')}</h2>
      {asked.length === 0 ? (
        <p>{t('letter.tell.nobody')}</p>
      ) : (
        <fieldset className="invitations-told">
          <legend>{t(isDone ? 'letter.tell.done' : 'letter.tell')}</legend>
          {asked.map((people) => (
            <ToldTick key={people[0].id} meeting={meeting} people={people} isNamed />
          ))}
        </fieldset>
      )}
      <Button variant="secondary" onClick={() => viewStore.getState().set({ dialog: 'letters' })}>
        {t(asked.length === 0 ? 'letter.open' : 'letter.tell.open')}
      </Button>
    </section>
  );
}
