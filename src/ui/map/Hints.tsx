import { useEffect, useState } from 'react';
import type { PlainKey } from '../../i18n/translate.ts';
import type { EditName } from '../../model/edits/edits.ts';
import { currentDrawing, peopleInTray, peopleOnDrawing } from '../../model/questions.ts';
import type { NetworkMap } from '../../model/types.ts';
import { readSettings, type Settings, writeSettings } from '../../storage/settings.ts';
import { selectMap, selectUndoable } from '../../store/mapStore.ts';
import { useCommands, useMap, useMapState, useT, useView } from '../kit/AppContext.tsx';
import { CommandButton } from './CommandButton.tsx';

export type Hint = 'add' | 'move' | 'tie';

const WORDS = { add: 'map.hint.add', move: 'map.hint.move', tie: 'map.hint.tie' } as const satisfies Record<
  Hint,
  PlainKey
>;
/** Once it has been done on this device, the hint is gone for good. */
const DONE_BY: Partial<Record<EditName, keyof Settings>> = {
  addPeople: 'hasAdded',
  movePeople: 'hasMoved',
  connect: 'hasTied',
};
/** So many people on the map before a line between two of them makes sense. */
const ENOUGH_FOR_LINES = 3;

/** What one would like to know next, and has never done here; an empty map always invites. */
function hintFor(map: NetworkMap, { hasMoved, hasTied }: Settings): Hint | null {
  const count = peopleOnDrawing(map).length;
  if (count === 0) return 'add';
  if (peopleInTray(map).length === count) return null;
  if (!hasMoved) return 'move';
  const anyLines = Object.keys(currentDrawing(map).relations).length > 0;
  return hasTied || anyLines || count < ENOUGH_FOR_LINES ? null : 'tie';
}

/** The hint for what is on the screen just now; null when there is nothing to say. */
export function useHint(): Hint | null {
  const { mapStore } = useCommands();
  const map = useMap();
  const readOnly = useMapState((state) => state.readOnly);
  const isBusy = useView(
    ({ writingNames, prompts, selection, lens }) =>
      writingNames || prompts.open || selection.people.length > 0 || selection.relation !== null || lens !== null,
  );
  const [settings, setSettings] = useState(readSettings);
  useEffect(
    () =>
      mapStore.subscribe((state, before) => {
        const edit = selectMap(state) === selectMap(before) ? null : selectUndoable(state);
        const done = edit && DONE_BY[edit];
        if (!done || readSettings()[done]) return;
        writeSettings({ ...readSettings(), [done]: true });
        setSettings(readSettings());
      }),
    [mapStore],
  );
  return isBusy || readOnly ? null : hintFor(map, settings);
}

/** One quiet line: in the middle of an empty map, else in the corner that a round map leaves free. */
export function QuietHint({ hint }: { hint: Hint }) {
  const t = useT();
  if (hint !== 'add') return <p className="hint-quiet quiet">{t(WORDS[hint])}</p>;
  return (
    <div className="hint-empty">
      <p className="quiet">{t(WORDS.add)}</p>
      <CommandButton id="prompts" className="plain-button" />
    </div>
  );
}
