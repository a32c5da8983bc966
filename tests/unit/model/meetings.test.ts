import { describe, expect, it } from 'vitest';
import * as meetings from '../../../src/model/edits/meetings.ts';
import { MAX_FOLLOW_UPS } from '../../../src/model/limits.ts';
import { currentDrawing, currentMeeting, invitationOf, invitees } from '../../../src/model/questions.ts';
import type { FollowUpId, MeetingId, NetworkMap } from '../../../src/model/types.ts';
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
  expect(currentMeeting(planned)).toMatchObject({ theme: 'Å bo alene', time: '17:00', placeKind: 'myHome' });
});
