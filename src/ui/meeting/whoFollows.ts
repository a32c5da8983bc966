import type { Translate } from '../../i18n/translate.ts';
import { canBeInvited, peopleOnDrawing } from '../../model/questions.ts';
import type { FollowUp, Meeting, NetworkMap, PersonId } from '../../model/types.ts';
import { egoName } from '../../scene/words.ts';

/** Who follows up a matter, as it stands: somebody of the map, a written name, or nobody yet. */
const followerOf = (map: NetworkMap, { who, whoId }: FollowUp): string =>
  whoId === null ? who.trim() : (map.people[whoId]?.name ?? '');

export type Follower = { readonly name: string; readonly who: string; readonly whoId: PersonId | null };

/** Whom one may choose: me, those who lead the meeting, the people of the map. Others are written. */
export function followers(map: NetworkMap, { leaders }: Pick<Meeting, 'leaders'>, t: Translate): Follower[] {
  const written = [egoName(map, t), ...leaders.map((leader) => leader.trim()).filter((leader) => leader !== '')];
  return [
    ...[...new Set(written)].map((name) => ({ name, who: name, whoId: null })),
    ...peopleOnDrawing(map)
      .filter(canBeInvited)
      .map(({ id, name }) => ({ name, who: '', whoId: id })),
  ];
}

/** How many matters each one has just now; those without a name are nobody's, and what is done weighs no more. */
export function carrying(map: NetworkMap, followUps: readonly FollowUp[]): { name: string; count: number }[] {
  const counts = new Map<string, { name: string; count: number }>();
  for (const followUp of followUps) {
    const name = followerOf(map, followUp);
    if (followUp.done || name === '') continue;
    // Two people of the same name are two; a written name and a person are kept apart, too.
    const key = followUp.whoId ?? ` ${name.toLocaleLowerCase()}`;
    const before = counts.get(key);
    counts.set(key, { name: before?.name ?? name, count: (before?.count ?? 0) + 1 });
  }
  return [...counts.values()];
}
