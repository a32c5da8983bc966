import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { CommandContext } from '../../commands/context.ts';
import type { ScreenPoint } from '../../geometry/frame.ts';
import type { CellPlace } from '../../model/types.ts';
import { addAt } from './taps.ts';

type Here = { readonly place: CellPlace; readonly client: ScreenPoint };
/** `nth` tells a field from the one that was open at the same place before. */
export type NewHere = Here & { readonly nth: number };
export type Draft = { readonly name: string; readonly relation: string };

/**
 * The name field on the map: one at a time. What is written in it when something else is touched is not lost: that
 * person is added, as if *Legg til* had been tapped.
 */
export function useNameField(context: CommandContext) {
  const [newHere, setNewHere] = useState<NewHere | null>(null);
  const written = useRef<(Draft & { readonly place: CellPlace }) | null>(null);

  const opened = useRef(0);
  const open = useCallback((next: Here) => {
    opened.current += 1;
    written.current = { place: next.place, name: '', relation: '' };
    setNewHere({ ...next, nth: opened.current });
  }, []);
  const type = useCallback((draft: Draft) => {
    if (written.current) written.current = { ...written.current, ...draft };
  }, []);
  const cancel = useCallback(() => {
    written.current = null;
    setNewHere(null);
  }, []);
  const leave = useCallback(() => {
    const draft = written.current;
    cancel();
    if (draft && draft.name.trim() !== '') addAt(context, draft.place, draft.name, draft.relation);
  }, [cancel, context]);

  // Another tool is another thing to do.
  useEffect(() => context.viewStore.subscribe((now, before) => now.mode !== before.mode && leave()), [context, leave]);

  return useMemo(() => ({ newHere, open, type, cancel, leave }), [newHere, open, type, cancel, leave]);
}
