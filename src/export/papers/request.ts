import type { MeasureText } from '../../geometry/arrangement.ts';
import type { Language } from '../../i18n/languages.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { Meeting, NetworkMap, Person, PersonId } from '../../model/types.ts';
import { peopleFor, roleNames } from '../../scene/pictured.ts';

export type PaperRequest = {
  readonly map: NetworkMap;
  readonly meeting: Meeting | null;
  /** Roles instead of names. */
  readonly roles: boolean;
  readonly contact: boolean;
  readonly theme: boolean;
  readonly large: boolean;
  readonly language: Language;
  readonly measure: MeasureText;
  readonly t: Translate;
};

/** How somebody is called on this paper. */
export function namesFor({ map, roles, t }: Pick<PaperRequest, 'map' | 'roles' | 't'>): (person: Person) => string {
  if (!roles) return ({ name }) => name.trim();
  const byRole: ReadonlyMap<PersonId, string> = roleNames(peopleFor(map, { paper: true }), t);
  // Somebody who has left the map since has no number there, and no name here either.
  return ({ id, relation }) => byRole.get(id) ?? (relation.trim() || t('kind.person').toLocaleLowerCase());
}
