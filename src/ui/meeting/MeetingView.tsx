import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { planNextMeeting } from '../../commands/meetings.ts';
import { useCommands, useMap, useMeeting, useT } from '../kit/AppContext.tsx';
import { CalendarButtons } from '../letters/CalendarButtons.tsx';
import { InvitationsStrip } from '../letters/InvitationsStrip.tsx';
import { Segmented } from '../shell/Segmented.tsx';
import { Afterwards } from './Afterwards.tsx';
import { MeetingPicker } from './MeetingPicker.tsx';
import { MeetingPlan } from './MeetingPlan.tsx';
import './MeetingView.css';
import { WhoComes } from './WhoComes.tsx';

type Part = 'who' | 'plan' | 'after';

/**
 * Whom you want to have along, the meeting itself, and what comes after. Where there is room the first two stand side
 * by side, on a phone one at a time; which of them is shown is said by the style sheet, so that turning the tablet
 * loses nothing.
 */
export function MeetingView() {
  const context = useCommands();
  const map = useMap();
  const meeting = useMeeting();
  const [part, setPart] = useState<Part>(meeting?.status === 'held' ? 'after' : 'who');
  const screen = useRef<HTMLDivElement>(null);
  // Come here from something that is gone with the map: the keys shall not begin at the top of the page.
  useEffect(() => {
    if (document.activeElement === document.body)
      screen.current?.querySelector<HTMLElement>('.meeting-who h2')?.focus();
  }, []);
  // The first thing said makes the meeting, without beginning the screen anew.
  const at = Math.max(0, meeting ? map.meetings.indexOf(meeting) : 0);
  const planNext = () => {
    flushSync(() => {
      planNextMeeting(context);
      setPart('who');
    });
    // What was pressed is gone: on to the new list.
    document.querySelector<HTMLElement>('.meeting-who h2')?.focus();
  };
  return (
    <div className="meeting-screen" ref={screen} data-part={part}>
      <header className="meeting-head">
        <Parts part={part} onChange={setPart} />
        <MeetingPicker />
      </header>
      <div className="meeting-view" key={at}>
        <div className="meeting-side part-who">
          <InvitationsStrip />
          <WhoComes />
        </div>
        <div className="meeting-side part-plan">
          <MeetingPlan />
          <CalendarButtons />
        </div>
        <Afterwards onNext={planNext} />
      </div>
    </div>
  );
}

/** Two ways of saying the same: on a wide screen whom and when are one part. */
function Parts({ part, onChange }: { part: Part; onChange: (part: Part) => void }) {
  const t = useT();
  const after = { value: 'after', label: t('meeting.part.after') } as const;
  return (
    <>
      <div className="parts-wide">
        <Segmented<'before' | 'after'>
          label={t('meeting.part')}
          value={part === 'after' ? 'after' : 'before'}
          onChange={(next) => onChange(next === 'after' ? 'after' : 'who')}
          options={[{ value: 'before', label: t('meeting.part.before') }, after]}
        />
      </div>
      <div className="parts-narrow">
        <Segmented<Part>
          label={t('meeting.part')}
          value={part}
          onChange={onChange}
          options={[
            { value: 'who', label: t('meeting.part.who') },
            { value: 'plan', label: t('meeting.part.plan') },
            after,
          ]}
        />
      </div>
    </>
  );
}
