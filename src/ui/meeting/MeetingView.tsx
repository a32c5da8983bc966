import './MeetingView.css';
import { MeetingPlan } from './MeetingPlan.tsx';
import { WhoComes } from './WhoComes.tsx';

/** Whom you want to have along, and the meeting itself: side by side where there is room. */
export const MeetingView = () => (
  <div className="meeting-view">
    <WhoComes />
    <MeetingPlan />
  </div>
);
