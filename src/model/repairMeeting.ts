import type { Draft } from 'immer';
import { has, lastOfToday } from './invariants.ts';
import type { Note } from './repairKinds.ts';
import type { Meeting, NetworkMap, PersonId } from './types.ts';

/** One meeting, held against the people and drawings of its map. */
export function repairMeeting(meeting: Draft<Meeting>, map: NetworkMap, note: Note): void {
  const current = lastOfToday(map);
  if (current && !map.drawings.some(({ id }) => id === meeting.drawing)) {
    meeting.drawing = current.id;
    note('meetingMovedToCurrentDrawing');
  }
  repairInvitations(meeting, map, note);
  for (const followUp of meeting.followUps) {
    if (followUp.whoId === null || has(map.people, followUp.whoId)) continue;
    followUp.whoId = null;
    note('followUpWithoutPerson');
  }
}

function repairInvitations({ invitations }: Draft<Meeting>, { people }: NetworkMap, note: Note): void {
  for (const id of Object.keys(invitations) as PersonId[]) {
    const invitation = invitations[id];
    if (!invitation) continue;
    const { askedWith } = invitation;
    if (!has(people, id)) {
      delete invitations[id];
      note('invitationOfNobodyRemoved');
    } else if (askedWith !== null && (askedWith === id || !has(people, askedWith))) {
      invitation.askedWith = null;
      note('askedWithRemoved');
    }
  }
}
