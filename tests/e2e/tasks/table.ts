// The thirty tasks that keep the app honest: each by touch with dragging, by taps alone, by keys alone, and in the list.
import { expect } from '../../support/e2e.ts';
import type { Hand, Way } from './hand.ts';
import type { MapFile } from './mapFile.ts';
import {
  about,
  choose,
  connect,
  type Doing,
  dragged,
  FAMILY,
  inFields,
  inSheet,
  lassoed,
  lineTo,
  lookOfLine,
  movedByKeys,
  movedByTaps,
  onLine,
  outline,
  placeInWords,
  withChosen,
} from './parts.ts';

export type Task = Readonly<Record<Way, Doing>> & {
  readonly number: number;
  readonly name: string;
  /** How many steps back undo it, at most; or why nothing does. */
  readonly undone: number | string;
  /** Was it done? */
  readonly check: (now: MapFile, before: MapFile) => void;
};

/** Whom the tasks find on the map. */
export const PEOPLE = [
  { id: 'p-mamma', name: 'Mamma', sector: 'family', ring: 0, knows: [] },
  { id: 'p-pappa', name: 'Pappa', sector: 'family', ring: 1, knows: ['p-mamma'] },
  { id: 'p-ane', name: 'Ane', sector: 'family', ring: 2, knows: [] },
  { id: 'p-tante', name: 'Tante', sector: 'family', ring: 2, knows: [] },
  { id: 'p-thor', name: 'Thor', sector: 'friends', ring: 1, knows: ['p-ane'] },
  { id: 'p-siri', name: 'Siri', sector: 'friends', ring: 2, knows: [] },
  { id: 'p-jon', name: 'Jon', sector: 'neighbours', ring: 1, knows: [] },
  { id: 'p-line', name: 'Line', sector: 'work', ring: 1, knows: [] },
  { id: 'p-berg', name: 'Dr. Berg', sector: 'professionals', ring: 2, knows: [] },
  { id: 'p-kim', name: 'Kim', sector: 'tray', ring: 0, knows: [] },
] as const;

const FIVE = ['Ali', 'Bea', 'Cato', 'Dina', 'Eva'] as const;
const NAME = 'Fornavn eller kallenavn';

/** The same steps whatever the hand is. */
const everyWay = (doing: Doing): Readonly<Record<Way, Doing>> => ({
  touch: doing,
  taps: doing,
  keys: doing,
  list: doing,
});
const byFinger = (doing: Doing) => ({ touch: doing, taps: doing });

const begin: Doing = async (hand) => {
  await hand.press('Nytt kart – husk det her');
  await hand.settled();
  if (hand.way === 'list') await hand.toList();
};

const nameCentre =
  (find: (hand: Hand) => Promise<void>): Doing =>
  async (hand) => {
    await find(hand);
    const dialog = hand.page.getByRole('dialog', { name: 'I midten' });
    await hand.write(dialog.getByLabel(NAME), 'Lena');
    await hand.enter();
    await expect(dialog).toHaveCount(0);
  };

const addWhereTapped: Doing = async (hand) => {
  await hand.tapAt(await hand.pointIn({ sector: 'work', ring: 2 }));
  await hand.write(hand.page.getByLabel(NAME), 'Per');
  await hand.press('Legg til');
};

const toTray =
  (names: readonly string[]): Doing =>
  async (hand) => {
    if (hand.usesKeys) {
      await hand.walkTo('Mamma');
      await hand.type('n');
    } else await hand.tool('Person');
    for (const name of names) {
      await hand.write(hand.page.getByLabel(NAME), name);
      await hand.enter();
    }
    await hand.press(hand.page.locator('.tray-form').getByRole('button', { name: 'Lukk' }));
  };

const writtenInList =
  (field: string, ring: string | null, names: readonly string[]): Doing =>
  async (hand) => {
    await hand.toList();
    const form = hand.page.locator('form.add-person').filter({ has: hand.page.getByLabel(`Ny person: ${field}`) });
    // The ring shows once something is written.
    for (const name of names) {
      await hand.write(form.getByLabel(`Ny person: ${field}`), name);
      if (ring !== null) await hand.pick(form.getByLabel('Hvor nær?'), ring);
      await hand.press(form.getByRole('button', { name: 'Legg til' }));
    }
  };

const placeChip: Doing = async (hand) => {
  await hand.press(hand.chip('Kim'));
  const sheet = hand.page.getByRole('complementary', { name: 'Om Kim' });
  await hand.pick(sheet.getByLabel('Felt', { exact: true }), 'Jobb og skole');
  await hand.closeSheet();
};

const tieByTaps: Doing = async (hand) => {
  await hand.tool('Strek');
  await hand.map.tapPerson('Jon');
  await hand.map.tapPerson('Line');
  await hand.press('Ferdig');
};

const invited =
  (wish: (hand: Hand, name: string) => Promise<void>): Doing =>
  async (hand) => {
    for (const [at, name] of ['Mamma', 'Jon', 'Line'].entries()) {
      for (let times = 0; times <= at; times += 1) await wish(hand, name);
    }
  };

const inviteByTaps: Doing = async (hand) => {
  await hand.tool('Inviter');
  await invited((_, name) => hand.map.tapPerson(name))(hand);
  await hand.press('Ferdig');
};

const setKind: Doing = about('Siri', async (hand, form) => {
  for (const words of ['Dyr', 'Gruppe', 'Sted eller aktivitet']) {
    await hand.pick(form.getByLabel('Hva er det?'), words);
  }
});

const switchOn = (name: string, words: string): Doing =>
  about(name, (hand, form) => hand.tick(form.getByRole('switch', { name: words })));

const answerPrompt: Doing = async (hand) => {
  if (hand.way === 'list') await hand.toList();
  await hand.menu('Forslag til spørsmål');
  const card = hand.page.getByRole('region', { name: 'Forslag til spørsmål' });
  await hand.write(card.getByLabel(NAME), 'Besta');
  await hand.press(card.getByRole('button', { name: 'Legg til' }));
  await hand.press(card.getByRole('button', { name: 'Legg bort spørsmålene' }));
};

const fromMenu =
  (...names: string[]): Doing =>
  async (hand) => {
    if (hand.way === 'list') await hand.toList();
    await hand.menu(...names);
  };

const takeOut: Doing = async (hand) => {
  const form = await hand.about('Siri');
  await hand.press(
    form.getByRole('button', { name: hand.way === 'list' ? 'Ta Siri bort fra kartet' : 'Fjern fra kartet' }),
  );
};

const spots = ({ map }: MapFile) => JSON.stringify(map.drawings.at(-1)?.places);

export const TASKS: readonly Task[] = [
  {
    number: 1,
    name: 'begin a map',
    undone: 'a map that was not wanted is deleted on the start screen',
    ...everyWay(begin),
    check: (now) => expect(now.names()).toEqual([]),
  },
  {
    number: 2,
    name: 'name the centre',
    undone: 1,
    ...byFinger(
      nameCentre(async (hand) => {
        const ego = await hand.map.map.locator('[data-ego]').boundingBox();
        await hand.tapAt([(ego?.x ?? 0) + (ego?.width ?? 0) / 2, (ego?.y ?? 0) + (ego?.height ?? 0) / 2]);
      }),
    ),
    keys: nameCentre(async (hand) => {
      await hand.walkTo('ego');
      await hand.enter();
    }),
    list: async (hand) => {
      await hand.toList();
      await hand.write(hand.page.getByRole('textbox', { name: 'I midten' }), 'Lena');
    },
    check: (now) => expect(now.map.ego.name).toBe('Lena'),
  },
  {
    number: 3,
    name: 'add a person in a chosen sector and ring',
    undone: 3,
    ...byFinger(addWhereTapped),
    keys: async (hand) => {
      await toTray(['Per'])(hand);
      await hand.press(hand.chip('Per'));
      const sheet = hand.page.getByRole('complementary', { name: 'Om Per' });
      await hand.pick(sheet.getByLabel('Felt', { exact: true }), 'Jobb og skole');
      await hand.pick(sheet.getByLabel('Hvor nær?'), 'Litt lenger unna');
      await hand.closeSheet();
    },
    list: writtenInList('Jobb og skole', 'Litt lenger unna', ['Per']),
    check: (now) => expect(now.placeOf('Per')).toBe('work 2'),
  },
  {
    number: 4,
    name: 'add five names in a row to the tray',
    undone: 5,
    ...byFinger(toTray(FIVE)),
    keys: toTray(FIVE),
    list: writtenInList('Ikke plassert ennå', null, FIVE),
    check: (now) => expect(FIVE.map(now.placeOf)).toEqual(FIVE.map(() => 'tray')),
  },
  {
    number: 5,
    name: 'place one from the tray',
    undone: 1,
    touch: async (hand) => hand.dragOnto(hand.chip('Kim'), await hand.pointIn({ sector: 'work', ring: 1, along: 0.3 })),
    taps: async (hand) => {
      await hand.press(hand.chip('Kim'));
      await hand.tapAt(await hand.pointIn({ sector: 'work', ring: 1, along: 0.3 }));
    },
    keys: placeChip,
    list: placeInWords('Kim', 'Felt', 'Jobb og skole'),
    check: (now) => expect(now.placeOf('Kim')).toBe('work 1'),
  },
  {
    number: 6,
    name: 'move a person nearer',
    undone: 1,
    touch: dragged('Thor', (hand) => hand.pointIn({ sector: 'friends', ring: 0 })),
    taps: inSheet('Thor', 'Nærmere'),
    keys: movedByKeys('Thor', 'Shift+ArrowUp'),
    list: about('Thor', (hand, form) => hand.press(form.getByRole('button', { name: 'Nærmere: Thor' }))),
    check: (now) => expect(now.placeOf('Thor')).toBe('friends 0'),
  },
  {
    number: 7,
    name: 'to another sector',
    undone: 1,
    touch: dragged('Thor', (hand) => hand.pointIn({ sector: 'neighbours', ring: 1, along: 0.8 })),
    taps: movedByTaps('Thor', (hand) => hand.pointIn({ sector: 'neighbours', ring: 1, along: 0.8 })),
    keys: movedByKeys('Thor', 'Shift+ArrowRight'),
    list: placeInWords('Thor', 'Felt', 'Naboer og nærmiljø'),
    check: (now) => expect(now.placeOf('Thor')).toBe('neighbours 1'),
  },
  {
    number: 8,
    name: 'to outside',
    undone: 1,
    touch: dragged('Siri', (hand) => hand.pointOutside('friends')),
    taps: inSheet('Siri', 'Lenger unna'),
    keys: movedByKeys('Siri', 'Shift+ArrowDown'),
    list: placeInWords('Siri', 'Hvor nær?', 'Utenfor akkurat nå'),
    check: (now) => expect(now.placeOf('Siri')).toBe('friends outside'),
  },
  {
    number: 9,
    name: 'back to the tray',
    undone: 1,
    touch: async (hand) => {
      const tray = await hand.page.locator('[data-tray]').boundingBox();
      if (!tray) throw new Error('no tray');
      await hand.drag('Jon', [tray.x + tray.width / 2, tray.y + tray.height / 2]);
    },
    taps: about('Jon', (hand, form) =>
      hand.press(form.getByRole('button', { name: 'Legg tilbake i «Ikke plassert ennå»' })),
    ),
    keys: async (hand) => {
      await hand.walkTo('Jon');
      await hand.type('Delete');
    },
    list: placeInWords('Jon', 'Felt', 'Ikke plassert ennå'),
    check: (now) => expect(now.placeOf('Jon')).toBe('tray'),
  },
  {
    number: 10,
    name: 'rename',
    undone: 1,
    ...everyWay(about('Siri', (hand, form) => hand.write(form.getByLabel(NAME), 'Siv'), 'Siv')),
    list: async (hand) => {
      await hand.toList();
      await hand.write(hand.page.getByRole('textbox', { name: 'Navnet til Siri' }), 'Siv');
    },
    check: (now) => expect(now.names()).toContain('Siv'),
  },
  {
    number: 11,
    name: 'say what they are to me',
    undone: 1,
    ...everyWay(
      about('Line', async (hand, form) => {
        await hand.write(form.getByLabel('Hvem er det for deg?'), 'koll');
        await hand.type('ArrowDown', 'Enter');
      }),
    ),
    list: async (hand) => {
      await hand.toList();
      await hand.write(hand.page.getByRole('combobox', { name: 'Hvem er Line for deg?' }), 'kollega');
    },
    check: (now) => expect(now.person('Line').relation).toBe('kollega'),
  },
  {
    number: 12,
    name: 'make it an animal, a group, a place',
    // Chosen in one visit, they are one step.
    undone: 1,
    ...everyWay(setKind),
    check: (now) => expect(now.person('Siri').kind).toBe('place'),
  },
  {
    number: 13,
    name: 'mark as no longer living',
    undone: 1,
    ...everyWay(switchOn('Tante', 'Lever ikke lenger')),
    check: (now) => expect(now.person('Tante').deceased).toBe(true),
  },
  {
    number: 14,
    name: 'mark as a child',
    undone: 1,
    ...everyWay(switchOn('Ane', 'Barn')),
    check: (now) => expect(now.person('Ane').child).toBe(true),
  },
  {
    number: 15,
    name: 'mark as not on paper',
    undone: 1,
    ...everyWay(switchOn('Line', 'På kartet, men ikke på papir')),
    check: (now) => expect(now.person('Line').offPaper).toBe(true),
  },
  {
    number: 16,
    name: 'write a note',
    undone: 1,
    ...everyWay(about('Line', (hand, form) => hand.write(form.getByLabel('Notat'), 'ringer på fredager'))),
    check: (now) => expect(now.person('Line').note).toBe('ringer på fredager'),
  },
  {
    number: 17,
    name: 'tie two',
    undone: 1,
    touch: async (hand) => {
      await hand.tool('Strek');
      await hand.drag('Jon', await hand.map.centreOf('Line'));
      await hand.press('Ferdig');
    },
    taps: tieByTaps,
    keys: async (hand) => {
      await hand.walkTo('Jon');
      await hand.type('t');
      await hand.walkTo('Line');
      await hand.type('Enter', 'Escape');
    },
    list: lineTo('Jon', 'Line', (hand, line) => hand.tick(line.getByRole('checkbox'))),
    check: (now) => expect(now.relation('Jon', 'Line')).toMatchObject({ kind: 'knows' }),
  },
  {
    number: 18,
    name: 'change the kind of the tie',
    undone: 1,
    touch: onLine('Ane', 'Thor', 'sterkt bånd'),
    taps: lookOfLine('Ane', 'Thor', 'Hvordan har dere det sammen?', 'sterkt bånd'),
    keys: lookOfLine('Ane', 'Thor', 'Hvordan har dere det sammen?', 'sterkt bånd'),
    list: lookOfLine('Ane', 'Thor', 'Hvordan har dere det sammen?', 'sterkt bånd'),
    check: (now) => expect(now.relation('Ane', 'Thor')).toMatchObject({ kind: 'strong' }),
  },
  {
    number: 19,
    name: 'its direction of support',
    undone: 1,
    touch: onLine('Ane', 'Thor', 'Ane støtter Thor'),
    taps: lookOfLine('Ane', 'Thor', 'Støtte', 'Ane støtter Thor'),
    keys: lookOfLine('Ane', 'Thor', 'Støtte', 'Ane støtter Thor'),
    list: lookOfLine('Ane', 'Thor', 'Støtte', 'Ane støtter Thor'),
    check: (now) => {
      const relation = now.relation('Ane', 'Thor');
      const isFirst = relation?.between[0] === now.person('Ane').id;
      expect(relation?.support).toBe(isFirst ? 'given' : 'received');
    },
  },
  {
    number: 20,
    name: 'remove a tie',
    undone: 1,
    touch: onLine('Ane', 'Thor', 'Ta bort streken'),
    taps: async (hand) => {
      await hand.tool('Strek');
      await hand.map.tapPerson('Ane');
      await hand.map.tapPerson('Thor');
      await hand.press('Ferdig');
    },
    keys: async (hand) => {
      await hand.walkTo('Ane');
      await hand.type('t');
      await hand.walkTo('Thor');
      await hand.type('Enter', 'Escape');
    },
    list: lineTo('Ane', 'Thor', (hand, line) => hand.press(line.getByRole('checkbox'))),
    check: (now) => expect(now.relation('Ane', 'Thor')).toBeNull(),
  },
  {
    number: 21,
    name: 'let four know each other',
    undone: 1,
    touch: withChosen(lassoed, connect),
    taps: withChosen(choose(FAMILY), connect),
    keys: withChosen(choose(FAMILY), connect),
    list: withChosen(choose(FAMILY), connect),
    check: (now) => {
      for (const one of FAMILY) {
        for (const other of FAMILY)
          if (one !== other) expect(now.relation(one, other), `${one}, ${other}`).not.toBeNull();
      }
    },
  },
  {
    number: 22,
    name: 'outline a group and label it',
    undone: 1,
    touch: withChosen(lassoed, outline),
    taps: withChosen(choose(FAMILY), outline),
    keys: withChosen(choose(FAMILY), outline),
    list: withChosen(choose(FAMILY), outline),
    check: (now) => expect(now.groups()).toEqual(['Kjernen: Ane, Mamma, Pappa, Tante']),
  },
  {
    number: 23,
    name: 'invite one, think about one, not this time one',
    undone: 6,
    ...byFinger(inviteByTaps),
    keys: invited(async (hand, name) => {
      await hand.walkTo(name);
      await hand.type('Space');
    }),
    list: async (hand) => {
      await hand.toList();
      await invited((_, name) => hand.press(hand.row(name).locator('.wish-button')))(hand);
    },
    check: (now) => expect(['Mamma', 'Jon', 'Line'].map(now.wishOf)).toEqual(['yes', 'maybe', 'notNow']),
  },
  {
    number: 24,
    name: 'rename a sector',
    undone: 1,
    ...everyWay(inFields((hand, dialog) => hand.write(dialog.getByLabel(/Venner/).first(), 'Gjengen'))),
    check: (now) => expect(now.map.sectors.map(({ name }) => name)).toContain('Gjengen'),
  },
  {
    number: 25,
    name: 'add and remove a sector',
    undone: 2,
    ...everyWay(
      inFields(async (hand, dialog) => {
        await hand.press(dialog.getByRole('button', { name: 'Legg til felt' }));
        await hand.press(dialog.getByRole('button', { name: /^Ta bort .*Naboer/ }));
        await hand.press(dialog.getByRole('button', { name: 'Ta bort feltet' }));
      }),
    ),
    check: (now, before) => {
      expect(now.map.sectors).toHaveLength(before.map.sectors.length);
      expect(now.map.sectors.map(({ kind }) => kind)).not.toContain('neighbours');
      expect(now.placeOf('Jon')).toBe('tray');
    },
  },
  {
    number: 26,
    name: 'change the number of rings',
    undone: 1,
    ...everyWay(
      inFields((hand, dialog) => hand.press(dialog.getByRole('button', { name: 'Legg til en ring ytterst' }))),
    ),
    check: (now, before) => expect(now.map.rings).toHaveLength(before.map.rings.length + 1),
  },
  {
    number: 27,
    name: 'hide professionals and tie qualities',
    undone: 2,
    ...everyWay(fromMenu('Hvordan strekene er', 'Fagfolk')),
    check: (now) => expect(now.map.shown).toMatchObject({ professionals: false, qualities: false }),
  },
  {
    number: 28,
    name: 'turn a prompt’s answer into a person',
    undone: 1,
    ...everyWay(answerPrompt),
    check: (now) => expect(now.placeOf('Besta')).toBe('tray'),
  },
  {
    number: 29,
    name: 'Rydd',
    undone: 1,
    ...everyWay(fromMenu('Rydd')),
    check: (now, before) => expect(spots(now)).not.toBe(spots(before)),
  },
  {
    number: 30,
    name: 'take a person out',
    undone: 1,
    ...everyWay(takeOut),
    check: (now) => expect(now.names()).not.toContain('Siri'),
  },
];
