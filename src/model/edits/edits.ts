import type { NetworkMap } from '../types.ts';
import { addGroup, removeGroup, renameGroup } from './groups.ts';
import { addFollowUp, invite, planMeeting, removeFollowUp, updateFollowUp, updateInvitation } from './meetings.ts';
import { addMeeting, removeMeeting } from './nextMeeting.ts';
import { addPeople, movePeople, removePeople, tidy, updatePerson } from './people.ts';
import { connect, removeRelation, updateRelation } from './relations.ts';
import { addRing, moveRingBorder, removeRing, renameRing } from './rings.ts';
import {
  addSector,
  moveSectorBorder,
  removeSector,
  renameSector,
  reorderSector,
  setSectorHidden,
  setWidths,
  usePreset,
} from './sectors.ts';
import { keepIfSame } from './same.ts';
import { describe, setDrawingStyle, setShown } from './settings.ts';

/** Every change that can be made to a map and undone: functions from map to map that finish the job. */
export const EDITS = {
  addPeople,
  updatePerson,
  movePeople,
  removePeople,
  tidy,
  connect,
  updateRelation,
  removeRelation,
  addGroup,
  renameGroup,
  removeGroup,
  renameSector,
  setSectorHidden,
  addSector,
  removeSector,
  reorderSector,
  moveSectorBorder,
  usePreset,
  setWidths,
  renameRing,
  addRing,
  removeRing,
  moveRingBorder,
  describe,
  setShown,
  setDrawingStyle,
  invite,
  updateInvitation,
  planMeeting,
  addMeeting,
  removeMeeting,
  addFollowUp,
  updateFollowUp,
  removeFollowUp,
} as const satisfies Record<string, (map: NetworkMap, ...details: never[]) => NetworkMap>;

export type EditName = keyof typeof EDITS;

/** What an edit is told besides the map. */
export type EditDetails<Name extends EditName> =
  Parameters<(typeof EDITS)[Name]> extends [NetworkMap, ...infer Details] ? Details : never;

/** An edit that changes nothing gives back the very same map. */
export function applyEdit<Name extends EditName>(map: NetworkMap, name: Name, details: EditDetails<Name>): NetworkMap {
  // The table's union of functions forgets which details belong to which name; EditDetails has just checked that.
  const edit = EDITS[name] as unknown as (map: NetworkMap, ...details: EditDetails<Name>) => NetworkMap;
  return keepIfSame(map, edit(map, ...details));
}
