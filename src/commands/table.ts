import type { PlainKey } from '../i18n/translate.ts';
import { canBeInvited, invitees, peopleOnDrawing, placeOf } from '../model/questions.ts';
import type { Shown, Wish } from '../model/types.ts';
import { selectRedoable, selectUndoable } from '../store/mapStore.ts';
import type { Dialog, Mode } from '../store/viewStore.ts';
import { always, type Command, never } from './command.ts';
import { type CommandContext, mapOf, selectedPeople, viewOf } from './context.ts';
import { redo, undo } from './history.ts';
import { setWish } from './invitations.ts';
import { beginLens, endLens } from './lens.ts';
import { togglePrompts } from './prompts.ts';
import { askToForget, moveToTray, removePeople, stepRing, stepSector } from './people.ts';
import { connectAll } from './ties.ts';

const someoneSelected = (context: CommandContext): PlainKey | null =>
  selectedPeople(context).length > 0 ? null : 'why.noneSelected';

const somebodyThere = (context: CommandContext): PlainKey | null =>
  peopleOnDrawing(mapOf(context)).length > 0 ? null : 'why.nobody';

const twoSelected = (context: CommandContext): PlainKey | null =>
  selectedPeople(context).length > 1 ? null : 'why.needsTwo';

function invitableSelected(context: CommandContext): PlainKey | null {
  const people = selectedPeople(context).map((id) => mapOf(context).people[id]);
  if (people.length === 0) return 'why.noneSelected';
  return people.some((person) => person && canBeInvited(person)) ? null : 'why.notInvitable';
}

function canStepIn(context: CommandContext): PlainKey | null {
  const places = selectedPeople(context).map((id) => placeOf(mapOf(context), id));
  if (places.length === 0) return 'why.noneSelected';
  return places.every((place) => place !== null && place !== 'tray' && place.ring === 0)
    ? 'why.alreadyInnermost'
    : null;
}

function canStepOut(context: CommandContext): PlainKey | null {
  const places = selectedPeople(context).map((id) => placeOf(mapOf(context), id));
  if (places.length === 0) return 'why.noneSelected';
  const outside = places.every((place) => place !== null && place !== 'tray' && place.ring === 'outside');
  return outside ? 'why.alreadyOutside' : null;
}

/** A tool on the edge of the map: what the next taps do. Chosen again, it is put away. */
const tool = (name: PlainKey, mode: Mode, shortcut?: string): Command => ({
  name,
  ...(shortcut ? { shortcut } : {}),
  isOffered: always,
  whyNot: never,
  isOn: (context) => viewOf(context).mode === mode,
  run: (context) => {
    const { mode: now, selection, set } = viewOf(context);
    const from = mode === 'tie' && selection.people.length === 1 ? (selection.people[0] ?? null) : null;
    set({ mode: now === mode ? 'person' : mode, tieFrom: from });
  },
});

const layer = (name: PlainKey, key: keyof Shown): Command => ({
  name,
  isOffered: always,
  whyNot: never,
  isOn: (context) => mapOf(context).shown[key],
  run: (context) => context.mapStore.getState().edit('setShown', { [key]: !mapOf(context).shown[key] }),
});

const style = (name: PlainKey, key: 'oval' | 'shapes'): Command => ({
  name,
  isOffered: always,
  whyNot: never,
  isOn: (context) => mapOf(context)[key],
  run: (context) => context.mapStore.getState().edit('setDrawingStyle', { [key]: !mapOf(context)[key] }),
});

const wish = (name: PlainKey, value: Wish | null): Command => ({
  name,
  isOffered: always,
  whyNot: invitableSelected,
  run: (context) => setWish(context, selectedPeople(context), value),
});

const dialog = (name: PlainKey, which: Dialog, shortcut?: string): Command => ({
  name,
  ...(shortcut ? { shortcut } : {}),
  isOffered: always,
  whyNot: never,
  run: (context) => viewOf(context).set({ dialog: which }),
});

const onCanvas = (name: PlainKey, shortcut: string, act: 'larger' | 'smaller' | 'fit'): Command => ({
  name,
  shortcut,
  // Not by the canvas: nobody is told when it comes.
  isOffered: (context) => viewOf(context).screen === 'map',
  whyNot: never,
  run: (context) => {
    const canvas = context.canvas();
    if (act === 'fit') canvas?.fit();
    else canvas?.zoomBy(act === 'larger' ? 1.25 : 0.8);
  },
});

/** Everything a user can do that needs no further word. Toolbar, menu, list and keyboard read it from here. */
export const COMMANDS = {
  person: {
    name: 'command.person',
    shortcut: 'n',
    isOffered: always,
    whyNot: never,
    isOn: (context) => viewOf(context).mode === 'person',
    // From another tool it only puts that one away.
    run: (context) => {
      const { mode, set } = viewOf(context);
      set({ mode: 'person', tieFrom: null, writingNames: mode === 'person' });
    },
  },
  tie: tool('command.tie', 'tie', 't'),
  ring: tool('command.ring', 'ring'),
  invite: tool('command.invite', 'invite'),
  lens: {
    name: 'command.lens',
    isOffered: always,
    whyNot: (context) => (invitees(mapOf(context)).length > 0 ? null : 'why.nobodyInvited'),
    isOn: (context) => viewOf(context).lens !== null,
    run: (context) => (viewOf(context).lens === null ? beginLens(context) : endLens(context)),
  },
  undo: {
    name: 'command.undo',
    isOffered: always,
    whyNot: ({ mapStore }) => (selectUndoable(mapStore.getState()) ? null : 'why.nothingToUndo'),
    run: undo,
  },
  redo: {
    name: 'command.redo',
    isOffered: always,
    whyNot: ({ mapStore }) => (selectRedoable(mapStore.getState()) ? null : 'why.nothingToRedo'),
    run: redo,
  },
  nearer: {
    name: 'command.nearer',
    isOffered: always,
    whyNot: canStepIn,
    run: (context) => stepRing(context, selectedPeople(context), -1),
  },
  further: {
    name: 'command.further',
    isOffered: always,
    whyNot: canStepOut,
    run: (context) => stepRing(context, selectedPeople(context), 1),
  },
  nextSector: {
    name: 'command.nextSector',
    isOffered: always,
    whyNot: someoneSelected,
    run: (context) => stepSector(context, selectedPeople(context), 1),
  },
  move: {
    name: 'command.move',
    isOffered: always,
    whyNot: someoneSelected,
    run: (context) => viewOf(context).set({ mode: 'move', screen: 'map' }),
  },
  toTray: {
    name: 'command.toTray',
    shortcut: 'Delete',
    isOffered: always,
    whyNot: someoneSelected,
    run: (context) => moveToTray(context, selectedPeople(context)),
  },
  remove: {
    name: 'command.remove',
    isOffered: always,
    whyNot: someoneSelected,
    run: (context) => removePeople(context, selectedPeople(context)),
  },
  forget: {
    name: 'forget.command',
    isOffered: (context) => selectedPeople(context).length === 1,
    whyNot: ({ mapStore }) => (mapStore.getState().readOnly ? 'map.readOnly' : null),
    run: (context) => askToForget(context, selectedPeople(context)[0] ?? null),
  },
  connectAll: {
    name: 'command.connectAll',
    isOffered: (context) => selectedPeople(context).length > 1,
    whyNot: twoSelected,
    run: (context) => connectAll(context, selectedPeople(context)),
  },
  inviteYes: wish('command.inviteYes', 'yes'),
  inviteMaybe: wish('command.inviteMaybe', 'maybe'),
  inviteNotNow: wish('command.inviteNotNow', 'notNow'),
  inviteNone: wish('command.inviteNone', null),
  tidy: {
    name: 'command.tidy',
    isOffered: always,
    whyNot: somebodyThere,
    run: (context) => context.mapStore.getState().edit('tidy', false),
  },
  tidyAll: {
    name: 'command.tidyAll',
    isOffered: always,
    whyNot: somebodyThere,
    run: (context) => context.mapStore.getState().edit('tidy', true),
  },
  makeRoom: {
    name: 'command.makeRoom',
    isOffered: always,
    whyNot: somebodyThere,
    run: (context) => {
      const { spans, ringWidths } = context.app.contentWidths(mapOf(context));
      context.mapStore.getState().edit('setWidths', spans, ringWidths, 'content');
    },
  },
  standardWidths: {
    name: 'command.standardWidths',
    isOffered: (context) => mapOf(context).widths !== 'standard',
    whyNot: never,
    run: (context) => {
      const { sectors, rings } = mapOf(context);
      const shown = sectors.filter(({ hidden }) => !hidden).length;
      const equal = rings.map(() => 1 / rings.length);
      context.mapStore.getState().edit(
        'setWidths',
        sectors.map(() => 360 / shown),
        equal,
        'standard',
      );
    },
  },
  toggleRings: layer('command.toggleRings', 'rings'),
  toggleRelations: layer('command.toggleRelations', 'relations'),
  toggleQualities: layer('command.toggleQualities', 'qualities'),
  toggleProfessionals: layer('command.toggleProfessionals', 'professionals'),
  toggleShapes: style('command.toggleShapes', 'shapes'),
  toggleOval: style('command.toggleOval', 'oval'),
  turn: {
    name: 'command.turn',
    isOffered: always,
    whyNot: never,
    isOn: (context) => viewOf(context).turned,
    run: (context) => viewOf(context).set({ turned: !viewOf(context).turned }),
  },
  mapOnly: {
    name: 'command.mapOnly',
    isOffered: always,
    whyNot: never,
    isOn: (context) => viewOf(context).mapOnly,
    run: (context) => viewOf(context).set({ mapOnly: !viewOf(context).mapOnly, screen: 'map' }),
  },
  zoomIn: onCanvas('command.zoomIn', '+', 'larger'),
  zoomOut: onCanvas('command.zoomOut', '-', 'smaller'),
  fit: onCanvas('command.fit', '0', 'fit'),
  prompts: {
    name: 'prompts.title',
    isOffered: always,
    whyNot: ({ mapStore }) => (mapStore.getState().readOnly ? 'map.readOnly' : null),
    isOn: (context) => viewOf(context).prompts.open,
    run: togglePrompts,
  },
  cover: { name: 'guard.cover', isOffered: always, whyNot: never, run: ({ app }) => app.guard.cover() },
  talk: {
    name: 'guard.talk',
    isOffered: always,
    whyNot: never,
    isOn: ({ app }) => app.guard.talking(),
    run: ({ app }) => app.guard.setTalking(!app.guard.talking()),
  },
  handOver: {
    name: 'guard.handOver',
    isOffered: ({ app }) => app.guard.handOver !== null,
    whyNot: never,
    run: ({ app }) => app.guard.handOver?.(),
  },
  print: dialog('command.print', 'out'),
  home: {
    name: 'home.command',
    isOffered: always,
    whyNot: ({ mapStore }) => (mapStore.getState().readOnly ? 'map.readOnly' : null),
    run: (context) => viewOf(context).set({ dialog: 'home' }),
  },
  fields: dialog('command.fields', 'fields'),
  settings: dialog('command.settings', 'settings'),
  keys: dialog('command.keys', 'keys', '?'),
  help: dialog('help.title', 'help'),
  openFile: { name: 'command.openFile', isOffered: always, whyNot: never, run: ({ app }) => app.chooseFile() },
  close: { name: 'command.close', isOffered: always, whyNot: never, run: ({ app }) => app.closeMap() },
} as const satisfies Record<string, Command>;

export type CommandId = keyof typeof COMMANDS;
export const commandById = (id: CommandId): Command => COMMANDS[id];
