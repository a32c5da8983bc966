import { createStore } from 'zustand/vanilla';
import { applyEdit, type EditDetails, type EditName } from '../model/edits/edits.ts';
import { keepIfSame } from '../model/edits/same.ts';
import type { NetworkMap } from '../model/types.ts';
import { amend, type History, record, redo, startHistory, undo } from './history.ts';

export type MapState = {
  readonly history: History<NetworkMap, EditName>;
  /** Grows with every change, undo included; storage never lets a lower one overwrite a higher one. */
  readonly rev: number;
  /** A tab that does not hold the document's lock only reads. */
  readonly readOnly: boolean;
  readonly edit: <Name extends EditName>(name: Name, ...details: EditDetails<Name>) => void;
  /**
   * An edit of a field that is being visited: further ones with the same key belong to the same undo step, until
   * another edit is made or `endField` is called.
   */
  readonly editField: <Name extends EditName>(key: string, name: Name, ...details: EditDetails<Name>) => void;
  readonly endField: () => void;
  /** Whatever is edited by `act` is an edit of that field: a list walked through with the arrow keys is one undo step. */
  readonly inField: (key: string, act: () => void) => void;
  /** A change that can't be undone: nothing of what was before it is left. Its revision is the second after the one before. */
  readonly changeForGood: (change: (map: NetworkMap) => NetworkMap) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Lets the layout find spots again, after `prepare` where given: on opening, on another stage. Not an undo step. */
  readonly settle: (prepare?: (map: NetworkMap) => NetworkMap) => void;
  readonly setReadOnly: (readOnly: boolean) => void;
};

export type MapStoreOptions = {
  readonly map: NetworkMap;
  readonly rev: number;
  readonly readOnly: boolean;
  /** Finds spots for those who have none: the end of every edit, whose name it is told, inside the same undo step. */
  readonly settle: (map: NetworkMap, edit?: EditName) => NetworkMap;
};

/** Made once the stored map has been read, never before, so that a default can't overwrite it. */
export const createMapStore = ({ map, rev, readOnly, settle }: MapStoreOptions) =>
  createStore<MapState>()((set, get) => {
    let field: string | null = null;
    let acting: string | null = null;
    const change = (next: History<NetworkMap, EditName>) => {
      const { history, rev: before, readOnly: locked } = get();
      if (locked || next === history) return;
      set({ history: next, rev: next.present === history.present ? before : before + 1 });
    };
    return {
      history: startHistory(map),
      rev,
      readOnly,
      edit: (name, ...details) => {
        if (acting !== null) {
          get().editField(`${acting} ${name}`, name, ...details);
          return;
        }
        field = null;
        const { history } = get();
        const edited = applyEdit(history.present, name, details);
        // *Rydd* where everybody stands well already leaves no step either.
        if (edited !== history.present)
          change(record(history, keepIfSame(history.present, settle(edited, name)), name));
      },
      editField: (key, name, ...details) => {
        const { history, readOnly: locked } = get();
        const edited = applyEdit(history.present, name, details);
        // What a locked tab refused must not count as the beginning of a step.
        if (locked || edited === history.present) return;
        const settled = settle(edited, name);
        change(field === key ? amend(history, settled) : record(history, settled, name));
        field = key;
      },
      endField: () => (field = null),
      inField: (key, act) => {
        acting = key;
        try {
          act();
        } finally {
          acting = null;
        }
      },
      changeForGood: (work) => {
        field = null;
        const { history, rev: before, readOnly: locked } = get();
        if (!locked) set({ history: startHistory(settle(work(history.present))), rev: before + 2 });
      },
      undo: () => {
        field = null;
        change(undo(get().history));
      },
      redo: () => {
        field = null;
        change(redo(get().history));
      },
      settle: (prepare) => {
        const { history } = get();
        const settled = settle(prepare?.(history.present) ?? history.present);
        if (settled !== history.present) change(replacePresent(history, settled));
      },
      setReadOnly: (locked) => set({ readOnly: locked }),
    };
  });

/** A better picture belongs to the step that it was found for; where that step then changes nothing, it is none. */
function replacePresent(history: History<NetworkMap, EditName>, present: NetworkMap): History<NetworkMap, EditName> {
  const before = history.past.at(-1)?.value;
  if (!before || keepIfSame(before, present) !== before) return { ...history, present };
  return { ...history, past: history.past.slice(0, -1), present: before };
}

export type MapStore = ReturnType<typeof createMapStore>;

export const selectMap = (state: MapState): NetworkMap => state.history.present;
/** What undo would take back; null when there is nothing. */
export const selectUndoable = (state: MapState): EditName | null => state.history.past.at(-1)?.label ?? null;
export const selectRedoable = (state: MapState): EditName | null => state.history.future[0]?.label ?? null;
