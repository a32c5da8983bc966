import { createContext, type ReactNode, useContext } from 'react';
import { useStore } from 'zustand';
import type { CommandContext } from '../../commands/context.ts';
import type { Translate } from '../../i18n/translate.ts';
import { meetingOrLast } from '../../model/questions.ts';
import type { Meeting, NetworkMap } from '../../model/types.ts';
import { type MapState, selectMap } from '../../store/mapStore.ts';
import type { ViewStoreState } from '../../store/viewStore.ts';

const Context = createContext<CommandContext | null>(null);

/** Hands the open map's stores and commands to everything inside. */
export function OpenMap({ context, children }: { context: CommandContext; children: ReactNode }) {
  return <Context.Provider value={context}>{children}</Context.Provider>;
}

export function useCommands(): CommandContext {
  const context = useContext(Context);
  if (!context) throw new Error('Used outside an open map.');
  return context;
}

export const useT = (): Translate => useCommands().t;
export const useMapState = <Value,>(select: (state: MapState) => Value): Value =>
  useStore(useCommands().mapStore, select);
export const useMap = (): NetworkMap => useMapState(selectMap);
export const useView = <Value,>(select: (state: ViewStoreState) => Value): Value =>
  useStore(useCommands().viewStore, select);

/** On the meeting screen the one that is looked at; map and list are always about the last one (`meetingOf`). */
export function useMeeting(): Meeting | null {
  const map = useMap();
  const id = useView(({ screen, meeting }) => (screen === 'meeting' ? meeting : null));
  return meetingOrLast(map, id);
}
