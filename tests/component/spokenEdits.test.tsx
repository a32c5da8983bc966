import { describe, expect, it } from 'vitest';
import { commandById } from '../../src/commands/table.ts';
import { updatePerson } from '../../src/commands/people.ts';
import { useSpokenEdits } from '../../src/ui/shell/useSpokenEdits.ts';
import { idOf, mapWith, openMap } from '../support/openMap.tsx';

function Ears() {
  useSpokenEdits();
  return <input aria-label="Et felt" />;
}

const soon = () => new Promise((resolve) => setTimeout(resolve));

function opened() {
  const { context, said, getByLabelText } = openMap(<Ears />, { map: mapWith({ name: 'Anna' }, { name: 'Bo' }) });
  const counted = () => context.viewStore.getState().announcement.count;
  return { context, said, counted, field: () => getByLabelText('Et felt') };
}

describe('what changes the map is heard', () => {
  it('in the words of the undo button, where a command says nothing', async () => {
    const { context, said } = opened();
    updatePerson(context, idOf('Anna'), { child: true });
    await soon();
    expect(said()).toBe('endret om person');
    commandById('toggleOval').run(context);
    await soon();
    expect(said()).toBe('endret tegnemåte');
  });

  it('once, where a command has words of its own', async () => {
    const { context, said, counted } = opened();
    context.viewStore.getState().select([idOf('Anna')]);
    const before = counted();
    commandById('nearer').run(context);
    await soon();
    expect(said()).toBe('Anna står nå i Familie og slekt, Aller nærmest');
    expect(counted()).toBe(before + 1);
    commandById('undo').run(context);
    await soon();
    expect(said()).toBe('Angret: flyttet person');
    expect(counted()).toBe(before + 2);
  });

  it('not while somebody writes: the field is heard itself', async () => {
    const { context, counted, field } = opened();
    field().focus();
    updatePerson(context, idOf('Anna'), { note: 'ringer på søndag' });
    await soon();
    expect(counted()).toBe(0);
  });
});
