import { describe, expect, it, vi } from 'vitest';
import { COMMANDS, commandById, type CommandId } from '../../../src/commands/table.ts';
import { type AppPort, type CommandContext, mapOf, viewOf } from '../../../src/commands/context.ts';
import { EDIT_WORDS } from '../../../src/commands/history.ts';
import { connect } from '../../../src/model/edits/relations.ts';
import { movePeople } from '../../../src/model/edits/people.ts';
import { currentDrawing, invitationOf, placeOf } from '../../../src/model/questions.ts';
import type { NetworkMap, Spot } from '../../../src/model/types.ts';
import { aMap, at, field, told, who, WORDS } from '../../support/aMap.ts';
import { openContext } from '../../support/openContext.ts';

const IDS = Object.keys(COMMANDS) as CommandId[];
const family = told(
  told(aMap({ Anna: 'family 1', Bo: 'friends 0', Kim: 'work outside', Balto: 'family 0', Per: 'tray' }), 'Balto', {
    kind: 'animal',
  }),
  'Anna',
  { relation: 'mor' },
);

function opened(map: NetworkMap = family, chosen: readonly string[] = [], app: Partial<AppPort> = {}) {
  const context = openContext(map, app);
  viewOf(context).select(chosen.map(who));
  const run = (id: CommandId) => commandById(id).run(context);
  return {
    context,
    run,
    whyNot: (id: CommandId) => commandById(id).whyNot(context),
    isOn: (id: CommandId) => commandById(id).isOn?.(context),
    place: (name: string) => placeOf(mapOf(context), who(name)),
    said: () => viewOf(context).announcement.text,
  };
}

describe('every command', () => {
  it.each(IDS)('%s has a name, and says in words why it can’t run', (id) => {
    const { whyNot } = opened(aMap({}));
    const why = whyNot(id);
    for (const t of Object.values(WORDS)) {
      expect(t(commandById(id).name)).not.toBe('');
      expect(why === null ? 'it can.' : t(why)).toMatch(/\.$/);
    }
  });

  it('has a shortcut of its own, if any, and a name of its own', () => {
    const shortcuts = IDS.flatMap((id) => commandById(id).shortcut?.toLowerCase() ?? []);
    expect(new Set(shortcuts).size).toBe(shortcuts.length);
    expect(new Set(IDS.map((id) => commandById(id).name)).size).toBe(IDS.length);
    expect(shortcuts).toEqual(expect.arrayContaining(['n', 't', 'delete', '+', '-', '0']));
  });

  it('that changes the map is one step, which undo takes back', () => {
    const changing = IDS.filter((id) => {
      const { context, run, whyNot } = opened(family, ['Anna', 'Bo'], { chooseFile: () => {}, closeMap: () => {} });
      const before = mapOf(context);
      if (whyNot(id) !== null || !commandById(id).isOffered(context)) return false;
      run(id);
      if (mapOf(context) === before) return false;
      expect(context.mapStore.getState().history.past, id).toHaveLength(1);
      run('undo');
      expect(mapOf(context), id).toBe(before);
      return true;
    });
    expect(changing).toEqual(
      expect.arrayContaining(['nearer', 'further', 'toTray', 'remove', 'connectAll', 'inviteYes']),
    );
    expect(changing).toEqual(expect.arrayContaining(['toggleRings', 'toggleOval', 'nextSector', 'makeRoom']));
  });
});

describe('nobody chosen', () => {
  it.each(['nearer', 'further', 'nextSector', 'move', 'toTray', 'remove', 'inviteYes', 'inviteNone'] as const)(
    '%s asks to choose first',
    (id) => expect(opened().whyNot(id)).toBe('why.noneSelected'),
  );

  it('lines between all need two', () => {
    expect(opened(family, ['Anna']).whyNot('connectAll')).toBe('why.needsTwo');
    expect(commandById('connectAll').isOffered(opened(family, ['Anna']).context)).toBe(false);
    expect(opened(family, ['Anna', 'Bo']).whyNot('connectAll')).toBeNull();
  });

  it('there is nothing to tidy on an empty map, and nothing to undo', () => {
    expect(opened(aMap({})).whyNot('tidy')).toBe('why.nobody');
    expect([opened().whyNot('undo'), opened().whyNot('redo')]).toEqual(['why.nothingToUndo', 'why.nothingToRedo']);
  });
});

describe('nearer and further', () => {
  it('go one ring at a time and say where', () => {
    const { run, place, said } = opened(family, ['Anna']);
    run('nearer');
    expect(place('Anna')).toMatchObject({ sector: 's-family', ring: 0 });
    expect(said()).toBe('Anna står nå i Familie og slekt, Aller nærmest');
    for (const ring of [1, 2, 'outside']) {
      run('further');
      expect(place('Anna')).toMatchObject({ ring });
    }
  });

  it('keep the way out from the middle, and leave the rest to the layout', () => {
    const spot: Spot = { along: 0.1, across: 0.9, by: 'hand' };
    const placed = movePeople(family, [{ id: who('Anna'), place: at('family 1', spot) }]);
    const { run, place } = opened(placed, ['Anna']);
    run('further');
    expect(place('Anna')).toEqual(at('family 2', { along: 0.1, across: 0.5, by: 'layout' }));
  });

  it('stop at either end, with a reason', () => {
    expect(opened(family, ['Bo']).whyNot('nearer')).toBe('why.alreadyInnermost');
    expect(opened(family, ['Kim']).whyNot('further')).toBe('why.alreadyOutside');
    const both = opened(family, ['Bo', 'Anna']);
    expect(both.whyNot('nearer')).toBeNull();
    both.run('nearer');
    expect([both.place('Bo'), both.place('Anna')]).toMatchObject([{ ring: 0 }, { ring: 0 }]);
  });

  it('leave whoever can go no nearer exactly where a hand put them', () => {
    const spot: Spot = { along: 0.1, across: 0.9, by: 'hand' };
    const placed = movePeople(family, [{ id: who('Bo'), place: at('friends 0', spot) }]);
    const { run, place } = opened(placed, ['Bo', 'Anna']);
    run('nearer');
    expect(place('Bo')).toEqual(at('friends 0', spot));
  });
});

describe('the next field', () => {
  it('goes round clockwise past the hidden ones, in the same ring', () => {
    const { context, run, place } = opened(family, ['Anna']);
    context.mapStore.getState().edit('setSectorHidden', field('friends'), true);
    run('nextSector');
    expect(place('Anna')).toMatchObject({ sector: 's-neighbours', ring: 1 });
    for (const sector of ['s-work', 's-professionals', 's-family']) {
      run('nextSector');
      expect(place('Anna')).toMatchObject({ sector, ring: 1 });
    }
  });
});

describe('those who are chosen', () => {
  it('go to the tray, away for good, and are no longer chosen then', () => {
    const { context, run, place, said } = opened(family, ['Anna', 'Bo']);
    run('toTray');
    expect([place('Anna'), place('Bo')]).toEqual(['tray', 'tray']);
    run('remove');
    expect(Object.keys(mapOf(context).people)).toEqual([who('Kim'), who('Balto'), who('Per')]);
    expect(viewOf(context).selection.people).toEqual([]);
    expect(said()).toBe('Anna, Bo er tatt bort');
  });

  it('all know each other, with the lines that are there left as they are', () => {
    const map = connect(family, [who('Anna'), who('Bo')], { kind: 'strong', support: 'mutual' });
    const { context, run } = opened(map, ['Anna', 'Bo', 'Kim']);
    run('connectAll');
    const kinds = Object.values(currentDrawing(mapOf(context)).relations).map(({ kind }) => kind);
    expect(kinds).toEqual(['strong', 'knows', 'knows']);
  });

  it('are invited, but never pets', () => {
    const { context, run, said } = opened(family, ['Anna', 'Balto']);
    run('inviteMaybe');
    const wishes = ['Anna', 'Balto'].map((name) => invitationOf(mapOf(context), who(name)).wish);
    expect(wishes).toEqual(['maybe', null]);
    expect(said()).toBe('Anna: Vil tenke på det');
    expect(opened(family, ['Balto']).whyNot('inviteYes')).toBe('why.notInvitable');
  });
});

describe('tools and switches', () => {
  it.each([
    ['tie', 'tie'],
    ['ring', 'ring'],
    ['invite', 'invite'],
  ] as const)('%s is taken up, and put away again', (id, mode) => {
    const { context, run, isOn } = opened();
    run(id);
    expect([viewOf(context).mode, isOn(id)]).toEqual([mode, true]);
    run(id);
    expect([viewOf(context).mode, isOn(id)]).toEqual(['person', false]);
  });

  it('a line begins at the one who is chosen', () => {
    const { context, run } = opened(family, ['Anna']);
    run('tie');
    expect(viewOf(context).tieFrom).toBe(who('Anna'));
  });

  it.each([
    'toggleRings',
    'toggleRelations',
    'toggleQualities',
    'toggleProfessionals',
    'toggleShapes',
    'toggleOval',
    'turn',
    'mapOnly',
  ] as const)('%s goes on and off', (id) => {
    const { run, isOn } = opened();
    const before = isOn(id);
    run(id);
    expect(isOn(id)).toBe(!before);
    run(id);
    expect(isOn(id)).toBe(before);
  });

  it.each([
    ['print', 'out'],
    ['fields', 'fields'],
    ['settings', 'settings'],
    ['keys', 'keys'],
  ] as const)('%s opens its screen', (id, dialog) => {
    const { context, run } = opened();
    run(id);
    expect(viewOf(context).dialog).toBe(dialog);
  });
});

describe('widths', () => {
  it('are made by content, and equal again', () => {
    const wide = { spans: [120, 60, 60, 60, 60], ringWidths: [0.5, 0.25, 0.25] };
    const { context, run } = opened(family, [], { contentWidths: () => wide });
    const isOffered = () => commandById('standardWidths').isOffered(context);
    expect(isOffered()).toBe(false);
    run('makeRoom');
    expect(mapOf(context).sectors.map(({ span }) => span)).toEqual(wide.spans);
    expect([mapOf(context).widths, isOffered()]).toEqual(['content', true]);
    run('standardWidths');
    expect(mapOf(context)).toEqual(family);
  });
});

describe('what the app does', () => {
  it('is asked of it', () => {
    const app = { closeMap: vi.fn<() => void>(), chooseFile: vi.fn<() => void>() };
    const { run } = opened(family, [], app);
    run('close');
    run('openFile');
    expect([app.closeMap, app.chooseFile].map((each) => each.mock.calls.length)).toEqual([1, 1]);
  });

  it('zooms where a map is drawn, and offers it nowhere else', () => {
    const { context } = opened();
    // Before the canvas is made too: nobody is told when it comes.
    expect(commandById('zoomIn').isOffered(context)).toBe(true);
    const zoomed: (number | 'fit')[] = [];
    const canvas = {
      zoomBy: (factor: number) => void zoomed.push(factor),
      standOn: () => undefined,
      fit: () => void zoomed.push('fit'),
    };
    const drawn: CommandContext = { ...context, canvas: () => canvas };
    for (const id of ['zoomIn', 'zoomOut', 'fit'] as const) commandById(id).run(drawn);
    expect(zoomed).toEqual([1.25, 0.8, 'fit']);
    context.viewStore.getState().set({ screen: 'list' });
    expect(commandById('zoomIn').isOffered(context)).toBe(false);
  });
});

describe('a window that only reads', () => {
  it('changes nothing by any command, and never says that it did', () => {
    for (const id of IDS) {
      const { context, run, said, whyNot } = opened(family, ['Anna', 'Bo'], {
        chooseFile: () => {},
        closeMap: () => {},
      });
      context.mapStore.getState().setReadOnly(true);
      if (whyNot(id) !== null) continue;
      run(id);
      expect(mapOf(context), id).toBe(family);
      expect(['', WORDS.nb('map.readOnly')], id).toContain(said());
      expect(viewOf(context).selection.people, id).toHaveLength(2);
    }
  });
});

it('says what was undone and made again', () => {
  const { run, said } = opened(family, ['Anna']);
  run('nearer');
  run('undo');
  expect(said()).toBe('Angret: flyttet person');
  run('redo');
  expect(said()).toBe('Gjort om igjen: flyttet person');
  const words = Object.values(EDIT_WORDS).map((key) => WORDS.nb(key));
  expect(new Set(words).size).toBe(words.length);
});
