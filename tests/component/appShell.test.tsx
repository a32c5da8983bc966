import { act, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { NOT_CARRIED_KINDS } from '../../src/document/foreign/notCarried.ts';
import { READ_FAILURE_KINDS } from '../../src/document/readMapFile.ts';
import { en } from '../../src/i18n/en/en.ts';
import { nb } from '../../src/i18n/nb/nb.ts';
import { nn } from '../../src/i18n/nn/nn.ts';
import { REPAIR_KINDS } from '../../src/model/repairKinds.ts';
import { FAILURE_WORDS, NOT_CARRIED_WORDS, REPAIR_WORDS } from '../../src/ui/shell/failureWords.ts';
import { LiveRegion } from '../../src/ui/shell/LiveRegion.tsx';
import { type NoticeActions, Notices } from '../../src/ui/shell/Notices.tsx';
import { TopBar } from '../../src/ui/shell/TopBar.tsx';
import { mapWith, openMap } from '../support/openMap.tsx';

const PEOPLE = mapWith({ name: 'Mamma' }, { name: 'Pappa' });

describe.each(Object.entries({ nb, nn, en }))('what can go wrong, in %s', (_, messages) => {
  it.each(READ_FAILURE_KINDS)('%s is a whole sentence', (kind) => {
    expect(messages[FAILURE_WORDS[kind]]).toMatch(/^\p{Lu}.{20,}\.$/u);
  });

  it('has a sentence for every repair and for all that can not be carried over', () => {
    for (const kind of REPAIR_KINDS) expect(messages[REPAIR_WORDS[kind]]).toMatch(/^\p{Lu}.{20,}\.$/u);
    for (const kind of NOT_CARRIED_KINDS) expect(messages[NOT_CARRIED_WORDS[kind]]).toMatch(/^\p{Lu}.+\.$/u);
  });
});

describe('the bar', () => {
  it('says what undo would take back, and only then undoes', async () => {
    const { context, user, map } = openMap(<TopBar />, { map: PEOPLE });
    expect(screen.getByRole('button', { name: 'Angre' })).toHaveAttribute('aria-disabled', 'true');
    act(() =>
      context.mapStore.getState().edit(
        'removePeople',
        Object.values(PEOPLE.people).map(({ id }) => id),
      ),
    );
    await user.click(screen.getByRole('button', { name: 'Angre: tok bort person' }));
    expect(map()).toBe(PEOPLE);
    await user.click(screen.getByRole('button', { name: 'Gjør om igjen: tok bort person' }));
    expect(map().people).toEqual({});
  });

  it('shows whether the map is kept, and cries out only when it is not', () => {
    const { context, container } = openMap(
      <>
        <TopBar />
        <LiveRegion />
      </>,
      { map: PEOPLE },
    );
    const state = () => container.querySelector('[data-save-state]');
    for (const saveState of ['saving', 'saved', 'off'] as const) {
      act(() => context.viewStore.getState().set({ saveState }));
      expect(state()).toHaveAttribute('data-save-state', saveState);
      expect(screen.getByRole('alert')).toBeEmptyDOMElement();
    }
    act(() => context.viewStore.getState().set({ saveState: 'failed' }));
    expect(state()).toHaveTextContent('Ikke lagret');
    expect(screen.getByRole('alert')).toHaveTextContent('Ikke lagret – last ned en kopi');
  });

  it('does not call a map saved here that belongs to another window', () => {
    const { context, container } = openMap(<TopBar />, { map: PEOPLE });
    act(() => context.mapStore.getState().setReadOnly(true));
    expect(container.querySelector('[data-save-state]')).toHaveAttribute('data-save-state', 'off');
    expect(container.querySelector('[data-save-state]')).not.toHaveTextContent(/lagret/);
  });

  it('leads from map to list and meeting', async () => {
    const { context, user } = openMap(<TopBar />, { map: PEOPLE });
    await user.click(screen.getByRole('button', { name: 'Liste', pressed: false }));
    expect(context.viewStore.getState().screen).toBe('list');
    expect(screen.getByRole('button', { name: 'Liste', pressed: true })).toBeVisible();
  });
});

describe('the menu', () => {
  it('is a menu to the keyboard: opens on the first, goes round, closes with Escape, and gives the focus back', async () => {
    const { user } = openMap(<TopBar />, { map: PEOPLE });
    const more = screen.getByRole('button', { name: 'Mer' });
    more.focus();
    await user.keyboard('{Enter}');
    expect(screen.getByRole('menuitem', { name: 'Rydd' })).toHaveFocus();
    await user.keyboard('{ArrowUp}');
    expect(screen.getByRole('menuitem', { name: 'Lukk kartet' })).toHaveFocus();
    await user.keyboard('b');
    expect(screen.getByRole('menuitemcheckbox', { name: 'Bare kartet' })).toHaveFocus();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('menu')).toBeNull();
    expect(more).toHaveFocus();
  });

  it('says why something can not be done, and does not do it', async () => {
    const { context, user } = openMap(<TopBar />, { map: mapWith() });
    await user.click(screen.getByRole('button', { name: 'Mer' }));
    const tidy = screen.getByRole('menuitem', { name: 'Rydd Det er ingen på kartet ennå.' });
    expect(tidy).toHaveAttribute('aria-disabled', 'true');
    await user.click(tidy);
    expect(context.mapStore.getState().rev).toBe(0);
  });

  it('stays open while layers are switched', async () => {
    const { user, map } = openMap(<TopBar />, { map: PEOPLE });
    await user.click(screen.getByRole('button', { name: 'Mer' }));
    await user.click(screen.getByRole('menuitemcheckbox', { name: 'Ringer', checked: true }));
    expect(map().shown.rings).toBe(false);
    expect(screen.getByRole('menuitemcheckbox', { name: 'Ringer', checked: false })).toBeVisible();
  });
});

describe('the strips', () => {
  const actions = () =>
    ({
      keep: vi.fn<() => void>(),
      goBack: vi.fn<() => void>(),
      throwAway: vi.fn<() => void>(),
      takeOver: vi.fn<() => void>(),
      retrySave: vi.fn<() => void>(),
      downloadCopy: vi.fn<() => void>(),
      dismissFailure: vi.fn<() => void>(),
    }) satisfies NoticeActions;
  const calm = {
    repairs: [],
    notCarriedOver: [],
    olderCopyUsed: false,
    restored: false,
    canGoBack: false,
    failure: null,
  } as const;

  it('asks once whether an opened file is to be kept, and says what was put right', async () => {
    const does = actions();
    const { user, context, said } = openMap(
      <Notices
        {...calm}
        origin="file"
        canGoBack
        repairs={[
          { kind: 'spansEvened', count: 1 },
          { kind: 'ringsEvened', count: 2 },
        ]}
        actions={does}
      />,
      { map: PEOPLE },
    );
    act(() => context.viewStore.getState().set({ saveState: 'off' }));
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Breddene på felt eller ringer stemte ikke. De er jevnet ut.',
    ]);
    await user.click(screen.getByRole('button', { name: 'Tilbake til forrige kart' }));
    expect(does.goBack).toHaveBeenCalledOnce();
    await user.click(screen.getByRole('button', { name: 'Husk det her' }));
    expect(does.keep).toHaveBeenCalledOnce();
    expect(said()).toBe('Nå huskes kartet på dette nettbrettet.');
  });

  it('offers to try again and a copy for as long as nothing is saved', async () => {
    const does = actions();
    const { user, context } = openMap(<Notices {...calm} origin="stored" actions={does} />, { map: PEOPLE });
    expect(screen.queryByRole('button', { name: 'Last ned en kopi' })).toBeNull();
    act(() => context.viewStore.getState().set({ saveState: 'failed' }));
    await user.click(screen.getByRole('button', { name: 'Last ned en kopi' }));
    await user.click(screen.getByRole('button', { name: 'Prøv igjen' }));
    expect(does.downloadCopy).toHaveBeenCalledOnce();
    expect(does.retrySave).toHaveBeenCalledOnce();
  });

  it('offers to take over a map that is open elsewhere', async () => {
    const does = actions();
    const { user, context } = openMap(<Notices {...calm} origin="stored" actions={does} />, { map: PEOPLE });
    act(() => context.mapStore.getState().setReadOnly(true));
    await user.click(screen.getByRole('button', { name: 'Fortsett her i stedet' }));
    expect(does.takeOver).toHaveBeenCalledOnce();
  });
});
