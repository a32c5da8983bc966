import { applyEdit } from '../model/edits/edits.ts';
import type { PersonPatch } from '../model/edits/people.ts';
import { placeOf, sectorById } from '../model/questions.ts';
import type { CellPlace, NetworkMap, PersonId, Place, RingPlace, SectorId, Spot } from '../model/types.ts';
import { ringName, sectorName } from '../scene/words.ts';
import { canEdit, type CommandContext, mapOf, viewOf } from './context.ts';

/** What can be done with people: once, for map, list, menu and keyboard. Each edit is one undo step and is said aloud. */

/** `id` only where somebody outside has given one already. */
export type PersonToAdd = {
  readonly name: string;
  readonly relation?: string;
  readonly id?: PersonId;
  /** What is known of them from the start: "have you any animals?" */
  readonly about?: Pick<PersonPatch, 'kind' | 'deceased'>;
};

/** Adds someone at a place (or to the tray) and answers who it became; an empty name adds nobody. */
export function addPerson(
  context: CommandContext,
  { name, relation = '', id = context.newId('p') as PersonId, about = {} }: PersonToAdd,
  place: Place,
): PersonId | null {
  const trimmed = name.trim();
  if (trimmed === '' || !canEdit(context)) return null;
  context.mapStore.getState().edit('addPeople', [{ ...about, id, name: trimmed, relation: relation.trim() }], place);
  viewOf(context).announce(
    place === 'tray'
      ? context.t('spoken.addedTray', { name: trimmed })
      : context.t('spoken.added', { name: trimmed, ...wordsOf(context, place) }),
  );
  return id;
}

export function movePerson(context: CommandContext, id: PersonId, place: Place): void {
  movePeople(context, [id], () => place);
}

/** As `movePerson`, for whoever a finger has set down. @returns whether they have been moved, once they have */
export function dropPerson(context: CommandContext, id: PersonId, place: Place): Promise<boolean> {
  const before = mapOf(context);
  const after = applyEdit(before, 'movePeople', [[{ id, place }]]);
  if (!canEdit(context) || after === before) return Promise.resolve(false);
  return new Promise((resolve) => {
    context.app.layOut(after, () => {
      movePerson(context, id, place);
      resolve(mapOf(context) !== before);
    });
  });
}

export function movePeople(
  context: CommandContext,
  ids: readonly PersonId[],
  placeFor: (place: CellPlace, id: PersonId) => Place | null,
): void {
  const map = mapOf(context);
  const moves = ids.flatMap((id) => {
    const place = placeFor(cellPlaceOf(map, id), id);
    return place ? [{ id, place }] : [];
  });
  if (moves.length === 0 || !canEdit(context)) return;
  context.mapStore.getState().edit('movePeople', moves);
  const { announce } = viewOf(context);
  const [first] = moves;
  if (!first) return;
  if (moves.length > 1) {
    announce(context.t('list.spoken.moved', { count: moves.length }));
    return;
  }
  const name = map.people[first.id]?.name ?? '';
  if (first.place === 'tray') announce(context.t('spoken.toTray', { name }));
  else announce(context.t('spoken.moved', { name, ...wordsOf(context, first.place) }));
}

/** Someone in the tray counts as standing in the first shown sector's outer ring, so that "nearer" begins somewhere. */
function cellPlaceOf(map: NetworkMap, id: PersonId): CellPlace {
  const place = placeOf(map, id);
  if (place !== null && place !== 'tray') return place;
  const sector = map.sectors.find(({ hidden }) => !hidden);
  if (!sector) throw new Error('A map has at least one shown sector.');
  return { sector: sector.id, ring: map.rings.length - 1, spot: null };
}

const ringOrder = (map: NetworkMap): RingPlace[] => [...map.rings.keys(), 'outside'];

/** One ring nearer (−1) or further away (+1); the spot along the arc stays, so that nobody seems to jump sideways. */
export function stepRing(context: CommandContext, ids: readonly PersonId[], step: -1 | 1): void {
  const order = ringOrder(mapOf(context));
  movePeople(context, ids, (place) => {
    const ring = order[order.indexOf(place.ring) + step];
    // The layout finds the best spot near that one; the hand that chose it had another ring in mind.
    const spot: Spot | null = place.spot && { along: place.spot.along, across: 0.5, by: 'layout' };
    return ring === undefined ? null : { sector: place.sector, ring, spot };
  });
}

/** To the next (+1) or previous (−1) shown sector, clockwise. */
export function stepSector(context: CommandContext, ids: readonly PersonId[], step: -1 | 1): void {
  const shown = mapOf(context).sectors.filter(({ hidden }) => !hidden);
  movePeople(context, ids, (place) => {
    const at = shown.findIndex(({ id }) => id === place.sector);
    const next = shown[(at + step + shown.length) % shown.length];
    return next ? { sector: next.id, ring: place.ring, spot: null } : null;
  });
}

export const moveToRing = (context: CommandContext, ids: readonly PersonId[], ring: RingPlace): void =>
  movePeople(context, ids, ({ sector }) => ({ sector, ring, spot: null }));

export const moveToTray = (context: CommandContext, ids: readonly PersonId[]): void =>
  movePeople(context, ids, () => 'tray');

export function removePeople(context: CommandContext, ids: readonly PersonId[]): void {
  if (!canEdit(context)) return;
  const name = ids.map((id) => mapOf(context).people[id]?.name ?? '').join(', ');
  context.mapStore.getState().edit('removePeople', ids);
  const { selection, select, announce } = viewOf(context);
  select(selection.people.filter((id) => !ids.includes(id)));
  announce(context.t('spoken.removed', { name }));
}

/** *Fjern overalt*: asked first, because it can't be undone. */
export function askToForget(context: CommandContext, id: PersonId | null): void {
  if (id !== null && canEdit(context)) viewOf(context).set({ forgetting: id, dialog: 'forget' });
}

export function wordsOf(context: CommandContext, place: CellPlace): { sector: string; ring: string } {
  const map = mapOf(context);
  const sector = sectorById(map, place.sector);
  return { sector: sector ? sectorName(sector, context.t) : '', ring: ringName(map, place.ring, context.t) };
}

/** A choice about someone: a step of its own. */
export function updatePerson(context: CommandContext, id: PersonId, patch: PersonPatch): void {
  context.mapStore.getState().edit('updatePerson', id, patch);
}

/** Typing about someone: a field visited is one undo step. */
export function typeInPerson(context: CommandContext, id: PersonId, patch: PersonPatch): void {
  context.mapStore.getState().editField(`person ${id} ${Object.keys(patch).join()}`, 'updatePerson', id, patch);
}

/** Where someone is put when nobody has said how near they are. */
export const middleRing = ({ rings }: Pick<NetworkMap, 'rings'>): number => Math.floor(rings.length / 2);

/** Where several are moved to at once; null leaves that half as it is for each of them. */
export type Destination = { readonly sector: SectorId | 'tray' | null; readonly ring: RingPlace | null };

export function moveSeveral(context: CommandContext, ids: readonly PersonId[], { sector, ring }: Destination): void {
  const map = mapOf(context);
  movePeople(context, ids, (place, id) => {
    if (sector === 'tray') return 'tray';
    const fromTray = placeOf(map, id) === 'tray';
    // Nobody gets a field by guessing: whoever has none stays in the tray.
    if (fromTray && sector === null) return null;
    const kept = fromTray ? middleRing(map) : place.ring;
    return { sector: sector ?? place.sector, ring: ring ?? kept, spot: null };
  });
}

/** Puts someone in a field: as near as before, or, from the tray, in the middle. */
export const placeInSector = (context: CommandContext, ids: readonly PersonId[], sector: SectorId): void =>
  moveSeveral(context, ids, { sector, ring: null });
