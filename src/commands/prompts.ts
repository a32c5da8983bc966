import type { PlainKey } from '../i18n/translate.ts';
import { peopleOnDrawing } from '../model/questions.ts';
import type { Place, Sector, SectorKind } from '../model/types.ts';
import { type CommandContext, mapOf, viewOf } from './context.ts';
import { addPerson, type PersonToAdd } from './people.ts';

/** Questions that can help somebody think of people: one at a time, and every one can be passed over. */

export type Prompt = {
  readonly question: PlainKey;
  /** The fields that an answer may belong to; none: any. */
  readonly kinds: readonly SectorKind[];
  readonly about?: PersonToAdd['about'];
  /** The tool that the question is really about. */
  readonly tool?: 'tie' | 'invite';
};

const HOME = ['neighbours', 'leisure'] as const satisfies SectorKind[];
const FAMILY = ['family', 'relatives'] as const satisfies SectorKind[];

export const PROMPTS: readonly Prompt[] = [
  { question: 'prompts.important', kinds: [] },
  { question: 'prompts.live', kinds: [...FAMILY, 'neighbours'] },
  { question: 'prompts.family', kinds: FAMILY },
  { question: 'prompts.relatives', kinds: FAMILY },
  { question: 'prompts.like', kinds: ['friends'] },
  { question: 'prompts.ring', kinds: [] },
  { question: 'prompts.ringYou', kinds: [] },
  { question: 'prompts.online', kinds: ['friends'] },
  { question: 'prompts.greet', kinds: ['neighbours'] },
  { question: 'prompts.clubs', kinds: HOME },
  { question: 'prompts.work', kinds: ['work'] },
  { question: 'prompts.professionals', kinds: ['professionals'] },
  { question: 'prompts.know', kinds: [] },
  { question: 'prompts.youFor', kinds: [] },
  { question: 'prompts.missed', kinds: [] },
  { question: 'prompts.deceased', kinds: [], about: { deceased: true } },
  { question: 'prompts.animals', kinds: [], about: { kind: 'animal' } },
  { question: 'prompts.wished', kinds: [] },
  { question: 'prompts.ties', kinds: [], tool: 'tie' },
  { question: 'prompts.room', kinds: [], tool: 'invite' },
];

/**
 * The card on top; null after the last one: is anyone missing?
 * @internal
 */
export const promptOf = (context: CommandContext): Prompt | null => PROMPTS[viewOf(context).prompts.card] ?? null;

/** The fields of this map that an answer may belong to. */
export function fieldsFor(sectors: readonly Sector[], { kinds }: Prompt): readonly Sector[] {
  const shown = sectors.filter(({ hidden }) => !hidden);
  const meant = shown.filter(({ kind }) => kinds.includes(kind));
  return meant.length > 0 ? meant : shown;
}

export function togglePrompts(context: CommandContext): void {
  const { prompts, screen, set, select } = viewOf(context);
  if (!prompts.open) select([]);
  set({
    prompts: { ...prompts, open: !prompts.open },
    // The cards lie on the map and on the list; on the map their place is the sheet's.
    ...(prompts.open ? {} : { mode: 'person', tieFrom: null, lens: null, screen: screen === 'list' ? 'list' : 'map' }),
  });
}

/** On to the next card (+1) or back (−1), and it is read aloud. */
export function turnPrompt(context: CommandContext, step: -1 | 1): void {
  const { prompts, set, announce } = viewOf(context);
  const card = Math.min(PROMPTS.length, Math.max(0, prompts.card + step));
  set({ prompts: { ...prompts, card, name: '', answered: false } });
  announce(context.t(promptOf(context)?.question ?? 'prompts.last'));
}

/** After the last card: put away, and next time from the first. */
export const endPrompts = ({ viewStore }: CommandContext): void =>
  viewStore.getState().set({ prompts: { open: false, card: 0, name: '', answered: false } });

/** Stands somebody with this name here already? */
export const isHere = (context: CommandContext, name: string): boolean =>
  peopleOnDrawing(mapOf(context)).some((person) => person.name.toLowerCase() === name.trim().toLowerCase());

/** Makes a person of what is written on the card; answers whether there was anything. */
export function answerPrompt(context: CommandContext, place: Place): boolean {
  const { prompts, set } = viewOf(context);
  const about = promptOf(context)?.about;
  if (!prompts.open) return false;
  if (addPerson(context, { name: prompts.name, ...(about ? { about } : {}) }, place) === null) return false;
  set({ prompts: { ...prompts, name: '', answered: true } });
  return true;
}
