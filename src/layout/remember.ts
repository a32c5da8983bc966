import type { Arrangement, LayoutRequest, PlacedPerson } from '../geometry/arrangement.ts';
import type { PersonId } from '../model/types.ts';

/**
 * The last picture in which nobody had to move. The end of an edit asks for it to write the spots down, and whoever draws
 * the map asks at once for the same: the second answer is the first one, not worked out again.
 */
let last: { readonly request: string; readonly arrangement: Arrangement } | null = null;

/** Keeps this picture, in the place of the last, as the answer for the request with these spots written down. */
export function remember(request: LayoutRequest, arrangement: Arrangement): void {
  const people = request.people.map((person) => ({
    ...person,
    spot: arrangement.people.get(person.id)?.spot ?? person.spot,
  }));
  last = { request: written({ ...request, people }), arrangement };
}

/** The picture of a request that says the same as the remembered one; null when it doesn't. */
export function recall(request: LayoutRequest): Arrangement | null {
  if (last?.request !== written(request)) return null;
  const { arrangement } = last;
  const people = new Map<PersonId, PlacedPerson>();
  for (const { id, spot } of request.people) {
    const placed = arrangement.people.get(id);
    if (placed) people.set(id, spot && spot !== placed.spot ? { ...placed, spot } : placed);
  }
  return { ...arrangement, people };
}

/** All that a picture depends on. Another font has other widths, though the function that measures be the same. */
const written = ({ people, ties, frame, obstacles, measure }: LayoutRequest): string =>
  JSON.stringify([
    people.map(({ id, name, relation, cell, spot }) => [
      [id, name, relation, cell.sector, cell.ring, measure(name, 1, 'name')],
      spot && [spot.along, spot.across, spot.by],
    ]),
    ties,
    frame,
    obstacles,
  ]);

/** Do two requests ask for the same picture? */
export const saysTheSame = (a: LayoutRequest, b: LayoutRequest): boolean => written(a) === written(b);
