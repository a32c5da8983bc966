import { type Draft, produce } from 'immer';
import { MAX_PEOPLE } from '../limits.ts';
import { newPerson } from '../newMap.ts';
import { currentDrawing } from '../questions.ts';
import type { Drawing, NetworkMap, Person, PersonId, Place, Spot } from '../types.ts';
import { draftOfCurrent } from './current.ts';

export type NewPerson = { readonly id: PersonId; readonly name: string } & Partial<Omit<Person, 'id' | 'name'>>;

/**
 * Puts people on the map: at a place, or in the tray. Someone who is there already stays as they are; who is given a
 * place that is not on the map is not lost, but waits in the tray.
 */
export function addPeople(map: NetworkMap, people: readonly NewPerson[], place: Place): NetworkMap {
  return produce(map, (draft) => {
    const drawing = draftOfCurrent(draft);
    let count = Object.keys(draft.people).length;
    for (const given of people) {
      if (draft.people[given.id] || count >= MAX_PEOPLE) continue;
      count += 1;
      draft.people[given.id] = { ...newPerson(given.id, given.name), ...given };
      drawing.places[given.id] = isOnMap(map, place) ? place : 'tray';
    }
  });
}

export type PersonPatch = Partial<Omit<Person, 'id'>>;

export function updatePerson(map: NetworkMap, id: PersonId, patch: PersonPatch): NetworkMap {
  return produce(map, (draft) => {
    const person = draft.people[id];
    if (person) Object.assign(person, patch);
  });
}

export type Move = { readonly id: PersonId; readonly place: Place };

/**
 * Moves people to another place, or to the tray. A cell that is not on the map changes nothing, and who is sent to the
 * cell where they stand already, to no spot in particular, stays where a hand or the layout put them.
 */
export function movePeople(map: NetworkMap, moves: readonly Move[]): NetworkMap {
  return produce(map, (draft) => {
    const { places } = draftOfCurrent(draft);
    for (const { id, place } of moves) {
      const now = places[id];
      if (now && isOnMap(map, place) && !isThere(now, place)) places[id] = place;
    }
  });
}

const isThere = (now: Place, place: Place): boolean =>
  now !== 'tray' && place !== 'tray' && !place.spot && now.sector === place.sector && now.ring === place.ring;

function isOnMap({ sectors, rings }: NetworkMap, place: Place): boolean {
  if (place === 'tray') return true;
  const { sector, ring, spot } = place;
  // A ring that is no whole number, or below 0, is none of them.
  const known = sectors.some(({ id }) => id === sector) && (ring === 'outside' || rings[ring] !== undefined);
  return known && (spot === null || (isFraction(spot.along) && isFraction(spot.across)));
}

const isFraction = (value: number): boolean => value >= 0 && value <= 1;

/** Takes people out for good: of every drawing, with their relations, group membership, invitations and follow-ups. */
export function removePeople(map: NetworkMap, ids: readonly PersonId[]): NetworkMap {
  return produce(map, (draft) => {
    for (const id of ids) {
      delete draft.people[id];
      for (const drawing of draft.drawings) forget(drawing, id);
      for (const meeting of draft.meetings) {
        delete meeting.invitations[id];
        for (const invitation of Object.values(meeting.invitations)) {
          if (invitation.askedWith === id) invitation.askedWith = null;
        }
        for (const followUp of meeting.followUps) if (followUp.whoId === id) followUp.whoId = null;
      }
    }
  });
}

function forget(drawing: Draft<Drawing>, id: PersonId): void {
  delete drawing.places[id];
  if (drawing.frozen) delete drawing.frozen.people[id];
  for (const relation of Object.values(drawing.relations)) {
    if (relation.between.includes(id)) delete drawing.relations[relation.id];
  }
  for (const [groupId, group] of Object.entries(drawing.groups)) {
    group.members = group.members.filter((member) => member !== id);
    if (group.members.length === 0) delete drawing.groups[groupId as keyof typeof drawing.groups];
  }
}

/**
 * Lets the layout place people anew: those it placed itself, or (`all`) also those placed by hand.
 * The spots are found by the layout in the same step.
 */
export function tidy(map: NetworkMap, all: boolean): NetworkMap {
  return produce(map, (draft) => {
    for (const place of Object.values(draftOfCurrent(draft).places)) {
      if (place !== 'tray' && (all || place.spot?.by === 'layout')) place.spot = null;
    }
  });
}

/** Writes the spots the layout found; not an edit of its own but the end of every edit (DESIGN.md, decision 3). */
export function settleSpots(map: NetworkMap, spots: ReadonlyMap<PersonId, Spot>): NetworkMap {
  const { places } = currentDrawing(map);
  const settled = { ...places };
  let isChanged = false;
  for (const [id, spot] of spots) {
    const place = places[id];
    if (place === undefined || place === 'tray' || place.spot === spot || place.spot?.by === 'hand') continue;
    settled[id] = { ...place, spot };
    isChanged = true;
  }
  if (!isChanged) return map;
  // Written whole: on opening and *Rydd* everybody has another spot, and to watch each of a thousand being changed takes long.
  return produce(map, (draft) => {
    draftOfCurrent(draft).places = settled;
  });
}
