import { Switch } from '@digdir/designsystemet-react';
import { useId } from 'react';
import { planMeeting, typeInMeeting } from '../../commands/invitations.ts';
import { newMeeting } from '../../model/newMap.ts';
import { currentDrawing } from '../../model/questions.ts';
import type { MeetingId } from '../../model/types.ts';
import { useCommands, useMap, useMeeting } from '../kit/AppContext.tsx';
import { WrittenField } from '../kit/WrittenField.tsx';
import './Afterwards.css';
import { FollowUps } from './FollowUps.tsx';
import { WhoCame } from './WhoCame.tsx';

/** When the meeting has been held: who came, what is to be followed up, and what to remember for the next one. */
export function Afterwards({ onNext }: { onNext: () => void }) {
  const context = useCommands();
  const { t } = context;
  const map = useMap();
  const meeting = useMeeting() ?? newMeeting('' as MeetingId, currentDrawing(map).id);
  const id = useId();
  return (
    <>
      <div className="meeting-after">
        <section className="card meeting-held" aria-labelledby={id}>
          <h2 id={id}>{t('after.title')}</h2>
          <p className="quiet">{t('after.hint')}</p>
          <Switch
            label={t('after.held')}
            checked={meeting.status === 'held'}
            onChange={({ target }) => planMeeting(context, { status: target.checked ? 'held' : 'planned' })}
          />
        </section>
        <FollowUps meeting={meeting} />
      </div>
      <div className="meeting-after">
        <WhoCame meeting={meeting} />
        <section className="card next-meeting" aria-label={t('after.notes')}>
          <WrittenField
            label={t('after.notes')}
            description={t('after.notes.hint')}
            value={meeting.nextNotes}
            rows={3}
            onType={(nextNotes) => typeInMeeting(context, { nextNotes })}
          />
          {map.meetings.length > 0 && (
            <>
              <button type="button" className="plain-button" onClick={onNext}>
                {t('meeting.next')}
              </button>
              <p className="quiet">{t('meeting.next.hint')}</p>
            </>
          )}
        </section>
      </div>
    </>
  );
}
