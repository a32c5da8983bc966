import type { Translate } from '../../i18n/translate.ts';
import type { Relation, Support } from '../../model/types.ts';

/** Whose support, in words: "Mamma støtter Turid", and for the line to the centre "Mamma støtter meg". */
export function supportWord(relation: Relation, support: Support, from: string, to: string, t: Translate): string {
  const isToMe = relation.between[1] === 'ego';
  if (support === 'none') return t('support.none');
  if (support === 'mutual') return t(isToMe ? 'list.support.toMe.mutual' : 'support.mutual');
  if (isToMe) return t(`list.support.toMe.${support}`, { name: from });
  return t(`support.${support}`, { from, to });
}
