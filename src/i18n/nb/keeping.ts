/** What leaves: one person out of everything, maps deleted with a receipt, taken home, looked after. */
export const keeping = {
  'forget.command': 'Fjern overalt …',
  'forget.commandNamed': 'Fjern {name} overalt …',
  'forget.title': 'Fjern overalt',
  'forget.nobody': 'Personen står ikke på kartet lenger.',
  'forget.ask': 'Vil du ta {name} helt bort?',
  'forget.what':
    'Navnet, notatene, strekene, invitasjonen og alt annet om personen tas bort, også fra tidligere kart og møter.',
  'forget.earlier': 'Hvordan kartet var før, slettes: der sto personen også.',
  'forget.noUndo': 'Dette kan ikke angres. Det du har gjort før dette, kan heller ikke angres etterpå.',
  'forget.texts': {
    one: 'Navnet står også i én tekst du har skrevet. Ta det bort der også',
    other: 'Navnet står også i {count} tekster du har skrevet. Ta det bort der også',
  },
  'forget.notReached': 'Utskrifter, filer du har lagret, og det du har delt, må du slette selv.',
  'forget.failed': 'Det gikk ikke å lagre. Ingenting er fjernet. Prøv igjen.',
  'forget.works': 'Fjerner …',
  'forget.yes': 'Fjern overalt',
  'forget.no': 'Behold',
  'forget.done': 'Nå er personen tatt bort.',
  'forget.done.drawings': { one: 'Fra ett kart', other: 'Fra {count} kart' },
  'forget.done.meetings': { one: 'Fra ett møte', other: 'Fra {count} møter' },
  'forget.done.points': { one: 'Ett tidligere kart er slettet', other: '{count} tidligere kart er slettet' },
  'forget.done.copies': 'De forrige lagringene og den andre kopien er erstattet',
  'forget.looked': 'Vi har sett etter: Ingenting om personen er lagret her lenger.',
  'forget.left': 'Noe kan fremdeles være lagret her. Slett hele kartet hvis du vil være sikker.',
  'forget.close': 'Ferdig',
} as const;
