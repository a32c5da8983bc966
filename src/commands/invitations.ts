import { alreadyAsked } from '../export/letter/households.ts';
import { canBeInvited, invitationOf, meetingOrLast } from '../model/questions.ts';
import type { MeetingPatch, InvitationPatch } from '../model/edits/meetings.ts';
import type { Invitation, Meeting, MeetingId, PersonId, Wish } from '../model/types.ts';
import { WISH_WORDS } from '../scene/words.ts';
import { canEdit, type CommandContext, mapOf, viewOf } from './context.ts';

/** The order in which a tap in *Inviter* goes round. */
const CYCLE: readonly (Wish | null)[] = [null, 'yes', 'maybe', 'notNow'];

/** On the meeting screen the one that is looked at; map and list are always about the last one. */
export function meetingOf(context: CommandContext): Meeting | null {
  const { screen, meeting } = viewOf(context);
  return meetingOrLast(mapOf(context), screen === 'meeting' ? meeting : null);
}

/** A meeting is made by the first thing said about it. */
export const meetingIdOf = (context: CommandContext): MeetingId =>
  meetingOf(context)?.id ?? (context.newId('meeting') as MeetingId);

export function setWish(context: CommandContext, ids: readonly PersonId[], wish: Wish | null): void {
  if (!canEdit(context)) return;
  context.mapStore.getState().edit('invite', meetingIdOf(context), ids, wish);
  sayWish(context, ids);
}

/** `others`: those of the household that is asked as one. */
export function cycleWish(context: CommandContext, id: PersonId, others: readonly PersonId[] = []): void {
  const person = mapOf(context).people[id];
  if (!person) return;
  if (!canBeInvited(person)) {
    viewOf(context).announce(context.t('why.notInvitable'));
    return;
  }
  const at = CYCLE.indexOf(invitationOf(mapOf(context), id, meetingOf(context)).wish);
  setWish(context, [id, ...others], CYCLE[(at + 1) % CYCLE.length] ?? null);
}

function sayWish(context: CommandContext, ids: readonly PersonId[]): void {
  const map = mapOf(context);
  const asked = ids.flatMap((id) => map.people[id] ?? []).filter(canBeInvited);
  const [first] = asked;
  if (!first) return;
  const { wish } = invitationOf(map, first.id, meetingOf(context));
  const words = context.t(wish === null ? 'wish.none' : WISH_WORDS[wish]);
  viewOf(context).announce(context.t('spoken.wish', { name: asked.map(({ name }) => name).join(', '), wish: words }));
}

/** A choice in the meeting view: a step of its own. */
export function updateInvitation(
  context: CommandContext,
  who: PersonId | readonly PersonId[],
  patch: InvitationPatch,
): void {
  context.mapStore.getState().edit('updateInvitation', meetingIdOf(context), who, patch);
}

/** From now on asked as one with somebody: what is settled about the asking is what was settled about them. */
export function askTogether(context: CommandContext, id: PersonId, other: PersonId): void {
  const { wish, asker, askerName, means, answer } = invitationOf(mapOf(context), other, meetingOf(context));
  const shared: Partial<Invitation> = { wish, asker, askerName, means, answer };
  updateInvitation(context, id, { askedWith: other, ...shared });
}

/** Typing in the meeting view: a field visited is one undo step. */
export function typeInInvitation(
  context: CommandContext,
  who: PersonId | readonly PersonId[],
  patch: InvitationPatch,
): void {
  const key = `invitation ${String(who)} ${Object.keys(patch).join()}`;
  context.mapStore.getState().editField(key, 'updateInvitation', meetingIdOf(context), who, patch);
}

export function planMeeting(context: CommandContext, patch: MeetingPatch): void {
  context.mapStore.getState().edit('planMeeting', meetingIdOf(context), patch);
}

export function typeInMeeting(context: CommandContext, patch: MeetingPatch): void {
  const moved = isMoved(context, patch);
  const whole: MeetingPatch = moved ? { ...patch, status: 'moved' } : patch;
  context.mapStore
    .getState()
    .editField(`meeting ${Object.keys(patch).join()}`, 'planMeeting', meetingIdOf(context), whole);
  if (moved) viewOf(context).announce(context.t('letter.tell.statusMoved'));
}

/** Another day or time than those who are asked have been told: they must be told anew. */
function isMoved(context: CommandContext, { date, time }: MeetingPatch): boolean {
  const meeting = meetingOf(context);
  if (meeting?.status !== 'planned' || alreadyAsked(mapOf(context), meeting).length === 0) return false;
  const isOtherDay = date !== undefined && meeting.date !== null && date !== meeting.date;
  const isOtherTime = time !== undefined && meeting.time.trim() !== '' && time.trim() !== meeting.time.trim();
  return isOtherDay || isOtherTime;
}
