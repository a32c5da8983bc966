import { useMemo } from 'react';
import type { MapId } from '../model/types.ts';
import { MapThumbnail } from '../ui/map/MapThumbnail.tsx';
import { FailureNotice } from '../ui/shell/Notices.tsx';
import { Notice } from '../ui/shell/Notice.tsx';
import { RemovalReceipt } from '../ui/shell/RemovalReceipt.tsx';
import { UpdateNotice } from '../ui/shell/UpdateNotice.tsx';
import { UnsavedNotice } from '../ui/start/UnsavedNotice.tsx';
import { showFilesIn } from '../ui/out/outChoices.ts';
import type { MapsOnDevice } from '../ui/start/mapsOnDevice.ts';
import { StartScreen } from '../ui/start/StartScreen.tsx';
import { readExample } from './examples.ts';
import { keepOld, listWithOld } from './oldMaps.ts';
import { readStored } from './reading.ts';
import type { Session } from './session.ts';
import { QUIET } from './sessionState.ts';
import { useSession } from './useSession.ts';

type Props = { readonly session: Session; readonly chooseFile: () => void };

export function Start({ session, chooseFile }: Props) {
  const { t, language, failure, receipt, removed, behind, newer } = useSession(session);
  const maps = useMemo((): MapsOnDevice => {
    const { savedMaps } = session;
    return {
      list: () => listWithOld(savedMaps),
      read: async (id) => {
        const read = await readStored(id, savedMaps);
        return read.ok ? read.value.map : null;
      },
      open: (id) => void session.openStored(id),
      takeFile: (id) => void openForFile(session, id),
      keep: (map) => keepOld(map, savedMaps),
      remove: (id) => session.remove(id),
    };
  }, [session]);
  const showExample = async (id: Parameters<typeof readExample>[0]) => {
    const read = await readExample(id);
    if (read) session.showInMemory(read, 'example');
  };
  return (
    <StartScreen
      t={t}
      language={language}
      maps={maps}
      onNewMap={(keep) => void session.newMap(keep)}
      onNewLockedMap={() => session.choosePassphrase()}
      onOpenFile={chooseFile}
      onExample={(id) => session.tell(showExample(id))}
      renderPicture={(map) => <MapThumbnail map={map} t={t} />}
      onDeleteAll={() => void session.removeEverything()}
      onLanguage={(next) => session.tell(session.setLanguage(next))}
    >
      {failure && (
        <FailureNotice text={t(failure)} dismiss={t('map.dismiss')} onDismiss={() => session.state.set(QUIET)} />
      )}
      <output className="start-receipt">
        {receipt && <Notice text={t(receipt)} more={removed && <RemovalReceipt t={t} receipt={removed} />} />}
      </output>
      {newer && <UpdateNotice t={t} onUse={newer} mustWait={behind !== null} />}
      {behind && <UnsavedNotice t={t} onOpen={() => session.goBack()} onThrowAway={() => session.forgetBehind()} />}
    </StartScreen>
  );
}

/** A locked one asks for its passphrase first, and is then simply open. */
async function openForFile(session: Session, id: MapId): Promise<void> {
  await session.openStored(id);
  const { opened } = session;
  if (opened?.id !== id) return;
  showFilesIn(opened.mapStore);
  opened.viewStore.getState().set({ dialog: 'out' });
}
