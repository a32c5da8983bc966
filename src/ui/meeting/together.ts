import { joinNames } from '../../export/letter/households.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { Meeting, Person, PersonId } from '../../model/types.ts';

/** Those who stand on one row: somebody, and whoever is asked as one with them. */
export type Household = readonly [Person, ...Person[]];

/** As long as they are wished for alike: else each has a row of their own, so that nothing is hidden. */
export function households(people: readonly Person[], meeting: Meeting | null): Household[] {
  const left = new Set(people);
  const partner = ({ id }: Person): PersonId | null => meeting?.invitations[id]?.askedWith ?? null;
  const wish = ({ id }: Person) => meeting?.invitations[id]?.wish ?? null;
  const isTogether = (one: Person, other: Person) =>
    wish(one) === wish(other) && (partner(one) === other.id || partner(other) === one.id);
  return people.flatMap((head) => {
    if (!left.delete(head)) return [];
    const all: [Person, ...Person[]] = [head];
    // Grows while it is walked through: who is asked with one of them is asked with all of them.
    for (const one of all) {
      for (const other of left) if (isTogether(one, other) && left.delete(other)) all.push(other);
    }
    return [all];
  });
}

export const idsOf = (people: readonly Person[]): PersonId[] => people.map(({ id }) => id);

/** "Bente og Ole" */
export const namesOf = (people: readonly Person[], t: Translate): string =>
  joinNames(
    people.map(({ name }) => name),
    t,
  );

/** "naboer · spørres sammen" */
export function relationWords(people: readonly Person[], t: Translate): string {
  const relations = [...new Set(people.map(({ relation }) => relation).filter((relation) => relation !== ''))];
  const together = people.length > 1 ? [t('meeting.together')] : [];
  return [relations.join(', '), ...together].filter((part) => part !== '').join(' · ');
}
