import type { PlainKey, Translate } from '../../i18n/translate.ts';
import {
  type PersonSymbol,
  RELATION_KINDS,
  type RelationKind,
  type Support,
  type Wish,
  WISHES,
} from '../../model/types.ts';
import type { MapScene, PersonMark } from '../../scene/types.ts';
import { KIND_WORDS, TIE_WORDS } from '../../scene/words.ts';

/** A sign of the key: how it is drawn is said by the same words as on the map. */
export type KeySign =
  | { readonly of: 'tie'; readonly kind: RelationKind; readonly support: Support; readonly text: string }
  | { readonly of: 'person'; readonly look: Partial<PersonMark>; readonly text: string }
  | { readonly of: 'group'; readonly text: string };

const WISH_KEYS = {
  yes: 'out.key.yes',
  maybe: 'out.key.maybe',
  notNow: 'out.key.notNow',
} as const satisfies Record<Wish, PlainKey>;

/** Only what is used on this picture, in the order: lines, invitation, people, shapes. */
export function keySigns(scene: MapScene, t: Translate): KeySign[] {
  return [...tieSigns(scene, t), ...wishSigns(scene, t), ...kindSigns(scene, t), ...shapeSigns(scene, t)];
}

function tieSigns({ relations }: MapScene, t: Translate): KeySign[] {
  const has = (...supports: Support[]) => relations.some(({ support }) => supports.includes(support));
  return [
    ...RELATION_KINDS.filter((kind) => relations.some((relation) => relation.kind === kind)).map((kind): KeySign => ({
      of: 'tie',
      kind,
      support: 'none',
      text: t(TIE_WORDS[kind]),
    })),
    ...when(has('given', 'received'), { of: 'tie', kind: 'knows', support: 'given', text: t('out.key.support') }),
    ...when(has('mutual'), { of: 'tie', kind: 'knows', support: 'mutual', text: t('out.key.mutual') }),
  ];
}

const wishSigns = ({ people }: MapScene, t: Translate): KeySign[] =>
  WISHES.filter((wish) => people.some((person) => person.wish === wish)).map((wish) => ({
    of: 'person',
    look: { wish },
    text: t(WISH_KEYS[wish]),
  }));

function kindSigns({ people, groups }: MapScene, t: Translate): KeySign[] {
  const kinds = (['group', 'animal', 'place'] as const).filter((kind) => people.some((person) => person.kind === kind));
  return [
    ...kinds.map((kind): KeySign => ({ of: 'person', look: { kind }, text: t(KIND_WORDS[kind]).toLocaleLowerCase() })),
    ...when(
      people.some(({ deceased }) => deceased),
      { of: 'person', look: { deceased: true }, text: t('out.key.deceased') },
    ),
    ...when(groups.length > 0, { of: 'group', text: t('out.key.together') }),
  ];
}

/** Shapes are said only where the map shows them. Whoever has none is drawn as a disc too, and the key says so. */
function shapeSigns(scene: MapScene, t: Translate): KeySign[] {
  const people = scene.people.filter(({ kind }) => kind === 'person');
  const has = (shape: PersonSymbol) => people.some((person) => person.shape === shape);
  if (!has('circle') && !has('square') && !has('other')) return [];
  const disc = has('circle') ? (has('neutral') ? 'out.key.circleOrNone' : 'out.key.circle') : 'out.key.none';
  return [
    ...when(has('circle') || has('neutral'), { of: 'person', look: { shape: 'circle' }, text: t(disc) }),
    ...when(has('square'), { of: 'person', look: { shape: 'square' }, text: t('out.key.square') }),
    ...when(has('other'), { of: 'person', look: { shape: 'other' }, text: t('out.key.other') }),
  ];
}

const when = (isUsed: boolean, sign: KeySign): KeySign[] => (isUsed ? [sign] : []);
