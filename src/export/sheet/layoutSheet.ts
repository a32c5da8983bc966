import { makePicture } from '../../canvas/picture.ts';
import type { MeasureText } from '../../geometry/arrangement.ts';
import type { Language } from '../../i18n/languages.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { NetworkMap } from '../../model/types.ts';
import type { PictureLayers } from '../../scene/pictured.ts';
import type { MapScene } from '../../scene/types.ts';
import { type Column, createColumn, type SheetRule, type SheetText } from './column.ts';
import { keyScene, type PlacedSign, SIGN_WIDTH } from './keyScene.ts';
import { type KeySign, keySigns } from './keySigns.ts';
import { type Paper, sheetSize } from './paper.ts';
import { madeByWords, nearnessWords, sheetDate, sheetTitle, unwrittenPeople } from './sheetWords.ts';

export type SheetRequest = {
  readonly map: NetworkMap;
  readonly layers: PictureLayers;
  readonly paper: Paper;
  /** Another sheet may follow: what this one has no room for goes there, instead of becoming too small to read. */
  readonly continues?: boolean;
  readonly language: Language;
  readonly measure: MeasureText;
  readonly t: Translate;
};

/** One sheet as data: the map, and round it title, date, key and a sentence. The same for preview, paper and image. */
export type MapSheet = {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly language: Language;
  readonly scene: MapScene;
  readonly centre: { readonly x: number; readonly y: number };
  readonly key: MapScene;
  readonly texts: readonly SheetText[];
  readonly rules: readonly SheetRule[];
  /** People who are written in the text, because the map had no room for the whole. */
  readonly unwritten: readonly string[];
  /** They were too many for this sheet, and need one more. */
  readonly needsMore: boolean;
};

const MARGIN = 42;
const SIDE = 246;
const GAP = 26;
const KEY_TEXT = 12;

export const layoutSheet = (request: SheetRequest): MapSheet =>
  request.paper.turn === 'landscape' ? lyingSheet(request) : standingSheet(request);

function lyingSheet(request: SheetRequest): MapSheet {
  const { width, height } = sheetSize(request.paper);
  const x = width - MARGIN - SIDE;
  const stage = { width: x - GAP - MARGIN, height: height - 2 * MARGIN };
  const scene = pictureOn(request, stage);
  const column = createColumn(x, MARGIN + 10, SIDE, request.measure);
  writeHead(column, request, SIDE);
  column.gap(16);
  column.rule();
  column.gap(18);
  const foot = footOf(request, x, SIDE, height - MARGIN);
  const signs = keySigns(scene, request.t);
  const rest = restOf(request, scene, SIDE, foot.top - column.y() - 40 - signs.length * 18);
  const room = (foot.top - column.y() - 34 - rest.height) / Math.max(1, signs.length);
  const placed = writeKey(
    column,
    signs,
    { x, width: SIDE, columns: 1, row: Math.max(16, Math.min(26, room)) },
    request,
  );
  column.gap(8);
  rest.write(column);
  return finish(
    request,
    scene,
    { x: MARGIN + stage.width / 2, y: height / 2 },
    [column, foot.column],
    placed,
    rest.needsMore,
  );
}

function standingSheet(request: SheetRequest): MapSheet {
  const { width, height } = sheetSize(request.paper);
  const inner = width - 2 * MARGIN;
  const head = createColumn(MARGIN, MARGIN, inner, request.measure);
  writeHead(head, request, inner);
  const foot = footOf(request, MARGIN, inner, height - MARGIN);
  // The map first: what it shows decides how high the key becomes, which is then taken from the bottom of the sheet.
  const scene = pictureOn(request, { width: inner, height: inner + 8 });
  const mapTop = head.y() + 14;
  const below = createColumn(MARGIN, mapTop + inner + 8 + 16, inner, request.measure);
  const signs = keySigns(scene, request.t);
  const rows = Math.ceil(signs.length / 3);
  const rest = restOf(request, scene, inner, foot.top - below.y() - 30 - rows * 17);
  const room = (foot.top - below.y() - 30 - rest.height) / Math.max(1, rows);
  const placed = writeKey(
    below,
    signs,
    { x: MARGIN, width: inner, columns: 3, row: Math.max(15, Math.min(24, room)) },
    request,
  );
  below.gap(6);
  rest.write(below);
  const centre = { x: width / 2, y: mapTop + (inner + 8) / 2 };
  return finish(request, scene, centre, [head, below, foot.column], placed, rest.needsMore);
}

const pictureOn = ({ map, layers, measure, t }: SheetRequest, stage: { width: number; height: number }): MapScene =>
  makePicture({ map: withoutNames(map, layers), layers, stage: { ...stage, oval: map.oval }, measure, t }).scene;

/** What people wrote on the rings they drew round others is often a name: it goes when roles stand for names. */
function withoutNames(map: NetworkMap, { roles }: PictureLayers): NetworkMap {
  if (!roles) return map;
  const unnamed = <Label extends { label: string }>(groups: Readonly<Record<string, Label>>) =>
    Object.fromEntries(Object.entries(groups).map(([id, group]) => [id, { ...group, label: '' }]));
  return { ...map, drawings: map.drawings.map((drawing) => ({ ...drawing, groups: unnamed(drawing.groups) })) };
}

function writeHead(column: Column, { map, layers, language, measure, t }: SheetRequest, width: number): void {
  const title = sheetTitle(map, layers, t);
  const lines = measure(title, 26, 'name') / width;
  const size = lines > 3 ? 17 : lines > 1 ? 21 : 26;
  column.write(title, { size, weight: 'name', tone: 'ink', leading: 1.22 });
  column.gap(6);
  column.write(sheetDate(map, language), { size: 14, weight: 'relation', tone: 'ink' });
  const madeBy = madeByWords(map, layers, t);
  if (madeBy !== '') column.write(madeBy, { size: 12, weight: 'relation', tone: 'quiet' });
}

function footOf({ measure, t }: SheetRequest, x: number, width: number, bottom: number) {
  const style = { size: 11, weight: 'relation', tone: 'quiet' } as const;
  const draft = createColumn(x, 0, width, measure);
  draft.write(t('out.sheet.others'), style);
  const top = bottom - draft.y();
  const column = createColumn(x, top, width, measure);
  column.write(t('out.sheet.others'), style);
  return { column, top };
}

const READABLE = [11.5, 10.5, 9.5, 8.5, 7.5] as const;
/** A picture stands alone; it can be made larger to be read. */
const TO_ZOOM = [6.5, 5.5, 4.5] as const;

/** What the rings mean, and the names without room on the map, in letters small enough for the room there is. */
function restOf(request: SheetRequest, scene: MapScene, width: number, room: number) {
  const { map, layers, measure, continues = false, t } = request;
  const names = unwrittenPeople(map, layers, scene);
  const nearness = nearnessWords(map, scene, t);
  const whole = names.length === 0 ? '' : t('out.sheet.unwritten', { names: names.join(', ') });
  const writeIn = (column: Column, size: number, unwritten: string) => {
    if (nearness !== '') column.write(nearness, { size, weight: 'relation', tone: 'quiet' });
    if (unwritten === '') return;
    column.gap(6);
    column.write(unwritten, { size, weight: 'relation', tone: 'ink' });
  };
  const heightAt = (size: number, unwritten: string) => {
    const draft = createColumn(0, 0, width, measure);
    writeIn(draft, size, unwritten);
    return draft.y();
  };
  const sizes = continues ? READABLE : [...READABLE, ...TO_ZOOM];
  const fitting = sizes.find((each) => heightAt(each, whole) <= room);
  const needsMore = continues && fitting === undefined;
  const unwritten = needsMore ? t('out.sheet.unwritten.next') : whole;
  const size = fitting ?? sizes.find((each) => heightAt(each, unwritten) <= room) ?? sizes.at(-1) ?? 7.5;
  return {
    needsMore,
    height: heightAt(size, unwritten),
    write: (column: Column) => writeIn(column, size, unwritten),
  };
}

type KeyRoom = { readonly x: number; readonly width: number; readonly columns: number; readonly row: number };

function writeKey(column: Column, signs: readonly KeySign[], room: KeyRoom, { t }: SheetRequest): PlacedSign[] {
  if (signs.length === 0) return [];
  column.write(t('out.sheet.key'), { size: 13, weight: 'name', tone: 'ink' });
  column.gap(4);
  const rows = Math.ceil(signs.length / room.columns);
  const top = column.y();
  const placed = signs.map((sign, at): PlacedSign => {
    const x = room.x + Math.floor(at / rows) * (room.width / room.columns);
    const y = top + (at % rows) * room.row + room.row / 2;
    const weights = { size: KEY_TEXT, weight: 'relation', tone: 'ink' } as const;
    column.texts.push({ text: sign.text, x: x + SIGN_WIDTH + 12, y: y + KEY_TEXT * 0.35, ...weights });
    return { sign, x, y };
  });
  column.gap(rows * room.row);
  return placed;
}

const finish = (
  { map, layers, paper, language, t }: SheetRequest,
  scene: MapScene,
  centre: MapSheet['centre'],
  columns: readonly Column[],
  placed: readonly PlacedSign[],
  needsMore: boolean,
): MapSheet => ({
  ...sheetSize(paper),
  title: sheetTitle(map, layers, t),
  language,
  scene,
  centre,
  key: keyScene(placed),
  texts: columns.flatMap(({ texts }) => texts),
  rules: columns.flatMap(({ rules }) => rules),
  unwritten: unwrittenPeople(map, layers, scene),
  needsMore,
});
