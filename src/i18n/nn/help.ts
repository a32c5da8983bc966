import type { help as nb } from '../nb/help.ts';

export const help = {
  'help.title': 'Hjelp',
  'help.add': 'Trykk på kartet der nokon høyrer til, og skriv eit namn. Førenamn eller kallenamn er nok.',
  'help.move': 'Dra ein person nærare eller lenger unna. Eller trykk på dei, og så «Flytt».',
  'help.tie': 'Trykk «Strek», så på to som kjenner kvarandre. På dei same to igjen: streken er borte.',
  'help.ring': 'Trykk «Ring rundt», og teikn rundt dei som høyrer saman.',
  'help.invite': 'Trykk «Inviter», så på dei du vil ha med på møtet.',
  'help.undo': 'Alt kan angrast, i den rekkjefølgja det vart gjort.',
  'help.list': 'Alt kan òg gjerast utan å dra: i «Liste», og med tastatur.',
  'help.names': 'Dei du teiknar, veit ikkje at dei står her.',
  'help.hurts':
    'Blir det vondt å teikne, ta ein pause. Du kan snakke med møteleiaren, fastlegen eller Mental Helse, telefon 116 123. Hastar det: legevakt 116 117. Fare for liv: 113.',
} as const satisfies Record<keyof typeof nb, string>;
