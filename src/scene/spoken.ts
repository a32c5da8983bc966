import type { PlainKey, Translate } from '../i18n/translate.ts';
import type { NetworkMap, PersonKind, Relation, Wish } from '../model/types.ts';
import type { PicturedPerson } from './pictured.ts';
import { ringName, sectorName, TIE_WORDS, WISH_WORDS } from './words.ts';

const KIND_SPOKEN = {
  person: null,
  animal: 'spoken.animal',
  group: 'spoken.group',
  place: 'spoken.place',
} as const satisfies Record<PersonKind, PlainKey | null>;

/** "Thor, søskenbarn, Venner, Aller nærmest, kjenner 9, skal inviteres": what is drawn, and nothing else. */
export function spokenPerson(
  map: NetworkMap,
  { person, place, name, relation }: PicturedPerson,
  { known, wish }: { readonly known: number; readonly wish: Wish | null },
  t: Translate,
): string {
  const sector = map.sectors.find(({ id }) => id === place.sector);
  const kind = KIND_SPOKEN[person.kind];
  return [
    t('spoken.person', {
      name,
      what: relation ? t('spoken.relation', { relation }) : '',
      sector: sector ? sectorName(sector, t) : '',
      ring: ringName(map, place.ring, t),
    }),
    kind ? t(kind) : '',
    person.deceased ? t('spoken.deceased') : '',
    person.child ? t('spoken.child') : '',
    known === 0 ? t('spoken.knowsNobody') : t('spoken.knows', { count: known }),
    wish === null ? '' : t(wish === 'yes' ? 'spoken.toInvite' : WISH_WORDS[wish]),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** "Mamma og Pappa: kjenner hverandre" */
export function spokenRelation(
  { between: [first, second], kind, support }: Relation,
  nameOf: (id: Relation['between'][1]) => string,
  t: Translate,
): string {
  const from = nameOf(first);
  const to = nameOf(second);
  const line = t('spoken.relationLine', { from, to, kind: t(TIE_WORDS[kind]) });
  if (support === 'none') return line;
  return `${line}, ${support === 'mutual' ? t('support.mutual') : t(support === 'given' ? 'support.given' : 'support.received', { from, to })}`;
}
