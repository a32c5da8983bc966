import * as fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { type CalendarOptions, meetingCalendar } from '../../../src/export/calendar.ts';
import { foldLine, icsText } from '../../../src/export/icsText.ts';
import { en } from '../../../src/i18n/en/en.ts';
import { nb } from '../../../src/i18n/nb/nb.ts';
import { createTranslate } from '../../../src/i18n/translate.ts';
import { planMeeting } from '../../../src/model/edits/meetings.ts';
import type { IsoDate, Meeting, MeetingId, NetworkMap } from '../../../src/model/types.ts';
import { richMap } from '../document/richMap.ts';
import { numRuns } from '../../support/depth.ts';

const MEETING = 't-1' as MeetingId;
const OPTIONS: CalendarOptions = {
  t: createTranslate(nb),
  now: new Date('2026-11-21T14:03:00Z'),
  place: true,
  names: false,
  roles: false,
};

function plannedAs(patch: Partial<Omit<Meeting, 'id'>>): [NetworkMap, Meeting] {
  const map = planMeeting(richMap(), MEETING, patch);
  const meeting = map.meetings.find(({ id }) => id === MEETING);
  if (!meeting) throw new Error('The sample has no such meeting.');
  return [map, meeting];
}

const fileOf = (patch: Partial<Omit<Meeting, 'id'>>, options: Partial<CalendarOptions> = {}): string =>
  meetingCalendar(...plannedAs(patch), { ...OPTIONS, ...options }) ?? '';

/** As a calendar reads it. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const component = calendar.getFirstSubcomponent('vevent');
  if (!component) throw new Error('No event.');
  const event = new ICAL.Event(component);
  return { calendar, component, event, value: (name: string) => component.getFirstPropertyValue(name) };
}

const day = (text: string) => text as IsoDate;
const EVENING = { date: day('2026-12-03'), time: '17:00', minutes: 90 };

/** The clock on the wall in Norway, by the browser's own table of time zones. */
const inOslo = (instant: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo', dateStyle: 'short', timeStyle: 'short' }).format(instant);

describe('the meeting in a calendar', () => {
  it('is there at the right time, as long as it lasts, in winter and in summer', () => {
    const winter = read(fileOf(EVENING)).event;
    expect(winter.startDate.toJSDate().toISOString()).toBe('2026-12-03T16:00:00.000Z');
    expect(winter.endDate.toJSDate().toISOString()).toBe('2026-12-03T17:30:00.000Z');
    const summer = read(fileOf({ ...EVENING, date: day('2027-06-03') })).event;
    expect(summer.startDate.toJSDate().toISOString()).toBe('2027-06-03T15:00:00.000Z');
  });

  it.each([
    ['2027-03-27', '17:00', '2027-03-27T16:00:00.000Z'],
    ['2027-03-28', '17:00', '2027-03-28T15:00:00.000Z'],
    ['2027-03-28', '01:30', '2027-03-28T00:30:00.000Z'],
    ['2026-10-24', '17:00', '2026-10-24T15:00:00.000Z'],
    ['2026-10-25', '17:00', '2026-10-25T16:00:00.000Z'],
  ])('keeps the clock of Norway on %s at %s', (date, time, instant) => {
    expect(
      read(fileOf({ date: day(date), time }))
        .event.startDate.toJSDate()
        .toISOString(),
    ).toBe(instant);
  });

  it('lasts as long as it lasts while the clocks are turned', () => {
    // A length, and no end on the clock: the clock jumps in between (RFC 5545 3.3.6). ical.js adds it up on the clock.
    const { value } = read(fileOf({ date: day('2027-03-28'), time: '01:30', minutes: 90 }));
    expect(String(value('duration'))).toBe('PT90M');
    expect(value('dtend')).toBeNull();
  });

  it('says on any day what the clock on the wall will say', () => {
    const someDay = fc.date({ min: new Date('2026-01-01'), max: new Date('2045-12-31'), noInvalidDate: true });
    fc.assert(
      // Not at night, when an hour is left out or comes twice.
      fc.property(someDay, fc.integer({ min: 4, max: 23 }), fc.integer({ min: 0, max: 59 }), (date, hour, minute) => {
        const [iso, time] = [date.toISOString().slice(0, 10), `${hour}:${String(minute).padStart(2, '0')}`];
        const start = read(fileOf({ date: day(iso), time })).event.startDate.toJSDate();
        expect(inOslo(start)).toBe(`${iso} ${time.padStart(5, '0')}`);
      }),
      { numRuns: numRuns(50) },
    );
  });

  it.each(['17:00', '17.00', 'kl. 17', 'kl 17:00', '1700', '17', '17:00–18:30'])('understands “%s”', (time) => {
    expect(read(fileOf({ ...EVENING, time })).event.startDate.hour).toBe(17);
  });

  it.each(['', 'etter middag', '25:00', '17 eller 18'])('is all day when the time is “%s”', (time) => {
    const { event, calendar } = read(fileOf({ ...EVENING, time }));
    expect(event.startDate.isDate).toBe(true);
    expect(event.startDate.toString()).toBe('2026-12-03');
    expect(calendar.getFirstSubcomponent('vtimezone')).toBeNull();
    expect(event.description ?? '').toBe(time === '' ? '' : `Klokkeslett: ${time}`);
  });

  it('has a neutral title unless one is written, in the language of the app', () => {
    expect(read(fileOf({ ...EVENING, calendarTitle: '' })).event.summary).toBe('Møte');
    expect(read(fileOf({ ...EVENING, calendarTitle: '' }, { t: createTranslate(en) })).event.summary).toBe('Meeting');
    expect(read(fileOf({ ...EVENING, calendarTitle: 'Kaffe hos oss' })).event.summary).toBe('Kaffe hos oss');
  });

  it('tells nothing of the people, the leaders, the theme or the clinic', () => {
    const text = fileOf({
      ...EVENING,
      calendarTitle: '',
      placeKind: 'clinic',
      place: '',
      theme: 'Jula',
      leaders: ['Heidi'],
    });
    for (const word of ['Kari', 'Hana', 'Heidi', 'Jula', 'DPS', 'ettverksm']) expect(text).not.toContain(word);
    expect(read(text).value('location')).toBeNull();
    expect(read(text).value('class')).toBe('PRIVATE');
  });

  it('names those who are invited only when that is chosen, by their roles if one likes', () => {
    expect(read(fileOf(EVENING, { names: true })).event.description).toContain('Kari');
    const roles = fileOf(EVENING, { names: true, roles: true });
    expect(roles).toContain('søster');
    expect(roles).not.toContain('Kari');
  });

  it('tells the place only where that is wanted', () => {
    const at = { ...EVENING, placeKind: 'other', place: 'Kafé Åsen, 2. etasje' } as const;
    expect(read(fileOf(at)).event.location).toBe('Kafé Åsen, 2. etasje');
    expect(read(fileOf(at, { place: false })).value('location')).toBeNull();
  });

  it('is the same entry when the meeting is moved, and takes it out when the meeting falls away', () => {
    const [planned, moved, again, cancelled] = (
      [
        ['planned', '2026-11-21T14:00:00Z'],
        ['moved', '2026-11-22T14:00:00Z'],
        ['moved', '2026-11-23T14:00:00Z'],
        ['cancelled', '2026-11-24T14:00:00Z'],
      ] as const
    ).map(([status, now]) => read(fileOf({ ...EVENING, status }, { now: new Date(now) })));
    expect(new Set([planned, moved, again, cancelled].map((one) => one?.event.uid)).size).toBe(1);
    const sequences = [planned, moved, again, cancelled].map((one) => Number(one?.value('sequence')));
    expect(sequences).toEqual(sequences.toSorted((one, other) => one - other));
    expect(new Set(sequences).size).toBe(4);
    expect(sequences[0]).toBe(0);
    expect(moved?.value('status')).toBe('CONFIRMED');
    expect(cancelled?.value('status')).toBe('CANCELLED');
    expect(cancelled?.calendar.getFirstPropertyValue('method')).toBe('CANCEL');
  });

  it('waits for a date', () => {
    expect(meetingCalendar(...plannedAs({ date: null }), OPTIONS)).toBeNull();
  });

  it('names nobody by its identity: an id from elsewhere may have been made of a name', () => {
    const [map, meeting] = plannedAs(EVENING);
    const text = meetingCalendar(map, { ...meeting, id: 'meeting-maryam' as MeetingId }, OPTIONS);
    expect(text).not.toContain('maryam');
  });
});

describe('the text of a calendar file', () => {
  const LONG_WORD = 'menneskerettighetsorganisasjonssammenslutningsmøtedeltakeren';
  const HARD = `Åse, Bjørn; «${LONG_WORD}» \\ n\nČárohtávvál 👩‍👩‍👧 kl. 17:00`;

  it('carries everything through: letters, commas, semicolons, line breaks, long words', () => {
    const { event } = read(fileOf({ ...EVENING, placeKind: 'other', place: HARD, calendarTitle: HARD }));
    expect(event.location).toBe(HARD);
    expect(event.summary).toBe(HARD);
  });

  it('carries any text through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (written) => {
        const title = written.trim();
        const { event } = read(fileOf({ ...EVENING, calendarTitle: written }));
        const kept = title.replace(/\r\n?/g, '\n');
        expect(event.summary).toBe(title === '' ? 'Møte' : kept);
      }),
      { numRuns: numRuns(50) },
    );
  });

  it('has no line above 75 octets, none that ends in half a letter, and CRLF everywhere', () => {
    const text = fileOf({ ...EVENING, calendarTitle: HARD.repeat(5) });
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const bytes = new TextEncoder().encode(text);
    const lines = new TextDecoder('utf-8', { fatal: true }).decode(bytes).split('\r\n');
    for (const line of lines) {
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/\p{Cs}/u);
    }
  });

  it('folds in the middle of nothing', () => {
    expect(foldLine('x'.repeat(75))).toBe('x'.repeat(75));
    expect(foldLine('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x`);
    expect(foldLine(`${'x'.repeat(74)}ø`)).toBe(`${'x'.repeat(74)}\r\n ø`);
  });

  it('lets no line break make a line of its own, and no control character in', () => {
    expect(icsText('a\r\nATTENDEE:b\rc\nd\u0000\u001be')).toBe('a\\nATTENDEE:b\\nc\\nde');
    const { component } = read(fileOf({ ...EVENING, calendarTitle: 'Møte\r\nATTENDEE:mailto:x@y.no' }));
    expect(component.getAllProperties('attendee')).toEqual([]);
  });
});
