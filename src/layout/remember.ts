import type { Arrangement, LayoutRequest, PersonToPlace, PlacedPerson } from '../geometry/arrangement.ts';
import type { PersonId, Spot } from '../model/types.ts';

/**
 * The last picture in which nobody had to move. The end of an edit asks for it to write the spots down, and whoever draws
 * the map asks at once for the same: the second answer is the first one, not worked out again.
 */
let last: {
  readonly request: LayoutRequest;
  readonly widths: readonly number[];
  readonly arrangement: Arrangement;
} | null = null;

export function remember(request: LayoutRequest, arrangement: Arrangement): void {
  const people = request.people.map((person) => ({
    ...person,
    spot: arrangement.people.get(person.id)?.spot ?? person.spot,
  }));
  last = { request: { ...request, people }, widths: widthsOf(request), arrangement };
}

/** The picture of a request that says the same as the remembered one; null when it doesn't. */
export function recall(request: LayoutRequest): Arrangement | null {
  if (!last || !saysTheSame(request, last.request)) return null;
  const { widths, arrangement } = last;
  if (widthsOf(request).some((width, at) => width !== widths[at])) return null;
  const people = new Map<PersonId, PlacedPerson>();
  for (const { id, spot } of request.people) {
    const placed = arrangement.people.get(id);
    if (placed) people.set(id, spot && spot !== placed.spot ? { ...placed, spot } : placed);
  }
  return { ...arrangement, people };
}

/** Another font has other widths: the function that measures may be another one. */
const widthsOf = ({ people, measure }: LayoutRequest): number[] => people.map(({ name }) => measure(name, 1, 'name'));

/** Do two requests ask for the same picture? Fonts are not compared. */
export const saysTheSame = (a: LayoutRequest, b: LayoutRequest): boolean =>
  a.people.length === b.people.length &&
  a.people.every((person, at) => samePerson(person, b.people[at])) &&
  a.ties.length === b.ties.length &&
  a.ties.every(([from, to], at) => from === b.ties[at]?.[0] && to === b.ties[at]?.[1]) &&
  JSON.stringify([a.frame, a.obstacles]) === JSON.stringify([b.frame, b.obstacles]);

const samePerson = (a: PersonToPlace, b: PersonToPlace | undefined): boolean =>
  b !== undefined &&
  a.id === b.id &&
  a.name === b.name &&
  a.relation === b.relation &&
  a.cell.sector === b.cell.sector &&
  a.cell.ring === b.cell.ring &&
  sameSpot(a.spot, b.spot);

const sameSpot = (a: Spot | null, b: Spot | null): boolean =>
  a === b || (a !== null && b !== null && a.along === b.along && a.across === b.across && a.by === b.by);
