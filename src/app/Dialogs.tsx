import { type ComponentType, lazy, Suspense } from 'react';
import type { Dialog } from '../store/viewStore.ts';
import { useView } from '../ui/kit/AppContext.tsx';
import { StoragePart } from '../ui/shell/StoragePart.tsx';
import type { OpenedMap } from './openedMap.ts';
import { saveCopy } from './rawFile.ts';
import type { Session } from './session.ts';

type Props = { readonly session: Session; readonly opened: OpenedMap };

const SettingsDialog = lazy(async () => ({
  default: (await import('../ui/settings/SettingsDialog.tsx')).SettingsDialog,
}));

/** Loaded when first asked for. */
const DIALOGS = {
  out: lazy(async () => ({ default: (await import('../ui/out/OutDialog.tsx')).OutDialog })),
  letters: lazy(async () => ({ default: (await import('../ui/letters/LettersView.tsx')).LettersView })),
  fields: lazy(async () => ({ default: (await import('../ui/settings/FieldsDialog.tsx')).FieldsDialog })),
  settings: ({ session, opened }: Props) => (
    <SettingsDialog
      storage={
        <StoragePart
          onKeep={() => void session.keep(opened)}
          onDownload={() => saveCopy(opened)}
          onDelete={() => session.removeOpened(opened)}
        />
      }
    />
  ),
  ego: lazy(async () => ({ default: (await import('../ui/map/EgoDialog.tsx')).EgoDialog })),
  keys: lazy(async () => ({ default: (await import('../ui/settings/KeysDialog.tsx')).KeysDialog })),
  help: lazy(async () => ({ default: (await import('../ui/settings/HelpDialog.tsx')).HelpDialog })),
} satisfies Record<Dialog, ComponentType<Props>>;

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
