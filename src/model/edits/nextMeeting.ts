import { MAX_MEETINGS } from '../limits.ts';
import { newMeeting } from '../newMap.ts';
import { currentDrawing } from '../questions.ts';
import type { Invitation, Meeting, MeetingId, NetworkMap, PersonId } from '../types.ts';

/** One more meeting, after the others. From an earlier one it takes along whom to invite and what stays the same. */
export function addMeeting(map: NetworkMap, id: MeetingId, from: MeetingId | null): NetworkMap {
  if (map.meetings.length >= MAX_MEETINGS || map.meetings.some((meeting) => meeting.id === id)) return map;
  const empty = newMeeting(id, currentDrawing(map).id);
  const before = map.meetings.find((meeting) => meeting.id === from);
  return { ...map, meetings: [...map.meetings, before ? following(before, empty) : empty] };
}

export function removeMeeting(map: NetworkMap, id: MeetingId): NetworkMap {
  return { ...map, meetings: map.meetings.filter((meeting) => meeting.id !== id) };
}

/** Place, leaders and letter come along; the day, what it is to be about and what came out of it belong to each. */
function following(before: Meeting, empty: Meeting): Meeting {
  const { minutes, placeKind, place, link, leaders, practical, agreement, calendarTitle, letter } = before;
  return {
    ...empty,
    minutes,
    placeKind,
    place,
    link,
    leaders,
    practical,
    agreement,
    calendarTitle,
    // A day written by hand would be the day of the old meeting.
    letter: {
      ...letter,
      blocks: { ...letter.blocks, when: { ...letter.blocks.when, text: null } },
      replyBy: null,
    },
    invitations: Object.fromEntries(
      Object.entries(before.invitations).flatMap(([who, invitation]) =>
        invitation.wish === 'yes' || invitation.wish === 'maybe' ? [[who, askedAgain(invitation)]] : [],
      ),
    ) as Readonly<Record<PersonId, Invitation>>,
  };
}

/** Nobody has been asked yet, and what was to be remembered was about the last time. */
function askedAgain(invitation: Invitation): Invitation {
  const { when: _, ...letter } = invitation.letter;
  return { ...invitation, letter, answer: 'notAsked', remark: '', told: false, came: null };
}
