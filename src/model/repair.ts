/**
 * Makes a map of the right shape sound: what refers to nobody goes, what is out of range comes back in, and each thing
 * done is named, so that the user can be told. Nothing here invents an answer: who stood in an unknown field goes to
 * the tray.
 */
import { type Draft, produce } from 'immer';
import { brokenInvariants, has, lastOfToday } from './invariants.ts';
import { MAX_PEOPLE, SMALLEST_SPAN, SMALLEST_WIDTH, SUM_TOLERANCE } from './limits.ts';
import { repairDrawing } from './repairDrawing.ts';
import { type Note, REPAIR_KINDS, type Repair, type RepairKind } from './repairKinds.ts';
import { repairMeeting } from './repairMeeting.ts';
import type { NetworkMap, Person, Ring, Sector } from './types.ts';

export type Repaired = { readonly map: NetworkMap; readonly repairs: readonly Repair[] };

/** A sound map comes back as the very same object, with no repairs; any other keeps all invariants afterwards. */
export function repair(map: NetworkMap): Repaired {
  if (brokenInvariants(map).length === 0) return { map, repairs: [] };
  const counts = new Map<RepairKind, number>();
  const note: Note = (kind) => counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const sound = produce(map, (draft) => repairDraft(draft, note));
  const repairs = REPAIR_KINDS.flatMap((kind) => {
    const count = counts.get(kind);
    return count === undefined ? [] : [{ kind, count }];
  });
  return { map: sound, repairs };
}

function repairDraft(map: Draft<NetworkMap>, note: Note): void {
  renameDoubles(map.drawings, note);
  renameDoubles(map.meetings, note);
  setCurrent(map, note);
  repairScope(map, note);
  for (const drawing of map.drawings) {
    if (drawing.frozen) repairScope(drawing.frozen, note);
    repairDrawing(drawing, drawing.frozen ?? map, note);
  }
  for (const meeting of map.meetings) {
    renameDoubles(meeting.followUps, note);
    repairMeeting(meeting, map, note);
  }
}

/** The first keeps the id, so what refers to it still finds it. */
function renameDoubles(things: { id: string }[], note: Note): void {
  const taken = new Set(things.map(({ id }) => id));
  const seen = new Set<string>();
  for (const thing of things) {
    if (seen.has(thing.id)) {
      thing.id = freeId(thing.id, taken);
      taken.add(thing.id);
      note('doubleIdRenamed');
    }
    seen.add(thing.id);
  }
}

function freeId(id: string, taken: ReadonlySet<string>): string {
  let number = 2;
  while (taken.has(`${id}-${number}`)) number += 1;
  return `${id}-${number}`;
}

/** There is a drawing of today, and the current one is drawn on the map as it is now, not on a frozen copy. */
function setCurrent(map: Draft<NetworkMap>, note: Note): void {
  if (!lastOfToday(map)) {
    const last = map.drawings.at(-1);
    if (!last) return;
    last.kind = 'today';
    note('kindMadeToday');
  }
  const current = map.drawings.findLast(({ kind }) => kind === 'today');
  if (!current?.frozen) return;
  for (const [id, person] of entriesOf(current.frozen.people)) {
    if (!has(map.people, id) && Object.keys(map.people).length < MAX_PEOPLE) map.people[id] = person;
  }
  current.frozen = null;
  note('currentUnfrozen');
}

const entriesOf = <Key extends string, Value>(record: Record<Key, Value>) => Object.entries(record) as [Key, Value][];

type DraftScope = { sectors: Draft<Sector>[]; rings: Draft<Ring>[]; people: Record<Person['id'], Draft<Person>> };

function repairScope(scope: DraftScope, note: Note): void {
  for (const [key, person] of entriesOf(scope.people)) {
    if (person.id === key) continue;
    person.id = key;
    note('idFromKey');
  }
  removeDoubleSectors(scope, note);
  showOneSector(scope, note);
  const shown = scope.sectors.filter(({ hidden }) => !hidden);
  const spans = shares(
    shown.map(({ span }) => span),
    360,
    SMALLEST_SPAN,
  );
  if (spans) {
    for (const [index, sector] of shown.entries()) sector.span = spans[index] ?? sector.span;
    note('spansEvened');
  }
  const widths = shares(
    scope.rings.map(({ width }) => width),
    1,
    SMALLEST_WIDTH,
  );
  if (widths) {
    for (const [index, ring] of scope.rings.entries()) ring.width = widths[index] ?? ring.width;
    note('ringsEvened');
  }
}

function removeDoubleSectors(scope: DraftScope, note: Note): void {
  const seen = new Set<string>();
  const kept = scope.sectors.filter(({ id }) => seen.size !== seen.add(id).size);
  for (let removed = scope.sectors.length - kept.length; removed > 0; removed -= 1) note('doubleSectorRemoved');
  if (kept.length < scope.sectors.length) scope.sectors = kept;
}

function showOneSector({ sectors }: DraftScope, note: Note): void {
  const [first] = sectors;
  if (!first || sectors.some(({ hidden }) => !hidden)) return;
  first.hidden = false;
  note('sectorShown');
}

/**
 * Sizes in the same proportions that add up to `whole`; null when they do already. Equal ones when the given ones are
 * no use: nothing, or one of them too small to hold anybody.
 */
function shares(sizes: readonly number[], whole: number, smallest: number): number[] | null {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const isSound = Math.abs(total - whole) <= SUM_TOLERANCE && sizes.every((size) => size >= smallest);
  if (isSound) return null;
  const scaled = sizes.map((size) => (size / total) * whole);
  return scaled.every((size) => size >= smallest) ? scaled : sizes.map(() => whole / sizes.length);
}
