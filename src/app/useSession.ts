import { useSyncExternalStore } from 'react';
import type { Session } from './session.ts';
import type { SessionState } from './sessionState.ts';

export const useSession = (session: Session): SessionState =>
  useSyncExternalStore(session.state.subscribe, session.state.get);
