import { useState } from 'react';
import { idsOf } from '../../model/households.ts';
import { invitees } from '../../model/questions.ts';
import type { Meeting, NetworkMap, Person, PersonId } from '../../model/types.ts';

export type Visit = {
  /** Yes and maybe, and whoever was tapped on here: in an order that doesn't change while one looks at it. */
  readonly chosen: readonly Person[];
  readonly notNow: readonly Person[];
  readonly undecided: readonly Person[];
  readonly touch: (ids: readonly PersonId[]) => void;
};

/**
 * Who stands where on this screen. A row whose mark is tapped stays where it is until the next visit: if it went to
 * another list at once, the next tap would hit somebody else.
 */
export function useVisit(map: NetworkMap, meeting: Meeting | null): Visit {
  const wanted = idsOf(invitees(map, ['yes', 'maybe'], meeting));
  const [order, setOrder] = useState<readonly PersonId[]>(() => [
    ...idsOf(invitees(map, ['yes'], meeting)),
    ...idsOf(invitees(map, ['maybe'], meeting)),
  ]);
  const [touched, setTouched] = useState<ReadonlySet<PersonId>>(new Set());
  const fresh = wanted.filter((id) => !order.includes(id));
  if (fresh.length > 0) setOrder([...order, ...fresh]);
  const all = new Map(invitees(map, ['yes', 'maybe', 'notNow', null], meeting).map((person) => [person.id, person]));
  const chosen = [...order, ...fresh].filter((id) => wanted.includes(id) || touched.has(id));
  const rest = (wish: 'notNow' | null) => invitees(map, [wish], meeting).filter(({ id }) => !chosen.includes(id));
  return {
    chosen: chosen.flatMap((id) => all.get(id) ?? []),
    notNow: rest('notNow'),
    undecided: rest(null),
    touch: (ids) => setTouched((before) => new Set([...before, ...ids])),
  };
}
