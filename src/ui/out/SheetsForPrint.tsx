import { useLayoutEffect } from 'react';
import type { PrintedLetter } from '../../export/letter/printedLetter.ts';
import { letterPaper } from '../../export/papers/letterPaper.ts';
import { listPaper } from '../../export/papers/listPaper.ts';
import type { PaperPage } from '../../export/papers/page.ts';
import type { Sheet } from '../../export/papers/papers.ts';
import { MapSheetView } from './MapSheetView.tsx';
import { useOut } from './outChoices.ts';
import { PageDrawing } from './PageDrawing.tsx';
import { keyOf } from './sheetKey.ts';
import { useMeasure } from './useSheet.ts';
import { useSheets } from './useSheets.ts';

/** The sheets that were chosen last. */
export function SheetsForPrint() {
  const { letters } = useOut();
  return letters === null ? <ChosenSheets /> : <Letters letters={letters} />;
}

function ChosenSheets() {
  const { kind, paper } = useOut();
  const { chosen, request } = useSheets();
  // Whoever looks at the list and prints from the browser's own menu gets the list.
  const sheets =
    kind === 'list'
      ? listPaper(request).map((page, at): Sheet => ({ of: 'page', kind: 'list', page, number: at + 1 }))
      : chosen;
  const [first] = sheets;
  usePageWithoutName(first ? ruleFor(first, paper) : 'size: A4 portrait; margin: 0');
  return sheets.map((sheet) => <OnPaper key={keyOf(sheet)} sheet={sheet} />);
}

function OnPaper({ sheet }: { sheet: Sheet }) {
  const { paper } = useOut();
  const drawn = sheet.of === 'page' ? sheet.page : sheet.sheet;
  return (
    <div className="map-sheet" data-paper={`${sheet.of === 'page' ? 'A4' : paper}-${turnOf(drawn)}`}>
      {sheet.of === 'page' ? <PageDrawing page={sheet.page} /> : <MapSheetView sheet={sheet.sheet} />}
    </div>
  );
}

const turnOf = ({ width, height }: Pick<PaperPage, 'width' | 'height'>) => (width > height ? 'landscape' : 'portrait');

function ruleFor(sheet: Sheet, paper: string): string {
  const size = sheet.of === 'page' ? 'A4' : paper;
  return `size: ${size} ${turnOf(sheet.of === 'page' ? sheet.page : sheet.sheet)}; margin: 0`;
}

/** While invitations are written the browser prints those in sight, one page each. */
function Letters({ letters }: { letters: readonly PrintedLetter[] }) {
  const measure = useMeasure();
  usePageWithoutName('size: A4 portrait; margin: 0');
  const pages = letters.flatMap((letter) => letterPaper(letter, { large: false, measure }));
  return pages.map((page, at) => {
    const sheet: Sheet = { of: 'page', kind: 'letters', page, number: at + 1 };
    return <OnPaper key={keyOf(sheet)} sheet={sheet} />;
  });
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
