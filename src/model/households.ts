import type { Meeting, Person, PersonId } from './types.ts';

/** Somebody, and whoever is asked as one with them: "Bente og Ole". The first one's id stands for all. */
export type Household = readonly [Person, ...Person[]];

export const idsOf = (people: readonly Person[]): PersonId[] => people.map(({ id }) => id);

/**
 * Those who are asked as one, whichever of them says so, in the order of the list; who is asked with one of them is asked
 * with all of them. Only as long as they are wished for alike: else each stands alone, so that nothing is hidden.
 * `isApart`: whoever shares nothing here, for instance no letter.
 */
export function households(
  people: readonly Person[],
  meeting: Meeting | null,
  isApart: (person: Person) => boolean = () => false,
): Household[] {
  const left = new Set(people);
  const of = ({ id }: Person) => meeting?.invitations[id];
  const isTogether = (one: Person, other: Person) =>
    of(one)?.wish === of(other)?.wish && (of(one)?.askedWith === other.id || of(other)?.askedWith === one.id);
  return people.flatMap((head) => {
    if (!left.delete(head)) return [];
    const all: [Person, ...Person[]] = [head];
    // Grows while it is walked through.
    for (const one of isApart(head) ? [] : all) {
      for (const other of left) if (!isApart(other) && isTogether(one, other) && left.delete(other)) all.push(other);
    }
    return [all];
  });
}
