import type { Translate } from '../i18n/translate.ts';
import type { Meeting, MeetingStatus, NetworkMap } from '../model/types.ts';
import { peopleFor, roleNames } from '../scene/pictured.ts';
import { type Clock, clockOf } from './clock.ts';
import { icsFile, icsText } from './icsText.ts';
import { isHeldPlace } from './letter/facts.ts';
import { onlyScreen, wished } from './letter/households.ts';

export type CalendarChoice = {
  readonly place: boolean;
  /** The names of those who are to be invited: only when chosen. */
  readonly names: boolean;
  /** Roles instead of names. */
  readonly roles: boolean;
};

export type CalendarOptions = CalendarChoice & { readonly t: Translate; readonly now: Date };

/** What stands in the calendar, in words; the file and its preview are made of the same. */
export type CalendarFacts = {
  readonly title: string;
  readonly clock: Clock | null;
  readonly place: string;
  readonly description: string;
};

/** Unasked the place goes along, but not the one that tells who helps. */
export const placeUnasked = (meeting: Meeting): boolean => !isHeldPlace(meeting);

export function calendarFacts(map: NetworkMap, meeting: Meeting, options: Omit<CalendarOptions, 'now'>): CalendarFacts {
  const { t } = options;
  const clock = clockOf(meeting.time);
  const time = meeting.time.trim();
  const names = options.names ? invitedNames(map, meeting, options) : [];
  return {
    title: meeting.calendarTitle.trim() || t('calendar.title'),
    clock,
    place: options.place ? placeWords(meeting, t) : '',
    description: [
      clock === null && time !== '' ? t('calendar.time', { time }) : '',
      names.length === 0 ? '' : t('calendar.with', { names: names.join(', ') }),
    ]
      .filter((line) => line !== '')
      .join('\n'),
  };
}

/** An address or a link. "DPS" and "Kommunen" are never said: only what has been written about the place. */
function placeWords({ placeKind, place, link }: Meeting, t: Translate): string {
  const written = placeKind === 'video' ? link.trim() : place.trim();
  if (written !== '' || placeKind === 'clinic' || placeKind === 'municipality' || placeKind === 'other') return written;
  return t(placeKind === 'video' ? 'meetingPlace.video' : 'meetingPlace.myHome');
}

function invitedNames(map: NetworkMap, meeting: Meeting, { roles, t }: Omit<CalendarOptions, 'now'>): string[] {
  const people = wished(map, meeting, ['yes']).filter((person) => !onlyScreen(map, person));
  const byRole = roles ? roleNames(peopleFor(map, { paper: true }), t) : null;
  return people.map(({ id, name }) => (byRole ? (byRole.get(id) ?? '') : name.trim())).filter((name) => name !== '');
}

/** The meeting as an iCalendar file (RFC 5545); null as long as it has no date. */
export function meetingCalendar(map: NetworkMap, meeting: Meeting, options: CalendarOptions): string | null {
  if (meeting.date === null) return null;
  const facts = calendarFacts(map, meeting, options);
  return icsFile([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Nettverkskart//Nettverkskart//NO',
    'CALSCALE:GREGORIAN',
    // RFC 5546 1.4: a cancelled meeting takes its entry out again.
    `METHOD:${meeting.status === 'cancelled' ? 'CANCEL' : 'PUBLISH'}`,
    ...(facts.clock === null ? [] : OSLO),
    'BEGIN:VEVENT',
    `UID:${uidOf(meeting)}`,
    `DTSTAMP:${utc(options.now)}`,
    `SEQUENCE:${sequenceOf(meeting.status, options.now)}`,
    ...whenLines(meeting.date, facts.clock, meeting.minutes),
    `SUMMARY:${icsText(facts.title)}`,
    ...(facts.place === '' ? [] : [`LOCATION:${icsText(facts.place)}`]),
    ...(facts.description === '' ? [] : [`DESCRIPTION:${icsText(facts.description)}`]),
    `STATUS:${meeting.status === 'cancelled' ? 'CANCELLED' : 'CONFIRMED'}`,
    // Whoever sees a shared calendar sees that the time is taken, and no more (3.8.1.3).
    'CLASS:PRIVATE',
    'END:VEVENT',
    'END:VCALENDAR',
  ]);
}

const two = (value: number): string => String(value).padStart(2, '0');
const basicDate = (isoDate: string): string => isoDate.replaceAll('-', '');

/** 3.8.2.4, 3.8.2.5: a length is right across a change to summer time, an hour on the clock need not be. */
function whenLines(date: string, clock: Clock | null, minutes: number): string[] {
  if (clock === null) return [`DTSTART;VALUE=DATE:${basicDate(date)}`];
  const start = `DTSTART;TZID=Europe/Oslo:${basicDate(date)}T${two(clock.hour)}${two(clock.minute)}00`;
  const length = Math.round(minutes);
  return length > 0 ? [start, `DURATION:PT${length}M`] : [start];
}

const utc = (now: Date): string => `${now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;

/**
 * 3.8.7.4: grows with every change that matters. The document counts no changes, so the clock does: minutes since a
 * day before the first release.
 */
const sequenceOf = (status: MeetingStatus, now: Date): number =>
  status === 'moved' || status === 'cancelled'
    ? Math.max(1, Math.floor((now.getTime() - Date.UTC(2026, 0, 1)) / 60_000))
    : 0;

/** 3.8.4.7: the same for the same meeting, whenever the file is made. Not the id itself, which a file from elsewhere may have made of a name. */
function uidOf({ id }: Meeting): string {
  const part = (seed: number) => {
    let hash = seed;
    for (const letter of id) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
    // One more round, so that ids that differ only at the end don't look alike.
    hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
    return ((hash ^ (hash >>> 13)) >>> 0).toString(16).padStart(8, '0');
  };
  return `${[0x811c9dc5, 0x9e3779b9, 0x7f4a7c15, 0x94d049bb].map(part).join('')}@nettverkskart`;
}

/** 3.6.5: Norway's rules since 1996; a meeting lies later. */
const OSLO = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Oslo',
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
];
