import type { Missing } from '../../export/letter/letterText.ts';
import type { PlainKey } from '../../i18n/translate.ts';
import type { LetterBlock } from '../../model/types.ts';

/** Complete tables: a new block does not compile until it has its words. */
export const BLOCK_WORDS = {
  greeting: 'letter.block.greeting',
  reason: 'letter.block.reason',
  when: 'letter.block.when',
  where: 'letter.block.where',
  leaders: 'letter.block.leaders',
  noPreparation: 'letter.block.noPreparation',
  theme: 'letter.block.theme',
  others: 'letter.block.others',
  answer: 'letter.block.answer',
  closing: 'letter.block.closing',
} as const satisfies Record<LetterBlock, PlainKey>;

export const MISSING_WORDS = {
  when: 'letter.missing.when',
  where: 'letter.missing.where',
  whereHeld: 'letter.missing.whereHeld',
  leaders: 'letter.missing.leaders',
  theme: 'letter.missing.theme',
  others: 'letter.missing.others',
  closing: 'letter.missing.closing',
  emptied: 'letter.missing.emptied',
} as const satisfies Record<Missing, PlainKey>;
