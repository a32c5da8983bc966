import { useCallback, useEffect, useRef } from 'react';
import { bootSucceeded } from '../storage/openMap.ts';
import { GoneScreen } from '../ui/shell/GoneScreen.tsx';
import { FileInput } from '../ui/shell/FileInput.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Covered, Locked, LockedFile, Rescue } from './Guarded.tsx';
import { MapApp } from './MapApp.tsx';
import type { Session } from './session.ts';
import { Start } from './Start.tsx';
import { TroubleScreen } from './TroubleScreen.tsx';
import { useSession } from './useSession.ts';

/** After this long without a crash a start counts as good, in milliseconds. */
const STEADY_MS = 300;

export function App({ session }: { session: Session }) {
  const { screen, covered, sealedFile, timesLost, t } = useSession(session);
  const input = useRef<HTMLInputElement>(null);
  const chooseFile = useCallback(() => input.current?.click(), []);
  const troubled = screen.kind === 'trouble';

  const crashed = useRef(false);
  const onCrash = useCallback(() => {
    crashed.current = true;
  }, []);

  useEffect(() => {
    if (troubled) return;
    const timer = setTimeout(() => {
      if (!crashed.current) bootSucceeded();
    }, STEADY_MS);
    return () => clearTimeout(timer);
  }, [troubled]);

  return (
    <>
      <FileInput input={input} onChosen={(file) => void session.openFile(file)} />
      <ErrorBoundary
        key={screen.kind === 'map' ? screen.opened.id : screen.kind}
        t={t}
        opened={session.opened}
        onCrash={onCrash}
      >
        {sealedFile ? (
          <LockedFile session={session} />
        ) : (
          <>
            {screen.kind === 'start' && <Start key={timesLost} session={session} chooseFile={chooseFile} />}
            {screen.kind === 'rescue' && <Rescue session={session} screen={screen} />}
            {screen.kind === 'gone' && <GoneScreen t={t} removed={screen.removed} onAnew={beginAnew} />}
            {screen.kind === 'trouble' && <TroubleScreen session={session} trouble={screen.trouble} />}
            {(screen.kind === 'locked' || screen.kind === 'newPassphrase') && (
              <Locked session={session} screen={screen} />
            )}
            {screen.kind === 'map' && covered && <Covered session={session} opened={screen.opened} />}
            {screen.kind === 'map' && !covered && (
              <MapApp session={session} opened={screen.opened} chooseFile={chooseFile} />
            )}
          </>
        )}
      </ErrorBoundary>
    </>
  );
}

/** The page as it was first opened, with nothing in its memory and nothing in its address. */
function beginAnew(): void {
  location.replace(location.pathname);
}
