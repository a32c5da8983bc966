import { Button } from '@digdir/designsystemet-react';
import { fontsReady } from '../../canvas/measure.ts';
import type { MapSheet } from '../../export/sheet/layoutSheet.ts';
import { useT } from '../kit/AppContext.tsx';
import { LayerChoices, OneOf, PaperChoices } from './choices.tsx';
import { LeftOutNotes } from './LeftOutNotes.tsx';
import { useChoose, useOut } from './outChoices.ts';

/** Until the sheets that have been asked for are in the page and laid out. */
const MOUNT_MS = 100;

type Props = { readonly sheet: MapSheet; readonly say: (text: string) => void };

export function PrintPanel({ sheet, say }: Props) {
  const t = useT();
  const { sheets } = useOut();
  const choose = useChoose();
  const print = async () => {
    if (typeof window.print !== 'function') {
      say(t('out.print.unavailable'));
      return;
    }
    choose({ printing: true });
    await Promise.all([fontsReady(), import('./SheetsForPrint.tsx')]);
    setTimeout(() => window.print(), MOUNT_MS);
  };
  return (
    <>
      <LeftOutNotes of={sheets === 'list' ? 'list' : 'map'} sheet={sheet} />
      <OneOf
        label={t('out.sheets')}
        value={sheets}
        options={(['map', 'list', 'both'] as const).map((value) => ({ value, label: t(`out.sheets.${value}`) }))}
        onChange={(value) => choose({ sheets: value })}
      />
      {sheets !== 'list' && <PaperChoices />}
      <LayerChoices of={sheets} />
      <p className="quiet">{t('out.print.hint')}</p>
      <div className="out-foot">
        <p>{t('out.ask.print')}</p>
        <div className="out-actions">
          <Button onClick={() => void print()}>{t('out.print')}</Button>
        </div>
      </div>
    </>
  );
}
