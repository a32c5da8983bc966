import type { Arrangement, Box, MeasureText, PlacedPerson, SectorTitle, TieCurve } from '../geometry/arrangement.ts';
import { egoRadius, type Frame, mapPoint, type MapPoint, outerRadius, pointAt } from '../geometry/frame.ts';
import { arcPath, wedgePath } from '../geometry/paths.ts';
import { placeTitles, RIM_GAP } from '../geometry/titles.ts';
import type { Translate } from '../i18n/translate.ts';
import { canBeInvited, currentDrawing, invitationOf } from '../model/questions.ts';
import type { NetworkMap, PersonId, Relation, RelationId } from '../model/types.ts';
import { groupMarks } from './groups.ts';
import type { PictureLayers, PicturedPerson } from './pictured.ts';
import { type Disc, placeRingName } from './ringNames.ts';
import { spokenPerson, spokenRelation } from './spoken.ts';
import { clearOfNames, drawTie } from './ties.ts';
import type { EgoMark, MapScene, PersonMark, RelationMark, RingMark, SectorMark } from './types.ts';
import { MARK_RADIUS, wishMark } from './wishMark.ts';
import { egoName, ringName, sectorName } from './words.ts';

export type SceneParts = {
  readonly map: NetworkMap;
  readonly layers: PictureLayers;
  readonly frame: Frame;
  readonly people: readonly PicturedPerson[];
  readonly relations: readonly Relation[];
  readonly curves: ReadonlyMap<RelationId, TieCurve>;
  readonly arrangement: Arrangement;
  readonly measure: MeasureText;
  readonly t: Translate;
};

/** The whole picture as data; drawn by `canvas/drawMap` on the screen and off it. */
export function buildScene(parts: SceneParts): MapScene {
  const { map, layers, frame, arrangement } = parts;
  const drawing = currentDrawing(map);
  const present = new Set(parts.people.map(({ person }) => person.id));
  const groups = Object.fromEntries(
    Object.entries(drawing.groups).map(([id, group]) => [
      id,
      { ...group, members: group.members.filter((member) => present.has(member)) },
    ]),
  );
  const people = personMarks(parts);
  return {
    frame,
    sectors: sectorMarks(parts),
    rings: layers.shown.rings ? ringMarks(parts, people) : [],
    ringsShown: layers.shown.rings,
    groups: groupMarks(groups, arrangement.people, arrangement.symbolRadius),
    relations: relationMarks(parts),
    people,
    ego: egoMark(parts),
    symbolRadius: arrangement.symbolRadius,
  };
}

export const titlesOf = (map: NetworkMap, t: Translate): SectorTitle[] =>
  map.sectors.filter(({ hidden }) => !hidden).map((sector) => ({ sector: sector.id, text: sectorName(sector, t) }));

function sectorMarks({ map, frame, people, measure, t }: SceneParts): SectorMark[] {
  const outer = outerRadius(frame);
  return placeTitles(frame, titlesOf(map, t), measure).flatMap((title) => {
    const sector = map.sectors.find(({ id }) => id === title.sector);
    const arc = frame.sectors.find(({ id }) => id === title.sector);
    if (!sector || !arc) return [];
    const gap = Math.min(0.012, (arc.end - arc.start) / 8);
    return [
      {
        id: sector.id,
        name: sectorName(sector, t),
        hue: sector.hue,
        empty: !people.some(({ place }) => place.sector === sector.id),
        area: wedgePath(frame, [egoRadius(frame), outer], arc.start, arc.end),
        rim: arcPath(frame, outer + RIM_GAP - 1, arc.start + gap, arc.end - gap),
        border: { from: pointAt(frame, arc.end, egoRadius(frame) + 6), to: pointAt(frame, arc.end, outer) },
        titlePath: title.path,
        titleSize: title.size,
        title: title.text,
      },
    ];
  });
}

function ringMarks({ map, frame, arrangement, measure, t }: SceneParts, people: readonly PersonMark[]): RingMark[] {
  const wishes = people.flatMap((person): Disc[] => {
    if (person.wish === null) return [];
    const { at, scale } = wishMark(person, arrangement.symbolRadius);
    return [{ at: mapPoint(person.at.x + at.x, person.at.y + at.y), radius: scale * MARK_RADIUS }];
  });
  return map.rings.map((_, index) => {
    const inner = frame.radii[index] ?? 0;
    const outer = frame.radii[index + 1] ?? 0;
    const name = ringName(map, index, t);
    return {
      index,
      name,
      band: wedgePath(frame, [inner, outer], 0, 2 * Math.PI),
      at: placeRingName(frame, index, name, arrangement, measure, wishes),
    };
  });
}

function nameBoxOf(placed: PlacedPerson | undefined): Box | null {
  if (!placed?.label) return null;
  const { box } = placed.label;
  return { ...box, x: placed.at.x + box.x, y: placed.at.y + box.y };
}

function relationMarks({ map, layers, relations, curves, people, arrangement, t }: SceneParts): RelationMark[] {
  const names = new Map(people.map(({ person, name }) => [person.id, name]));
  const nameOf = (id: PersonId | 'ego') => (id === 'ego' ? nameInCentre(map, layers, t) : (names.get(id) ?? ''));
  const nameBox = (id: PersonId) => nameBoxOf(arrangement.people.get(id));
  return relations.flatMap((relation) => {
    const drawn = curves.get(relation.id);
    if (!drawn) return [];
    const [first, second] = relation.between;
    const curve = clearOfNames(drawn, relation.support, [nameBox(first), second === 'ego' ? null : nameBox(second)]);
    const before = made.get(relation);
    const said = [t, nameOf(first), nameOf(second)] as const;
    if (before && isSameCurve(before.mark.curve, curve) && said.every((each, at) => each === before.said[at])) {
      return [before.mark];
    }
    const mark = {
      id: relation.id,
      from: first,
      to: second,
      kind: relation.kind,
      support: relation.support,
      curve,
      ...drawTie(curve, relation.kind, relation.support),
      spoken: spokenRelation(relation, nameOf, t),
    };
    made.set(relation, { mark, said });
    return [mark];
  });
}

/** The mark made last of each tie, and what it was made of: most ties run in the next picture as they do in this one. */
const made = new WeakMap<Relation, { readonly mark: RelationMark; readonly said: readonly unknown[] }>();

const isSameCurve = (a: TieCurve, b: TieCurve): boolean =>
  isSamePoint(a.from, b.from) && isSamePoint(a.to, b.to) && isSamePoint(a.control, b.control);

const isSamePoint = (a: MapPoint | null, b: MapPoint | null): boolean => a?.x === b?.x && a?.y === b?.y;

function personMarks({ map, layers, people, relations, arrangement, t }: SceneParts): PersonMark[] {
  const known = new Map<PersonId, number>();
  for (const { between } of relations) {
    if (between[1] === 'ego') continue;
    for (const id of between) if (id !== 'ego') known.set(id, (known.get(id) ?? 0) + 1);
  }
  const hueOf = new Map(map.sectors.map(({ id, hue }) => [id, hue]));
  return people.flatMap((pictured) => {
    const { person, place, name } = pictured;
    const placed = arrangement.people.get(person.id);
    if (!placed) return [];
    // Whoever has died since they were invited is not asked any more.
    const wish = layers.wishes && canBeInvited(person) ? invitationOf(map, person.id).wish : null;
    return [
      {
        id: person.id,
        name,
        at: placed.at,
        kind: person.kind,
        shape: map.shapes ? person.symbol : 'neutral',
        deceased: person.deceased,
        hue: hueOf.get(place.sector) ?? 0,
        sector: place.sector,
        ring: place.ring,
        wish,
        label: placed.label,
        spoken: spokenPerson(map, pictured, { known: known.get(person.id) ?? 0, wish }, t),
      },
    ];
  });
}

/** Where roles stand instead of names, the one in the middle has none either. */
const nameInCentre = (map: NetworkMap, { roles }: PictureLayers, t: Translate): string =>
  roles ? t('ego.me') : egoName(map, t);

const EGO_SIZES = [15, 14, 13, 12, 11];

/** The name inside the dark disc: the whole of it, else the first word, else what there is room for. */
function egoMark({ map, layers, frame, measure, t }: SceneParts): EgoMark {
  const name = layers.roles ? t('ego.me') : egoName(map, t);
  const radius = egoRadius(frame);
  const spoken = t('spoken.ego', { name });
  const smallest = EGO_SIZES.at(-1) ?? 11;
  const fits = (text: string, size: number) => measure(text, size, 'name') <= 2 * radius - 6;
  for (const text of [name, name.split(/\s/)[0] ?? name]) {
    const nameSize = EGO_SIZES.find((size) => fits(text, size));
    if (nameSize !== undefined) return { name: text, radius, nameSize, spoken };
  }
  let short = name;
  while (short.length > 1 && !fits(`${short}…`, smallest)) short = short.slice(0, -1).trimEnd();
  return { name: `${short}…`, radius, nameSize: smallest, spoken };
}
