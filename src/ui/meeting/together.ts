import type { Translate } from '../../i18n/translate.ts';
import type { Person } from '../../model/types.ts';

/** "naboer · spørres sammen" */
export function relationWords(people: readonly Person[], t: Translate): string {
  const relations = [...new Set(people.map(({ relation }) => relation).filter((relation) => relation !== ''))];
  const together = people.length > 1 ? [t('meeting.together')] : [];
  return [relations.join(', '), ...together].filter((part) => part !== '').join(' · ');
}
