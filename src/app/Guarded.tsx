import { lazy, Suspense, useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { CoverScreen } from '../ui/guard/CoverScreen.tsx';
import type { OpenedMap } from './openedMap.ts';
import { rescuePort } from './rescue.ts';
import type { Session } from './session.ts';
import type { Screen } from './sessionState.ts';
import { useSession } from './useSession.ts';

const LockScreen = lazy(async () => ({ default: (await import('../ui/guard/LockScreen.tsx')).LockScreen }));
const RescueScreen = lazy(async () => ({ default: (await import('../ui/start/RescueScreen.tsx')).RescueScreen }));
const NewPassphraseScreen = lazy(async () => ({
  default: (await import('../ui/guard/NewPassphraseScreen.tsx')).NewPassphraseScreen,
}));

/** In the map's place while it is covered: the map itself is not on the page at all. */
export function Covered({ session, opened }: { session: Session; opened: OpenedMap }) {
  const { t } = useSession(session);
  const failed = useStore(opened.viewStore, (view) => view.saveState === 'failed');
  useEffect(() => focusMapLater, []);
  return (
    <CoverScreen
      t={t}
      failed={failed}
      onLift={() => session.uncover()}
      onTalk={() => {
        session.guard.setTalking(true);
        session.uncover();
      }}
    />
  );
}

/** The button that had the focus is gone with the cover: the keyboard goes on from the first one of the map's bar. */
function focusMapLater(): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) document.querySelector<HTMLElement>('.top-bar button')?.focus();
  });
}

type LockedProps = { session: Session; screen: Extract<Screen, { kind: 'locked' | 'newPassphrase' }> };

/** Before a passphrase: one that is asked for, or one that is being chosen. */
export function Locked({ session, screen }: LockedProps) {
  const { t } = useSession(session);
  return (
    <Suspense fallback={null}>
      {screen.kind === 'locked' ? (
        <LockScreen
          key={screen.id}
          t={t}
          onUnlock={(passphrase) => session.unlock(screen.id, passphrase)}
          onStart={() => session.toStart()}
        />
      ) : (
        <NewPassphraseScreen
          t={t}
          onDone={(passphrase) => session.newMapWith(passphrase)}
          onCancel={() => session.toStart()}
        />
      )}
    </Suspense>
  );
}

const FILE_WORDS = { title: 'guard.file.title', wrong: 'guard.file.refused', back: 'guard.setup.cancel' } as const;

/** A file that was chosen, and opens with a passphrase only. */
export function LockedFile({ session }: { session: Session }) {
  const { t } = useSession(session);
  return (
    <Suspense fallback={null}>
      <LockScreen
        t={t}
        words={FILE_WORDS}
        onUnlock={(passphrase) => session.unlockFile(passphrase)}
        onStart={() => session.forgetFile()}
      />
    </Suspense>
  );
}

type RescueProps = { session: Session; screen: Extract<Screen, { kind: 'rescue' }> };

/** The database can't be opened. */
export function Rescue({ session, screen: { copies, damaged } }: RescueProps) {
  const { t, language } = useSession(session);
  const port = useMemo(() => rescuePort(session), [session]);
  return (
    <Suspense fallback={null}>
      <RescueScreen t={t} language={language} copies={copies} damaged={damaged} port={port} />
    </Suspense>
  );
}
