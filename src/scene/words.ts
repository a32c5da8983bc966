import { isolated } from '../i18n/direction.ts';
import type { PlainKey, Translate } from '../i18n/translate.ts';
import type {
  NetworkMap,
  Person,
  PersonKind,
  RelationKind,
  RingPlace,
  Sector,
  SectorKind,
  Wish,
} from '../model/types.ts';

/** Complete tables: a new kind does not compile until it has a word. */
export const SECTOR_WORDS = {
  family: 'sector.family',
  relatives: 'sector.relatives',
  friends: 'sector.friends',
  neighbours: 'sector.neighbours',
  leisure: 'sector.leisure',
  work: 'sector.work',
  professionals: 'sector.professionals',
  own: 'sector.own',
} as const satisfies Record<SectorKind, PlainKey>;

export const TIE_WORDS = {
  knows: 'tie.knows',
  strong: 'tie.strong',
  loose: 'tie.loose',
  onAndOff: 'tie.onAndOff',
  difficult: 'tie.difficult',
  noContact: 'tie.noContact',
  wished: 'tie.wished',
} as const satisfies Record<RelationKind, PlainKey>;

export const KIND_WORDS = {
  person: 'kind.person',
  animal: 'kind.animal',
  group: 'kind.group',
  place: 'kind.place',
} as const satisfies Record<PersonKind, PlainKey>;

export const WISH_WORDS = {
  yes: 'wish.yes',
  maybe: 'wish.maybe',
  notNow: 'wish.notNow',
} as const satisfies Record<Wish, PlainKey>;

export const sectorName = (sector: Sector, t: Translate): string => sector.name ?? t(SECTOR_WORDS[sector.kind]);

/** With two rings: closest and further away; the innermost is always "closest". */
const RING_WORDS: readonly (readonly PlainKey[])[] = [
  [],
  ['ring.closest'],
  ['ring.closest', 'ring.further'],
  ['ring.closest', 'ring.close', 'ring.further'],
  ['ring.closest', 'ring.close', 'ring.further', 'ring.furthest'],
];

export function ringName(map: Pick<NetworkMap, 'rings'>, ring: RingPlace, t: Translate): string {
  if (ring === 'outside') return t('ring.outside');
  const word = RING_WORDS[map.rings.length]?.[ring];
  return map.rings[ring]?.name ?? (word ? t(word) : '');
}

export const egoName = (map: Pick<NetworkMap, 'ego'>, t: Translate): string => map.ego.name || t('ego.me');

/** "Mamma, Pappa og flere": two names at most, never a count. */
export function someNames(names: readonly string[], t: Translate): string {
  const first = names.slice(0, 2).map(isolated).join(', ');
  return names.length > 2 ? t('map.sheet.knowsMore', { names: first }) : t('map.sheet.knows', { names: first });
}

/** What is marked about somebody, in words for the screen, beside their name: "barn", "ikke på papir". */
export const marksOf = ({ child, deceased, offPaper }: Person, t: Translate): readonly string[] => [
  ...(child ? [t('spoken.child')] : []),
  ...(deceased ? [t('spoken.deceased')] : []),
  ...(offPaper ? [t('meeting.chip.offPaper')] : []),
];
