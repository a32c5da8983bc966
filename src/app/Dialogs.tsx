import { type ComponentType, lazy, Suspense } from 'react';
import type { Dialog } from '../store/viewStore.ts';
import { useView } from '../ui/kit/AppContext.tsx';

/** Loaded when first asked for. */
const DIALOGS = {
  out: lazy(async () => ({ default: (await import('../ui/out/OutDialog.tsx')).OutDialog })),
} satisfies Partial<Record<Dialog, ComponentType>>;

/** What stands over the screen. */
export function Dialogs() {
  const dialog = useView((view) => view.dialog);
  const Shown: ComponentType | undefined = dialog === 'out' ? DIALOGS[dialog] : undefined;
  return <Suspense fallback={null}>{Shown && <Shown />}</Suspense>;
}
