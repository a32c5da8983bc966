import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { OutDialog } from '../../src/ui/out/OutDialog.tsx';
import type { Language } from '../../src/i18n/languages.ts';
import { type Someone, inField, mapWith, openMap } from '../support/openMap.tsx';

const FAMILY: readonly Someone[] = [
  { name: 'Mamma', relation: 'mor' },
  { name: 'Turid', relation: 'nabo', at: inField('neighbours') },
  { name: 'Hemmelig', relation: 'venn', offPaper: true, at: inField('friends') },
  { name: 'Ventende', at: 'tray' },
];

beforeEach(() => {
  // jsdom has no modal dialogs and no canvas.
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function (this: HTMLDialogElement) {
    this.open = false;
    this.dispatchEvent(new Event('close'));
  };
  HTMLCanvasElement.prototype.getContext = () => null;
  Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => {} });
});

const open = (language: Language = 'nb') => {
  const opened = openMap(<OutDialog />, { map: mapWith(...FAMILY), language });
  opened.context.mapStore.getState().edit('describe', { title: 'Kartet mitt' });
  return opened;
};
const preview = () => screen.getByRole('region', { name: 'Slik blir det' });

/** A browser that can't read the drawing. */
class BrokenImage extends EventTarget {
  set src(_address: string) {
    setTimeout(() => this.dispatchEvent(new Event('error')));
  }
}

vi.setConfig({ testTimeout: 30_000 });

describe('what leaves the device', () => {
  it('shows exactly the sheet, and on the screen only who is missing from it', () => {
    open();
    expect(within(preview()).getByText('Mamma')).toBeInTheDocument();
    expect(within(preview()).queryByText('Hemmelig')).toBeNull();
    expect(within(preview()).queryByText('Ventende')).toBeNull();
    expect(screen.getByText('1 er merket «ikke på papir» og kommer ikke med.')).toBeVisible();
    expect(screen.getByText('1 er ikke plassert ennå og står ikke på kartet.')).toBeVisible();
    expect(preview()).not.toHaveTextContent('ikke på papir');
    expect(screen.getByText(/Utskriften viser også andre mennesker/)).toBeVisible();
  });

  it('shows roles instead of names when that is ticked', async () => {
    const { user } = open();
    await user.click(screen.getByRole('checkbox', { name: 'Roller i stedet for navn' }));
    expect(within(preview()).queryByText('Mamma')).toBeNull();
    expect(within(preview()).getByText('mor')).toBeInTheDocument();
  });

  it('hides on paper what is hidden on the map afterwards', async () => {
    const { user, context } = open();
    const relations = screen.getByRole('checkbox', { name: 'Hvem de er for meg' });
    await user.click(screen.getByRole('checkbox', { name: 'Ringene' }));
    expect(relations).toBeChecked();
    act(() => context.mapStore.getState().edit('setShown', { relations: false }));
    expect(relations).not.toBeChecked();
    expect(within(preview()).queryByText('nabo')).toBeNull();
  });

  it('says in words that nobody is on the list yet', async () => {
    const { user } = open();
    await user.click(screen.getByRole('button', { name: 'Liste' }));
    expect(preview()).toHaveTextContent('Ingen er valgt ennå');
    expect(screen.queryByRole('button', { name: 'Lagre' })).toBeNull();
  });

  it('has two files: the one to keep with everybody, the one to share with what is ticked', async () => {
    const { user } = open();
    await user.click(screen.getByRole('button', { name: 'Fil' }));
    expect(preview()).toHaveTextContent('Hemmelig');
    await user.click(screen.getByRole('button', { name: 'Filen du deler' }));
    expect(preview()).not.toHaveTextContent('Hemmelig');
    await user.click(screen.getByRole('checkbox', { name: 'De som er merket «ikke på papir»' }));
    expect(preview()).toHaveTextContent('Hemmelig');
  });

  it('hands the file over under a name that says only the day, and tells so', async () => {
    const { user } = open();
    const names: string[] = [];
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      names.push(this.download);
    });
    await user.click(screen.getByRole('button', { name: 'Fil' }));
    await user.click(screen.getByRole('button', { name: 'Lagre' }));
    click.mockRestore();
    expect(names).toEqual([expect.stringMatching(/^kart-\d{4}-\d\d-\d\d\.nettverkskart\.json$/)]);
    expect(screen.getByRole('status')).toHaveTextContent(/Nettleseren tar imot filen kart-/);
  });

  it('says in plain words that a picture did not come to be', async () => {
    vi.stubGlobal('Image', BrokenImage);
    const { user } = open();
    await user.click(screen.getByRole('button', { name: 'Bilde' }));
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(/Bildet ble ikke til/), {
      timeout: 5_000,
    });
    vi.unstubAllGlobals();
  });

  it('closes', async () => {
    const { user, context } = open();
    context.viewStore.getState().set({ dialog: 'out' });
    await user.click(screen.getByRole('button', { name: 'Lukk' }));
    expect(context.viewStore.getState().dialog).toBeNull();
  });

  it.each(['nn', 'en'] as const)('speaks %s', (language) => {
    open(language);
    expect(screen.getByRole('dialog')).toHaveAccessibleName(
      language === 'nn' ? 'Skriv ut og ta med' : 'Print and take along',
    );
    expect(document.body).toHaveTextContent(language === 'nn' ? 'Kven skal få sjå ho?' : 'Who may see it?');
  });
});
