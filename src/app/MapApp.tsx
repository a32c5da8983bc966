import { lazy, memo, type ReactNode, Suspense, useDeferredValue, useMemo } from 'react';
import { isPersisted } from '../storage/persistence.ts';
import { OpenMap, useMapState, useView } from '../ui/kit/AppContext.tsx';
import type { Screen } from '../store/viewStore.ts';
import { MapScreen } from '../ui/map/MapScreen.tsx';
import { PrintSheets } from '../ui/out/PrintSheets.tsx';
import type { BackupPort } from '../ui/shell/BackupNotice.tsx';
import { LiveRegion } from '../ui/shell/LiveRegion.tsx';
import { MapOnly } from '../ui/shell/MapOnly.tsx';
import { type NoticeActions, Notices } from '../ui/shell/Notices.tsx';
import { UpdateNotice } from '../ui/shell/UpdateNotice.tsx';
import { TopBar } from '../ui/shell/TopBar.tsx';
import { useSpokenEdits } from '../ui/shell/useSpokenEdits.ts';
import { useUndoKeys } from '../ui/shell/useUndoKeys.ts';
import '../ui/shell/openMap.css';
import { commandContext } from './commandContext.ts';
import { Dialogs } from './Dialogs.tsx';
import { noteFile } from './noteFile.ts';
import { type OpenedMap, wouldBeLost } from './openedMap.ts';
import { saveCopy } from './rawFile.ts';
import type { Session } from './session.ts';
import { QUIET } from './sessionState.ts';
import { useSession } from './useSession.ts';

const BackupNotice = lazy(async () => ({
  default: (await import('../ui/shell/BackupNotice.tsx')).BackupNotice,
}));
const ListView = lazy(async () => ({ default: (await import('../ui/list/ListView.tsx')).ListView }));
const MeetingView = lazy(async () => ({ default: (await import('../ui/meeting/MeetingView.tsx')).MeetingView }));

type Props = { readonly session: Session; readonly opened: OpenedMap; readonly chooseFile: () => void };

/** An open map: the bar, what one should know, and the map, the list or the meeting. */
export function MapApp({ session, opened, chooseFile }: Props) {
  const { t } = useSession(session);
  const context = useMemo(() => commandContext(session, opened, t, chooseFile), [session, opened, t, chooseFile]);
  return (
    <OpenMap context={context}>
      <Shell session={session} opened={opened} />
    </OpenMap>
  );
}

function Shell({ session, opened }: Omit<Props, 'chooseFile'>) {
  const mapOnly = useView((view) => view.mapOnly);
  useUndoKeys();
  useSpokenEdits();
  return (
    <div className="open-map" data-map-only={mapOnly}>
      {mapOnly ? <MapOnly /> : <TopBar />}
      {!mapOnly && <OpenedNotices session={session} opened={opened} />}
      <main className="open-map-screen">
        <Suspense fallback={null}>
          <CurrentScreen />
        </Suspense>
      </main>
      <Dialogs session={session} opened={opened} />
      <Later>
        <PrintSheets />
      </Later>
      <LiveRegion />
    </div>
  );
}

/** What is no part of the answer to the tap that opened the map is made, and its code asked for, right after it. */
const Later = ({ children }: { readonly children: ReactNode }) => useDeferredValue(true, false) && children;

/**
 * The bar answers a tap at once; the screen that was asked for is made after that, and what is there stays until it is ready
 * (a whole screen takes a slow tablet longer than a tap may wait for its answer). Where there is no bar the map is the answer.
 */
function CurrentScreen() {
  const asked = useView((view) => view.screen);
  const hasBar = useView((view) => !view.mapOnly);
  const screen = useDeferredValue(asked, hasBar ? null : asked);
  return screen && <ScreenOf screen={screen} />;
}

/** Not made anew while it waits for the next one. */
const ScreenOf = memo(function ScreenOf({ screen }: { readonly screen: Screen }) {
  if (screen === 'list') return <ListView />;
  if (screen === 'meeting') return <MeetingView />;
  return <MapScreen />;
});

function NewerApp({ session, opened }: Omit<Props, 'chooseFile'>) {
  const { t, newer, behind } = useSession(session);
  const isSaving = useView((view) => view.saveState === 'saving');
  // Both say whether something would be lost.
  useView((view) => view.saveState);
  useMapState((state) => state.history);
  const mustWait = isSaving || behind !== null || wouldBeLost(opened);
  return newer && <UpdateNotice t={t} onUse={newer} mustWait={mustWait} />;
}

function OpenedNotices({ session, opened }: Omit<Props, 'chooseFile'>) {
  const { failure, behind } = useSession(session);
  const actions = useMemo(
    (): NoticeActions => ({
      keep: () => void session.keep(opened),
      goBack: () => session.goBack(),
      throwAway: () => session.throwAway(),
      takeOver: () => void session.takeOver(opened),
      retrySave: () => opened.keeper.retry(),
      downloadCopy: () => {
        saveCopy(opened);
        noteFile(opened, session.savedMaps);
      },
      dismissFailure: () => session.state.set(QUIET),
    }),
    [session, opened],
  );
  const backup = useMemo(
    (): BackupPort => ({
      again: opened.origin === 'stored',
      file: () => session.savedMaps.notes.read(opened.id).file,
      persisted: isPersisted,
      told: session.told,
    }),
    [session, opened],
  );
  const { origin, notes } = opened;
  return (
    <>
      <Notices {...notes} origin={origin} canGoBack={behind !== null} failure={failure} actions={actions} />
      <Later>
        <Suspense fallback={null}>
          <BackupNotice port={backup} />
        </Suspense>
      </Later>
      <NewerApp session={session} opened={opened} />
    </>
  );
}
