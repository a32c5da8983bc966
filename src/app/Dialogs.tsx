import { type ComponentType, lazy, Suspense, useMemo } from 'react';
import { askToPersist } from '../storage/persistence.ts';
import type { Dialog } from '../store/viewStore.ts';
import { useView } from '../ui/kit/AppContext.tsx';
import type { KeepingPort } from '../ui/guard/KeepingPart.tsx';
import { StoragePart } from '../ui/shell/StoragePart.tsx';
import { earlierOf } from './earlier.ts';
import { homePort } from './homePort.ts';
import { forgetPort } from './forgetPerson.ts';
import { noteFile } from './noteFile.ts';
import type { OpenedMap } from './openedMap.ts';
import { saveCopy } from './rawFile.ts';
import type { Session } from './session.ts';

const KeepingPart = lazy(async () => ({ default: (await import('../ui/guard/KeepingPart.tsx')).KeepingPart }));

type Props = { readonly session: Session; readonly opened: OpenedMap };

const SettingsDialog = lazy(async () => ({
  default: (await import('../ui/settings/SettingsDialog.tsx')).SettingsDialog,
}));

const ForgetDialog = lazy(async () => ({
  default: (await import('../ui/settings/ForgetDialog.tsx')).ForgetDialog,
}));

const HomeDialog = lazy(async () => ({ default: (await import('../ui/out/HomeDialog.tsx')).HomeDialog }));

/** Loaded when first asked for. */
const DIALOGS = {
  out: lazy(async () => ({ default: (await import('../ui/out/OutDialog.tsx')).OutDialog })),
  letters: lazy(async () => ({ default: (await import('../ui/letters/LettersView.tsx')).LettersView })),
  fields: lazy(async () => ({ default: (await import('../ui/settings/FieldsDialog.tsx')).FieldsDialog })),
  settings: ({ session, opened }: Props) => (
    <SettingsDialog
      storage={
        <StoragePart
          keeping={<Keeping session={session} opened={opened} />}
          passphrase={session.savedMaps.hasPassphrase(opened.id)}
          onKeep={() => void session.keep(opened)}
          onDownload={() => {
            saveCopy(opened);
            noteFile(opened, session.savedMaps);
          }}
          onDelete={() => session.removeOpened(opened)}
          onDeleteAll={() => void session.removeEverything()}
        />
      }
    />
  ),
  ego: lazy(async () => ({ default: (await import('../ui/map/EgoDialog.tsx')).EgoDialog })),
  keys: lazy(async () => ({ default: (await import('../ui/settings/KeysDialog.tsx')).KeysDialog })),
  forget: ({ session, opened }: Props) => <ForgetDialog port={forgetPort(opened, session.savedMaps)} />,
  home: ({ session, opened }: Props) => <HomeDialog port={homePort(session, opened)} />,
  help: lazy(async () => ({ default: (await import('../ui/settings/HelpDialog.tsx')).HelpDialog })),
} satisfies Record<Dialog, ComponentType<Props>>;

/** How the map is kept here, as long as it is and this window may write it. */
function Keeping({ session, opened }: Props) {
  const port = useMemo((): KeepingPort => {
    const { id } = opened;
    return {
      hasPassphrase: () => session.savedMaps.hasPassphrase(id),
      setPassphrase: (passphrase) => session.sealWith(id, { passphrase }),
      removePassphrase: () => session.sealWith(id, 'device'),
      stopKeeping: () => session.stopKeeping(opened),
      persistence: () => askToPersist(),
      earlier: () => earlierOf(session, opened),
    };
  }, [session, opened]);
  return (
    <Suspense fallback={null}>
      <KeepingPart port={port} />
    </Suspense>
  );
}

/** What stands over the screen. */
export function Dialogs(props: Props) {
  const dialog = useView((view) => view.dialog);
  if (dialog === null) return null;
  const Shown: ComponentType<Props> = DIALOGS[dialog];
  return (
    <Suspense fallback={null}>
      <Shown {...props} />
    </Suspense>
  );
}
