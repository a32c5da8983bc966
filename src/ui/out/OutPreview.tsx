import { type RefObject, useMemo } from 'react';
import type { MapSheet } from '../../export/sheet/layoutSheet.ts';
import { useMap, useT } from '../kit/AppContext.tsx';
import { fileContents, SHARE_WORDS } from './fileContents.ts';
import { ListSheet } from './ListSheet.tsx';
import { MapSheetView } from './MapSheetView.tsx';
import { useOut } from './outChoices.ts';

type Props = { readonly sheet: MapSheet; readonly page: RefObject<HTMLDivElement | null> };

/** Exactly what leaves the device: the very sheets, made smaller. */
export function OutPreview({ sheet, page }: Props) {
  const t = useT();
  const { kind, sheets } = useOut();
  if (kind === 'file') return <FilePreview />;
  const withMap = kind === 'picture' || (kind === 'print' && sheets !== 'list');
  const withList = kind === 'list' || (kind === 'print' && sheets !== 'map');
  return (
    <>
      {withMap && (
        <div className="out-paper" style={fitting(sheet)}>
          <MapSheetView sheet={sheet} label={t('out.preview.map', { title: sheet.title })} />
        </div>
      )}
      {withList && (
        <div className="out-paper">
          <div className="out-list-page" ref={page}>
            <ListSheet />
          </div>
        </div>
      )}
    </>
  );
}

/** The whole sheet in sight, however it lies. */
const fitting = ({ width, height }: MapSheet) => ({
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
