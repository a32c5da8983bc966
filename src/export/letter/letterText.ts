import type { Language } from '../../i18n/languages.ts';
import { LETTER_BLOCKS, type LetterBlock } from '../../model/types.ts';
import { COMPOSE, type LetterRequest, readerNames } from './compose.ts';
import { isHeldPlace } from './facts.ts';
import { isToGuardian } from './households.ts';

export type { LetterRequest } from './compose.ts';

/** Why a block has nothing to say; said in the editor, never in the letter. */
export type Missing =
  | Exclude<LetterBlock, 'greeting' | 'reason' | 'noPreparation' | 'answer'>
  | 'whereHeld'
  | 'emptied';

/** One block as the editor sees it. */
export type BlockState = {
  readonly block: LetterBlock;
  readonly on: boolean;
  /** As it stands in this letter; '' when it has nothing to say. */
  readonly text: string;
  /** Who wrote it: the app from the facts, or the user for all the letters or for this one. */
  readonly own: 'all' | 'one' | null;
  /** What is changed when all the letters are: with a token in the place of names. */
  readonly forAll: string;
  readonly missing: Missing | null;
};

export type LetterPart = { readonly block: LetterBlock; readonly text: string };

/** Stands in a text for all letters where each has its reader's name. */
export const NAME_TOKENS = { nb: '{navn}', nn: '{namn}', en: '{name}' } as const satisfies Record<Language, string>;
const ANY_TOKEN = /\{(?:navn|namn|name)\}/gu;

/** A guardian is spoken to in other words: what was written for all the letters would not fit. */
const OTHERWISE_TO_GUARDIANS: readonly LetterBlock[] = ['greeting', 'reason', 'noPreparation'];
export const isForAll = ({ meeting, to }: LetterRequest, block: LetterBlock): boolean =>
  !(isToGuardian(meeting, to) && OTHERWISE_TO_GUARDIANS.includes(block));

export function letterBlocks(request: LetterRequest): BlockState[] {
  const names = readerNames(request);
  return LETTER_BLOCKS.map((block) => blockState(request, block, names));
}

function blockState(request: LetterRequest, block: LetterBlock, names: string): BlockState {
  const { meeting, to, language } = request;
  const { on, text: written } = meeting.letter.blocks[block];
  const [head] = to;
  const one = head ? meeting.invitations[head.id]?.letter[block] : undefined;
  const all = isForAll(request, block) ? written : null;
  const suggested = COMPOSE[block](request, names);
  const text = (one ?? all)?.replace(ANY_TOKEN, () => names) ?? suggested ?? '';
  return {
    block,
    on,
    text: text.trim(),
    own: one !== undefined ? 'one' : all !== null ? 'all' : null,
    forAll: all ?? COMPOSE[block](request, names === '' ? '' : NAME_TOKENS[language]) ?? '',
    missing: missingOf(request, block, { text: text.trim(), isOwn: (one ?? all) !== null }),
  };
}

type Said = { readonly text: string; readonly isOwn: boolean };

function missingOf({ map, meeting, roles }: LetterRequest, block: LetterBlock, { text, isOwn }: Said): Missing | null {
  if (block === 'closing' && !isOwn && (roles || map.ego.name.trim() === '')) return 'closing';
  if (text !== '') return null;
  if (isOwn || block === 'greeting' || block === 'reason' || block === 'noPreparation' || block === 'answer')
    return 'emptied';
  return block === 'where' && isHeldPlace(meeting) ? 'whereHeld' : block;
}

/** The letter: what is switched on and has something to say, in order. Nothing else leaves. */
export const letterText = (request: LetterRequest): LetterPart[] =>
  letterBlocks(request).flatMap(({ block, on, text }) => (on && text !== '' ? [{ block, text }] : []));

/** When and where belong together; everything else is a paragraph of its own. */
const isCloseTo = (part: LetterPart, before: LetterPart | undefined): boolean =>
  part.block === 'where' && before?.block === 'when';

/** As it is copied and shared. */
export const toPlainText = (parts: readonly LetterPart[]): string =>
  parts.map((part, index) => `${gapBefore(part, parts[index - 1])}${part.text}`).join('');

const gapBefore = (part: LetterPart, before: LetterPart | undefined): string => {
  if (!before) return '';
  return isCloseTo(part, before) ? '\n' : '\n\n';
};
