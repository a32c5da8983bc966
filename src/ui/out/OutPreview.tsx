import { type RefObject, useMemo } from 'react';
import type { Sheet } from '../../export/papers/papers.ts';
import type { MapSheet } from '../../export/sheet/layoutSheet.ts';
import { useMap, useT } from '../kit/AppContext.tsx';
import { fileContents, SHARE_WORDS } from './fileContents.ts';
import { ListSheet } from './ListSheet.tsx';
import { MapSheetView } from './MapSheetView.tsx';
import { useOut } from './outChoices.ts';
import { PageDrawing } from './PageDrawing.tsx';
import { PAPER_WORDS } from './paperWords.ts';
import { keyOf } from './sheetKey.ts';
import type { Sheets } from './useSheets.ts';

type Props = { readonly sheets: Sheets; readonly page: RefObject<HTMLDivElement | null> };

/** Exactly what leaves the device: the very sheets, made smaller. */
export function OutPreview({ sheets, page }: Props) {
  const { kind } = useOut();
  if (kind === 'file') return <FilePreview />;
  if (kind === 'picture') return <Drawn sheet={sheets.map} />;
  if (kind === 'print') return sheets.chosen.map((sheet) => <OneSheet key={keyOf(sheet)} sheet={sheet} />);
  return (
    <div className="out-paper">
      <div className="out-list-page" ref={page}>
        <ListSheet />
      </div>
    </div>
  );
}

function OneSheet({ sheet }: { sheet: Sheet }) {
  const t = useT();
  if (sheet.of === 'map') return <Drawn sheet={sheet.sheet} />;
  const label = t('paper.of', { paper: t(PAPER_WORDS[sheet.kind]), number: sheet.number });
  return (
    <figure className="out-paper" aria-label={label} style={fitting(sheet.page)}>
      <PageDrawing page={sheet.page} />
    </figure>
  );
}

function Drawn({ sheet }: { sheet: MapSheet }) {
  const t = useT();
  return (
    <div className="out-paper" style={fitting(sheet)}>
      <MapSheetView sheet={sheet} label={t('out.preview.map', { title: sheet.title })} />
    </div>
  );
}

/** The whole sheet in sight, however it lies. */
const fitting = ({ width, height }: Pick<MapSheet, 'width' | 'height'>) => ({
  aspectRatio: `${width} / ${height}`,
  width: `min(100%, ${((74 * width) / height).toFixed(1)}dvh)`,
});

/** A file can't be looked at; who is in it can be said. */
function FilePreview() {
  const t = useT();
  const map = useMap();
  const { file, share } = useOut();
  const { people, also } = useMemo(() => fileContents(map, { file, share }), [map, file, share]);
  const what = also.map((each) => lowerFirst(t(SHARE_WORDS[each]))).join(', ');
  return (
    <div className="out-paper out-file-preview">
      <h3>{t('out.preview.file')}</h3>
      {people.length > 0 && <p>{t('out.file.holds')}</p>}
      <ul translate="no">
        {people.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
      <p>{t('out.file.lines')}</p>
      {what !== '' && <p>{t('out.file.also', { what })}</p>}
    </div>
  );
}

const lowerFirst = (text: string) => text.charAt(0).toLocaleLowerCase() + text.slice(1);
