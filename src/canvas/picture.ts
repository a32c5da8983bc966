import type { Arrangement, LayoutRequest, MeasureText } from '../geometry/arrangement.ts';
import { createFrame, type Frame, type StageSize } from '../geometry/frame.ts';
import { handleBoxes } from '../geometry/handles.ts';
import { placeTitles, ringNameBox } from '../geometry/titles.ts';
import type { Translate } from '../i18n/translate.ts';
import { arrange } from '../layout/arrange.ts';
import { tieCurves } from '../layout/ties.ts';
import { chooseWidths, type Widths } from '../layout/widths.ts';
import { settleSpots } from '../model/edits/people.ts';
import { setWidths } from '../model/edits/sectors.ts';
import { currentDrawing } from '../model/questions.ts';
import type { NetworkMap, PersonId, Relation } from '../model/types.ts';
import { buildScene, titlesOf } from '../scene/buildScene.ts';
import {
  mapOnScreen,
  picturedPeople,
  type PicturedPerson,
  picturedRelations,
  type PictureLayers,
} from '../scene/pictured.ts';
import type { MapScene } from '../scene/types.ts';
import { ringName } from '../scene/words.ts';

/** Where a map is pictured: a stage on the screen or a sheet, in CSS pixels. */
export type Stage = { readonly width: number; readonly height: number; readonly oval: boolean };

export type PictureRequest = {
  readonly map: NetworkMap;
  readonly layers: PictureLayers;
  readonly stage: Stage;
  readonly measure: MeasureText;
  readonly t: Translate;
};

export type Picture = { readonly scene: MapScene; readonly arrangement: Arrangement; readonly frame: Frame };

/** Lays a map out for a stage and says what to draw: the same function for screen, paper, image and thumbnail. */
export function makePicture(request: PictureRequest): Picture {
  const { map, layers, t, measure } = request;
  const people = picturedPeople(map, layers, t);
  const relations = picturedRelations(map, layers, new Set(people.map(({ person }) => person.id)));
  const frame = frameOf(request, people);
  const arrangement = arrange(layoutRequest(request, frame, people, relations));
  const curves = tieCurves(frame, arrangement.people, arrangement.symbolRadius + 2, relations);
  const scene = buildScene({ map, layers, frame, people, relations, curves, arrangement, measure, t });
  return { scene, arrangement, frame };
}

/** The stage, with the band beyond the outer ring where somebody stands there. */
const stageSize = (stage: Stage, people: readonly PicturedPerson[]): StageSize => ({
  ...stage,
  withOutside: people.some(({ place }) => place.ring === 'outside'),
});

const frameOf = ({ map, stage }: PictureRequest, people: readonly PicturedPerson[]): Frame =>
  createFrame(map.sectors, map.rings, stageSize(stage, people));

function layoutRequest(
  { map, layers, measure, t }: PictureRequest,
  frame: Frame,
  people: readonly PicturedPerson[],
  relations: readonly Relation[],
): LayoutRequest {
  const titles = placeTitles(frame, titlesOf(map, t), measure).flatMap(({ boxes }) => boxes);
  const ringNames = layers.shown.rings
    ? map.rings.map((_, index) => ringNameBox(frame, index, ringName(map, index, t), measure))
    : [];
  return {
    frame,
    people: people.map(toPlace),
    ties: relations.flatMap(({ between: [a, b] }) => (b === 'ego' ? [] : [[a, b] as const])),
    measure,
    obstacles: [...titles, ...ringNames, ...handleBoxes(frame)],
  };
}

/** The dagger of those who are no longer living is part of what is written beside the symbol. */
const toPlace = ({ person, place, name, relation }: PicturedPerson) => ({
  id: person.id,
  cell: { sector: place.sector, ring: place.ring },
  spot: place.spot,
  name: person.deceased ? `${name} †` : name,
  relation,
});

/** Writes the spots found for this stage into the map; the very same map when nobody needed one. */
export function settleOnStage(map: NetworkMap, stage: Stage, measure: MeasureText, t: Translate): NetworkMap {
  const { people } = arrange(screenRequest(map, stage, measure, t));
  const spots = new Map([...people].map(([id, { spot }]): [PersonId, typeof spot] => [id, spot]));
  return settleSpots(map, spots);
}

/** What the layout is asked for a map on the screen. */
export function screenRequest(map: NetworkMap, stage: Stage, measure: MeasureText, t: Translate): LayoutRequest {
  const request = { map, layers: mapOnScreen(map), stage, measure, t };
  const people = picturedPeople(map, request.layers, t);
  const relations = picturedRelations(map, request.layers, new Set(people.map(({ person }) => person.id)));
  return layoutRequest(request, frameOf(request, people), people, relations);
}

/** Has the layout nothing to start from? So it is when a map is opened that was made elsewhere. */
export function isUnarranged(map: NetworkMap): boolean {
  const placed = Object.values(currentDrawing(map).places).filter((place) => place !== 'tray');
  return placed.length > 0 && placed.every(({ spot }) => spot === null);
}

/** Widths of sectors and rings by who stands in them on this stage (*Gi plass*). */
export function contentWidthsOf(map: NetworkMap, stage: Stage, measure: MeasureText, t: Translate): Widths {
  const people = picturedPeople(map, mapOnScreen(map), t);
  return chooseWidths({
    sectors: map.sectors,
    rings: map.rings,
    people: people.map(toPlace),
    stage: stageSize(stage, people),
    measure,
  });
}

/**
 * On opening a map whose people have no spots yet, and whose widths nobody has chosen, the layout may choose them by
 * content: once, then they are stored and left alone (DESIGN.md, *Widths*).
 */
export function withOpeningWidths(map: NetworkMap, stage: Stage, measure: MeasureText, t: Translate): NetworkMap {
  if (map.widths !== 'standard' || !isUnarranged(map)) return map;
  const { spans, ringWidths } = contentWidthsOf(map, stage, measure, t);
  const isEqual = ringWidths.every((width) => Math.abs(width * ringWidths.length - 1) < 1e-6);
  const shown = map.sectors.filter(({ hidden }) => !hidden).length;
  const same =
    isEqual && map.sectors.every(({ hidden }, index) => hidden || Math.abs((spans[index] ?? 0) - 360 / shown) < 1e-6);
  return same ? map : setWidths(map, spans, ringWidths, 'content');
}
