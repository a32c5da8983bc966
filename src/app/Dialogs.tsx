import { useView } from '../ui/kit/AppContext.tsx';

/** What stands over the screen; loaded when first asked for. */
export function Dialogs() {
  const dialog = useView((view) => view.dialog);
  return dialog && null;
}
