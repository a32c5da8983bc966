import type { PlainKey } from '../i18n/translate.ts';
import type { EditName } from '../model/edits/edits.ts';
import { selectRedoable, selectUndoable } from '../store/mapStore.ts';
import { type CommandContext, viewOf } from './context.ts';

/** What each edit is called on the undo button; a new edit does not compile until it has a name. */
export const EDIT_WORDS = {
  addPeople: 'edit.addPeople',
  updatePerson: 'edit.updatePerson',
  movePeople: 'edit.movePeople',
  removePeople: 'edit.removePeople',
  tidy: 'edit.tidy',
  connect: 'edit.connect',
  updateRelation: 'edit.updateRelation',
  removeRelation: 'edit.removeRelation',
  addGroup: 'edit.addGroup',
  renameGroup: 'edit.renameGroup',
  removeGroup: 'edit.removeGroup',
  renameSector: 'edit.renameSector',
  setSectorHidden: 'edit.setSectorHidden',
  addSector: 'edit.addSector',
  removeSector: 'edit.removeSector',
  reorderSector: 'edit.reorderSector',
  moveSectorBorder: 'edit.moveSectorBorder',
  usePreset: 'edit.usePreset',
  setWidths: 'edit.setWidths',
  renameRing: 'edit.renameRing',
  addRing: 'edit.addRing',
  removeRing: 'edit.removeRing',
  moveRingBorder: 'edit.moveRingBorder',
  describe: 'edit.describe',
  setShown: 'edit.setShown',
  setDrawingStyle: 'edit.setDrawingStyle',
  invite: 'edit.invite',
  updateInvitation: 'edit.updateInvitation',
  planMeeting: 'edit.planMeeting',
  addMeeting: 'edit.addMeeting',
  removeMeeting: 'edit.removeMeeting',
  addFollowUp: 'edit.addFollowUp',
  updateFollowUp: 'edit.updateFollowUp',
  removeFollowUp: 'edit.removeFollowUp',
} as const satisfies Record<EditName, PlainKey>;

export function undo(context: CommandContext): void {
  const label = selectUndoable(context.mapStore.getState());
  context.mapStore.getState().undo();
  if (label) viewOf(context).announce(context.t('edit.undone', { what: context.t(EDIT_WORDS[label]) }));
}

export function redo(context: CommandContext): void {
  const label = selectRedoable(context.mapStore.getState());
  context.mapStore.getState().redo();
  if (label) viewOf(context).announce(context.t('edit.redone', { what: context.t(EDIT_WORDS[label]) }));
}
