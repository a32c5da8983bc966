import { ListSheet } from './ListSheet.tsx';
import { MapSheetView } from './MapSheetView.tsx';
import { useOut } from './outChoices.ts';
import { useSheet } from './useSheet.ts';

/** The sheets that were chosen last. */
export function SheetsForPrint() {
  const { sheets, kind } = useOut();
  // Whoever looks at the list and prints from the browser's own menu gets the list.
  const chosen = kind === 'list' ? 'list' : sheets;
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

function MapForPrint() {
  const { paper, turn } = useOut();
  const sheet = useSheet();
  return (
    <div className="map-sheet" data-paper={`${paper}-${turn}`}>
      <MapSheetView sheet={sheet} />
    </div>
  );
}
