import { produce } from 'immer';
import { MAX_GROUPS } from '../limits.ts';
import type { GroupId, NetworkMap, PersonId } from '../types.ts';
import { draftOfCurrent } from './current.ts';

/** A soft outline with a label round people who belong together. */
export function addGroup(map: NetworkMap, id: GroupId, label: string, members: readonly PersonId[]): NetworkMap {
  return produce(map, (draft) => {
    const drawing = draftOfCurrent(draft);
    const present = [...new Set(members)].filter((member) => member in drawing.places);
    if (present.length === 0 || drawing.groups[id] || Object.keys(drawing.groups).length >= MAX_GROUPS) return;
    drawing.groups[id] = { label, members: present };
  });
}

export function renameGroup(map: NetworkMap, id: GroupId, label: string): NetworkMap {
  return produce(map, (draft) => {
    const group = draftOfCurrent(draft).groups[id];
    if (group) group.label = label;
  });
}

export function removeGroup(map: NetworkMap, id: GroupId): NetworkMap {
  return produce(map, (draft) => {
    delete draftOfCurrent(draft).groups[id];
  });
}
