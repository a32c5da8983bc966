import { fileName } from '../export/fileNames.ts';
import { saveBlob } from '../export/saveBlob.ts';
import type { MapId } from '../model/types.ts';
import type { RescuePort } from '../ui/start/RescueScreen.tsx';
import { NO_NOTES } from './openedMap.ts';
import { saveRaw } from './rawFile.ts';
import { readCopy } from './reading.ts';
import type { Session } from './session.ts';

/** What is taken along stays as it was: what a passphrase has locked leaves locked, by the same passphrase. */
async function handOut(text: string, passphrase: string | null): Promise<void> {
  if (passphrase === null) {
    saveRaw(text);
    return;
  }
  const { sealAsAge } = await import('../export/ageFile.ts');
  saveBlob(await sealAsAge(text, passphrase), fileName('sealedMap', new Date()));
}

/** The database can't be opened: what the second copies are good for meanwhile. */
export function rescuePort(session: Session): RescuePort {
  const { savedMaps } = session;
  const fits = async (id: MapId, passphrase: string | null): Promise<boolean> =>
    passphrase === null || savedMaps.unlock(id, passphrase).catch(() => false);
  return {
    save: async (id, passphrase) => {
      if (!(await fits(id, passphrase))) return 'wrong';
      const text = await savedMaps.secondText(id);
      if (text === null) return 'failed';
      return handOut(text, passphrase).then(
        () => 'done' as const,
        () => 'failed' as const,
      );
    },
    open: async (id, passphrase) => {
      if (!(await fits(id, passphrase))) return 'wrong';
      const text = await savedMaps.secondText(id);
      const read = text === null ? null : await readCopy(text);
      if (!read) return 'failed';
      session.showInMemory({ ...read, notes: { ...NO_NOTES, restored: true } }, 'file');
      return 'done';
    },
    rebuild: () => session.rebuild(),
    retry: () => location.reload(),
    goOn: () => session.goOnUnsaved(),
  };
}
