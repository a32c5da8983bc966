import { type RefObject, useMemo } from 'react';
import { inviteeCsv } from '../../export/csv.ts';
import { elementPicture } from '../../export/elementPicture.ts';
import { inviteeTable } from '../../export/inviteeTable.ts';
import type { Raster } from '../../export/raster.ts';
import { useCommands, useMap, useMeeting } from '../kit/AppContext.tsx';
import { CopyText } from '../kit/CopyText.tsx';
import { LayerChoices } from './choices.tsx';
import { LeftOutNotes } from './LeftOutNotes.tsx';
import { listChoice, useOut } from './outChoices.ts';
import { PreparedFile } from './PreparedFile.tsx';
import { SaveAndShare } from './SaveAndShare.tsx';
import { useListText } from './useListText.ts';

/** Pixels: A4 upright at 200 dots to the inch. */
const PICTURE_WIDTH = 1654;

const ONLY_LIST = ['list'] as const;

/** Made of what is on the screen: another text on it, another picture. */
const pictureOf = (page: RefObject<HTMLElement | null>, text: string) => async (): Promise<Raster> =>
  page.current !== null && text !== ''
    ? elementPicture(page.current, PICTURE_WIDTH)
    : { ok: false, failure: 'notDrawn' };

type Props = { readonly page: RefObject<HTMLElement | null>; readonly say: (text: string) => void };

/** The list of invitees: for a spreadsheet, as text, as a picture. */
export function ListPanel({ page, say }: Props) {
  const { t } = useCommands();
  const map = useMap();
  const meeting = useMeeting();
  const { roles, contact } = useOut();
  const text = useListText();
  const list = useMemo(() => {
    const choice = listChoice({ roles, contact });
    const rows = inviteeTable(map, choice, t, meeting);
    const csv = new Blob([inviteeCsv(rows, choice, t)], { type: 'text/csv' });
    return { isEmpty: rows.length === 0, csv };
  }, [map, meeting, roles, contact, t]);
  const makePicture = useMemo(() => pictureOf(page, text), [page, text]);
  return (
    <>
      <LeftOutNotes of="list" />
      <LayerChoices of={ONLY_LIST} />
      {!list.isEmpty && (
        <>
          <p className="out-ask">{t('out.ask.list')}</p>
          <h3>{t('out.list.csv')}</h3>
          <p className="quiet">{t('out.list.csv.hint')}</p>
          <SaveAndShare blob={list.csv} kind="csv" of={t('out.list.csv')} say={say} />
          <h3>{t('out.list.picture')}</h3>
          <PreparedFile make={makePicture} kind="png" of={t('out.list.picture')} say={say} />
          <div className="out-actions">
            <CopyText text={text} label={t('out.list.copy')} say={say} />
          </div>
        </>
      )}
    </>
  );
}
