import type { FollowUp, FollowUpId, MeetingId } from '../model/types.ts';
import { type CommandContext, mapOf, viewOf } from './context.ts';
import { meetingIdOf, meetingOf } from './invitations.ts';

/** Several meetings from one map, and what comes after each of them. */

export function planNextMeeting(context: CommandContext): void {
  const from = meetingOf(context)?.id ?? null;
  context.mapStore.getState().edit('addMeeting', context.newId('meeting') as MeetingId, from);
  viewOf(context).set({ meeting: null });
  viewOf(context).announce(context.t('meeting.next.said'));
}

export function removeMeeting(context: CommandContext): void {
  const meeting = meetingOf(context);
  if (!meeting) return;
  context.mapStore.getState().edit('removeMeeting', meeting.id);
  viewOf(context).set({ meeting: null });
  viewOf(context).announce(context.t('meeting.removed'));
}

/** null for the last one, so that the next one that is begun is looked at, too. */
export function lookAtMeeting(context: CommandContext, id: MeetingId): void {
  viewOf(context).set({ meeting: mapOf(context).meetings.at(-1)?.id === id ? null : id });
}

export function addFollowUp(context: CommandContext, matter: string): void {
  const trimmed = matter.trim();
  if (trimmed === '') return;
  const id = context.newId('f') as FollowUpId;
  context.mapStore.getState().edit('addFollowUp', meetingIdOf(context), id, trimmed);
  viewOf(context).announce(context.t('after.added', { matter: trimmed }));
}

export type FollowUpPatch = Partial<Omit<FollowUp, 'id'>>;

export function updateFollowUp(context: CommandContext, id: FollowUpId, patch: FollowUpPatch): void {
  context.mapStore.getState().edit('updateFollowUp', meetingIdOf(context), id, patch);
}

/** Typing: a field visited is one undo step. */
export function typeInFollowUp(context: CommandContext, id: FollowUpId, patch: FollowUpPatch): void {
  const key = `followUp ${id} ${Object.keys(patch).join()}`;
  context.mapStore.getState().editField(key, 'updateFollowUp', meetingIdOf(context), id, patch);
}

export function removeFollowUp(context: CommandContext, id: FollowUpId): void {
  context.mapStore.getState().edit('removeFollowUp', meetingIdOf(context), id);
}
