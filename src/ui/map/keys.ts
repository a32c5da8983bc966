import { cycleWish } from '../../commands/invitations.ts';
import { commandById, COMMANDS, type CommandId } from '../../commands/table.ts';
import { type CommandContext, selectedPeople, viewOf } from '../../commands/context.ts';
import type { PersonId } from '../../model/types.ts';

/** What about a person the map's keys act on: whoever is chosen, else whoever the arrows stand on. */
function choose(context: CommandContext, focus: PersonId | null): void {
  if (selectedPeople(context).length === 0 && focus) viewOf(context).select([focus]);
}

/** Keys that have a command; only heard while the map has the focus (WCAG 2.1.4). Answers whether the key was used. */
export function pressOnMap(context: CommandContext, event: KeyboardEvent, focus: PersonId | null): boolean {
  if (event.key === ' ' && focus) {
    cycleWish(context, focus);
    return true;
  }
  if (event.key === 'Escape') {
    viewOf(context).set({ mode: 'person', tieFrom: null });
    viewOf(context).select([]);
    return true;
  }
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const id = (Object.keys(COMMANDS) as CommandId[]).find((each) => commandById(each).shortcut === key);
  if (!id) return false;
  const command = commandById(id);
  if (id === 'tie' || id === 'toTray') choose(context, focus);
  if (command.isOffered(context) && command.whyNot(context) === null) command.run(context);
  return true;
}
