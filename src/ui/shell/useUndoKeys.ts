import { useEffect } from 'react';
import type { CommandId } from '../../commands/table.ts';
import { commandById } from '../../commands/table.ts';
import { useCommands } from '../kit/AppContext.tsx';

/** A text field has an undo of its own, for the letters. */
export const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('textarea, input:not([type="checkbox"], [type="radio"], [type="button"])'));

function commandOf({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): CommandId | null {
  if (altKey || !(ctrlKey || metaKey)) return null;
  const letter = key.toLowerCase();
  if (letter === 'z') return shiftKey ? 'redo' : 'undo';
  return letter === 'y' && ctrlKey && !shiftKey ? 'redo' : null;
}

/** Ctrl/⌘+Z, Ctrl+Y and Shift+Ctrl/⌘+Z, wherever the focus is but in a text field. */
export function useUndoKeys(): void {
  const context = useCommands();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const id = commandOf(event);
      if (id === null || event.defaultPrevented || isTextField(event.target)) return;
      event.preventDefault();
      const command = commandById(id);
      if (command.whyNot(context) === null) command.run(context);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [context]);
}
