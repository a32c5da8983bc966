import { Button } from '@digdir/designsystemet-react';
import { useCallback, useState } from 'react';
import type { Raster } from '../../export/raster.ts';
import { useT } from '../kit/AppContext.tsx';
import { useOut } from './outChoices.ts';
import { PreparedFile } from './PreparedFile.tsx';
import type { Sheets } from './useSheets.ts';

type Props = { readonly sheets: Sheets; readonly say: (text: string) => void };

/**
 * The same sheets as a file: an app on the home screen of an iPad can't be relied on to print. Made when asked for, ready
 * before the tap that shares it; other choices ask anew.
 */
export function PdfFile({ sheets, say }: Props) {
  const t = useT();
  const { paper } = useOut();
  const [wanted, setWanted] = useState<Sheets | null>(null);
  const { chosen } = sheets;
  const make = useCallback(async (): Promise<Raster> => {
    try {
      const { papersPdf } = await import('../../export/pdf/papersPdf.ts');
      return await papersPdf(chosen, paper);
    } catch {
      // The code could not be loaded.
      return { ok: false, failure: 'notMade' };
    }
  }, [chosen, paper]);
  if (wanted === sheets) return <PreparedFile make={make} kind="pdf" of={t('out.pdf')} say={say} />;
  return (
    <div className="out-actions">
      <Button variant="secondary" disabled={chosen.length === 0} onClick={() => setWanted(sheets)}>
        {t('out.pdf.make')}
      </Button>
    </div>
  );
}
