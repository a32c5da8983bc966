import { describe, expect, it } from 'vitest';
import { clockWords } from '../../../src/export/letter/facts.ts';
import { letterHouseholds, namedButOnlyScreen } from '../../../src/export/letter/households.ts';
import { letterBlocks, type LetterRequest, letterText, toPlainText } from '../../../src/export/letter/letterText.ts';
import { letterPaper } from '../../../src/export/papers/letterPaper.ts';
import { smsText, tellText } from '../../../src/export/letter/shortTexts.ts';
import { type Language, LANGUAGES } from '../../../src/i18n/languages.ts';
import { invite, type MeetingPatch, planMeeting, updateInvitation } from '../../../src/model/edits/meetings.ts';
import {
  type Invitation,
  type IsoDate,
  LETTER_BLOCKS,
  type LetterBlock,
  type Meeting,
  type MeetingId,
  type NetworkMap,
} from '../../../src/model/types.ts';
import { translateIn } from '../../support/letters.ts';
import { idOf, mapWith } from '../../support/openMap.tsx';

const MEETING = 'meeting-1' as MeetingId;
const PEOPLE = [
  { name: 'Turid', relation: 'nabo' },
  { name: 'Bente' },
  { name: 'Ole' },
  { name: 'Hana', child: true },
  { name: 'Hemmelig', offPaper: true },
] as const;
const ALL_SAID: MeetingPatch = {
  date: '2026-12-03' as IsoDate,
  time: '17:00',
  placeKind: 'myHome',
  place: 'Furuveien 12',
  leaders: ['Heidi', 'Jens'],
  theme: 'Hvordan jula kan bli',
};

/** Everybody invited by Maryam; everything else as in a meeting nobody has planned. */
function invited(patch: MeetingPatch = {}, answers: Record<string, Partial<Invitation>> = {}): NetworkMap {
  const map = { ...mapWith(...PEOPLE), ego: { name: 'Maryam' } };
  const asked = invite(
    map,
    MEETING,
    PEOPLE.map(({ name }) => idOf(name)),
    'yes',
  );
  const planned = planMeeting(asked, MEETING, patch);
  return Object.entries(answers).reduce(
    (before, [name, invitation]) => updateInvitation(before, MEETING, idOf(name), invitation),
    planned,
  );
}

const meetingOf = (map: NetworkMap): Meeting => {
  const [meeting] = map.meetings;
  if (!meeting) throw new Error('No meeting.');
  return meeting;
};

/** With these blocks on, beside those that are on from the beginning. */
function withOn(map: NetworkMap, ...on: LetterBlock[]): NetworkMap {
  const { letter } = meetingOf(map);
  const blocks = Object.fromEntries(
    LETTER_BLOCKS.map((block) => [
      block,
      { ...letter.blocks[block], on: letter.blocks[block].on || on.includes(block) },
    ]),
  ) as typeof letter.blocks;
  return planMeeting(map, MEETING, { letter: { ...letter, blocks } });
}

function requestTo(map: NetworkMap, name: string | null, language: Language = 'nb', roles = false): LetterRequest {
  const meeting = meetingOf(map);
  const to = letterHouseholds(map, meeting).find((household) => household.some((person) => person.name === name)) ?? [];
  return { map, meeting, to, language, t: translateIn(language), roles };
}
const textTo = (...args: Parameters<typeof requestTo>): string => toPlainText(letterText(requestTo(...args)));
const missingIn = (map: NetworkMap) =>
  Object.fromEntries(
    letterBlocks(requestTo(map, 'Turid')).flatMap(({ block, missing }) => (missing ? [[block, missing]] : [])),
  );

describe('an invitation', () => {
  it('says what VOCABULARY.md says, and no more than was chosen', () => {
    expect(textTo(invited(ALL_SAID), 'Turid')).toBe(
      [
        'Hei Turid.',
        'Jeg har det litt vanskelig for tiden, og vil gjerne snakke sammen med noen av dem som er viktige for meg. Derfor lurer jeg på om du vil være med på et nettverksmøte.',
        'Når: torsdag 3. desember 2026 kl. 17:00, omtrent 1½ time\nHvor: hjemme hos meg, Furuveien 12',
        'Du trenger ikke forberede noe. Det er ingen saksliste.',
        'Det er helt greit å si nei, eller å spørre mer først.',
        'Hilsen Maryam',
      ].join('\n\n'),
    );
  });

  it('says the rest when it is switched on', () => {
    const text = textTo(withOn(invited(ALL_SAID), 'leaders', 'theme', 'others'), 'Turid');
    expect(text).toContain('Møtet ledes av Heidi og Jens. De passer på at alle får sagt noe, og at det er trygt.');
    expect(text).toContain('Det jeg ønsker at vi snakker om: Hvordan jula kan bli');
    expect(text).toContain('Disse spør jeg også: Bente, Ole og Hana.');
    expect(text).not.toContain('Hemmelig');
  });

  it.each([
    [
      'nn',
      'Eg har det litt vanskeleg for tida',
      'Når: torsdag 3. desember 2026 kl. 17:00, om lag 1½ time',
      'Helsing Maryam',
    ],
    [
      'en',
      'Things are a bit hard for me',
      'When: Thursday 3 December 2026 at 17:00, for about 1½ hours',
      'Warm regards, Maryam',
    ],
  ] as const)('is written in %s whatever the language of the app', (language, reason, when, closing) => {
    const text = textTo(invited(ALL_SAID), 'Turid', language);
    for (const words of [reason, when, closing]) expect(text).toContain(words);
    expect(text).not.toContain('Hvor:');
  });

  it('leaves out what nobody knows yet, and tells the editor', () => {
    const map = withOn(invited(), 'leaders', 'theme', 'others');
    const text = textTo(map, 'Turid');
    for (const word of ['Når', 'Hvor', 'ledes', 'snakker om']) expect(text).not.toContain(word);
    expect(missingIn(map)).toEqual({ when: 'when', where: 'where', leaders: 'leaders', theme: 'theme' });
  });

  it('can be signed by hand where there is no name', () => {
    const map = { ...invited(), ego: { name: '' } };
    expect(textTo(map, 'Turid')).toMatch(/\n\nHilsen$/);
    expect(missingIn(map)).toMatchObject({ closing: 'closing' });
  });

  it('says to whom to answer, as far as that is known', () => {
    const { letter } = meetingOf(invited());
    const answer = (patch: Partial<typeof letter>) =>
      textTo(invited({ letter: { ...letter, ...patch } }), 'Turid')
        .split('\n\n')
        .at(-2);
    const free = 'Det er helt greit å si nei, eller å spørre mer først.';
    const replyBy = '2026-11-27' as IsoDate;
    expect(answer({ replyTo: 'Heidi', replyPhone: '400 00 000', replyBy })).toBe(
      `${free} Svar til Heidi på 400 00 000 innen fredag 27. november 2026.`,
    );
    expect(answer({ replyPhone: '400 00 000' })).toBe(`${free} Svar på 400 00 000.`);
    expect(answer({ replyBy })).toBe(`${free} Svar innen fredag 27. november 2026.`);
    expect(answer({})).toBe(free);
  });

  it('to nobody in particular greets without a name', () => {
    expect(textTo(invited(), null)).toMatch(/^Hei\.\n\n/);
  });
});

describe('where the meeting is', () => {
  const where = (patch: MeetingPatch) =>
    /Hvor: (.*)/.exec(textTo(invited({ date: ALL_SAID.date ?? null, ...patch }), 'Turid'))?.[1];

  it.each([
    [{ placeKind: 'myHome', place: '' }, 'hjemme hos meg'],
    [{ placeKind: 'myHome', place: 'Hjemme hos meg, 2. etasje' }, 'Hjemme hos meg, 2. etasje'],
    [{ placeKind: 'video', link: 'https://video.example/1' }, 'på video, https://video.example/1'],
    [{ placeKind: 'other', place: 'Kafé Åsen' }, 'Kafé Åsen'],
    [{ placeKind: 'other', place: '' }, undefined],
    [{ placeKind: 'clinic', place: 'DPS, rom 3' }, undefined],
    [{ placeKind: 'municipality', place: 'Rådhuset' }, undefined],
  ] as const)('%j', (patch, words) => {
    expect(where(patch)).toBe(words);
  });

  it('is held back where it tells who helps, until it is asked for', () => {
    const map = invited({ placeKind: 'clinic', place: 'Storgata 1' });
    expect(missingIn(map)).toMatchObject({ where: 'whereHeld' });
  });
});

describe('to several, and about a child', () => {
  it('is one letter to those who are asked as one', () => {
    const map = invited(ALL_SAID, { Ole: { askedWith: idOf('Bente') } });
    expect(letterHouseholds(map, meetingOf(map)).map((people) => people.map(({ name }) => name))).toEqual([
      ['Turid'],
      ['Bente', 'Ole'],
      ['Hana'],
      ['Hemmelig'],
    ]);
    const text = textTo(withOn(map, 'others'), 'Ole');
    expect(text).toContain('Hei Bente og Ole.');
    expect(text).toContain('om dere vil være med');
    expect(text).toContain('Disse spør jeg også: Turid og Hana.');
  });

  it('never shares a letter with somebody who is not for paper, nor with somebody who is not invited', () => {
    const map = invited(
      {},
      { Hemmelig: { askedWith: idOf('Bente') }, Ole: { askedWith: idOf('Bente'), wish: 'notNow' } },
    );
    expect(textTo(map, 'Bente')).toMatch(/^Hei Bente\./);
    expect(textTo(map, 'Hemmelig')).toMatch(/^Hei Hemmelig\./);
  });

  it.each(LANGUAGES)('goes to the guardian of a child once somebody has consented (%s)', (language) => {
    const child = textTo(invited(ALL_SAID), 'Hana', language);
    const guardian = textTo(invited(ALL_SAID, { Hana: { guardian: 'Yusuf' } }), 'Hana', language);
    expect(child).toMatch(/^(Hei|Dear) Hana/);
    expect(guardian).toMatch(/^(Til deg som er (foresatt|føresett) for Hana|To you who are)/);
    expect(guardian).not.toContain('Yusuf');
  });

  it.each([
    ['nb', 'er viktige for meg. Derfor'],
    ['nn', 'er viktige for meg. Difor'],
    ['en', 'Hana og Idris matter to me'],
  ] as const)('speaks of siblings asked as one as of several (%s)', (language, words) => {
    const map = invited(ALL_SAID, { Hana: { guardian: 'Yusuf' } });
    const id = idOf('Hana');
    const child = map.people[id];
    if (!child) throw new Error('No child.');
    const both = { ...map, people: { ...map.people, [id]: { ...child, name: 'Hana og Idris' } } };
    expect(textTo(both, 'Hana og Idris', language)).toContain(words);
    expect(textTo(map, 'Hana', language)).not.toContain(words);
  });

  it('speaks to a guardian in its own words, whatever was written for all the others', () => {
    const map = invited({}, { Hana: { guardian: 'Yusuf' } });
    const { letter } = meetingOf(map);
    const blocks = { ...letter.blocks, reason: { on: true, text: 'Vil du komme?' } };
    const written = planMeeting(map, MEETING, { letter: { ...letter, blocks } });
    expect(textTo(written, 'Turid')).toContain('Vil du komme?');
    expect(textTo(written, 'Hana')).not.toContain('Vil du komme?');
    const own = updateInvitation(written, MEETING, idOf('Hana'), { letter: { reason: 'Kan Hana få komme?' } });
    expect(textTo(own, 'Hana')).toContain('Kan Hana få komme?');
  });
});

describe("in one's own words", () => {
  const withText = (map: NetworkMap, block: LetterBlock, text: string | null, on = true) => {
    const { letter } = meetingOf(map);
    return planMeeting(map, MEETING, { letter: { ...letter, blocks: { ...letter.blocks, [block]: { on, text } } } });
  };

  it('holds for all the letters, each with the name of its reader', () => {
    const map = withText(invited(), 'greeting', 'Kjære {navn}!');
    expect(textTo(map, 'Turid')).toMatch(/^Kjære Turid!/);
    expect(textTo(map, 'Bente')).toMatch(/^Kjære Bente!/);
    expect(textTo({ ...map, people: { ...map.people } }, 'Turid', 'en')).toMatch(/^Kjære Turid!/);
  });

  it('takes a name as it is, whatever signs it holds', () => {
    const map = mapWith({ name: "$& $1 {navn} $'" });
    const asked = withText(
      invite(
        map,
        MEETING,
        Object.values(map.people).map(({ id }) => id),
        'yes',
      ),
      'greeting',
      'Hei {navn}',
    );
    expect(textTo(asked, "$& $1 {navn} $'")).toMatch(/^Hei \$& \$1 \{navn\} \$'/);
  });

  it('holds for one letter only, and goes before what is for all', () => {
    const map = withText(invited({}, { Turid: { letter: { reason: 'Bare du, Turid.' } } }), 'reason', 'Til alle.');
    expect(textTo(map, 'Turid')).toContain('Bare du, Turid.');
    expect(textTo(map, 'Bente')).toContain('Til alle.');
  });

  it('stays away while it is switched off or empty', () => {
    expect(textTo(withText(invited(), 'reason', 'Noe', false), 'Turid')).not.toContain('Noe');
    expect(textTo(withText(invited(), 'reason', ''), 'Turid')).not.toContain('vanskelig');
    expect(missingIn(withText(invited(), 'reason', ' '))).toMatchObject({ reason: 'emptied' });
  });

  it('is noticed when it names somebody who is not for paper', () => {
    const map = invited();
    expect(namedButOnlyScreen(map, 'Også hemmelig, og Turid', []).map(({ name }) => name)).toEqual(['Hemmelig']);
    expect(namedButOnlyScreen(map, 'Hemmeligheter', [])).toEqual([]);
  });
});

describe('roles instead of names', () => {
  it.each(LANGUAGES)(
    'hold for everybody in the letter: who reads it, who else is asked, who leads, who signs (%s)',
    (language) => {
      const map = withOn(invited({ ...ALL_SAID, place: '', theme: '' }), 'others', 'leaders');
      const text = textTo(map, 'Turid', language, true);
      expect(text).toMatch(/^(Hei|Dear) nabo/u);
      for (const name of ['Turid', 'Bente', 'Ole', 'Hana', 'Heidi', 'Jens', 'Maryam']) expect(text).not.toContain(name);
    },
  );

  it('hold for the others, and for the name in a text of one’s own', () => {
    const text = textTo(withOn(invited(ALL_SAID), 'others'), 'Bente', 'nb', true);
    expect(text).toContain('Disse spør jeg også: nabo,');
  });
});

describe('short messages', () => {
  it.each([
    ['nb', 'Hei, det er Maryam. Kan du ringe meg når det passer? Jeg har noe jeg vil spørre deg om.'],
    ['nn', 'Hei, det er Maryam. Kan du ringje meg når det passar? Eg har noko eg vil spørje deg om.'],
  ] as const)('are neutral (%s)', (language, text) => {
    expect(smsText(invited(), translateIn(language))).toBe(text);
  });

  it('get along without a name', () => {
    expect(smsText({ ...invited(), ego: { name: ' ' } }, translateIn('nb'))).toMatch(/^Hei\. Kan du ringe meg/);
  });

  it('tell those who have been asked that the meeting is moved or falls away', () => {
    const tell = (patch: MeetingPatch) => tellText(requestTo(invited({ ...ALL_SAID, ...patch }), 'Turid'));
    expect(tell({})).toBeNull();
    expect(tell({ status: 'moved' })).toBe(
      'Hei Turid. Møtet vårt er flyttet. Ny tid: torsdag 3. desember 2026 kl. 17:00. Sted: hjemme hos meg, Furuveien 12. Si gjerne fra om det passer. Hilsen Maryam',
    );
    expect(tell({ status: 'moved', date: null })).toContain('Jeg sier fra når det er en ny dag.');
    expect(tell({ status: 'moved', placeKind: 'clinic' })).not.toMatch(/Sted|DPS|Furuveien/);
    expect(tell({ status: 'cancelled' })).toContain('blir ikke noe av denne gangen');
    for (const text of [tell({ status: 'moved' }), tell({ status: 'cancelled' })])
      expect(text).not.toMatch(/Heidi|jula|nettverk/);
  });
});

describe('on one page', () => {
  const pagesOf = (text: string, large = false) =>
    letterPaper(
      { key: 'p', language: 'nb', t: translateIn('nb'), parts: [{ block: 'reason', text }] },
      { large, measure: (words, size) => words.length * size * 0.55 },
    );
  const sizesOf = (text: string) => new Set(pagesOf(text).flatMap(({ texts }) => texts.map(({ size }) => size)));

  it('keeps to one page in the largest type that fits, and never below 9 points', () => {
    expect(sizesOf('ord '.repeat(50))).toEqual(new Set([20]));
    for (const words of [300, 500, 700, 900, 1100]) {
      expect(pagesOf('ord '.repeat(words)), `${words} words`).toHaveLength(1);
      expect(Math.min(...sizesOf('ord '.repeat(words)))).toBeGreaterThanOrEqual(12);
    }
  });

  it('goes on over another page when there is no end of it, in type that need not be small; no word is lost', () => {
    const words = Array.from({ length: 2000 }, (_, at) => `ord${at}`);
    const pages = pagesOf(words.join(' '));
    expect(pages.length).toBeGreaterThan(1);
    expect(sizesOf(words.join(' '))).toContain(15);
    const written = pages.flatMap(({ texts }) => texts.flatMap(({ text }) => text.split(' ')));
    for (const word of words) expect(written).toContain(word);
    expect(pages[1]?.texts.at(-1)?.text).toMatch(/^side 2 av/);
  });

  it('has no letter below 16 points in large print, and keeps empty lines', () => {
    const [page] = pagesOf('Ett.\n\nTo.', true);
    expect(page?.texts.map(({ size }) => size)).toEqual([21.5, 21.5]);
    const [one, two] = page?.texts ?? [];
    expect((two?.y ?? 0) - (one?.y ?? 0)).toBeGreaterThan(21.5 * 1.9);
  });
});

it.each([
  ['17:00', 'kl. 17:00'],
  ['1730', 'kl. 17:30'],
  ['kl 930', 'kl. 9:30'],
  ['Kl.9', 'kl. 9'],
  ['1700–1830', 'kl. 17:00–18:30'],
  ['17.30', 'kl. 17.30'],
  ['etter middag', 'etter middag'],
  ['', ''],
])('the time "%s" is written "%s"', (time, words) => {
  expect(clockWords(time, translateIn('nb'))).toBe(words);
});
