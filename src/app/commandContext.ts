import type { CommandContext } from '../commands/context.ts';
import type { Translate } from '../i18n/translate.ts';
import { newId } from './newId.ts';
import { noteFile } from './noteFile.ts';
import type { OpenedMap } from './openedMap.ts';
import type { Session } from './session.ts';

/** What the commands of one open map work with; made anew when the language changes, with the same stores. */
export function commandContext(
  session: Session,
  opened: OpenedMap,
  t: Translate,
  chooseFile: () => void,
): CommandContext {
  const { mapStore, viewStore, stage } = opened;
  return {
    mapStore,
    viewStore,
    newId,
    t,
    canvas: stage.canvas,
    app: {
      closeMap: () => session.close(),
      openFile: async (file) => void (await session.openFile(file)),
      chooseFile,
      setLanguage: (language) => session.tell(session.setLanguage(language)),
      guard: {
        cover: () => session.cover(),
        talking: () => session.guard.talking(),
        setTalking: (talking) => session.guard.setTalking(talking),
        get handOver() {
          return session.savedMaps.hasPassphrase(opened.id) ? () => void session.lock() : null;
        },
      },
      copyMade: () => noteFile(opened, session.savedMaps),
      contentWidths: stage.contentWidths,
      setSettle: stage.setSettle,
      setContentWidths: stage.setContentWidths,
      layOut: stage.layOut,
      setLayOut: stage.setLayOut,
      setCanvas: stage.setCanvas,
    },
  };
}
