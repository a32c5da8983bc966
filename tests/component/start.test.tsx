import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { en } from '../../src/i18n/en/en.ts';
import { nb } from '../../src/i18n/nb/nb.ts';
import { nn } from '../../src/i18n/nn/nn.ts';
import type { Language } from '../../src/i18n/languages.ts';
import { createTranslate } from '../../src/i18n/translate.ts';
import type { IsoDateTime, MapId } from '../../src/model/types.ts';
import type { MapOnDevice, MapsOnDevice } from '../../src/ui/start/mapsOnDevice.ts';
import { StartScreen, type StartScreenProps } from '../../src/ui/start/StartScreen.tsx';
import { mapWith } from '../support/openMap.tsx';

const MESSAGES = { nb, nn, en };
const stored = (id: string, day: string): MapOnDevice => ({
  id: id as MapId,
  createdAt: `2026-${day}T12:00:00.000Z` as IsoDateTime,
  savedAt: `2026-${day}T12:30:00.000Z` as IsoDateTime,
  passphrase: false,
});
const secret = { ...mapWith({ name: 'Mamma' }), title: 'Hos Turid', ego: { name: 'Kari' } };

/** The start screen with these maps on the device. */
function start(found: readonly MapOnDevice[], given: { language?: Language; maps?: Partial<MapsOnDevice> } = {}) {
  let left = found;
  const ports = {
    list: vi.fn<MapsOnDevice['list']>(async () => left),
    read: vi.fn<MapsOnDevice['read']>(async () => secret),
    open: vi.fn<MapsOnDevice['open']>(),
    takeFile: vi.fn<MapsOnDevice['takeFile']>(),
    keep: vi.fn<MapsOnDevice['keep']>(),
    remove: vi.fn<MapsOnDevice['remove']>(async (id: MapId) => {
      left = left.filter((map) => map.id !== id);
      return [
        { trace: 'maps', gone: 1, left: 0 },
        { trace: 'points', gone: 3, left: 0 },
      ];
    }),
    ...given.maps,
  };
  const on = {
    newMap: vi.fn<StartScreenProps['onNewMap']>(),
    newLockedMap: vi.fn<StartScreenProps['onNewLockedMap']>(),
    openFile: vi.fn<StartScreenProps['onOpenFile']>(),
    example: vi.fn<StartScreenProps['onExample']>(),
    deleteAll: vi.fn<StartScreenProps['onDeleteAll']>(),
    language: vi.fn<StartScreenProps['onLanguage']>(),
  };
  const language = given.language ?? 'nb';
  render(
    <StartScreen
      t={createTranslate(MESSAGES[language])}
      language={language}
      maps={ports}
      onNewMap={on.newMap}
      onNewLockedMap={on.newLockedMap}
      onOpenFile={on.openFile}
      onExample={on.example}
      onDeleteAll={on.deleteAll}
      onLanguage={on.language}
    />,
  );
  return { ports, on, user: userEvent.setup() };
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const TWO = [stored('m-b', '11-20'), stored('m-a', '11-03')];

describe('the start screen', () => {
  it('answers where a map is kept with the tap that begins it', async () => {
    const { on, user } = start([]);
    await user.click(button('Nytt kart – husk det her'));
    expect(on.newMap).toHaveBeenLastCalledWith(true);
    await user.click(button('Nytt kart – ikke lagre'));
    expect(on.newMap).toHaveBeenLastCalledWith(false);
  });

  it('offers the examples when asked for', async () => {
    const { on, user } = start([]);
    expect(screen.queryByRole('button', { name: 'Ung, med nær familie' })).toBeNull();
    await user.click(button('Se et eksempel'));
    await user.click(button('Ung, med nær familie'));
    expect(on.example).toHaveBeenCalledWith('young');
  });

  it('shows the maps by month and number, and reads none of them', async () => {
    const { ports } = start([...TWO, stored('m-c', '10-09')]);
    const names = (await screen.findAllByRole('heading', { level: 3 })).map(({ textContent }) => textContent);
    expect(names).toEqual(['november 2026 – kart 2', 'november 2026 – kart 1', 'oktober 2026 – kart 1']);
    expect(ports.read).not.toHaveBeenCalled();
    expect(document.body).not.toHaveTextContent(/Turid|Kari|Mamma/);
  });

  it('shows a title after Vis, of that map only, and hides it again', async () => {
    const { ports, user } = start(TWO);
    await user.click(await screen.findByRole('button', { name: 'Vis tittelen: november 2026 – kart 1' }));
    expect(await screen.findByText('Hos Turid · Kari')).toBeVisible();
    expect(ports.read).toHaveBeenCalledExactlyOnceWith('m-a');
    await user.click(button('Skjul tittelen: november 2026 – kart 1'));
    expect(screen.queryByText(/Turid/)).toBeNull();
  });

  it('says so when a title can not be read', async () => {
    const { user } = start(TWO, { maps: { read: async () => null } });
    await user.click(await screen.findByRole('button', { name: 'Vis tittelen: november 2026 – kart 1' }));
    expect(await screen.findByText('Tittelen kan ikke leses.')).toBeVisible();
  });

  it('asks before it deletes, then gives a receipt', async () => {
    const { ports, user } = start(TWO);
    await user.click(await screen.findByRole('button', { name: 'Slett: november 2026 – kart 2' }));
    expect(ports.remove).not.toHaveBeenCalled();
    expect(button('Behold det')).toHaveFocus();
    await user.click(button('Slett kartet'));
    expect(ports.remove).toHaveBeenCalledExactlyOnceWith('m-b');
    expect(await screen.findByText(/^Nå er kartet slettet herfra\./)).toBeVisible();
    expect(screen.queryByRole('heading', { name: 'november 2026 – kart 2' })).toBeNull();
  });

  it('keeps a map that was not to be deleted after all', async () => {
    const { ports, user } = start(TWO);
    await user.click(await screen.findByRole('button', { name: 'Slett: november 2026 – kart 2' }));
    await user.click(button('Behold det'));
    expect(ports.remove).not.toHaveBeenCalled();
    expect(button('Slett: november 2026 – kart 2')).toHaveFocus();
  });

  it('never says deleted when it was not', async () => {
    const { user } = start(TWO, { maps: { remove: () => Promise.reject(new Error('full')) } });
    await user.click(await screen.findByRole('button', { name: 'Slett: november 2026 – kart 2' }));
    await user.click(button('Slett kartet'));
    expect(await screen.findByText('Kartet ble ikke slettet. Prøv igjen.')).toBeVisible();
    expect(screen.getByRole('heading', { name: 'november 2026 – kart 2' })).toBeVisible();
  });

  it('can not tell which maps there are when they can not be read', async () => {
    start([], { maps: { list: () => Promise.reject(new Error('timeout')) } });
    expect(
      await screen.findByText(/^Kartene på dette nettbrettet kan ikke leses akkurat nå\. Du kan tegne et kart/),
    ).toBeVisible();
  });

  it('is there in three languages', async () => {
    const { on, user } = start([], { language: 'nn' });
    expect(button('Nytt kart – hugs det her')).toBeVisible();
    const languages = within(screen.getByRole('group', { name: 'Språk' }));
    expect(languages.getByRole('button', { name: 'Nynorsk', pressed: true })).toBeVisible();
    await user.click(languages.getByRole('button', { name: 'English' }));
    expect(on.language).toHaveBeenCalledWith('en');
  });
});
