/** What the repair can do to a map, by name; the interface has a sentence for each. */
export const REPAIR_KINDS = [
  'idFromKey',
  'doubleSectorRemoved',
  'sectorShown',
  'spansEvened',
  'ringsEvened',
  'doubleIdRenamed',
  'kindMadeToday',
  'currentUnfrozen',
  'placeOfNobodyRemoved',
  'unknownSectorToTray',
  'ringBroughtIn',
  'spotBroughtIn',
  'egoPutSecond',
  'relationToNobodyRemoved',
  'relationToOneselfRemoved',
  'doubleRelationMerged',
  'groupMemberRemoved',
  'emptyGroupRemoved',
  'meetingMovedToCurrentDrawing',
  'invitationOfNobodyRemoved',
  'askedWithRemoved',
  'followUpWithoutPerson',
] as const;
export type RepairKind = (typeof REPAIR_KINDS)[number];
/** One kind of repair and how many times it was made. */
export type Repair = { readonly kind: RepairKind; readonly count: number };
/** Takes note of one repair. */
export type Note = (kind: RepairKind) => void;
