import type {
  Drawing,
  Invitation,
  Meeting,
  MeetingId,
  NetworkMap,
  Person,
  PersonId,
  Place,
  Relation,
  Sector,
  SectorId,
  Support,
} from './types.ts';
import { emptyInvitation } from './newMap.ts';

/** Questions that can be asked of a map; nothing here changes one. */

/** The drawing that is worked on: the last of kind 'today'. */
export function currentDrawing(map: NetworkMap): Drawing {
  const drawing = map.drawings.findLast(({ kind }) => kind === 'today') ?? map.drawings.at(-1);
  if (!drawing) throw new Error('A map has at least one drawing.');
  return drawing;
}

export const placeOf = (map: NetworkMap, id: PersonId): Place | null => currentDrawing(map).places[id] ?? null;

/** The people of the current drawing, in the order in which they were added. */
export function peopleOnDrawing(map: NetworkMap): Person[] {
  const { places } = currentDrawing(map);
  return Object.values(map.people).filter(({ id }) => id in places);
}

export const peopleInTray = (map: NetworkMap): Person[] =>
  peopleOnDrawing(map).filter(({ id }) => placeOf(map, id) === 'tray');

export const sectorById = (map: NetworkMap, id: SectorId): Sector | null =>
  map.sectors.find((sector) => sector.id === id) ?? null;

export const sectorOf = (map: NetworkMap, id: PersonId): Sector | null => {
  const place = placeOf(map, id);
  return place === null || place === 'tray' ? null : sectorById(map, place.sector);
};

/** Drawn on the map just now: placed, in a sector that is shown, and not hidden with the professionals. */
export function isDrawn(map: NetworkMap, id: PersonId): boolean {
  const sector = sectorOf(map, id);
  if (!sector || sector.hidden) return false;
  return map.shown.professionals || sector.kind !== 'professionals';
}

const relationsOf = (drawing: Drawing, id: PersonId): Relation[] =>
  Object.values(drawing.relations).filter(({ between }) => between.includes(id));

/** Are there lines between those round ego, besides theirs to ego? */
export const anyLinesBetween = (drawing: Drawing): boolean =>
  Object.values(drawing.relations).some(({ between }) => between[1] !== 'ego');

export const relationBetween = (drawing: Drawing, a: PersonId, b: PersonId | 'ego'): Relation | null =>
  Object.values(drawing.relations).find(({ between }) => between.includes(a) && between.includes(b)) ?? null;

/** The same support said from the other end. */
export const TURNED = {
  none: 'none',
  given: 'received',
  received: 'given',
  mutual: 'mutual',
} as const satisfies Record<Support, Support>;

/** The people someone has a line to, ego left out. */
export const knownBy = (drawing: Drawing, id: PersonId): PersonId[] =>
  relationsOf(drawing, id)
    .map(({ between: [first, second] }) => (first === id ? second : first))
    .filter((other): other is PersonId => other !== 'ego');

/** Pets, places and the dead are never offered; a group ("Koret") may be asked. */
export const canBeInvited = ({ kind, deceased }: Person): boolean =>
  !deceased && (kind === 'person' || kind === 'group');

/** The meeting that is being planned: the last one. */
export const currentMeeting = (map: NetworkMap): Meeting | null => map.meetings.at(-1) ?? null;

/** The one that was asked for, or the last where that one is gone. */
export const meetingOrLast = (map: NetworkMap, id: MeetingId | null): Meeting | null =>
  map.meetings.find((meeting) => meeting.id === id) ?? currentMeeting(map);

export const invitationOf = (
  map: NetworkMap,
  id: PersonId,
  meeting: Meeting | null = currentMeeting(map),
): Invitation => meeting?.invitations[id] ?? emptyInvitation;

/** Everybody somebody has said yes or maybe to, in the order of the map. */
export const invitees = (
  map: NetworkMap,
  wishes: readonly Invitation['wish'][] = ['yes', 'maybe'],
  meeting: Meeting | null = currentMeeting(map),
): Person[] =>
  peopleOnDrawing(map).filter(
    (person) => canBeInvited(person) && wishes.includes(invitationOf(map, person.id, meeting).wish),
  );
