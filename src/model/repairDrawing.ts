import type { Draft } from 'immer';
import { has, pairKey, type Scope } from './invariants.ts';
import { TURNED } from './questions.ts';
import type { Note } from './repairKinds.ts';
import type { Drawing, GroupId, PersonId, Relation, RelationId, Spot } from './types.ts';

/** One drawing, held against the people, fields and rings it refers to. */
export function repairDrawing(drawing: Draft<Drawing>, scope: Scope, note: Note): void {
  repairPlaces(drawing, scope, note);
  repairRelations(drawing, scope, note);
  repairGroups(drawing, scope, note);
}

function repairPlaces({ places }: Draft<Drawing>, scope: Scope, note: Note): void {
  const known = new Set(scope.sectors.map(({ id }) => id));
  for (const id of Object.keys(places) as PersonId[]) {
    const place = places[id];
    if (!has(scope.people, id)) {
      delete places[id];
      note('placeOfNobodyRemoved');
    } else if (place && place !== 'tray' && !known.has(place.sector)) {
      places[id] = 'tray';
      note('unknownSectorToTray');
    } else if (place && place !== 'tray') {
      if (place.ring !== 'outside') place.ring = bringIn(place.ring, scope, note);
      if (place.spot) repairSpot(place.spot, note);
    }
  }
}

function bringIn(ring: number, { rings }: Scope, note: Note): number {
  const last = rings.length - 1;
  const within = Math.min(last, Math.max(0, Math.trunc(ring) || 0));
  if (within !== ring) note('ringBroughtIn');
  return within;
}

function repairSpot(spot: Draft<Spot>, note: Note): void {
  const along = fraction(spot.along);
  const across = fraction(spot.across);
  if (along === spot.along && across === spot.across) return;
  spot.along = along;
  spot.across = across;
  note('spotBroughtIn');
}

const fraction = (value: number): number => Math.min(1, Math.max(0, value)) || 0;

function repairRelations({ relations }: Draft<Drawing>, { people }: Scope, note: Note): void {
  const firstOfPair = new Map<string, Draft<Relation>>();
  for (const key of Object.keys(relations) as RelationId[]) {
    const relation = relations[key];
    if (!relation) continue;
    if (relation.id !== key) note('idFromKey');
    relation.id = key;
    putEgoSecond(relation, note);
    const pair = pairKey(relation.between);
    const same = firstOfPair.get(pair);
    const wrong = whatIsWrong(relation, people) ?? (same ? 'doubleRelationMerged' : null);
    if (!wrong) {
      firstOfPair.set(pair, relation);
      continue;
    }
    if (same && wrong === 'doubleRelationMerged') merge(same, relation);
    delete relations[key];
    note(wrong);
  }
}

/** A file may hold ego first, although the type says otherwise; what was given is then received. */
function putEgoSecond(relation: Draft<Relation>, note: Note): void {
  const [one, other] = relation.between as readonly (PersonId | 'ego')[];
  if (one !== 'ego' || !other || other === 'ego') return;
  relation.between = [other, 'ego'];
  relation.support = TURNED[relation.support];
  note('egoPutSecond');
}

function whatIsWrong({ between: [one, other] }: Relation, people: Scope['people']) {
  if (one === other) return 'relationToOneselfRemoved';
  return has(people, one) && (other === 'ego' || has(people, other)) ? null : 'relationToNobodyRemoved';
}

/** The first stays; what only the second says – a quality, a direction of support – is kept too. */
function merge(first: Draft<Relation>, second: Relation): void {
  if (first.kind === 'knows') first.kind = second.kind;
  const isTurned = first.between[0] !== second.between[0];
  const support = isTurned ? TURNED[second.support] : second.support;
  if (first.support === 'none') first.support = support;
  else if (support !== 'none' && support !== first.support) first.support = 'mutual';
}

function repairGroups({ groups }: Draft<Drawing>, { people }: Scope, note: Note): void {
  for (const id of Object.keys(groups) as GroupId[]) {
    const group = groups[id];
    if (!group) continue;
    const members = [...new Set(group.members)].filter((member) => has(people, member));
    for (let gone = group.members.length - members.length; gone > 0; gone -= 1) note('groupMemberRemoved');
    if (members.length === 0) {
      delete groups[id];
      note('emptyGroupRemoved');
    } else if (members.length < group.members.length) {
      group.members = members;
    }
  }
}
