import { useStore } from 'zustand';
import type { NetworkMap } from '../../model/types.ts';
import type { MapStore } from '../../store/mapStore.ts';
import { createOutStore, type OutStore } from '../../store/outStore.ts';
import { proposePassphrase } from '../guard/passphraseWords.ts';

/** How far the way home has come. */
export type Home = {
  /** The same for as long as the map is open: a paper that is written stays right, however often one begins anew. */
  readonly passphrase: string;
  /** What was sealed, and of which map: after an edit it is not the file of this map any more. */
  readonly file: { readonly of: NetworkMap; readonly blob: Blob } | null;
  /** The very file has left: shared, or saved and found by the one who saved it. */
  readonly left: Blob | null;
  readonly written: boolean;
};

export type Step = 'file' | 'paper' | 'delete';

/** Nothing is deleted before the file of this very map has left and its passphrase is on paper. */
export function stepOf({ file, left, written }: Home, map: NetworkMap): Step {
  if (file?.of !== map || left !== file.blob) return 'file';
  return written ? 'delete' : 'paper';
}

/** Lives as long as the open map, in memory alone: the share sheet may cover the map, and the way goes on where it was. */
const stores = new WeakMap<MapStore, OutStore<Home>>();

export function homeOf(mapStore: MapStore): OutStore<Home> {
  const store =
    stores.get(mapStore) ??
    createOutStore<Home>({ passphrase: proposePassphrase(), file: null, left: null, written: false });
  stores.set(mapStore, store);
  return store;
}

export const useHome = (store: OutStore<Home>): Home => useStore(store, ({ choices }) => choices);

/** The whole map as a file that the passphrase opens, tried once before it is handed out. Rejects when it does not open. */
export async function sealForHome(text: string, passphrase: string): Promise<Blob> {
  const { openAge, sealAsAge } = await import('../../export/ageFile.ts');
  const blob = await sealAsAge(text, passphrase);
  const opened = await openAge(new Uint8Array(await blob.arrayBuffer()), passphrase);
  if (opened.kind !== 'opened' || opened.text !== text) throw new Error('The file does not open.');
  return blob;
}
