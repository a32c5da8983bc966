import { useLayoutEffect } from 'react';
import type { PrintedLetter } from '../../export/letter/printedLetter.ts';
import { LetterPage } from '../letters/LetterPage.tsx';
import { ListSheet } from './ListSheet.tsx';
import { MapSheetView } from './MapSheetView.tsx';
import { useOut } from './outChoices.ts';
import { useSheet } from './useSheet.ts';

/** The sheets that were chosen last. */
export function SheetsForPrint() {
  const { letters } = useOut();
  return letters === null ? <ChosenSheets /> : <Letters letters={letters} />;
}

function ChosenSheets() {
  const { sheets, kind, paper, turn } = useOut();
  // Whoever looks at the list and prints from the browser's own menu gets the list.
  const chosen = kind === 'list' ? 'list' : sheets;
  usePageWithoutName(chosen === 'list' ? 'size: A4 portrait; margin: 15mm' : `size: ${paper} ${turn}; margin: 0`);
  return (
    <>
      {chosen !== 'list' && <MapForPrint />}
      {chosen !== 'map' && (
        <div className="list-pages">
          <ListSheet />
        </div>
      )}
    </>
  );
}

/** While invitations are written the browser prints those in sight, one page each. */
function Letters({ letters }: { letters: readonly PrintedLetter[] }) {
  usePageWithoutName('size: A4 portrait; margin: 30mm 25mm 25mm');
  return letters.map((letter) => <LetterPage key={letter.key} letter={letter} />);
}

function MapForPrint() {
  const { paper, turn } = useOut();
  const sheet = useSheet();
  return (
    <div className="map-sheet" data-paper={`${paper}-${turn}`}>
      <MapSheetView sheet={sheet} />
    </div>
  );
}

/** Safari knows the size of a page, but not pages with names (print.css): there one rule holds for all of them. */
function usePageWithoutName(rule: string): void {
  useLayoutEffect(() => {
    if (CSS.supports('page', 'a4-landscape')) return;
    const page = new CSSStyleSheet();
    page.replaceSync(`@page { ${rule} }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, page];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== page);
    };
  }, [rule]);
}
