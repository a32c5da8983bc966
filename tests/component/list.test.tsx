import { readFileSync } from 'node:fs';
import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/i18n/languages.ts';
import { currentDrawing, invitationOf, placeOf } from '../../src/model/questions.ts';
import { MAP_COLOURS } from '../../src/scene/colours.ts';
import { HUES } from '../../src/model/types.ts';
import { suggestionsFor } from '../../src/ui/kit/RelationField.tsx';
import { ListView } from '../../src/ui/list/ListView.tsx';
import { contextOf, idOf, inField, mapWith, openMap } from '../support/openMap.tsx';

const FAMILY = [
  { name: 'Mamma', relation: 'mamma' },
  { name: 'Pappa', relation: 'pappa' },
  { name: 'Turid', relation: 'nabo', at: inField('neighbours') },
];

const openList = () => openMap(<ListView />, { map: mapWith(...FAMILY) });
const field = (name: string) => screen.getByRole('region', { name });

describe('the list', () => {
  it('shows everybody in their field, and those not placed yet last', () => {
    openMap(<ListView />, { map: mapWith(...FAMILY, { name: 'Kim', at: 'tray' }) });
    expect(within(field('Familie og slekt')).getByDisplayValue('Mamma')).toBeVisible();
    expect(within(field('Naboer og nærmiljø')).getByDisplayValue('Turid')).toBeVisible();
    expect(within(field('Ikke plassert ennå')).getByDisplayValue('Kim')).toBeVisible();
  });

  it('says on the line what is marked about somebody', () => {
    const son = { name: 'Noah', child: true, offPaper: true };
    const { container } = openMap(<ListView />, { map: mapWith(son, { name: 'Mamma' }) });
    const lineOf = (name: string) => container.querySelector(`[data-row="${idOf(name)}"]`);
    expect(lineOf('Noah')).toHaveTextContent('Nær · barn · ikke på papir');
    expect(lineOf('Mamma')).not.toHaveTextContent('·');
  });

  it('takes names one after the other without losing the field, in the middle ring', async () => {
    const { user, person, map, undo } = openList();
    const input = screen.getByRole('textbox', { name: 'Ny person: Venner' });
    await user.type(input, 'Noah{Enter}Elias{Enter}');
    expect(input).toHaveFocus();
    expect(placeOf(map(), person('Elias')?.id ?? idOf(''))).toMatchObject({ sector: 's-friends', ring: 1 });
    act(undo);
    expect(person('Elias')).toBeUndefined();
    expect(person('Noah')).toBeDefined();
  });

  it('changes a name as one step to undo', async () => {
    const { user, person, undo } = openList();
    const name = await screen.findByLabelText('Navnet til Turid');
    await user.clear(name);
    await user.type(name, 'Tove');
    await user.tab();
    expect(person('Tove')).toBeDefined();
    act(undo);
    expect(person('Turid')).toBeDefined();
  });

  it('keeps the name of somebody whose name was emptied', async () => {
    const { user, person } = openList();
    const name = await screen.findByLabelText('Navnet til Turid');
    await user.clear(name);
    expect(name).toHaveDisplayValue('');
    await user.tab();
    expect(name).toHaveDisplayValue('Turid');
    expect(person('Turid')).toBeDefined();
  });

  it('goes round the wishes', async () => {
    const { user, map, said } = openList();
    for (const [shown, next] of [
      ['Ikke bestemt', 'yes'],
      ['Inviteres', 'maybe'],
      ['Vil tenke på det', 'notNow'],
      ['Ikke denne gangen', null],
    ]) {
      await user.click(screen.getByRole('button', { name: `Mamma: ${shown}` }));
      expect(invitationOf(map(), idOf('Mamma')).wish).toBe(next);
    }
    expect(said()).toContain('Mamma');
  });

  it('does not ask whether an animal is to be invited', () => {
    openMap(<ListView />, { map: mapWith({ name: 'Bamse', kind: 'animal' }) });
    expect(screen.queryByRole('button', { name: /Bamse: / })).toBeNull();
  });
});

describe('what opens below a row', () => {
  const openRow = async (name: string) => {
    const opened = openList();
    await opened.user.click(screen.getByRole('button', { name: `Mer om ${name}` }));
    return opened;
  };

  it('moves nearer and further away', async () => {
    const { user, map, undo } = await openRow('Turid');
    await user.click(screen.getByRole('button', { name: 'Nærmere: Turid' }));
    expect(placeOf(map(), idOf('Turid'))).toMatchObject({ ring: 0 });
    act(undo);
    await user.click(screen.getByRole('button', { name: 'Lenger unna: Turid' }));
    expect(placeOf(map(), idOf('Turid'))).toMatchObject({ ring: 2 });
  });

  it('keeps focus and the open row when somebody gets another field', async () => {
    const { user, map } = await openRow('Turid');
    await user.selectOptions(await screen.findByLabelText('Felt'), 'Venner');
    expect(placeOf(map(), idOf('Turid'))).toMatchObject({ sector: 's-friends', ring: 1 });
    const select = within(field('Venner')).getByLabelText('Felt');
    expect(select).toHaveFocus();
  });

  it('draws a line and says how things are', async () => {
    const { user, map, undo } = await openRow('Turid');
    await user.click(screen.getByRole('button', { name: 'Hvem kjenner Turid?' }));
    await user.click(await screen.findByRole('checkbox', { name: 'Mamma' }));
    const lines = () => Object.values(currentDrawing(map()).relations);
    expect(lines()).toMatchObject([{ between: [idOf('Turid'), idOf('Mamma')], kind: 'knows' }]);
    await user.click(screen.getByRole('button', { name: 'Mamma: kjenner hverandre' }));
    await user.selectOptions(await screen.findByLabelText('Hvordan har dere det sammen?'), 'sterkt bånd');
    await user.selectOptions(screen.getByLabelText('Støtte'), 'Turid støtter Mamma');
    expect(lines()).toMatchObject([{ kind: 'strong', support: 'given' }]);
    act(undo);
    act(undo);
    await user.click(screen.getByRole('checkbox', { name: 'Mamma' }));
    expect(lines()).toEqual([]);
  });

  it('marks somebody as off paper and a child', async () => {
    const { user, person } = await openRow('Turid');
    await user.click(await screen.findByLabelText('På kartet, men ikke på papir'));
    await user.click(screen.getByLabelText('Barn'));
    expect(person('Turid')).toMatchObject({ offPaper: true, child: true });
  });

  it('takes somebody out, goes to the next row, and brings them back', async () => {
    const { user, person, undo } = await openRow('Mamma');
    await user.click(screen.getByRole('button', { name: 'Ta Mamma bort fra kartet' }));
    expect(person('Mamma')).toBeUndefined();
    expect(screen.getByRole('button', { name: 'Mer om Pappa' })).toHaveFocus();
    act(undo);
    expect(person('Mamma')).toBeDefined();
  });
});

describe('several at once', () => {
  const choose = async (...names: string[]) => {
    const opened = openList();
    for (const name of names) await opened.user.click(screen.getByRole('checkbox', { name: `Velg ${name}` }));
    return opened;
  };

  it('says that they know each other', async () => {
    const { user, map } = await choose('Mamma', 'Pappa', 'Turid');
    expect(screen.getByRole('region', { name: '3 er valgt' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Alle disse kjenner hverandre' }));
    expect(Object.keys(currentDrawing(map()).relations)).toHaveLength(3);
  });

  it('moves them, each in their own ring', async () => {
    const { user, map } = await choose('Mamma', 'Turid');
    await user.click(screen.getByRole('button', { name: 'Flytt …' }));
    await user.selectOptions(await screen.findByLabelText('Felt'), 'Venner');
    await user.click(screen.getByRole('button', { name: 'Flytt hit' }));
    expect(placeOf(map(), idOf('Mamma'))).toMatchObject({ sector: 's-friends', ring: 1 });
    expect(placeOf(map(), idOf('Turid'))).toMatchObject({ sector: 's-friends', ring: 1 });
  });

  it('invites them, and draws a ring round them with a name', async () => {
    const { user, map } = await choose('Mamma', 'Turid');
    await user.click(screen.getByRole('button', { name: 'Inviter' }));
    expect(invitationOf(map(), idOf('Turid')).wish).toBe('yes');
    await user.click(screen.getByRole('button', { name: 'Ring rundt med navn' }));
    await user.type(await screen.findByLabelText('Navn på gruppen (kan stå tomt)'), 'Hytta');
    await user.click(screen.getByRole('button', { name: 'Tegn ring rundt' }));
    expect(Object.values(currentDrawing(map()).groups)).toEqual([
      { label: 'Hytta', members: [idOf('Mamma'), idOf('Turid')] },
    ]);
  });
});

describe('who somebody is to you', () => {
  const openRelation = async () => {
    const opened = openMap(<ListView />, { map: mapWith({ name: 'Turid' }) });
    return { ...opened, field: await screen.findByRole('combobox', { name: 'Hvem er Turid for deg?' }) };
  };

  it('suggests words, walked through with the arrows and taken with Enter', async () => {
    const { user, field: input, person, undo } = await openRelation();
    await user.type(input, 'nab');
    const suggestions = within(screen.getByRole('listbox', { name: 'Forslag' }));
    expect(suggestions.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['nabo']);
    await user.keyboard('{ArrowDown}{Enter}');
    expect(person('Turid')?.relation).toBe('nabo');
    expect(screen.queryByRole('listbox', { name: 'Forslag' })).toBeNull();
    act(undo);
    expect(person('Turid')?.relation).toBe('');
  });

  it('takes a word that is tapped', async () => {
    const { user, field: input, person } = await openRelation();
    await user.click(input);
    await user.click(screen.getByRole('option', { name: 'barndomsvenn' }));
    expect(person('Turid')?.relation).toBe('barndomsvenn');
    expect(input).toHaveFocus();
  });

  it('takes any words, and Escape only closes the list', async () => {
    const { user, field: input, person } = await openRelation();
    await user.type(input, 'hun med hunden{Escape}');
    expect(person('Turid')?.relation).toBe('hun med hunden');
  });

  it.each(LANGUAGES)('has the same words in every language (%s)', (language) => {
    const count = (of: (typeof LANGUAGES)[number]) =>
      contextOf({ map: mapWith(), language: of }).t('list.relationWords').split('|').length;
    expect(count(language)).toBe(count('nb'));
  });

  it('puts words that begin so first', () => {
    expect(suggestionsFor(['barndomsvenn', 'venn', 'nabo'], 've')).toEqual(['venn', 'barndomsvenn']);
  });
});

describe('the colours of the fields', () => {
  it('are those of the map', () => {
    const css = readFileSync('src/ui/kit/SectorDot.css', 'utf8');
    const found = [...css.matchAll(/data-hue='(\d)'\] \{\s*--hue: (#\w+)/g)].map(
      ([, hue, colour]) => `${hue} ${colour}`,
    );
    const wanted = (['light', 'dark'] as const).flatMap((theme) =>
      HUES.map((hue) => `${hue} ${MAP_COLOURS[theme].hues[hue]}`),
    );
    expect(found).toEqual(wanted);
  });
});
