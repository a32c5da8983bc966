import { useStore } from 'zustand';
import type { ShareChoice } from '../../document/shareCopy.ts';
import type { InviteeChoice } from '../../export/inviteeTable.ts';
import type { PrintedLetter } from '../../export/letter/printedLetter.ts';
import type { PaperKind } from '../../export/papers/kinds.ts';
import type { PaperSize, PaperTurn } from '../../export/sheet/paper.ts';
import type { NetworkMap, Shown } from '../../model/types.ts';
import type { PictureLayers } from '../../scene/pictured.ts';
import type { MapStore } from '../../store/mapStore.ts';
import { createOutStore, type OutStore } from '../../store/outStore.ts';
import { useCommands } from '../kit/AppContext.tsx';

export type OutChoices = {
  readonly kind: 'print' | 'picture' | 'list' | 'file';
  /** What is printed, in the order of the pile. */
  readonly papers: readonly PaperKind[];
  /** Large print on the papers of text. */
  readonly large: boolean;
  readonly paper: PaperSize;
  readonly turn: PaperTurn;
  /** Chosen for paper, beside what the map showed at the time; null as long as nothing was chosen. */
  readonly shown: { readonly onMap: Shown; readonly onPaper: Shown } | null;
  readonly wishes: boolean;
  readonly roles: boolean;
  readonly contact: boolean;
  readonly theme: boolean;
  readonly picture: 'screen' | 'double' | 'print' | 'svg';
  readonly file: 'keep' | 'share';
  readonly share: Required<ShareChoice>;
  /** The letters in sight where invitations are written: what the browser prints as long as they are. null elsewhere. */
  readonly letters: readonly PrintedLetter[] | null;
  /** The sheets are in the page, to be printed. */
  readonly printing: boolean;
};

const AT_FIRST: OutChoices = {
  kind: 'print',
  papers: ['map'],
  large: false,
  paper: 'A4',
  turn: 'landscape',
  shown: null,
  wishes: true,
  roles: false,
  contact: false,
  theme: false,
  picture: 'double',
  file: 'keep',
  share: { notes: false, contacts: false, earlierDrawings: false, offPaper: false, meetings: false },
  letters: null,
  printing: false,
};

/** The choices live as long as the open map, whether the dialog stands open or the browser prints by itself. */
const stores = new WeakMap<MapStore, OutStore<OutChoices>>();

function storeOf(mapStore: MapStore): OutStore<OutChoices> {
  const store = stores.get(mapStore) ?? createOutStore(AT_FIRST);
  stores.set(mapStore, store);
  return store;
}

/** What one sees next where things leave: the files. */
export const showFilesIn = (mapStore: MapStore): void => storeOf(mapStore).getState().choose({ kind: 'file' });

export const useOut = (): OutChoices => useStore(storeOf(useCommands().mapStore), ({ choices }) => choices);
export const useChoose = () => useStore(storeOf(useCommands().mapStore), ({ choose }) => choose);

/** Something hidden on the map since the choice was made is hidden on paper too. */
export const shownOnPaper = ({ shown }: OutChoices, map: NetworkMap): Shown =>
  shown?.onMap === map.shown ? shown.onPaper : map.shown;

export const layersFor = (choices: OutChoices, map: NetworkMap): PictureLayers => ({
  shown: shownOnPaper(choices, map),
  paper: true,
  roles: choices.roles,
  wishes: choices.wishes,
});

export const listChoice = ({ roles, contact }: InviteeChoice): InviteeChoice => ({ roles, contact });
