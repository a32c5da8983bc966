import { Button } from '@digdir/designsystemet-react';
import { fontsReady } from '../../canvas/measure.ts';
import { useT } from '../kit/AppContext.tsx';
import { LayerChoices, PaperChoices } from './choices.tsx';
import { LeftOutNotes } from './LeftOutNotes.tsx';
import { MendNotes } from './MendNotes.tsx';
import { useChoose, useOut } from './outChoices.ts';
import { PaperTicks } from './PaperTicks.tsx';
import { PdfFile } from './PdfFile.tsx';
import type { Sheets } from './useSheets.ts';

/** Until the sheets that have been asked for are in the page and laid out. */
const MOUNT_MS = 100;

type Props = { readonly sheets: Sheets; readonly say: (text: string) => void };

export function PrintPanel({ sheets, say }: Props) {
  const t = useT();
  const { papers } = useOut();
  const withMap = papers.includes('map');
  const isNone = sheets.chosen.length === 0;
  return (
    <>
      {withMap && <LeftOutNotes of="map" sheet={sheets.map} />}
      {!withMap && papers.includes('list') && <LeftOutNotes of="list" />}
      <MendNotes letters={sheets.letters} />
      <PaperTicks />
      {(withMap || papers.includes('rings')) && <PaperChoices />}
      <LayerChoices of={papers} />
      <p className="quiet">{t('out.print.hint')}</p>
      <div className="out-foot">
        <p>{t(isNone ? noSheet(papers.includes('letters')) : 'out.ask.print')}</p>
        <div className="out-ways">
          <PrintButton isNone={isNone} say={say} />
          <PdfFile sheets={sheets} say={say} />
        </div>
      </div>
    </>
  );
}

const noSheet = (lettersWanted: boolean) => (lettersWanted ? 'paper.letters.none' : 'paper.none');

function PrintButton({ isNone, say }: { isNone: boolean; say: Props['say'] }) {
  const t = useT();
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
    <Button disabled={isNone} onClick={() => void print()}>
      {t('out.print')}
    </Button>
  );
}
