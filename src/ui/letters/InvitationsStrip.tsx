import { Button } from '@digdir/designsystemet-react';
import { useId } from 'react';
import { alreadyAsked, joinNames } from '../../export/letter/households.ts';
import { useCommands, useMap, useMeeting } from '../kit/AppContext.tsx';
import './invitationsStrip.css';

/** The meeting was moved or fell away: who has been asked, and what to write to them. Nothing as long as all is as planned. */
export function InvitationsStrip() {
  const { t, viewStore } = useCommands();
  const map = useMap();
  const id = useId();
  const meeting = useMeeting();
  if (meeting?.status !== 'moved' && meeting?.status !== 'cancelled') return null;
  const asked = alreadyAsked(map, meeting).map(({ name }) => name);
  return (
    <section className="card invitations-strip" aria-labelledby={id}>
      <h2 id={id}>{t(meeting.status === 'moved' ? 'letter.tell.statusMoved' : 'letter.tell.statusCancelled')}</h2>
      {asked.length === 0 ? (
        <p>{t('letter.tell.nobody')}</p>
      ) : (
        <p>
          {t('letter.tell')} <strong translate="no">{joinNames(asked, t)}</strong>
        </p>
      )}
      <Button variant="secondary" onClick={() => viewStore.getState().set({ dialog: 'letters' })}>
        {t(asked.length === 0 ? 'letter.open' : 'letter.tell.open')}
      </Button>
    </section>
  );
}
