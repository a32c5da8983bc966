import { CalendarButtons } from '../letters/CalendarButtons.tsx';
import { InvitationsStrip } from '../letters/InvitationsStrip.tsx';
import './MeetingView.css';
import { MeetingPlan } from './MeetingPlan.tsx';
import { WhoComes } from './WhoComes.tsx';

/** Whom you want to have along, and the meeting itself: side by side where there is room. */
export const MeetingView = () => (
  <div className="meeting-view">
    <div className="meeting-side">
      <InvitationsStrip />
      <WhoComes />
    </div>
    <div className="meeting-side">
      <MeetingPlan />
      <CalendarButtons />
    </div>
  </div>
);
