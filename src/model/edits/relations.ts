import { type Draft, produce } from 'immer';
import { MAX_RELATIONS } from '../limits.ts';
import { relationBetween, TURNED } from '../questions.ts';
import type { Drawing, NetworkMap, PersonId, RelationId, RelationKind, Support } from '../types.ts';
import { draftOfCurrent } from './current.ts';

export type RelationLook = { readonly kind: RelationKind; readonly support: Support };
const KNOWS: RelationLook = { kind: 'knows', support: 'none' };

/**
 * Ties each to each other ("alle disse kjenner hverandre"); a tie that is there already stays as it is. Support is given
 * by whoever comes first here, ego too, although ego stands second in the relation.
 */
export function connect(map: NetworkMap, ids: readonly (PersonId | 'ego')[], look: RelationLook = KNOWS): NetworkMap {
  return produce(map, (draft) => {
    const drawing = draftOfCurrent(draft);
    const present = [...new Set(ids)].filter((id) => id === 'ego' || id in drawing.places);
    let room = MAX_RELATIONS - Object.keys(drawing.relations).length;
    present.forEach((first, index) => {
      for (const second of present.slice(index + 1)) if (room > 0 && tie(drawing, first, second, look)) room -= 1;
    });
  });
}

/** Answers whether a tie was drawn. */
function tie(drawing: Draft<Drawing>, first: PersonId | 'ego', second: PersonId | 'ego', look: RelationLook): boolean {
  if (first === 'ego')
    return second !== 'ego' && tie(drawing, second, first, { ...look, support: TURNED[look.support] });
  if (relationBetween(drawing, first, second)) return false;
  const id = freeRelationId(drawing, first, second);
  drawing.relations[id] = { id, between: [first, second], ...look };
  return true;
}

/** There is at most one relation between two, so the two name it. A file from elsewhere may have taken the name. */
function freeRelationId(drawing: Drawing, person: PersonId, other: PersonId | 'ego'): RelationId {
  let id = `r-${person}-${other}`;
  while (id in drawing.relations) id += 'x';
  return id as RelationId;
}

export function updateRelation(map: NetworkMap, id: RelationId, look: Partial<RelationLook>): NetworkMap {
  return produce(map, (draft) => {
    const relation = draftOfCurrent(draft).relations[id];
    if (relation) Object.assign(relation, look);
  });
}

export function removeRelation(map: NetworkMap, id: RelationId): NetworkMap {
  return produce(map, (draft) => {
    delete draftOfCurrent(draft).relations[id];
  });
}
