/** The help page: one screen. */
export const help = {
  'help.title': 'Hjelp',
  'help.add': 'Trykk på kartet der noen hører til, og skriv et navn. Fornavn eller kallenavn er nok.',
  'help.move': 'Dra en person nærmere eller lenger unna. Eller trykk på dem, og så «Flytt».',
  'help.tie': 'Trykk «Strek», så på to som kjenner hverandre. På de samme to igjen: streken er borte.',
  'help.ring': 'Trykk «Ring rundt», og tegn rundt dem som hører sammen.',
  'help.invite': 'Trykk «Inviter», så på dem du vil ha med på møtet.',
  'help.undo': 'Alt kan angres, i den rekkefølgen det ble gjort.',
  'help.list': 'Alt kan også gjøres uten å dra: i «Liste», og med tastatur.',
  'help.names': 'De du tegner, vet ikke at de står her.',
  'help.hurts':
    'Blir det vondt å tegne, ta en pause. Du kan snakke med møtelederen, fastlegen eller Mental Helse, telefon 116 123. Haster det: legevakt 116 117. Fare for liv: 113.',
} as const;
