import { describe, expect, it } from 'vitest';
import { inviteeTable } from '../../../src/export/inviteeTable.ts';
import { inviteeText } from '../../../src/export/inviteeText.ts';
import { leftOutOfList, leftOutOfMap } from '../../../src/export/leftOut.ts';
import { meetingFacts } from '../../../src/export/meetingFacts.ts';
import { nb } from '../../../src/i18n/nb/nb.ts';
import { createTranslate } from '../../../src/i18n/translate.ts';
import { newMeeting } from '../../../src/model/newMap.ts';
import { currentDrawing, currentMeeting } from '../../../src/model/questions.ts';
import type { Invitation, MeetingId, NetworkMap, PersonId } from '../../../src/model/types.ts';
import { richMap } from '../document/richMap.ts';

const t = createTranslate(nb);
const MEETING_ID = 'meeting-1' as MeetingId;
const id = (text: string) => text as PersonId;

/** The rich map, with its planned meeting as the current one. */
function planned(): NetworkMap {
  const map = richMap();
  return { ...map, meetings: map.meetings.filter((meeting) => meeting.id === ('t-1' as MeetingId)) };
}

const MEETING = currentMeeting(planned());

describe('the list of invitees', () => {
  it('says who, what they are to me, the wish, who asks, how, the answer and what is needed', () => {
    expect(inviteeTable(planned(), { roles: false, contact: false }, t, MEETING)).toEqual([
      {
        name: 'Kari',
        relation: 'søster',
        wish: 'Ja',
        asker: 'Jeg spør',
        means: 'ringe',
        answer: 'Kommer',
        needs: 'tolk, skyss, Skyss fra stasjonen',
        contact: '',
      },
      {
        name: 'Hana',
        relation: 'datter, 16',
        wish: 'Vil tenke på det',
        asker: 'Vi spør sammen',
        means: 'møtes, sammen med Kari',
        answer: 'Usikker',
        needs: 'barnepass',
        contact: '',
      },
    ]);
  });

  it('tells how to reach people only when that is ticked', () => {
    expect(inviteeTable(planned(), { roles: false, contact: true }, t, MEETING)[0]?.contact).toBe('22 00 00 00');
  });

  it('says roles instead of names everywhere', () => {
    const rows = inviteeTable(planned(), { roles: true, contact: false }, t, MEETING);
    expect(rows.map(({ name }) => name)).toEqual(['søster', 'datter, 16']);
    expect(JSON.stringify(rows)).not.toMatch(/Kari|Hana|stasjonen/);
    expect(rows[1]?.means).toBe('møtes, sammen med søster');
  });

  it('leaves out who is not for paper, without a trace, and says so only on the screen', () => {
    const map = planned();
    const kari = map.people[id('p-kari')];
    if (!kari) throw new Error('Kari is missing.');
    const hidden = { ...map, people: { ...map.people, [id('p-kari')]: { ...kari, offPaper: true } } };
    const rows = inviteeTable(hidden, { roles: false, contact: true }, t, MEETING);
    expect(JSON.stringify(rows)).not.toContain('Kari');
    expect(leftOutOfList(hidden, MEETING)).toEqual({ offPaper: 1, hidden: 0, tray: 0 });
  });

  it('names nobody as the asker who is not for paper', () => {
    const name = 'Noen jeg ikke vil nevne';
    const meeting = currentMeeting(planned());
    const asked = { ...meeting?.invitations[id('p-kari')], asker: 'other', askerName: name } as Invitation;
    const map = planned();
    const withAsker = {
      ...map,
      meetings: map.meetings.map((one) => ({ ...one, invitations: { ...one.invitations, [id('p-kari')]: asked } })),
    };
    expect(inviteeTable(withAsker, { roles: false, contact: false }, t, currentMeeting(withAsker))[0]?.asker).toBe(
      'En annen spør',
    );
  });

  it('says who knows that the meeting is moved, and says so beside the day', () => {
    const moved = MEETING && { ...MEETING, status: 'moved' as const };
    const rows = inviteeTable(planned(), { roles: false, contact: false }, t, moved);
    expect(rows.map(({ answer }) => answer)).toEqual(['Kommer, har fått beskjed', 'Usikker, må få beskjed']);
    const [when] = meetingFacts({ meeting: moved, roles: false, theme: false, language: 'nb', t });
    expect(when?.text).toBe('torsdag 3. desember 2026 kl. 17:00 – flyttet');
  });

  it('counts who is missing from the map: not for paper, hidden, not placed', () => {
    expect(leftOutOfMap(planned())).toEqual({ offPaper: 1, hidden: 0, tray: 1 });
  });
});

describe('the meeting round the list', () => {
  const given = { meeting: MEETING, language: 'nb', t } as const;

  it('says when, where and who leads; the theme only when it is ticked', () => {
    expect(meetingFacts({ ...given, roles: false, theme: false })).toEqual([
      { label: 'Når', text: 'torsdag 3. desember 2026 kl. 17:00' },
      { label: 'Hvor', text: 'DPS, rom 3' },
      { label: 'Møteledere', text: 'Heidi, Jens' },
    ]);
    expect(meetingFacts({ ...given, roles: false, theme: true }).at(-1)?.text).toBe('Hvordan jula kan bli');
  });

  it('writes the time one way, however it was typed', () => {
    const at = (time: string) => {
      const meeting = MEETING && { ...MEETING, time };
      return meetingFacts({ ...given, meeting, roles: false, theme: false })[0]?.text;
    };
    expect(['13', 'kl 13', 'Kl. 13', 'kl.13'].map(at)).toEqual(Array(4).fill('torsdag 3. desember 2026 kl. 13'));
    expect(at('etter middag')).toBe('torsdag 3. desember 2026, etter middag');
  });

  it('keeps silent about leaders when roles stand for names, and about a meeting nobody has planned', () => {
    expect(JSON.stringify(meetingFacts({ ...given, roles: true, theme: false }))).not.toContain('Heidi');
    expect(
      meetingFacts({
        ...given,
        meeting: newMeeting(MEETING_ID, currentDrawing(richMap()).id),
        roles: false,
        theme: true,
      }),
    ).toEqual([]);
  });

  it('is plain text to paste, one line for each', () => {
    const choice = { roles: false, contact: false };
    const facts = meetingFacts({ ...given, roles: false, theme: false });
    const lines = inviteeText(inviteeTable(planned(), choice, t, MEETING), facts, choice, t).split('\n');
    expect(lines[0]).toBe('Invitasjonsliste');
    expect(lines[1]).toBe('Når: torsdag 3. desember 2026 kl. 17:00');
    expect(lines).toContain(
      '– Hana (datter, 16) · Vil tenke på det · Vi spør sammen · møtes, sammen med Kari · Usikker · barnepass',
    );
  });
});
