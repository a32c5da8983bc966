import type { keeping as nb } from '../nb/keeping.ts';

export const keeping = {
  'forget.command': 'Fjern overalt …',
  'forget.commandNamed': 'Fjern {name} overalt …',
  'forget.title': 'Fjern overalt',
  'forget.nobody': 'Personen står ikkje på kartet lenger.',
  'forget.ask': 'Vil du ta {name} heilt bort?',
  'forget.what':
    'Namnet, notata, strekane, invitasjonen og alt anna om personen blir teke bort, òg frå tidlegare kart og møte.',
  'forget.earlier': 'Korleis kartet var før, blir sletta: der stod personen òg.',
  'forget.noUndo': 'Dette kan ikkje angrast. Det du har gjort før dette, kan heller ikkje angrast etterpå.',
  'forget.texts': {
    one: 'Namnet står òg i éin tekst du har skrive. Ta det bort der òg',
    other: 'Namnet står òg i {count} tekstar du har skrive. Ta det bort der òg',
  },
  'forget.notReached': 'Utskrifter, filer du har lagra, og det du har delt, må du slette sjølv.',
  'forget.failed': 'Det gjekk ikkje å lagre. Ingenting er fjerna. Prøv igjen.',
  'forget.works': 'Fjernar …',
  'forget.yes': 'Fjern overalt',
  'forget.no': 'Behald',
  'forget.done': 'No er personen teken bort.',
  'forget.done.drawings': { one: 'Frå eitt kart', other: 'Frå {count} kart' },
  'forget.done.meetings': { one: 'Frå eitt møte', other: 'Frå {count} møte' },
  'forget.done.points': { one: 'Eitt tidlegare kart er sletta', other: '{count} tidlegare kart er sletta' },
  'forget.done.copies': 'Dei førre lagringane og den andre kopien er erstatta',
  'forget.looked': 'Vi har sett etter: Ingenting om personen er lagra her lenger.',
  'forget.left': 'Noko kan framleis vere lagra her. Slett heile kartet om du vil vere sikker.',
  'forget.close': 'Ferdig',
} as const satisfies Record<keyof typeof nb, string | { one: string; other: string }>;
