import type { Invitation, Letter, LetterBlock, Meeting } from '../../model/types.ts';

type Block = Letter['blocks'][LetterBlock];

/** The meeting's letter with one block changed. */
export const withBlock = ({ letter }: Meeting, block: LetterBlock, patch: Partial<Block>): Letter => ({
  ...letter,
  blocks: { ...letter.blocks, [block]: { ...letter.blocks[block], ...patch } },
});

/** One letter's own texts, with this one or without it. */
export const withOwnText = (own: Invitation['letter'], block: LetterBlock, text: string | null): Invitation['letter'] =>
  text === null
    ? Object.fromEntries(Object.entries(own).filter(([name]) => name !== block))
    : { ...own, [block]: text };
