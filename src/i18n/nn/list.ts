import type { list as nb } from '../nb/list.ts';

export const list = {
  'list.relationWords':
    'mamma|pappa|syster|bror|dotter|son|kjærast|ektefelle|sambuar|tidlegare partnar|bonusforelder|fosterforelder|besteforelder|barnebarn|tante|onkel|syskenbarn|niese|nevø|svigerfamilie|ven|barndomsven|nettven|nabo|trenar|støttekontakt|frivillig|kollega|sjef|medelev|lærar|fastlege|psykolog|behandlar|kontaktperson|psykisk helsearbeidar|ruskonsulent|erfaringskonsulent|NAV-rettleiar|verje|barnevern|prest eller samtalepartnar|advokat|anna',
  'list.relation.suggestions': 'Framlegg',
  'list.support.toMe.given': '{name} støttar meg',
  'list.support.toMe.received': 'Eg støttar {name}',
  'list.support.toMe.mutual': 'Vi støttar kvarandre',
  'list.lines.title': 'Kven kjenner {name}?',
  'list.lines.nobody': 'Det er ingen andre på kartet enno.',
  'list.lines.how': 'Korleis er det mellom {from} og {to}?',
} as const satisfies Record<keyof typeof nb, string>;
