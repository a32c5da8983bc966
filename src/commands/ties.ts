import type { RelationLook } from '../model/edits/relations.ts';
import { currentDrawing, relationBetween } from '../model/questions.ts';
import type { GroupId, PersonId, RelationId } from '../model/types.ts';
import { egoName } from '../scene/words.ts';
import { canEdit, type CommandContext, mapOf, viewOf } from './context.ts';

const nameOf = (context: CommandContext, id: PersonId | 'ego'): string =>
  id === 'ego' ? egoName(mapOf(context), context.t) : (mapOf(context).people[id]?.name ?? '');

/** Draws a line between two, of the kind chosen in *Strek*; the same two again takes it away. */
function toggleTie(context: CommandContext, from: PersonId, to: PersonId | 'ego'): void {
  if (from === to || !canEdit(context)) return;
  const { edit } = context.mapStore.getState();
  const names = { from: nameOf(context, from), to: nameOf(context, to) };
  const existing = relationBetween(currentDrawing(mapOf(context)), from, to);
  if (existing) {
    edit('removeRelation', existing.id);
    viewOf(context).announce(context.t('spoken.untied', names));
  } else {
    edit('connect', [from, to], { kind: viewOf(context).tieKind, support: 'none' });
    viewOf(context).announce(context.t('spoken.tied', names));
  }
}

/** One tap in *Strek*: the first one is remembered, the second makes the line. */
export function tapForTie(context: CommandContext, id: PersonId | 'ego'): void {
  const { tieFrom, set } = viewOf(context);
  if (tieFrom === null) {
    if (id !== 'ego') set({ tieFrom: id });
    return;
  }
  set({ tieFrom: null });
  toggleTie(context, tieFrom, id);
}

/** A finger drawn from one to the other in *Strek*: a line of the chosen kind; one that is there becomes of that kind. */
export function drawTie(context: CommandContext, one: PersonId | 'ego', other: PersonId | 'ego'): void {
  const [from, to] = one === 'ego' ? [other, one] : [one, other];
  if (from === 'ego' || from === to) return;
  viewOf(context).set({ tieFrom: null });
  const existing = relationBetween(currentDrawing(mapOf(context)), from, to);
  const kind = viewOf(context).tieKind;
  if (!existing) toggleTie(context, from, to);
  else if (existing.kind !== kind && canEdit(context)) updateTie(context, existing.id, { kind });
}

export function removeTie(context: CommandContext, id: RelationId): void {
  const relation = currentDrawing(mapOf(context)).relations[id];
  if (!relation || !canEdit(context)) return;
  const [from, to] = relation.between;
  const names = { from: nameOf(context, from), to: nameOf(context, to) };
  context.mapStore.getState().edit('removeRelation', id);
  const { selection, selectRelation } = viewOf(context);
  if (selection.relation === id) selectRelation(null);
  viewOf(context).announce(context.t('spoken.untied', names));
}

export function addGroup(context: CommandContext, label: string, members: readonly PersonId[]): void {
  if (!canEdit(context)) return;
  context.mapStore.getState().edit('addGroup', context.newId('g') as GroupId, label.trim(), members);
  const names = members.map((id) => nameOf(context, id)).join(', ');
  viewOf(context).announce(context.t('list.spoken.grouped', { names }));
}

/** "Kjenner": a plain line between two, drawn or taken away. */
export function setKnows(context: CommandContext, from: PersonId, to: PersonId | 'ego', knows: boolean): void {
  const existing = relationBetween(currentDrawing(mapOf(context)), from, to);
  if (!knows && existing) removeTie(context, existing.id);
  if (!knows || existing || from === to || !canEdit(context)) return;
  context.mapStore.getState().edit('connect', [from, to]);
  const names = { from: nameOf(context, from), to: nameOf(context, to) };
  viewOf(context).announce(context.t('spoken.tied', names));
}

export function updateTie(context: CommandContext, id: RelationId, look: Partial<RelationLook>): void {
  context.mapStore.getState().edit('updateRelation', id, look);
}

/** *Alle disse kjenner hverandre* */
export function connectAll(context: CommandContext, ids: readonly PersonId[]): void {
  if (!canEdit(context)) return;
  context.mapStore.getState().edit('connect', ids);
  const names = ids.map((id) => nameOf(context, id)).join(', ');
  viewOf(context).announce(context.t('list.spoken.connected', { names }));
}
