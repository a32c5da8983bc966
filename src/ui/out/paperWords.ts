import type { PaperKind } from '../../export/papers/kinds.ts';
import type { PlainKey } from '../../i18n/translate.ts';

export const PAPER_WORDS = {
  map: 'paper.map',
  list: 'paper.list',
  plan: 'paper.plan',
  letters: 'paper.letters',
  followUp: 'paper.followUp',
  privacy: 'paper.privacy',
  rings: 'paper.rings',
} as const satisfies Record<PaperKind, PlainKey>;
