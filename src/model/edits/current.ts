import type { Draft } from 'immer';
import { currentDrawing } from '../questions.ts';
import type { Drawing, NetworkMap } from '../types.ts';

/** The drawing that edits change. */
export const draftOfCurrent = (draft: Draft<NetworkMap>): Draft<Drawing> =>
  currentDrawing(draft as NetworkMap) as Draft<Drawing>;
