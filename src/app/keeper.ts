import { writeMapFile } from '../document/writeMapFile.ts';
import type { MapId } from '../model/types.ts';
import { type Autosave, createAutosave } from '../storage/autosave.ts';
import { type DocumentLock, lockDocument } from '../storage/documentLock.ts';
import type { SavedMaps } from '../storage/savedMaps.ts';
import { type MapStore, selectMap } from '../store/mapStore.ts';
import type { ViewStore } from '../store/viewStore.ts';
import { wait } from './wait.ts';

type Handlers = Parameters<typeof lockDocument>[1];
type Stores = { readonly mapStore: MapStore; readonly viewStore: ViewStore };

export type Keeper = {
  /** May this page write the map? Asked before it is read. */
  readonly lock: () => Promise<boolean>;
  readonly takeOver: () => Promise<boolean>;
  /** Saves every change from now on; with `now` also the map as it is. */
  readonly start: (stores: Stores, now: boolean) => void;
  readonly retry: () => void;
  /** The page is going away: what is not saved is written down at once, for the next start. */
  readonly leave: () => void;
  /** All that was written is safe: saved, or, when that does not succeed, written down as when the page goes away. */
  readonly secure: () => Promise<boolean>;
  /** Waits until all is saved, then lets go. False when the map was opened again meanwhile. */
  readonly end: () => Promise<boolean>;
  readonly resume: () => void;
  /** Not one more write: the map is deleted. */
  readonly stop: () => void;
};

const saving = (id: MapId, savedMaps: Pick<SavedMaps, 'save'>, { viewStore }: Stores): Autosave =>
  createAutosave({
    write: (text, rev) => savedMaps.save(id, text, rev),
    onState: (saveState) => viewStore.getState().set({ saveState }),
  });

/** A save that takes longer than this while the map is to be locked is not waited for. */
const PATIENCE_MS = 2000;

/** Keeps one map on the device: the lock between windows, and a save for every change. */
export function createKeeper(id: MapId, savedMaps: Pick<SavedMaps, 'save' | 'leave'>, lockMap = lockDocument): Keeper {
  let lock: DocumentLock | null = null;
  let autosave: Autosave | null = null;
  let stores: Stores | null = null;
  let unsubscribe = (): void => undefined;
  let ending = 0;

  const push = (): void => {
    const { mapStore } = stores ?? {};
    if (!mapStore) return;
    const state = mapStore.getState();
    autosave?.push(() => writeMapFile(selectMap(state)), state.rev);
  };
  /** Says whether nothing can be lost now. */
  const leave = (): boolean => {
    const edit = autosave?.unsaved();
    return !edit || savedMaps.leave(id, edit.text, edit.rev);
  };
  const stopSaving = (): void => {
    unsubscribe();
    autosave?.turnOff();
    autosave = null;
  };
  const stop = (): void => {
    stopSaving();
    lock?.release();
    lock = null;
  };
  const readOnly = (): void => stores?.mapStore.getState().setReadOnly(true);
  const handlers: Handlers = {
    onAsked: async () => {
      readOnly();
      await autosave?.idle();
    },
    onLost: () => {
      readOnly();
      stopSaving();
    },
  };

  return {
    lock: async () => {
      lock ??= await lockMap(id, handlers);
      return lock.held();
    },
    takeOver: async () => (await lock?.takeOver()) ?? false,
    start: (opened, now) => {
      unsubscribe();
      stores = opened;
      autosave = saving(id, savedMaps, opened);
      unsubscribe = opened.mapStore.subscribe((state, before) => {
        if (state.rev !== before.rev || selectMap(state) !== selectMap(before)) push();
      });
      if (now) push();
    },
    retry: () => autosave?.retryNow(),
    leave: () => void leave(),
    secure: async () => {
      if (!autosave?.unsaved()) return true;
      await Promise.race([autosave.idle(), wait(PATIENCE_MS)]);
      return leave();
    },
    end: async () => {
      const mine = ++ending;
      await autosave?.idle();
      if (mine !== ending) return false;
      stop();
      return true;
    },
    resume: () => void ending++,
    stop,
  };
}
