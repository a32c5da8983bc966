import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import { invite, updateInvitation } from '../../src/model/edits/meetings.ts';
import { currentMeeting, invitationOf } from '../../src/model/questions.ts';
import type { MeetingId, NetworkMap, Wish } from '../../src/model/types.ts';
import { MeetingView } from '../../src/ui/meeting/MeetingView.tsx';
import { contextOf, idOf, mapWith, openMap, type Someone } from '../support/openMap.tsx';

const MEETING = 'meeting-1' as MeetingId;
const wishing = (map: NetworkMap, wish: Wish, ...names: string[]) => invite(map, MEETING, names.map(idOf), wish);

const PEOPLE: readonly Someone[] = [
  { name: 'Mamma', relation: 'mor' },
  { name: 'Thor', relation: 'fetter' },
  { name: 'Vilde', relation: 'søster', child: true },
  { name: 'Bamse', kind: 'animal' },
];
const planned = () => wishing(wishing(mapWith(...PEOPLE), 'yes', 'Mamma'), 'maybe', 'Vilde');
const openMeeting = (map: NetworkMap) => openMap(<MeetingView />, { map });
const openDetails = async (name: string, map = planned()) => {
  const opened = openMeeting(map);
  await opened.user.click(screen.getByRole('button', { name: new RegExp(`^Om ${name}`) }));
  return opened;
};

describe('whom to have along', () => {
  it('says in words how many, and no more', () => {
    openMeeting(planned());
    expect(screen.getByText('1 vil du invitere · 1 vil du tenke på')).toBeVisible();
  });

  it('asks kindly when nobody is chosen, and offers everybody but animals, in the order of the map', () => {
    openMeeting(mapWith(...PEOPLE));
    expect(screen.getByText(/Du bestemmer hvem som blir spurt/)).toBeVisible();
    const names = screen.getAllByRole('button', { name: /^Inviter / }).map((button) => button.textContent);
    expect(names).toEqual(['Mammamor', 'Thorfetter', 'Vildesøster']);
  });

  it('invites with one tap, and takes it back', async () => {
    const { user, map, undo } = openMeeting(mapWith(...PEOPLE));
    await user.click(screen.getByRole('button', { name: 'Inviter Thor' }));
    expect(invitationOf(map(), idOf('Thor')).wish).toBe('yes');
    expect(screen.getByRole('button', { name: 'Inviter Vilde' })).toHaveFocus();
    act(undo);
    expect(screen.getByRole('button', { name: 'Inviter Thor' })).toBeVisible();
  });

  it('keeps a row where it is while its mark is tapped', async () => {
    const { user, map } = openMeeting(planned());
    await user.click(screen.getByRole('button', { name: 'Mamma: Inviteres' }));
    await user.click(screen.getByRole('button', { name: 'Mamma: Vil tenke på det' }));
    expect(invitationOf(map(), idOf('Mamma')).wish).toBe('notNow');
    const names = screen
      .getAllByRole('combobox', { name: /^Svar fra/ })
      .map((answer) => answer.getAttribute('aria-label'));
    expect(names).toEqual(['Svar fra Mamma', 'Svar fra Vilde']);
  });

  it('folds away those who are not asked this time', () => {
    openMeeting(wishing(planned(), 'notNow', 'Thor'));
    expect(screen.getByText('Ikke denne gangen').closest('details')).not.toHaveAttribute('open');
  });

  it('remembers the answer', async () => {
    const { user, map } = openMeeting(planned());
    await user.selectOptions(screen.getByRole('combobox', { name: 'Svar fra Mamma' }), 'Kan ikke');
    expect(invitationOf(map(), idOf('Mamma')).answer).toBe('cannot');
  });
});

describe('one invitation', () => {
  it('settles who asks, how, and what is needed, each a step to undo', async () => {
    const { user, map, undo } = await openDetails('Mamma');
    await user.click(screen.getByRole('radio', { name: 'Møteleder spør' }));
    await user.click(screen.getByRole('radio', { name: 'brev' }));
    await user.click(screen.getByRole('checkbox', { name: 'skyss' }));
    expect(invitationOf(map(), idOf('Mamma'))).toMatchObject({
      asker: 'leader',
      means: 'letter',
      needFlags: ['transport'],
    });
    act(undo);
    expect(invitationOf(map(), idOf('Mamma')).needFlags).toEqual([]);
  });

  it('keeps a contact only where it is asked for, as one step', async () => {
    const { user, map, undo } = await openDetails('Mamma');
    await user.type(await screen.findByLabelText('Telefon eller e-post'), '123 45 678');
    await user.tab();
    expect(invitationOf(map(), idOf('Mamma')).contact).toBe('123 45 678');
    act(undo);
    expect(invitationOf(map(), idOf('Mamma')).contact).toBe('');
  });

  it('reminds gently about a child', async () => {
    const { user, map } = await openDetails('Vilde');
    expect(screen.getByText(/har foreldreansvar og kan samtykke/)).toBeVisible();
    await user.type(await screen.findByLabelText('Hvem samtykker, og hvem passer på Vilde?'), 'Mamma');
    expect(invitationOf(map(), idOf('Vilde')).guardian).toBe('Mamma');
  });

  it('asks two as one: one row, one answer, one step to undo, and each for themselves again', async () => {
    const { user, map, undo } = await openDetails('Thor', wishing(planned(), 'yes', 'Thor'));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Spørres sammen med' }), 'Mamma');
    expect(invitationOf(map(), idOf('Thor')).askedWith).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Spør Thor og Mamma sammen' }));
    expect(screen.getByText('Mamma og Thor')).toBeVisible();
    expect(screen.getByText('mor, fetter · spørres sammen')).toBeVisible();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Svar fra Mamma og Thor' }), 'Kommer');
    const answers = () => ['Mamma', 'Thor'].map((name) => invitationOf(map(), idOf(name)).answer);
    expect(answers()).toEqual(['coming', 'coming']);
    act(undo);
    expect(answers()).toEqual(['notAsked', 'notAsked']);
    await user.click(screen.getByRole('button', { name: /^Om Mamma og Thor/ }));
    await user.click(screen.getByRole('button', { name: 'Spør hver for seg' }));
    expect(screen.getByRole('combobox', { name: 'Svar fra Thor' })).toBeVisible();
  });

  it('has a row for each again when they are no longer wished for alike, and says so at both', () => {
    const map = updateInvitation(planned(), MEETING, idOf('Vilde'), { askedWith: idOf('Mamma') });
    openMeeting(map);
    expect(screen.getByText('spørres sammen med Mamma')).toBeVisible();
    expect(screen.getByText('spørres sammen med Vilde')).toBeVisible();
  });

  it.each(LANGUAGES)('copies the list without contact, and without those kept off paper (%s)', async (language) => {
    const people = mapWith(...PEOPLE, { name: 'Hemmelig', offPaper: true });
    const map = updateInvitation(wishing(people, 'yes', 'Mamma', 'Hemmelig'), MEETING, idOf('Mamma'), {
      contact: '123',
      remark: 'stille',
    });
    const { user } = openMap(<MeetingView />, { map, language });
    await user.click(screen.getByRole('button', { name: contextOf({ map, language }).t('out.list.copy') }));
    const text = await navigator.clipboard.readText();
    expect(text).toContain('Mamma (mor)');
    expect(text).not.toMatch(/Hemmelig|123|stille/);
  });
});

describe('the meeting itself', () => {
  const plan = () => within(screen.getByRole('region', { name: 'Møtet' }));

  it('is made by the first thing said about it, and undone with it', async () => {
    const { user, map, undo } = openMeeting(mapWith(...PEOPLE));
    expect(currentMeeting(map())).toBeNull();
    // Nothing is concluded: not even where.
    for (const place of plan().getAllByRole('radio')) expect(place).not.toBeChecked();
    await user.click(plan().getByRole('radio', { name: 'Video' }));
    expect(currentMeeting(map())).toMatchObject({ placeKind: 'video' });
    act(undo);
    expect(currentMeeting(map())).toBeNull();
  });

  it('says nothing of the place until one is chosen; another place waits for its name', async () => {
    const { user, map } = openMeeting(mapWith(...PEOPLE));
    const other = () => plan().getByRole('radio', { name: 'Et annet sted' });
    await user.click(other());
    expect(other()).toBeChecked();
    expect(currentMeeting(map())).toBeNull();
    await user.click(plan().getByRole('radio', { name: 'Hjemme hos meg' }));
    await user.click(other());
    expect(other()).toBeChecked();
    expect(currentMeeting(map())).toMatchObject({ placeKind: 'other' });
  });

  it('takes date, leaders and theme', async () => {
    const { user, map } = openMeeting(mapWith(...PEOPLE));
    await user.type(await plan().findByLabelText('Dato'), '2026-12-03');
    await user.type(plan().getByLabelText('Møteleder til'), 'Kari');
    await user.type(plan().getByLabelText('Det jeg vil snakke om (kan stå tomt)'), 'Skolen');
    expect(currentMeeting(map())).toMatchObject({ date: '2026-12-03', leaders: ['', 'Kari'], theme: 'Skolen' });
  });

  it('offers an agreement on openness, and takes it away again', async () => {
    const { user, map } = openMeeting(mapWith(...PEOPLE));
    await user.click(screen.getByRole('button', { name: 'Ta med en avtale om åpenhet' }));
    expect(currentMeeting(map())?.agreement).toMatch(/Det som sies her, blir her/);
    await user.click(screen.getByRole('button', { name: 'Ta bort avtalen' }));
    expect(currentMeeting(map())?.agreement).toBe('');
  });
});
