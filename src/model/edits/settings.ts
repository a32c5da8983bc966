import { produce } from 'immer';
import type { NetworkMap, Shown } from '../types.ts';

export type Description = Partial<Pick<NetworkMap, 'title' | 'madeBy' | 'madeWith'>> & { readonly egoName?: string };

/** What the sheet says about the map, and the name in the centre. */
export function describe(map: NetworkMap, { egoName, ...texts }: Description): NetworkMap {
  return produce(map, (draft) => {
    Object.assign(draft, texts);
    if (egoName !== undefined) draft.ego.name = egoName;
  });
}

export function setShown(map: NetworkMap, shown: Partial<Shown>): NetworkMap {
  return produce(map, (draft) => {
    Object.assign(draft.shown, shown);
  });
}

export function setDrawingStyle(map: NetworkMap, style: Partial<Pick<NetworkMap, 'oval' | 'shapes'>>): NetworkMap {
  return produce(map, (draft) => {
    Object.assign(draft, style);
  });
}
