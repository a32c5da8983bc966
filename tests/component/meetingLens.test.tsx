import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { beginLens, toggleAway } from '../../src/commands/lens.ts';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import { invite, updateInvitation } from '../../src/model/edits/meetings.ts';
import { connect } from '../../src/model/edits/relations.ts';
import type { MeetingId, NetworkMap } from '../../src/model/types.ts';
import { LensPanel } from '../../src/ui/meeting/LensPanel.tsx';
import { contextOf, idOf, mapWith, openMap } from '../support/openMap.tsx';

const MEETING = 'meeting-1' as MeetingId;

function planned(): NetworkMap {
  const drawn = mapWith({ name: 'Mamma' }, { name: 'Thor' }, { name: 'Turid' }, { name: 'Line' });
  const tied = connect(connect(drawn, [idOf('Mamma'), idOf('Thor')]), [idOf('Mamma'), idOf('Turid')]);
  return invite(invite(tied, MEETING, [idOf('Mamma'), idOf('Thor')], 'yes'), MEETING, [idOf('Turid')], 'maybe');
}

function openLens(map = planned()) {
  const opened = openMap(<LensPanel />, { map });
  act(() => beginLens(opened.context));
  const panel = () => within(screen.getByRole('complementary', { name: 'Slik blir møtet' }));
  return { ...opened, panel, lens: () => opened.context.viewStore.getState().lens };
}

describe('how the meeting will be', () => {
  it('shows those on the list, the certain ones first, and says who they are', () => {
    const { panel, said } = openLens();
    const names = panel()
      .getAllByRole('button', { pressed: true })
      .map((button) => button.textContent);
    expect(names).toEqual(['✓Mamma', '✓Thor', '?Turidvil tenke på det']);
    expect(said()).toBe('Slik blir møtet. Med er Mamma, Thor og Turid.');
  });

  it('says gently who would know nobody if somebody could not come, stores nothing, and has them back', async () => {
    const { user, panel, map, said, context } = openLens();
    const before = map();
    await user.click(panel().getByRole('button', { name: /Mamma/ }));
    expect(panel().getByText('Hvis Mamma ikke kommer')).toBeVisible();
    expect(panel().getByText('Thor og Turid kjenner deg, men ikke de andre.')).toBeVisible();
    expect(said()).toBe('Uten Mamma. Thor og Turid kjenner deg, men ikke de andre.');
    await user.click(panel().getByRole('button', { name: /Mamma/ }));
    expect(panel().queryByText(/kjenner deg/)).toBeNull();
    expect(said()).toBe('Mamma er med igjen.');
    expect(map()).toBe(before);
    expect(context.mapStore.getState().history.past).toEqual([]);
  });

  it('begins without whoever has said that they cannot', () => {
    const { panel } = openLens(updateInvitation(planned(), MEETING, idOf('Thor'), { answer: 'cannot' }));
    expect(panel().getByText('Hvis Thor ikke kommer')).toBeVisible();
    expect(panel().getByRole('button', { name: /Thor/, pressed: false })).toBeVisible();
  });

  it('tells, for a tap on somebody who is not on the list, just that', () => {
    const { context, said, lens } = openLens();
    act(() => toggleAway(context, idOf('Line')));
    expect(said()).toBe('Line står ikke på listen.');
    expect(lens()).toEqual({ away: [] });
  });

  it('ends with Escape, with the button, and by going to the meeting', async () => {
    const { user, panel, lens, context } = openLens();
    panel().getByRole('button', { name: /Thor/ }).focus();
    await user.keyboard('{Escape}');
    expect(lens()).toBeNull();
    act(() => beginLens(context));
    await user.click(panel().getByRole('button', { name: 'Ferdig' }));
    expect(lens()).toBeNull();
    act(() => beginLens(context));
    await user.click(panel().getByRole('button', { name: 'Til møtet' }));
    expect(context.viewStore.getState()).toMatchObject({ lens: null, screen: 'meeting' });
  });

  it('does not begin where nobody is on the list', () => {
    const { lens } = openLens(mapWith({ name: 'Mamma' }));
    expect(lens()).toBeNull();
  });

  it.each(LANGUAGES)('gives no advice and no number (%s)', (language) => {
    const context = contextOf({ map: planned(), language });
    beginLens(context);
    toggleAway(context, idOf('Mamma'));
    expect(context.viewStore.getState().announcement.text).not.toMatch(/\d|bør|burde|should|alene|aleine|alone/i);
  });
});
