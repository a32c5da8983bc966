import { act, render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { BackupReason } from '../../src/model/backupReason.ts';
import type { IsoDate, IsoDateTime } from '../../src/model/types.ts';
import { BackupNotice } from '../../src/ui/shell/BackupNotice.tsx';
import { RemovalReceipt } from '../../src/ui/shell/RemovalReceipt.tsx';
import { WORDS } from '../support/aMap.ts';
import { mapWith, openMap } from '../support/openMap.tsx';

const OLD = {
  ...mapWith({ name: 'Kari' }, { name: 'Noah' }, { name: 'Elias' }),
  createdAt: '2020-01-01T08:00:00.000Z' as IsoDateTime,
};
const port = (file: IsoDate | null = null, told = new Set<BackupReason>()) => ({
  again: true,
  file: () => file,
  persisted: async () => true,
  told,
});
const week = 'Kartet er ikke lagret som fil på en uke eller mer.';

it('a quiet line, and its button leads to the files; told once, it is not told again', async () => {
  const told = new Set<BackupReason>();
  const first = openMap(<BackupNotice port={port(null, told)} />, { map: OLD });
  expect(await screen.findByText(week)).toBeVisible();
  await first.user.click(screen.getByRole('button', { name: 'Lagre som fil …' }));
  expect(first.context.viewStore.getState().dialog).toBe('out');
  expect(screen.queryByText(week)).toBeNull();
  first.unmount();
  openMap(<BackupNotice port={port(null, told)} />, { map: OLD });
  await act(async () => {});
  expect(screen.queryByText(week)).toBeNull();
});

it('put away, it stays away, also on another screen', async () => {
  const { user, context } = openMap(<BackupNotice port={port()} />, { map: OLD });
  await screen.findByText(week);
  await user.click(screen.getByRole('button', { name: 'Greit' }));
  expect(screen.queryByText(week)).toBeNull();
  await act(async () => context.viewStore.getState().set({ screen: 'meeting' }));
  expect(screen.queryByText(week)).toBeNull();
});

it('is no longer said of a map that is stored nowhere any more', async () => {
  const { context } = openMap(<BackupNotice port={port()} />, { map: OLD });
  await screen.findByText(week);
  act(() => context.viewStore.getState().set({ saveState: 'off' }));
  expect(screen.queryByText(week)).toBeNull();
});

it('a receipt says what went, what could not, and what lies elsewhere, and nobody’s name', () => {
  render(
    <RemovalReceipt
      t={WORDS.nb}
      receipt={[
        { trace: 'second', gone: 2, left: 0 },
        { trace: 'maps', gone: 0, left: null },
        { trace: 'keys', gone: 1, left: 2 },
      ]}
    />,
  );
  const left = screen.getByRole('alert');
  expect(left).toHaveTextContent('Kartene: Databasen i nettleseren svarer ikke');
  expect(left).toHaveTextContent('Nøkler som kunne åpne kart her');
  expect(screen.getByText('De andre kopiene av 2 kart')).toBeVisible();
  expect(screen.queryByText('Vi har sett etter at det er borte.')).toBeNull();
  expect(screen.getByText('Papirutskrifter')).toBeVisible();
});
