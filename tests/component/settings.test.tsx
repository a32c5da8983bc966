import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import { placeOf } from '../../src/model/questions.ts';
import type { SectorId } from '../../src/model/types.ts';
import { FieldsContent } from '../../src/ui/settings/FieldsDialog.tsx';
import { KeysContent } from '../../src/ui/settings/KeysDialog.tsx';
import { SettingsContent } from '../../src/ui/settings/SettingsDialog.tsx';
import { idOf, inField, mapWith, openMap } from '../support/openMap.tsx';

const openFields = () =>
  openMap(<FieldsContent />, { map: mapWith({ name: 'Mamma' }, { name: 'Turid', at: inField('neighbours', 2) }) });
const press = (name: string) => screen.getByRole('button', { name });

describe('fields', () => {
  it('renames one, and an empty name brings back the usual one', async () => {
    const { user, map, undo } = openFields();
    const name = await screen.findByLabelText('Navn på feltet «Venner»');
    await user.type(name, 'Gjengen');
    expect(map().sectors[1]?.name).toBe('Gjengen');
    await user.clear(name);
    expect(map().sectors[1]?.name).toBeNull();
    await user.tab();
    act(undo);
    expect(map().sectors[1]?.name).toBeNull();
  });

  it('hides and shows', async () => {
    const { user, map, said } = openFields();
    await user.click(press('Skjul Venner'));
    expect(map().sectors[1]?.hidden).toBe(true);
    expect(said()).toBe('viste eller skjulte felt');
    await user.click(press('Vis Venner'));
    expect(map().sectors[1]?.hidden).toBe(false);
  });

  it('removes an empty one at once', async () => {
    const { user, map, undo } = openFields();
    await user.click(press('Ta bort Venner'));
    expect(map().sectors).toHaveLength(4);
    act(undo);
    expect(map().sectors).toHaveLength(5);
  });

  it('asks where people go, and only then', async () => {
    const { user, map, undo } = openFields();
    await user.click(press('Ta bort Naboer og nærmiljø'));
    expect(map().sectors).toHaveLength(5);
    await user.selectOptions(await screen.findByLabelText('Hvor skal disse stå i stedet: Turid?'), 'Venner');
    await user.click(press('Ta bort feltet'));
    expect(placeOf(map(), idOf('Turid'))).toMatchObject({ sector: 's-friends', ring: 2 });
    act(undo);
    expect(placeOf(map(), idOf('Turid'))).toMatchObject({ sector: 's-neighbours' });
  });

  it('adds, reorders and widens', async () => {
    const { user, map } = openFields();
    await user.selectOptions(await screen.findByLabelText('Nytt felt'), 'Fritid og lag');
    await user.click(press('Legg til felt'));
    expect(map().sectors.at(-1)).toMatchObject({ kind: 'leisure', hue: 6 });
    await user.click(press('Flytt Fritid og lag ett hakk mot klokka'));
    expect(map().sectors[4]?.kind).toBe('leisure');
    await user.click(press('Familie og slekt: bredere'));
    expect(map().sectors[0]?.span).toBe(70);
  });

  it('changes to a ready-made division', async () => {
    const { user, map } = openFields();
    await user.click(press('Fire felt'));
    expect(map().sectors.map(({ id }) => id)).not.toContain('s-neighbours' as SectorId);
    expect(placeOf(map(), idOf('Turid'))).toBe('tray');
  });
});

describe('rings', () => {
  it('renames, adds, widens', async () => {
    const { user, map } = openFields();
    await user.type(await screen.findByLabelText('Navn på ringen «Aller nærmest»'), 'Flokken');
    await user.click(press('Legg til en ring ytterst'));
    expect(map().rings.map(({ name }) => name)).toEqual(['Flokken', null, null, null]);
    await user.click(press('Lenger unna: bredere'));
    expect(map().rings[3]?.width).toBeCloseTo(0.3);
  });

  it('asks whether people go in or out', async () => {
    const { user, map, undo } = openFields();
    await user.click(press('Ta bort Nær'));
    const question = within(screen.getByRole('group', { name: 'Hvor skal disse stå i stedet: Mamma?' }));
    await user.click(question.getByRole('button', { name: 'Aller nærmest' }));
    expect(placeOf(map(), idOf('Mamma'))).toMatchObject({ ring: 0 });
    act(undo);
    expect(map().rings).toHaveLength(3);
  });
});

describe('what is shown', () => {
  it('switches layers of the map', async () => {
    const { user, map, undo } = openFields();
    await user.click(await screen.findByLabelText('Fagfolk', { selector: '[type=checkbox]' }));
    expect(map().shown.professionals).toBe(false);
    act(undo);
    expect(map().shown.professionals).toBe(true);
  });
});

describe('settings', () => {
  it('describes the map, each field a step', async () => {
    const { user, map, undo } = openMap(<SettingsContent storage={<p>Lagret her</p>} />, { map: mapWith() });
    expect(screen.getByText('Lagret her')).toBeVisible();
    await user.type(await screen.findByLabelText('I midten'), 'Jonas');
    await user.type(screen.getByLabelText('Laget av'), 'Jonas');
    await user.type(screen.getByLabelText('Sammen med'), 'Kari');
    expect(map()).toMatchObject({ ego: { name: 'Jonas' }, madeBy: 'Jonas', madeWith: 'Kari' });
    act(undo);
    expect(map().madeWith).toBe('');
  });

  it('asks the app for another language', async () => {
    const chosen: string[] = [];
    const app = { setLanguage: (language: string) => void chosen.push(language) };
    const { user } = openMap(<SettingsContent storage={null} />, { map: mapWith(), app });
    await user.click(screen.getByRole('radio', { name: 'Nynorsk' }));
    expect(chosen).toEqual(['nn']);
  });

  it.each(LANGUAGES)('lists every key once (%s)', (language) => {
    openMap(<KeysContent />, { map: mapWith(), language });
    const keys = screen.getAllByRole('rowheader').map(({ textContent }) => textContent);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toEqual(expect.arrayContaining(['N', 'T', 'M', '+', '0', '?', 'Delete']));
  });
});
