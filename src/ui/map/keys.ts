import { cycleWish } from '../../commands/invitations.ts';
import { endLens, toggleAway } from '../../commands/lens.ts';
import { commandById, COMMANDS, type CommandId } from '../../commands/table.ts';
import { type CommandContext, selectedPeople, viewOf } from '../../commands/context.ts';
import type { PersonId } from '../../model/types.ts';

/** Whom the map's keys act on: whoever the arrows stand on, or all of several who are chosen. */
function choose(context: CommandContext, focus: PersonId | null): void {
  const chosen = selectedPeople(context);
  if (focus && chosen.length < 2 && chosen[0] !== focus) viewOf(context).select([focus]);
}

/** Puts the tool away and chooses nobody. @returns whether there was anything to put away: else Escape is somebody else's */
function putAway(context: CommandContext): boolean {
  const { mode, tieFrom, selection, set, select } = viewOf(context);
  if (mode === 'person' && tieFrom === null && selection.people.length === 0 && selection.relation === null)
    return false;
  set({ mode: 'person', tieFrom: null });
  select([]);
  return true;
}

/** What also works while one only looks at how the meeting will be. */
const LOOKING: readonly CommandId[] = ['zoomIn', 'zoomOut', 'fit', 'keys'];

/** Keys that have a command; only heard while the map has the focus (WCAG 2.1.4). Answers whether the key was used. */
export function pressOnMap(context: CommandContext, event: KeyboardEvent, focus: PersonId | null): boolean {
  const inLens = viewOf(context).lens !== null;
  if (inLens && event.key === 'Escape') {
    endLens(context);
    return true;
  }
  if (event.key === ' ' && focus) {
    if (inLens) toggleAway(context, focus);
    else cycleWish(context, focus);
    return true;
  }
  if (event.key === 'Escape') return putAway(context);
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const id = (Object.keys(COMMANDS) as CommandId[]).find((each) => commandById(each).shortcut === key);
  if (!id || (inLens && !LOOKING.includes(id))) return false;
  const command = commandById(id);
  if (id === 'tie' || id === 'toTray') choose(context, focus);
  if (command.isOffered(context) && command.whyNot(context) === null) command.run(context);
  return true;
}
