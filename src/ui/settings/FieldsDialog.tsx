import { useT } from '../kit/AppContext.tsx';
import { DialogFrame } from '../kit/DialogFrame.tsx';
import { LayersPart } from './LayersPart.tsx';
import { RingsPart } from './RingsPart.tsx';
import { SectorsPart } from './SectorsPart.tsx';

export function FieldsDialog() {
  const t = useT();
  return (
    <DialogFrame title={t('settings.fields')}>
      <FieldsContent />
    </DialogFrame>
  );
}

/** How the sheet is divided: the fields round it, the rings, and what is shown. Seen on the map at once. */
export const FieldsContent = () => (
  <>
    <SectorsPart />
    <RingsPart />
    <LayersPart />
  </>
);
