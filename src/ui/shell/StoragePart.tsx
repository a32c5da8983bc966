import { Button } from '@digdir/designsystemet-react';
import { type ReactNode, useState } from 'react';
import { useMapState, useT, useView } from '../kit/AppContext.tsx';
import { AskToDelete, focusIt } from './AskToDelete.tsx';
import { DeleteAll } from './DeleteAll.tsx';
import { HomeScreenWords } from './HomeScreenWords.tsx';
import './storagePart.css';

type Props = {
  /** What more can be chosen for a map that is kept. */
  readonly keeping?: ReactNode;
  /** It opens with a passphrase only. */
  readonly passphrase?: boolean;
  readonly onKeep: () => void;
  readonly onDownload: () => void;
  /** Rejects when the map is still there. */
  readonly onDelete: () => Promise<void>;
  readonly onDeleteAll: () => void;
};

/** Where the open map is kept, told as it is, and what can be done about it. */
export function StoragePart({ keeping, passphrase = false, onKeep, onDownload, onDelete, onDeleteAll }: Props) {
  const t = useT();
  const readOnly = useMapState((state) => state.readOnly);
  const kept = useView((view) => view.saveState !== 'off') || readOnly;
  return (
    <div className="storage-part">
      {kept ? (
        <>
          <p>
            {!passphrase && t('start.storage.where')} {t('start.storage.cleared')}
          </p>
          <HomeScreenWords t={t} />
        </>
      ) : (
        <p>{t('map.opened.notKept')}</p>
      )}
      <div className="storage-part-actions">
        {!kept && <Button onClick={onKeep}>{t('start.opened.keep')}</Button>}
        <Button variant="secondary" onClick={onDownload}>
          {t('map.downloadCopy')}
        </Button>
      </div>
      {kept && !readOnly && keeping}
      {kept && !readOnly && <DeleteHere onDelete={onDelete} />}
      <DeleteAll t={t} onDelete={onDeleteAll} />
    </div>
  );
}

function DeleteHere({ onDelete }: Pick<Props, 'onDelete'>) {
  const t = useT();
  const [asking, setAsking] = useState<'not yet' | 'now' | 'no longer'>('not yet');
  const [failed, setFailed] = useState(false);
  const remove = () => {
    setFailed(false);
    onDelete().catch(() => setFailed(true));
  };
  return (
    <>
      {asking === 'now' ? (
        <AskToDelete question={t('start.delete.askThis')} t={t} onYes={remove} onNo={() => setAsking('no longer')} />
      ) : (
        <Button
          className="storage-part-delete"
          variant="tertiary"
          ref={asking === 'no longer' ? focusIt : null}
          onClick={() => setAsking('now')}
        >
          {t('start.delete.this')}
        </Button>
      )}
      {failed && <p role="alert">{t('start.delete.failed')}</p>}
    </>
  );
}
