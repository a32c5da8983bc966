import { currentDrawing, currentMeeting, invitationOf, invitees, knownBy } from './questions.ts';
import type { NetworkMap, Person, PersonId } from './types.ts';

/** Questions about who will be together in the meeting that is being planned; nothing here is kept. */

/** Those to be invited, and after them those who are thought about. */
export const gathering = (map: NetworkMap): Person[] => [...invitees(map, ['yes']), ...invitees(map, ['maybe'])];

/** Everybody on the list who is not thought away. */
export const presentWithout = (map: NetworkMap, away: readonly PersonId[]): Person[] =>
  gathering(map).filter(({ id }) => !away.includes(id));

/** Who among these knows none of the others: "kjenner deg, men ikke de andre". Nobody, where somebody is alone anyway. */
export function knowingNobody(map: NetworkMap, present: readonly Person[]): Person[] {
  if (present.length < 2) return [];
  const drawing = currentDrawing(map);
  const there = new Set(present.map(({ id }) => id));
  return present.filter(({ id }) => !knownBy(drawing, id).some((other) => there.has(other)));
}

/** Who has answered that they can't come. */
export const cannotCome = (map: NetworkMap): PersonId[] => {
  const meeting = currentMeeting(map);
  return gathering(map).flatMap(({ id }) => (invitationOf(map, id, meeting).answer === 'cannot' ? [id] : []));
};
