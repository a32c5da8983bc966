/** The list: the same people by sector, and what all of them can be asked to do. */
export const list = {
  // One message, so that it is loaded with its language: the words are parted by |.
  'list.relationWords':
    'mamma|pappa|søster|bror|datter|sønn|kjæreste|ektefelle|samboer|tidligere partner|bonusforelder|fosterforelder|besteforelder|barnebarn|tante|onkel|søskenbarn|niese|nevø|svigerfamilie|venn|barndomsvenn|nettvenn|nabo|trener|støttekontakt|frivillig|kollega|sjef|medelev|lærer|fastlege|psykolog|behandler|kontaktperson|psykisk helsearbeider|ruskonsulent|erfaringskonsulent|NAV-veileder|verge|barnevern|prest eller samtalepartner|advokat|annet',
  'list.relation.suggestions': 'Forslag',
  'list.support.toMe.given': '{name} støtter meg',
  'list.support.toMe.received': 'Jeg støtter {name}',
  'list.support.toMe.mutual': 'Vi støtter hverandre',
  'list.lines.title': 'Hvem kjenner {name}?',
  'list.lines.nobody': 'Det er ingen andre på kartet ennå.',
  'list.lines.how': 'Hvordan er det mellom {from} og {to}?',
} as const;
