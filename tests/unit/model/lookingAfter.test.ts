import { describe, expect, it } from 'vitest';
import { type BackupReason, backupReasons } from '../../../src/model/backupReason.ts';
import { daysBetween } from '../../../src/model/days.ts';
import { newMeeting } from '../../../src/model/newMap.ts';
import { isToAsk, lastUse } from '../../../src/model/oldMaps.ts';
import type { IsoDate, IsoDateTime, Meeting, MeetingId, NetworkMap } from '../../../src/model/types.ts';
import { richMap } from '../document/richMap.ts';

const day = (text: string) => text as IsoDate;
const TODAY = day('2026-11-22');

describe('days', () => {
  it.each([
    ['2026-11-22', '2026-11-22', 0],
    ['2026-03-28', '2026-03-30', 2],
    ['2026-10-24', '2026-10-26', 2],
    ['2025-12-31', '2027-01-01', 366],
    ['2026-11-22', '2026-11-20', -2],
  ])('from %s to %s are %i', (from, to, days) => expect(daysBetween(day(from), day(to))).toBe(days));
});

describe('a map that nobody has used', () => {
  const use = (saved: string | null, opened: string | null, kept: string | null = null) => ({
    saved: saved === null ? null : day(saved),
    opened: opened === null ? null : day(opened),
    kept: kept === null ? null : day(kept),
  });
  it.each([
    ['for exactly 90 days', use('2026-08-24', null), false],
    ['for 91 days', use('2026-08-23', null), true],
    ['for long, but opened since', use('2026-01-01', '2026-11-01'), false],
    ['for long, opened long ago too', use('2026-01-01', '2026-03-01'), true],
    ['and that was said to be kept', use('2026-01-01', '2026-03-01', '2026-03-01'), false],
    ['once more, after it was kept and used again', use('2026-07-01', '2026-03-01', '2026-03-01'), true],
    ['of which nobody knows the day', use(null, null), false],
    ['and a clock that was set back', use('2027-05-01', null), false],
  ])('%s', (_, it_, asked) => expect(isToAsk(it_, TODAY)).toBe(asked));

  it('was used when it was last saved or opened', () => {
    expect(lastUse(use('2026-01-01', '2026-03-01'))).toBe('2026-03-01');
    expect(lastUse(use('2026-04-01', '2026-03-01'))).toBe('2026-04-01');
  });
});

describe('why a file would be good to have', () => {
  const map = (patch: Partial<NetworkMap> = {}): NetworkMap => ({
    ...richMap(),
    createdAt: '2026-11-22T08:00:00.000Z' as IsoDateTime,
    meetings: [],
    ...patch,
  });
  const meeting = (patch: Partial<Meeting>): Meeting => ({
    ...newMeeting('mt' as MeetingId, richMap().drawings[0]!.id),
    ...patch,
  });
  const reasons = (of: NetworkMap, given: Partial<Parameters<typeof backupReasons>[1]> = {}): BackupReason[] =>
    backupReasons(of, { file: null, persisted: true, again: true, today: TODAY, ...given });

  it('is none for a map of today that the browser keeps', () => expect(reasons(map())).toEqual([]));
  it('is none where there is hardly anybody', () => {
    expect(reasons(map({ people: {}, createdAt: '2020-01-01T08:00:00.000Z' as IsoDateTime }))).toEqual([]);
  });
  it.each<[string, Partial<Meeting>, IsoDate | null, boolean]>([
    ['held', { status: 'held', date: day('2026-11-20') }, null, true],
    ['held, file made before', { status: 'held', date: day('2026-11-20') }, day('2026-11-19'), true],
    ['held, file made that day', { status: 'held', date: day('2026-11-20') }, day('2026-11-20'), false],
    ['planned, its day gone by', { status: 'planned', date: day('2026-11-21') }, null, true],
    ['planned for today', { status: 'planned', date: TODAY }, null, false],
    ['fallen away', { status: 'cancelled', date: day('2026-11-20') }, null, false],
  ])('a meeting %s', (_, patch, file, told) => {
    expect(reasons(map({ meetings: [meeting(patch)] }), { file }).includes('afterMeeting')).toBe(told);
  });
  it('is that the browser promises nothing, once the map is opened again', () => {
    expect(reasons(map(), { persisted: false })).toEqual(['notPersisted']);
    expect(reasons(map(), { persisted: false, again: false })).toEqual([]);
    expect(reasons(map(), { persisted: false, file: day('2026-11-20') })).toEqual([]);
  });
  it('is that the last file is a week old, or there was none in a week', () => {
    expect(reasons(map(), { file: day('2026-11-15') })).toEqual(['week']);
    expect(reasons(map(), { file: day('2026-11-16') })).toEqual([]);
    expect(reasons(map({ createdAt: '2026-11-15T08:00:00.000Z' as IsoDateTime }))).toEqual(['week']);
  });
});
