import { describe, expect, it } from 'vitest';
import * as meetings from '../../../src/model/edits/meetings.ts';
import { addMeeting, removeMeeting } from '../../../src/model/edits/nextMeeting.ts';
import { MAX_FOLLOW_UPS } from '../../../src/model/limits.ts';
import { currentDrawing, currentMeeting, invitationOf, invitees } from '../../../src/model/questions.ts';
import type { FollowUpId, IsoDate, MeetingId, NetworkMap } from '../../../src/model/types.ts';
import { aMap, told, who } from '../../support/aMap.ts';

const first = 'meeting-1' as MeetingId;
const map = aMap({
  Anna: 'family 0',
  Bo: 'friends 1',
  Balto: 'family 1',
  Koret: 'friends 2',
  Mormor: 'family 0',
  Hytta: 'friends 0',
});
const mixed = [
  ['Balto', { kind: 'animal' }],
  ['Koret', { kind: 'group' }],
  ['Mormor', { deceased: true }],
  ['Hytta', { kind: 'place' }],
] as const;
const village = mixed.reduce<NetworkMap>((drawn, [name, about]) => told(drawn, name, about), map);
const everybody = Object.values(village.people).map(({ id }) => id);

describe('inviting', () => {
  it('never asks pets, places and those no longer living; a group may be asked', () => {
    const invited = meetings.invite(village, first, everybody, 'yes');
    expect(invitees(invited).map(({ name }) => name)).toEqual(['Anna', 'Bo', 'Koret']);
    expect(Object.keys(currentMeeting(invited)?.invitations ?? {})).toHaveLength(3);
    expect(meetings.invite(village, first, [who('Mormor')], 'yes')).toBe(village);
    expect(meetings.updateInvitation(village, first, who('Balto'), { wish: 'yes' })).toBe(village);
  });

  it('leaves out whoever has died since', () => {
    const invited = told(meetings.invite(village, first, [who('Anna'), who('Bo')], 'yes'), 'Bo', { deceased: true });
    expect(invitees(invited).map(({ name }) => name)).toEqual(['Anna']);
  });

  it('begins a meeting about the drawing of today with the first wish, and only one', () => {
    const invited = meetings.invite(meetings.invite(map, first, [who('Anna')], 'yes'), first, [who('Bo')], 'maybe');
    expect(invited.meetings).toHaveLength(1);
    expect(currentMeeting(invited)).toMatchObject({ id: first, drawing: currentDrawing(map).id, minutes: 90 });
  });

  it('says nothing by taking back a wish that nobody had', () => {
    expect(meetings.invite(map, first, [who('Anna')], null)).toBe(map);
  });

  it('keeps what was filled in when the wish is taken back', () => {
    const asked = meetings.updateInvitation(meetings.invite(map, first, [who('Anna')], 'yes'), first, who('Anna'), {
      means: 'call',
      needs: 'tolk på dari',
    });
    const taken = meetings.invite(asked, first, [who('Anna')], null);
    expect(invitationOf(taken, who('Anna'))).toMatchObject({ wish: null, means: 'call', needs: 'tolk på dari' });
    expect(meetings.invite(taken, first, [who('Anna')], 'yes')).toEqual(asked);
  });

  it.each(['Anna', 'Nobody'])('asks nobody together with themselves or with somebody who is not there: %s', (other) => {
    const asked = meetings.updateInvitation(map, first, who('Anna'), { askedWith: who(other) });
    expect(invitationOf(asked, who('Anna')).askedWith).toBeNull();
  });

  it('asks two as one', () => {
    const asked = meetings.updateInvitation(map, first, who('Anna'), { askedWith: who('Bo') });
    expect(invitationOf(asked, who('Anna')).askedWith).toBe(who('Bo'));
  });
});

describe('following up', () => {
  const id = 'f-1' as FollowUpId;
  const noted = meetings.addFollowUp(map, first, id, 'Ringe NAV');
  const followUps = (of: NetworkMap) => currentMeeting(of)?.followUps ?? [];

  it('notes a matter once', () => {
    expect(followUps(noted)).toMatchObject([{ id, matter: 'Ringe NAV', done: false, whoId: null }]);
    expect(meetings.addFollowUp(noted, first, id, 'Noe annet')).toBe(noted);
  });

  it('names only people who are on the map', () => {
    expect(followUps(meetings.updateFollowUp(noted, first, id, { whoId: who('Bo') }))[0]?.whoId).toBe(who('Bo'));
    expect(followUps(meetings.updateFollowUp(noted, first, id, { whoId: who('Nobody') }))[0]?.whoId).toBeNull();
  });

  it('takes a matter away, and nothing when it is not there', () => {
    expect(followUps(meetings.removeFollowUp(noted, first, id))).toEqual([]);
    expect(meetings.removeFollowUp(noted, 'meeting-2' as MeetingId, id)).toBe(noted);
  });

  it('stops where a file would not be read again', () => {
    const matters = Array.from({ length: MAX_FOLLOW_UPS + 2 }, (_, index) => `f-${index}` as FollowUpId);
    const [meeting] = meetings.planMeeting(map, first, {}).meetings;
    const full = matters.slice(0, MAX_FOLLOW_UPS).map((one) => ({ ...followUps(noted)[0], id: one }));
    const many = { ...map, meetings: [{ ...meeting, followUps: full }] } as NetworkMap;
    expect(meetings.addFollowUp(many, first, 'f-more' as FollowUpId, 'enda noe')).toBe(many);
  });
});

it('plans one field of a meeting without touching the others', () => {
  const planned = meetings.planMeeting(meetings.planMeeting(map, first, { theme: 'Å bo alene' }), first, {
    time: '17:00',
  });
  expect(currentMeeting(planned)).toMatchObject({ theme: 'Å bo alene', time: '17:00', placeKind: 'other' });
});

describe('the next meeting', () => {
  const second = 'meeting-2' as MeetingId;
  const wished = meetings.invite(meetings.invite(map, first, [who('Anna')], 'yes'), first, [who('Bo')], 'notNow');
  const asked = meetings.updateInvitation(wished, first, who('Anna'), {
    asker: 'leader',
    means: 'call',
    needs: 'tolk',
    contact: '123',
    answer: 'coming',
    came: true,
    remark: 'spør på torsdag',
    letter: { reason: 'Kjære Anna', when: 'Når: torsdag' },
  });
  const held = meetings.addFollowUp(
    meetings.planMeeting(asked, first, {
      date: '2026-12-03' as IsoDate,
      time: '17:00',
      placeKind: 'clinic',
      leaders: ['Kari'],
      theme: 'Skolen',
      nextNotes: 'Spør Bo neste gang',
      status: 'held',
    }),
    first,
    'f-1' as FollowUpId,
    'Ringe NAV',
  );
  const next = addMeeting(held, second, first);

  it('starts from the last list: those wished for, how to ask them, and nobody asked yet', () => {
    expect(Object.keys(currentMeeting(next)?.invitations ?? {})).toEqual([who('Anna')]);
    expect(invitationOf(next, who('Anna'))).toMatchObject({
      wish: 'yes',
      asker: 'leader',
      means: 'call',
      needs: 'tolk',
      contact: '123',
      answer: 'notAsked',
      came: null,
      remark: '',
      letter: { reason: 'Kjære Anna' },
    });
    expect(invitationOf(next, who('Anna')).letter).not.toHaveProperty('when');
  });

  it('keeps place and leaders; day, theme, notes and matters belong to the old one', () => {
    expect(currentMeeting(next)).toMatchObject({
      id: second,
      date: null,
      time: '',
      placeKind: 'clinic',
      leaders: ['Kari'],
      theme: '',
      nextNotes: '',
      status: 'planned',
      followUps: [],
    });
    expect(next.meetings[0]).toBe(held.meetings[0]);
  });

  it('may begin empty, is begun once, and goes away again without a trace', () => {
    expect(invitees(addMeeting(held, second, null))).toEqual([]);
    expect(addMeeting(next, second, null)).toBe(next);
    expect(removeMeeting(next, second)).toEqual(held);
  });
});

it('settles about a household at once', () => {
  const both = [who('Anna'), who('Bo'), who('Nobody')];
  const told = meetings.updateInvitation(map, first, both, { answer: 'coming', askedWith: who('Bo') });
  expect(both.map((id) => invitationOf(told, id).answer)).toEqual(['coming', 'coming', 'notAsked']);
  expect(both.map((id) => invitationOf(told, id).askedWith)).toEqual([who('Bo'), null, null]);
});
