import { type Draft, produce } from 'immer';
import { MAX_FOLLOW_UPS } from '../limits.ts';
import { emptyInvitation, newMeeting } from '../newMap.ts';
import { canBeInvited, currentDrawing } from '../questions.ts';
import type { FollowUp, FollowUpId, Invitation, Meeting, MeetingId, NetworkMap, PersonId, Wish } from '../types.ts';

/** The meeting, made when the first thing is said about it. */
function draftOfMeeting(draft: Draft<NetworkMap>, id: MeetingId): Draft<Meeting> {
  const found = draft.meetings.find((meeting) => meeting.id === id);
  if (found) return found;
  draft.meetings.push(newMeeting(id, currentDrawing(draft as NetworkMap).id) as Draft<Meeting>);
  return draft.meetings.at(-1) as Draft<Meeting>;
}

/** Says whom the person wishes to invite; null takes the wish back and keeps what was filled in. */
export function invite(map: NetworkMap, meeting: MeetingId, ids: readonly PersonId[], wish: Wish | null): NetworkMap {
  const asked = map.meetings.find(({ id }) => id === meeting)?.invitations ?? {};
  const askable = ids.filter((id) => {
    const person = map.people[id];
    // To take back what nobody has said is no reason to begin a meeting.
    return person !== undefined && canBeInvited(person) && (wish !== null || id in asked);
  });
  if (askable.length === 0) return map;
  return produce(map, (draft) => {
    const { invitations } = draftOfMeeting(draft, meeting);
    for (const id of askable) {
      const invitation = invitations[id];
      if (invitation) invitation.wish = wish;
      else if (wish !== null) invitations[id] = { ...(emptyInvitation as Draft<Invitation>), wish };
    }
  });
}

export type InvitationPatch = Partial<Invitation>;

/** Several at once: a household that is asked as one. */
export function updateInvitation(
  map: NetworkMap,
  meeting: MeetingId,
  who: PersonId | readonly PersonId[],
  patch: InvitationPatch,
): NetworkMap {
  const ids = (typeof who === 'string' ? [who] : who).filter((id) => {
    const person = map.people[id];
    return person !== undefined && canBeInvited(person);
  });
  if (ids.length === 0) return map;
  return produce(map, (draft) => {
    const { invitations } = draftOfMeeting(draft, meeting);
    for (const id of ids) {
      const invitation = (invitations[id] ??= { ...(emptyInvitation as Draft<Invitation>) });
      Object.assign(invitation, patch);
      const { askedWith } = invitation;
      if (askedWith !== null && (askedWith === id || !(askedWith in map.people))) invitation.askedWith = null;
    }
  });
}

export type MeetingPatch = Partial<Omit<Meeting, 'id' | 'drawing' | 'invitations' | 'followUps'>>;

/** What those who are asked have been told of it is told no longer, when its day, its time or whether it will be is another. */
const TOLD_OF = ['date', 'time', 'status'] as const satisfies readonly (keyof MeetingPatch)[];

export function planMeeting(map: NetworkMap, id: MeetingId, patch: MeetingPatch): NetworkMap {
  return produce(map, (draft) => {
    const meeting = draftOfMeeting(draft, id);
    const isNews = TOLD_OF.some((what) => patch[what] !== undefined && patch[what] !== meeting[what]);
    Object.assign(meeting, patch);
    if (isNews) for (const invitation of Object.values(meeting.invitations)) invitation.told = false;
  });
}

export function addFollowUp(map: NetworkMap, meeting: MeetingId, id: FollowUpId, matter: string): NetworkMap {
  return produce(map, (draft) => {
    const { followUps } = draftOfMeeting(draft, meeting);
    if (followUps.length >= MAX_FOLLOW_UPS || followUps.some((one) => one.id === id)) return;
    followUps.push({ id, matter, who: '', whoId: null, due: null, openlyDiscussed: false, done: false });
  });
}

export function updateFollowUp(
  map: NetworkMap,
  meeting: MeetingId,
  id: FollowUpId,
  patch: Partial<Omit<FollowUp, 'id'>>,
): NetworkMap {
  return produce(map, (draft) => {
    const followUp = draft.meetings.find((one) => one.id === meeting)?.followUps.find((one) => one.id === id);
    if (!followUp) return;
    Object.assign(followUp, patch);
    if (followUp.whoId !== null && !(followUp.whoId in map.people)) followUp.whoId = null;
  });
}

export function removeFollowUp(map: NetworkMap, meeting: MeetingId, id: FollowUpId): NetworkMap {
  return produce(map, (draft) => {
    const found = draft.meetings.find((one) => one.id === meeting);
    if (found) found.followUps = found.followUps.filter((one) => one.id !== id);
  });
}
