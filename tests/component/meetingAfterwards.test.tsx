import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { invite, planMeeting } from '../../src/model/edits/meetings.ts';
import { currentMeeting, invitationOf } from '../../src/model/questions.ts';
import type { IsoDate, MeetingId, NetworkMap } from '../../src/model/types.ts';
import { MeetingView } from '../../src/ui/meeting/MeetingView.tsx';
import { idOf, mapWith, openMap } from '../support/openMap.tsx';

const MEETING = 'meeting-1' as MeetingId;
const planned = (): NetworkMap =>
  planMeeting(
    invite(mapWith({ name: 'Mamma' }, { name: 'Thor' }, { name: 'Turid' }), MEETING, [idOf('Mamma')], 'yes'),
    MEETING,
    { date: '2026-12-03' as IsoDate, leaders: ['Kari'] },
  );

function openAfter(map = planned()) {
  const opened = openMap(<MeetingView />, { map });
  act(() => opened.context.viewStore.getState().set({ screen: 'meeting' }));
  const matters = () => within(screen.getByRole('region', { name: 'Det vi følger opp' }));
  const matter = (name: string) => within(matters().getByRole('listitem', { name: `Om «${name}»` }));
  const add = async (...names: string[]) => {
    const field = matters().getByLabelText('Noe som kom opp');
    for (const name of names) await opened.user.type(field, `${name}{Enter}`);
  };
  return { ...opened, matters, matter, add };
}

describe('afterwards', () => {
  it('notes that the meeting was held, and who came', async () => {
    const { user, map, undo } = openAfter();
    await user.click(screen.getByRole('switch', { name: 'Møtet er holdt' }));
    const came = within(screen.getByRole('radiogroup', { name: 'Kom Mamma?' }));
    await user.click(came.getByRole('radio', { name: 'Kom ikke' }));
    expect(currentMeeting(map())?.status).toBe('held');
    expect(invitationOf(map(), idOf('Mamma')).came).toBe(false);
    act(undo);
    expect(invitationOf(map(), idOf('Mamma')).came).toBeNull();
  });

  it('takes one matter after the other, with Enter', async () => {
    const { map, add, matters } = openAfter();
    await add('Ringe NAV', 'Skolen');
    expect(currentMeeting(map())?.followUps.map(({ matter }) => matter)).toEqual(['Ringe NAV', 'Skolen']);
    expect(matters().getByLabelText('Noe som kom opp')).toHaveFocus();
    await add('  ');
    expect(currentMeeting(map())?.followUps).toHaveLength(2);
  });

  it('settles who follows up: somebody of the map, a leader, me, or a name that is written', async () => {
    const { user, map, add, matter } = openAfter();
    await add('Skolen');
    const chooseFrom = () => matter('Skolen').getByLabelText('Hvem følger opp?');
    const first = () => currentMeeting(map())?.followUps[0];
    await user.selectOptions(chooseFrom(), 'Thor');
    expect(first()).toMatchObject({ whoId: idOf('Thor'), who: '' });
    await user.selectOptions(chooseFrom(), 'Kari');
    expect(first()).toMatchObject({ whoId: null, who: 'Kari' });
    await user.selectOptions(chooseFrom(), 'Meg');
    expect(first()).toMatchObject({ whoId: null, who: 'Meg' });
    await user.selectOptions(chooseFrom(), 'En annen …');
    await user.type(matter('Skolen').getByLabelText('Hvem da?'), 'rektor');
    expect(first()).toMatchObject({ whoId: null, who: 'rektor' });
    await user.selectOptions(chooseFrom(), 'Ikke bestemt');
    expect(first()).toMatchObject({ whoId: null, who: '' });
  });

  it('shows beside each name how many open matters it carries, and only that', async () => {
    const { user, add, matter, matters } = openAfter();
    await add('Skolen', 'NAV', 'Bolig');
    for (const name of ['Skolen', 'NAV']) {
      await user.selectOptions(matter(name).getByLabelText('Hvem følger opp?'), 'Thor');
    }
    await user.selectOptions(matter('Bolig').getByLabelText('Hvem følger opp?'), 'Turid');
    const carried = () =>
      within(matters().getByRole('list', { name: 'Hvem har hva?' }))
        .getAllByRole('listitem')
        .map((item) => item.querySelector('.visually-hidden')?.textContent);
    expect(carried()).toEqual(['Thor: 2 saker', 'Turid: 1 sak']);
    await user.click(matter('NAV').getByLabelText('Gjort'));
    expect(carried()).toEqual(['Thor: 1 sak', 'Turid: 1 sak']);
  });

  it('puts what is done after what is open, keeps the place of the keys, and takes it back', async () => {
    const { user, add, matter, matters, undo } = openAfter();
    await add('Skolen', 'NAV');
    await user.click(matter('Skolen').getByLabelText('Gjort'));
    const order = () =>
      matters()
        .getAllByLabelText('Det som kom opp')
        .map((field) => (field as HTMLInputElement).value);
    expect(order()).toEqual(['NAV', 'Skolen']);
    expect(matter('Skolen').getByLabelText('Gjort')).toHaveFocus();
    act(undo);
    expect(order()).toEqual(['Skolen', 'NAV']);
    await user.click(matter('NAV').getByRole('button', { name: 'Ta bort «NAV»' }));
    expect(order()).toEqual(['Skolen']);
    act(undo);
    expect(order()).toEqual(['Skolen', 'NAV']);
  });
});

describe('several meetings', () => {
  it('begins the next one with the same list and the notes for it, and takes it back', async () => {
    const { user, map, undo } = openAfter();
    await user.type(screen.getByRole('textbox', { name: /^Til neste møte/ }), 'Spør Thor');
    await user.click(screen.getByRole('button', { name: 'Planlegg neste møte' }));
    expect(map().meetings).toHaveLength(2);
    expect(screen.getByText('Spør Thor')).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Hvem vil du ha med?' })).toHaveFocus();
    expect(screen.getByRole('combobox', { name: 'Svar fra Mamma' })).toHaveValue('notAsked');
    act(undo);
    expect(map().meetings).toHaveLength(1);
  });

  it('lets one look at an earlier one and change it, without touching the last', async () => {
    const { user, map } = openAfter();
    await user.click(screen.getByRole('button', { name: 'Planlegg neste møte' }));
    await user.selectOptions(screen.getByLabelText('Hvilket møte?'), '1. møte · 3. desember 2026');
    expect(screen.getByText(/tidligere møte/)).toBeVisible();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Svar fra Mamma' }), 'Kommer');
    await user.click(screen.getByRole('button', { name: 'Inviter Turid' }));
    const answers = map().meetings.map(({ invitations }) => invitations[idOf('Mamma')]?.answer);
    expect(answers).toEqual(['coming', 'notAsked']);
    expect(map().meetings.map(({ invitations }) => idOf('Turid') in invitations)).toEqual([true, false]);
    await user.click(screen.getByRole('button', { name: 'Kopier som tekst' }));
    expect(await navigator.clipboard.readText()).toMatch(/Når: torsdag 3\. desember 2026[^]*Mamma.*Kommer[^]*Turid/);
    fireEvent.change(screen.getByLabelText('Dato'), { target: { value: '2026-12-10' } });
    expect(screen.getByRole('heading', { name: 'Møtet er flyttet.' })).toBeVisible();
    expect(screen.getByRole('region', { name: 'Kalender' })).toHaveTextContent('torsdag 10. desember 2026');
    await user.selectOptions(screen.getByLabelText('Hvilket møte?'), '2. møte · dagen er ikke bestemt');
    await user.click(screen.getByRole('button', { name: 'Ta bort dette møtet' }));
    expect(map().meetings.map(({ id }) => id)).toEqual([MEETING]);
  });
});

describe('one by one', () => {
  it('asks about each in turn, each answer a step of its own, and nothing is a must', async () => {
    const { user, map, undo } = openAfter();
    await user.click(screen.getByRole('button', { name: 'Gå gjennom én og én' }));
    const walk = within(screen.getByRole('group', { name: 'Én og én' }));
    expect(walk.getByRole('heading', { name: 'Vil du ha Mamma med?' })).toHaveFocus();
    await user.click(walk.getByRole('button', { name: 'Neste' }));
    await user.click(walk.getByRole('button', { name: 'Vil tenke på det' }));
    await user.click(walk.getByRole('button', { name: 'Hopp over' }));
    expect(walk.getByText(/Det var alle/)).toHaveFocus();
    await user.click(walk.getByRole('button', { name: 'Forrige' }));
    expect(walk.getByRole('heading', { name: 'Vil du ha Turid med?' })).toHaveFocus();
    await user.click(walk.getByRole('button', { name: 'Til listen' }));
    expect(invitationOf(map(), idOf('Thor')).wish).toBe('maybe');
    act(undo);
    expect(invitationOf(map(), idOf('Thor')).wish).toBeNull();
    expect(screen.getByRole('button', { name: 'Inviter Turid' })).toBeVisible();
  });
});
