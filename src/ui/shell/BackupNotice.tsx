import { Button } from '@digdir/designsystemet-react';
import { useEffect, useState } from 'react';
import { type BackupReason, backupReasons } from '../../model/backupReason.ts';
import { localDate } from '../../model/newMap.ts';
import type { IsoDate } from '../../model/types.ts';
import { selectMap } from '../../store/mapStore.ts';
import { useCommands, useMapState, useView } from '../kit/AppContext.tsx';
import { showFilesIn } from '../out/outChoices.ts';
import { Notice } from './Notice.tsx';

export type BackupPort = {
  /** Opened again, and not begun just now. */
  readonly again: boolean;
  readonly file: () => IsoDate | null;
  readonly persisted: () => Promise<boolean>;
  /** The reasons that have been told since the app was started, of whichever map. */
  readonly told: Set<BackupReason>;
};

/**
 * One quiet line that a file would be good to have. Comes with a change of screen and never under a moving finger; put away, or
 * told once, its reason is not told again until the app is started anew.
 */
export function BackupNotice({ port }: { port: BackupPort }) {
  const { t, mapStore, viewStore } = useCommands();
  const screen = useView((view) => view.screen);
  const kept = useView((view) => view.saveState !== 'off');
  const readOnly = useMapState((state) => state.readOnly);
  const [reason, setReason] = useState<BackupReason | null>(null);
  const mayTell = kept && !readOnly;
  useEffect(() => {
    if (!mayTell) return undefined;
    let isWanted = true;
    void port.persisted().then((persisted) => {
      if (!isWanted) return;
      const known = { file: port.file(), persisted, again: port.again, today: localDate(new Date()) };
      const found = backupReasons(selectMap(mapStore.getState()), known);
      const next = found.find((one) => !port.told.has(one));
      if (next) port.told.add(next);
      // What stands there stands, as long as it is true.
      setReason((now) => (now && found.includes(now) ? now : (next ?? null)));
    });
    return () => {
      isWanted = false;
    };
  }, [port, screen, mayTell, mapStore]);
  if (!reason || !mayTell) return null;
  const away = () => setReason(null);
  const save = () => {
    away();
    showFilesIn(mapStore);
    viewStore.getState().set({ dialog: 'out' });
  };
  return (
    <Notice text={t(`backup.${reason}`)} dismiss={{ label: t('map.dismiss'), onClick: away }}>
      <Button data-size="sm" variant="secondary" onClick={save}>
        {t('backup.save')}
      </Button>
    </Notice>
  );
}
