import { useEffect } from 'react';
import { EDIT_WORDS } from '../../commands/history.ts';
import { isTextField } from './useUndoKeys.ts';
import { useCommands } from '../kit/AppContext.tsx';

/**
 * Whatever changes the map is heard (WCAG 4.1.3): commands say in their own words what they did, and what they say
 * nothing about is said here as it stands on the undo button. Writing is heard from the field itself.
 */
export function useSpokenEdits(): void {
  const { mapStore, viewStore, t } = useCommands();
  useEffect(
    () =>
      mapStore.subscribe(({ history: { past } }, { history: before }) => {
        const done = past.at(-1);
        if (!done || past.length <= before.past.length || isTextField(document.activeElement)) return;
        const { count } = viewStore.getState().announcement;
        // After the command has said what it has to say.
        queueMicrotask(() => {
          const { announcement, announce } = viewStore.getState();
          if (announcement.count === count) announce(t(EDIT_WORDS[done.label]));
        });
      }),
    [mapStore, viewStore, t],
  );
}
