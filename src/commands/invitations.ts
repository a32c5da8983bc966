import { canBeInvited, currentMeeting, invitationOf } from '../model/questions.ts';
import type { MeetingPatch, InvitationPatch } from '../model/edits/meetings.ts';
import type { MeetingId, PersonId, Wish } from '../model/types.ts';
import { WISH_WORDS } from '../scene/words.ts';
import { type CommandContext, mapOf, viewOf } from './context.ts';

/** The order in which a tap in *Inviter* goes round. */
const CYCLE: readonly (Wish | null)[] = [null, 'yes', 'maybe', 'notNow'];

/** The meeting being planned; it is made by the first thing said about it. */
export const meetingIdOf = (context: CommandContext): MeetingId =>
  currentMeeting(mapOf(context))?.id ?? (context.newId('meeting') as MeetingId);

export function setWish(context: CommandContext, ids: readonly PersonId[], wish: Wish | null): void {
  context.mapStore.getState().edit('invite', meetingIdOf(context), ids, wish);
  sayWish(context, ids);
}

export function cycleWish(context: CommandContext, id: PersonId): void {
  const person = mapOf(context).people[id];
  if (!person) return;
  if (!canBeInvited(person)) {
    viewOf(context).announce(context.t('why.notInvitable'));
    return;
  }
  const at = CYCLE.indexOf(invitationOf(mapOf(context), id).wish);
  setWish(context, [id], CYCLE[(at + 1) % CYCLE.length] ?? null);
}

function sayWish(context: CommandContext, ids: readonly PersonId[]): void {
  const map = mapOf(context);
  const asked = ids.flatMap((id) => map.people[id] ?? []).filter(canBeInvited);
  const [first] = asked;
  if (!first) return;
  const { wish } = invitationOf(map, first.id);
  const words = context.t(wish === null ? 'wish.none' : WISH_WORDS[wish]);
  viewOf(context).announce(context.t('spoken.wish', { name: asked.map(({ name }) => name).join(', '), wish: words }));
}

/** A choice in the meeting view: a step of its own. */
export function updateInvitation(context: CommandContext, id: PersonId, patch: InvitationPatch): void {
  context.mapStore.getState().edit('updateInvitation', meetingIdOf(context), id, patch);
}

/** Typing in the meeting view: a field visited is one undo step. */
export function typeInInvitation(context: CommandContext, id: PersonId, patch: InvitationPatch): void {
  const key = `invitation ${id} ${Object.keys(patch).join()}`;
  context.mapStore.getState().editField(key, 'updateInvitation', meetingIdOf(context), id, patch);
}

export function planMeeting(context: CommandContext, patch: MeetingPatch): void {
  context.mapStore.getState().edit('planMeeting', meetingIdOf(context), patch);
}

export function typeInMeeting(context: CommandContext, patch: MeetingPatch): void {
  context.mapStore
    .getState()
    .editField(`meeting ${Object.keys(patch).join()}`, 'planMeeting', meetingIdOf(context), patch);
}
