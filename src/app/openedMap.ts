import type { NotCarried } from '../document/foreign/notCarried.ts';
import type { Language } from '../i18n/languages.ts';
import type { Repair } from '../model/repairKinds.ts';
import type { MapId, NetworkMap } from '../model/types.ts';
import { createMapStore, type MapStore } from '../store/mapStore.ts';
import { createViewStore, type ViewStore } from '../store/viewStore.ts';
import type { Keeper } from './keeper.ts';
import { createStagePort, type StagePort } from './stagePort.ts';

/** Where an open map came from; it decides what is said above it. */
export type Origin = 'new' | 'stored' | 'file' | 'example';

export type OpenNotes = {
  readonly repairs: readonly Repair[];
  readonly notCarriedOver: readonly NotCarried[];
  readonly olderCopyUsed: boolean;
  /** The database had lost it; this is the second copy. */
  readonly restored: boolean;
};

export type OpenedMap = {
  readonly id: MapId;
  readonly origin: Origin;
  readonly notes: OpenNotes;
  /** It was kept until just now: as it stands here it is nowhere else. */
  readonly wasKept: boolean;
  readonly mapStore: MapStore;
  readonly viewStore: ViewStore;
  readonly stage: StagePort;
  readonly keeper: Keeper;
};

export const NO_NOTES: OpenNotes = { repairs: [], notCarriedOver: [], olderCopyUsed: false, restored: false };

type Given = Pick<OpenedMap, 'origin' | 'keeper'> & {
  readonly map: NetworkMap;
  readonly language: Language;
  readonly mapOnly: boolean;
  readonly kept: boolean;
  readonly rev?: number;
  readonly readOnly?: boolean;
  readonly notes?: OpenNotes;
};

/** The stores of a map that has been read: made here and nowhere else. */
export function openMap({
  map,
  language,
  mapOnly,
  kept,
  origin,
  keeper,
  rev = 0,
  readOnly = false,
  notes,
}: Given): OpenedMap {
  const stage = createStagePort();
  const viewStore = createViewStore(language, mapOnly);
  if (!kept) viewStore.getState().set({ saveState: 'off' });
  return {
    id: map.id,
    origin,
    notes: notes ?? NO_NOTES,
    wasKept: false,
    mapStore: createMapStore({ map, rev, readOnly, settle: stage.settle }),
    viewStore,
    stage,
    keeper,
  };
}

/** Is it on the device, as far as this window knows? One that is only looked at belongs to another window. */
export const isKept = ({ mapStore, viewStore }: OpenedMap): boolean =>
  mapStore.getState().readOnly || viewStore.getState().saveState !== 'off';

/** Would anything be lost with it? An untouched example or an empty map is not worth a question. */
export function wouldBeLost({ mapStore, viewStore, wasKept }: OpenedMap): boolean {
  const { readOnly, history } = mapStore.getState();
  const { saveState } = viewStore.getState();
  if (readOnly) return false;
  return saveState === 'failed' || (saveState === 'off' && (wasKept || history.past.length > 0));
}
