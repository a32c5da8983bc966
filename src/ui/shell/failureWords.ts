import type { NotCarriedKind } from '../../document/foreign/notCarried.ts';
import type { ReadFailureKind } from '../../document/readMapFile.ts';
import type { PlainKey } from '../../i18n/translate.ts';
import type { RepairKind } from '../../model/repairKinds.ts';

/** Complete tables: a new way to fail does not compile until it has a sentence. */
export const FAILURE_WORDS = {
  tooLarge: 'failure.tooLarge',
  notJson: 'failure.notJson',
  notAMap: 'failure.notAMap',
  fromNewerApp: 'failure.fromNewerApp',
  tooMany: 'failure.tooMany',
  damaged: 'failure.damaged',
} as const satisfies Record<ReadFailureKind, PlainKey>;

/** Several repairs share a sentence: what counts for the reader is where to look, not what was wrong inside. */
export const REPAIR_WORDS = {
  idFromKey: 'failure.repair.ids',
  doubleSectorRemoved: 'failure.repair.sectors',
  sectorShown: 'failure.repair.sectors',
  spansEvened: 'failure.repair.widths',
  ringsEvened: 'failure.repair.widths',
  doubleIdRenamed: 'failure.repair.ids',
  kindMadeToday: 'failure.repair.drawing',
  currentUnfrozen: 'failure.repair.drawing',
  placeOfNobodyRemoved: 'failure.repair.nobody',
  unknownSectorToTray: 'failure.repair.place',
  ringBroughtIn: 'failure.repair.place',
  spotBroughtIn: 'failure.repair.place',
  egoPutSecond: 'failure.repair.ties',
  relationToNobodyRemoved: 'failure.repair.ties',
  relationToOneselfRemoved: 'failure.repair.ties',
  doubleRelationMerged: 'failure.repair.ties',
  groupMemberRemoved: 'failure.repair.nobody',
  emptyGroupRemoved: 'failure.repair.groups',
  meetingMovedToCurrentDrawing: 'failure.repair.meeting',
  invitationOfNobodyRemoved: 'failure.repair.meeting',
  askedWithRemoved: 'failure.repair.meeting',
  followUpWithoutPerson: 'failure.repair.meeting',
} as const satisfies Record<RepairKind, PlainKey>;

export const NOT_CARRIED_WORDS = {
  ages: 'failure.notCarried.ages',
  emoji: 'failure.notCarried.emoji',
  lineKinds: 'failure.notCarried.lineKinds',
  supportKinds: 'failure.notCarried.supportKinds',
  egoDetails: 'failure.notCarried.egoDetails',
  brokenLines: 'failure.notCarried.brokenLines',
  doublePeople: 'failure.notCarried.doublePeople',
} as const satisfies Record<NotCarriedKind, PlainKey>;
