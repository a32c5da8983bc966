import type { HomePort } from '../ui/out/HomeDialog.tsx';
import { isKept, type OpenedMap } from './openedMap.ts';
import type { Session } from './session.ts';

/** Taking the map home: what the dialog asks of the app. */
export const homePort = (session: Session, opened: OpenedMap): HomePort => ({
  kept: () => isKept(opened),
  deleteHere: async () => {
    if (isKept(opened)) await session.removeOpened(opened);
    else session.throwAway('home.done.unkept');
  },
});
