import { fontsReady } from '../canvas/measure.ts';
import { isLanguage, loadTranslate, preferredLanguage } from '../i18n/languages.ts';
import { createDatabase } from '../storage/database.ts';
import { toStorageError } from '../storage/errors.ts';
import { bootStarted, openMapId } from '../storage/openMap.ts';
import { watchLeaving } from '../storage/pageLeave.ts';
import { createSavedMaps } from '../storage/savedMaps.ts';
import { readSettings } from '../storage/settings.ts';
import { watchOnScreenKeyboard } from '../ui/shell/onScreenKeyboard.ts';
import { applySettings } from '../ui/settings/applySettings.ts';
import { sharedFile } from './offline/offline.ts';
import { listen } from './guard.ts';
import { Session } from './session.ts';

/** After this many starts in a row that came to nothing, the map is not opened by itself again. */
const GIVE_UP_AFTER = 2;

/** Language, settings, the map that was open; only then is anything shown, so that nothing can be saved over it. */
export async function boot(address = new URLSearchParams(location.search)): Promise<Session> {
  const failedBefore = bootStarted();
  const settings = readSettings();
  const asked = address.get('lang');
  const language = isLanguage(asked) ? asked : (settings.language ?? preferredLanguage(navigator.languages));
  document.documentElement.lang = language;
  applySettings(settings);
  watchOnScreenKeyboard(window);

  // The storage is asked while the words are on their way, and so are the letters and the reader of files, which the first
  // map needs. What does not come is asked for again.
  const database = createDatabase({
    onWiped: () => void making.then(({ state }) => state.set({ receipt: 'start.wiped' })),
  });
  const savedMaps = createSavedMaps(database.useStore);
  const restoring = savedMaps.restoreLost().catch(toStorageError);
  void fontsReady();
  import('../document/readAnyFile.ts').catch(() => undefined);
  const mapOnly = address.get('view') === 'map';
  const making = loadTranslate(language).then((t) => new Session({ savedMaps, database, language, t, mapOnly }));
  const session = await making;
  const { stopWriting, resumeWriting } = database;
  watchLeaving({
    stopWriting,
    resumeWriting,
    onLeave: () => {
      session.leave();
      session.guard.hidden();
    },
    wouldLose: () => session.wouldLose(),
    onReturn: () => {
      session.guard.seen();
      session.retry();
    },
  });
  listen(session.guard);
  if (!(await session.restoreLost(restoring))) return session;

  const id = openMapId();
  if (id !== null && failedBefore >= GIVE_UP_AFTER) session.recover(id);
  else if (id !== null) await session.openStored(id);
  // Once, for what the app stored before it sealed anything; what can't be done now is tried at the next start.
  session.savedMaps.sealOpenCopies().catch(() => undefined);
  if (address.has('shared')) await openShared(session);
  return session;
}

/** A file that was shared with the installed app is opened like any other; the address then says so no longer. */
async function openShared(session: Session): Promise<void> {
  const file = await sharedFile();
  const address = new URL(location.href);
  address.searchParams.delete('shared');
  history.replaceState(null, '', address);
  if (file) await session.openFile(file);
}
