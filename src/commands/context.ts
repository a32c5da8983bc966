import type { Language } from '../i18n/languages.ts';
import type { Translate } from '../i18n/translate.ts';
import type { EditName } from '../model/edits/edits.ts';
import type { NewId } from '../model/newMap.ts';
import { selectMap, type MapStore } from '../store/mapStore.ts';
import type { ViewStore } from '../store/viewStore.ts';
import type { NetworkMap, PersonId } from '../model/types.ts';

/** What commands may ask of the drawn map; absent while another screen is shown. */
export type CanvasPort = {
  readonly zoomBy: (factor: number) => void;
  /** Where the keys find the map again: on whoever was just added. */
  readonly standOn: (id: PersonId) => void;
  readonly fit: () => void;
};

/** Finds spots for those who have none, at the end of which edit; the same map when there is nothing to do. */
export type Settle = (map: NetworkMap, edit?: EditName) => NetworkMap;
export type ContentWidths = (map: NetworkMap) => { spans: readonly number[]; ringWidths: readonly number[] };
/** Finds the places of everybody in a map that is about to be, then acts. */
export type LayOut = {
  readonly before: (after: NetworkMap, act: () => void) => void;
  /** Whoever still waits for that acts at once. */
  readonly now: () => void;
};

/** Who may see the map just now. */
export type GuardPort = {
  readonly cover: () => void;
  readonly talking: () => boolean;
  readonly setTalking: (talking: boolean) => void;
  /** Locks it; null where there is no passphrase to lock it with. */
  readonly handOver: (() => void) | null;
};

/** What commands may ask of the app round the map. */
export type AppPort = {
  readonly closeMap: () => void;
  readonly openFile: (file: File) => Promise<void>;
  readonly chooseFile: () => void;
  readonly setLanguage: (language: Language) => void;
  readonly guard: GuardPort;
  /** A whole copy of the map has left as a file, today. */
  readonly copyMade: () => void;
  /** Widths by content for this stage; only the map screen knows the stage. */
  readonly contentWidths: ContentWidths;
  /** The map screen hands in what needs its stage and font; this stays when it goes away. */
  readonly setSettle: (settle: Settle) => void;
  readonly setContentWidths: (contentWidths: ContentWidths) => void;
  /** Finds the places of everybody in a map that is about to be, beside the page where that takes long, then acts. */
  readonly layOut: LayOut['before'];
  /** Null when the map screen goes away: what is set down then is laid out at once. */
  readonly setLayOut: (layOut: LayOut | null) => void;
  /** Null when the map screen goes away. */
  readonly setCanvas: (canvas: CanvasPort | null) => void;
};

/** Everything a command works with. Made once per open map. */
export type CommandContext = {
  readonly mapStore: MapStore;
  readonly viewStore: ViewStore;
  readonly newId: NewId;
  readonly t: Translate;
  readonly app: AppPort;
  readonly canvas: () => CanvasPort | null;
};

export const mapOf = ({ mapStore }: Pick<CommandContext, 'mapStore'>): NetworkMap => selectMap(mapStore.getState());
export const viewOf = ({ viewStore }: Pick<CommandContext, 'viewStore'>) => viewStore.getState();
/** A window that only reads changes nothing and never says that it did; it says why. */
export function canEdit(context: CommandContext): boolean {
  const { readOnly } = context.mapStore.getState();
  if (readOnly) viewOf(context).announce(context.t('map.readOnly'));
  return !readOnly;
}
export const selectedPeople = (context: CommandContext) => viewOf(context).selection.people;
