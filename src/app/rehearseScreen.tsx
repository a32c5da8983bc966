import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { newMap } from '../model/newMap.ts';
import { OpenMap } from '../ui/kit/AppContext.tsx';
import { whenIdle } from '../ui/kit/whenIdle.ts';
import { MapScreen } from '../ui/map/MapScreen.tsx';
import { TopBar } from '../ui/shell/TopBar.tsx';
import { commandContext } from './commandContext.ts';
import type { Keeper } from './keeper.ts';
import { openMap } from './openedMap.ts';
import type { Session } from './session.ts';

const NOTHING = () => undefined;
const DONE = () => Promise.resolve(true);
/** Nothing is kept of a map of nobody. */
const NO_KEEPER: Keeper = {
  lock: DONE,
  takeOver: DONE,
  start: NOTHING,
  retry: NOTHING,
  leave: NOTHING,
  secure: DONE,
  end: DONE,
  resume: NOTHING,
  stop: NOTHING,
};

/** The bar and the screen of a map of nobody, made once in no page, a little at a time, and taken away again. */
export function rehearseScreen(session: Session): void {
  const { t, language } = session.state.get();
  const map = newMap((prefix) => prefix, new Date(0));
  const opened = openMap({ map, language, mapOnly: false, kept: false, origin: 'new', keeper: NO_KEEPER });
  const root = createRoot(document.createElement('div'));
  // In slices: a tap that comes meanwhile is answered between two of them.
  startTransition(() =>
    root.render(
      <OpenMap context={commandContext(session, opened, t, NOTHING)}>
        <TopBar />
        <MapScreen />
      </OpenMap>,
    ),
  );
  whenIdle(() => whenIdle(() => root.unmount()));
}
