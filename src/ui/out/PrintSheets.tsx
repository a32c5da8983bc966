import { type ComponentType, useEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import './print.css';
import { useCommands } from '../kit/AppContext.tsx';
import { whenIdle } from '../kit/whenIdle.ts';
import { useChoose, useOut } from './outChoices.ts';

/** iPads say that printing is over while they still draw the page. */
const KEEP_AFTER_MS = 10_000;
/** How long the code of the sheets waits for a moment when nothing else is done. */
const WAIT_MS = 1000;

/**
 * What the browser prints, by its own menu or by our button: the sheets with the last chosen layers, never the screen.
 * Mounted while a map is open and uncovered. Names come into the page only for printing, and go again.
 */
export function PrintSheets() {
  const { t } = useCommands();
  const { printing } = useOut();
  const choose = useChoose();
  const [Sheets, setSheets] = useState<ComponentType | null>(null);

  // The code of the sheets comes when the map has been drawn: nobody waits for it, and it is there when it is needed.
  useEffect(() => {
    let isThere = true;
    const load = () =>
      void import('./SheetsForPrint.tsx').then(({ SheetsForPrint }) => isThere && setSheets(() => SheetsForPrint));
    whenIdle(load, WAIT_MS);
    return () => {
      isThere = false;
    };
  }, []);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    // At once: the browser lays the page out as soon as it has told us.
    const begin = () => {
      clearTimeout(timer);
      flushSync(() => choose({ printing: true }));
    };
    const end = () => {
      clearTimeout(timer);
      timer = setTimeout(() => choose({ printing: false }), KEEP_AFTER_MS);
    };
    const paper = matchMedia('print');
    const turn = () => (paper.matches ? begin() : end());
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    paper.addEventListener('change', turn);
    return () => {
      clearTimeout(timer);
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
      paper.removeEventListener('change', turn);
      choose({ printing: false });
    };
  }, [choose]);

  return createPortal(
    <div className="sheets" data-ready={Sheets !== null}>
      {/* Whoever prints before that gets a sentence, not an empty sheet that looks like a broken printer. */}
      {printing && (Sheets ? <Sheets /> : <p className="not-ready">{t('out.print.early')}</p>)}
    </div>,
    document.body,
  );
}
