import { type NewId, newMap } from '../../model/newMap.ts';
import { presetSectors, standardRings } from '../../model/presets.ts';
import type {
  Drawing,
  DrawingId,
  IsoDate,
  NetworkMap,
  Person,
  PersonId,
  PersonSymbol,
  Place,
  Relation,
  RelationId,
  Sector,
} from '../../model/types.ts';
import type { Alter, EasyFile, EasyVersion, Nwk } from './easyNwk.ts';
import { NOT_CARRIED_KINDS, type NotCarried, type NotCarriedKind } from './notCarried.ts';

export type Converted = { readonly map: NetworkMap; readonly notCarriedOver: readonly NotCarried[] };

const RINGS = 3;
/** Their quarters, clockwise from 12 o'clock; so everybody stays where they stood. */
const QUARTERS = ['family', 'professionals', 'work', 'friends'] as const;
/** Our band outside is narrower than the rest of their sheet: who stands this far beyond the horizon stands at its rim. */
const OUTSIDE_DEPTH = 25;

type Tally = (kind: NotCarriedKind, count?: number) => void;
type PersonIds = ReadonlyMap<string, PersonId>;

/** A new map with four fields and three rings; earlier versions become earlier drawings, the current one is today's. */
export function fromEasyNwk({ versions, current }: EasyFile, newId: NewId, now: Date): Converted {
  const counts = new Map<NotCarriedKind, number>();
  const tally: Tally = (kind, count = 1) => counts.set(kind, (counts.get(kind) ?? 0) + count);
  const ids = personIds(versions, newId);
  const empty = newMap(newId, now);
  const sectors = quarterSectors();
  const rings = standardRings(RINGS);
  const [today] = empty.drawings;
  if (!today) throw new Error('A new map has a drawing.');

  const drawings = versions
    .filter((version) => version !== current)
    .map((version): Drawing => {
      const people = peopleOf(version.nwk, ids, tally);
      const id = newId('d') as DrawingId;
      return { ...drawingOf(version, ids, tally, today.date), id, frozen: { sectors, rings, people } };
    });
  drawings.push({ ...drawingOf(current, ids, tally, today.date), id: today.id });
  countEgo(current.nwk, tally);

  const map: NetworkMap = {
    ...empty,
    title: current.title,
    ego: { name: current.nwk.ego.name },
    sectors,
    rings,
    people: peopleOf(current.nwk, ids, tally),
    drawings,
  };
  const notCarriedOver = NOT_CARRIED_KINDS.flatMap((kind) => {
    const count = counts.get(kind) ?? 0;
    return count > 0 ? [{ kind, count }] : [];
  });
  return { map, notCarriedOver };
}

function quarterSectors(): Sector[] {
  const sectors = presetSectors('four');
  return QUARTERS.flatMap((quarter) => sectors.filter(({ kind }) => kind === quarter));
}

/** The same number is the same person in all versions. */
const personIds = (versions: readonly EasyVersion[], newId: NewId): PersonIds => {
  const numbers = new Set(versions.flatMap(({ nwk }) => nwk.alteri.map(({ id }) => id)));
  return new Map([...numbers].map((number) => [number, newId('p') as PersonId]));
};

/** The first with a number is that person; another with the same number is left out. */
function alteriByPerson({ alteri }: Nwk, ids: PersonIds): Map<PersonId, Alter> {
  const byPerson = new Map<PersonId, Alter>();
  for (const alter of alteri) {
    const id = ids.get(alter.id);
    if (id !== undefined && !byPerson.has(id)) byPerson.set(id, alter);
  }
  return byPerson;
}

function peopleOf(nwk: Nwk, ids: PersonIds, tally: Tally): Record<PersonId, Person> {
  const byPerson = alteriByPerson(nwk, ids);
  tally('doublePeople', nwk.alteri.length - byPerson.size);
  return Object.fromEntries([...byPerson].map(([id, alter]) => [id, personOf(id, alter, tally)]));
}

const SYMBOLS: Readonly<Record<string, PersonSymbol>> = { männlich: 'square', weiblich: 'circle', divers: 'other' };
const symbolOf = (gender: string): PersonSymbol => (Object.hasOwn(SYMBOLS, gender) && SYMBOLS[gender]) || 'neutral';

function personOf(id: PersonId, alter: Alter, tally: Tally): Person {
  if (alter.age.trim() !== '') tally('ages');
  if (alter.emoji !== '') tally('emoji');
  return {
    id,
    kind: alter.human && alter.currentGender !== 'kein Mensch' ? 'person' : 'animal',
    name: alter.name,
    relation: alter.role,
    deceased: alter.deceased,
    child: false,
    symbol: symbolOf(alter.currentGender),
    note: alter.note,
    offPaper: false,
  };
}

function countEgo({ ego }: Nwk, tally: Tally): void {
  const hasGender = ego.currentGender !== '' && ego.currentGender !== 'nicht festgelegt';
  if (ego.age.trim() !== '' || ego.note !== '' || hasGender) tally('egoDetails');
}

function drawingOf(version: EasyVersion, ids: PersonIds, tally: Tally, today: IsoDate): Omit<Drawing, 'id'> {
  const alteri = alteriByPerson(version.nwk, ids);
  return {
    date: version.date ?? today,
    title: version.title,
    kind: 'today',
    places: Object.fromEntries([...alteri].map(([id, alter]) => [id, placeOf(alter)])),
    relations: relationsOf(version.nwk, alteri, ids, tally),
    groups: {},
    frozen: null,
  };
}

/**
 * Their polar place as one of ours. Nobody stands at distance 0: that is where they wait to be placed.
 * @internal
 */
export function placeOf({ angle, distance }: Pick<Alter, 'angle' | 'distance'>): Place {
  if (distance <= 0) return 'tray';
  const { quarter, along } = quarterOf(angle);
  const sector = `s-${QUARTERS[quarter] ?? QUARTERS[0]}` as Sector['id'];
  if (distance > 100) {
    const across = Math.min(1, (distance - 100) / OUTSIDE_DEPTH);
    return { sector, ring: 'outside', spot: { along, across, by: 'hand' } };
  }
  const depth = (distance / 100) * RINGS;
  const ring = Math.min(RINGS - 1, Math.floor(depth));
  return { sector, ring, spot: { along, across: Math.min(1, depth - ring), by: 'hand' } };
}

/** Which quarter clockwise from 12 o'clock (0–3), and how far along it clockwise (0–1). Borders belong as they do there. */
function quarterOf(angle: number): { quarter: number; along: number } {
  const whole = ((angle % 360) + 360) % 360;
  const signed = whole > 180 || (whole === 180 && angle < 0) ? whole - 360 : whole;
  const quarter = signed < -90 ? 2 : signed < 0 ? 1 : signed < 90 ? 0 : 3;
  const clockwise = signed < 90 ? 90 - signed : 450 - signed;
  return { quarter, along: Math.min(1, Math.max(0, clockwise / 90 - quarter)) };
}

function relationsOf(
  nwk: Nwk,
  alteri: Map<PersonId, Alter>,
  ids: PersonIds,
  tally: Tally,
): Record<RelationId, Relation> {
  const relations: Record<RelationId, Relation> = {};
  for (const { id1, id2 } of nwk.connections) {
    const one = ids.get(id1);
    const other = ids.get(id2);
    const isSound = one && other && one !== other && alteri.has(one) && alteri.has(other);
    const isNew = isSound && !(idFor(one, other) in relations) && !(idFor(other, one) in relations);
    if (isNew) relations[idFor(one, other)] = { ...plain, id: idFor(one, other), between: [one, other] };
    else tally('brokenLines');
  }
  for (const [id, alter] of alteri) {
    const relation = relationToEgo(id, alter, tally);
    if (relation) relations[relation.id] = relation;
  }
  return relations;
}

const plain = { kind: 'knows', support: 'none' } as const;
const idFor = (one: PersonId, other: PersonId | 'ego') => `r-${one}-${other}` as RelationId;

/**
 * The line to the centre says little there: it is drawn for everybody who is alive, human and within the horizon, unless
 * it was taken away (0, "at present no relation") or doubled (2, "manifold"). The place says that here, so none of the
 * three becomes a line of ours. A conflict and support are something said about the relation: they do.
 */
function relationToEgo(id: PersonId, alter: Alter, tally: Tally): Relation | null {
  const wouldHaveLine = alter.human && !alter.deceased && alter.distance <= 100;
  if (alter.edgeType === 2 || (alter.edgeType === 0 && wouldHaveLine)) tally('lineKinds');
  const { supportEmotional, supportCognitive, supportSocial, supportMaterial, supportPractical } = alter;
  const supports = [supportEmotional, supportCognitive, supportSocial, supportMaterial, supportPractical];
  const isSupport = supports.some((amount) => amount > 0);
  if (isSupport) tally('supportKinds');
  if (!alter.conflict && !isSupport) return null;
  return {
    id: idFor(id, 'ego'),
    between: [id, 'ego'],
    kind: alter.conflict ? 'difficult' : 'knows',
    support: isSupport ? 'given' : 'none',
  };
}
