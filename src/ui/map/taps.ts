import { addPerson, movePeople } from '../../commands/people.ts';
import { cycleWish } from '../../commands/invitations.ts';
import { toggleAway } from '../../commands/lens.ts';
import { answerPrompt } from '../../commands/prompts.ts';
import { tapForTie } from '../../commands/ties.ts';
import { type CommandContext, mapOf, selectedPeople, viewOf } from '../../commands/context.ts';
import { placeOf } from '../../model/questions.ts';
import type { CellPlace, PersonId } from '../../model/types.ts';

/** What a tap means in each of the map's modes. */

export function tapPerson(context: CommandContext, id: PersonId, several: boolean): void {
  const { mode, select, lens } = viewOf(context);
  if (lens) toggleAway(context, id);
  else if (several || mode === 'ring') toggleSelected(context, id);
  else if (mode === 'tie') tapForTie(context, id);
  else if (mode === 'invite') cycleWish(context, id);
  else if (mode === 'move') moveSelectedTo(context, besides(context, id));
  else select([id]);
}

function toggleSelected(context: CommandContext, id: PersonId): void {
  const people = selectedPeople(context);
  const next = people.includes(id) ? people.filter((other) => other !== id) : [...people, id];
  viewOf(context).select(next);
  viewOf(context).announce(context.t('spoken.selected', { count: next.length }));
}

/** A tap on somebody while moving means "here, beside them". */
function besides(context: CommandContext, id: PersonId): CellPlace | null {
  const place = placeOf(mapOf(context), id);
  return place === null || place === 'tray' ? null : { ...place, spot: null };
}

/** *Flytt*, then a tap: one person stands exactly there, several in that cell. */
function moveSelectedTo(context: CommandContext, place: CellPlace | null): void {
  const people = selectedPeople(context);
  const fromTray = people.every((id) => placeOf(mapOf(context), id) === 'tray');
  viewOf(context).set({ mode: 'person' });
  if (!place) return;
  // Whoever is placed from the tray is followed by the next one: no sheet between.
  if (fromTray) viewOf(context).select([]);
  movePeople(context, people, () => (people.length === 1 ? place : { ...place, spot: null }));
}

/** A tap on empty paper; answers whether a name field is to open there. */
export function tapEmpty(context: CommandContext, place: CellPlace): 'add' | null {
  const { mode, selection, group, lens, set, select } = viewOf(context);
  if (lens) return null;
  if (mode === 'move') {
    moveSelectedTo(context, place);
    return null;
  }
  if (mode === 'tie') {
    set({ tieFrom: null });
    return null;
  }
  if (selection.people.length > 0 || selection.relation !== null || group !== null) {
    select([]);
    return null;
  }
  // A name that stands on the card with the questions goes where the finger is.
  return mode === 'person' && !answerPrompt(context, place) ? 'add' : null;
}

export function tapEgo(context: CommandContext): void {
  if (viewOf(context).lens) return;
  if (viewOf(context).mode === 'tie') tapForTie(context, 'ego');
  else if (viewOf(context).mode === 'person') viewOf(context).set({ dialog: 'ego' });
}

/** Adds somebody where the finger was; the next tap adds the next one. */
export function addAt(context: CommandContext, place: CellPlace, name: string, relation: string): PersonId | null {
  const added = addPerson(context, { name, relation }, place);
  // The field goes, and the keys stand on whoever was written in it.
  if (added !== null) context.canvas()?.standOn(added);
  return added;
}
