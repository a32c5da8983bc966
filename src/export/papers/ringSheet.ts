import { makePicture } from '../../canvas/picture.ts';
import type { NetworkMap } from '../../model/types.ts';
import { createColumn } from '../sheet/column.ts';
import { keyScene } from '../sheet/keyScene.ts';
import { type MapSheet, type SheetRequest } from '../sheet/layoutSheet.ts';
import { sheetSize } from '../sheet/paper.ts';

const MARGIN = 36;
const SIDE = 210;

/** The map's own fields and rings with nobody on them, to be drawn on with a pencil. Always lying. */
export function ringSheet({ map, layers, paper, language, measure, t }: SheetRequest): MapSheet {
  const { width, height } = sheetSize({ ...paper, turn: 'landscape' });
  const x = width - MARGIN - SIDE;
  const stage = { width: x - MARGIN - 20, height: height - 2 * MARGIN, oval: map.oval };
  const { scene } = makePicture({ map: withoutPeople(map), layers: { ...layers, roles: true }, stage, measure, t });
  const column = createColumn(x, MARGIN + 10, SIDE, measure);
  const quiet = { size: 13, weight: 'relation', tone: 'quiet' } as const;
  column.write(t('out.sheet.title'), { size: 26, weight: 'name', tone: 'ink', leading: 1.22 });
  column.gap(26);
  for (const label of [t('paper.rings.date'), t('paper.rings.name'), t('paper.rings.with')]) {
    column.write(label, quiet);
    column.gap(26);
    column.rule();
    column.gap(14);
  }
  column.gap(10);
  for (const advice of [t('paper.rings.near'), t('paper.rings.line'), t('paper.rings.free')]) {
    column.write(advice, { ...quiet, tone: 'ink' });
    column.gap(10);
  }
  return {
    width,
    height,
    title: t('paper.rings.title'),
    language,
    scene,
    centre: { x: MARGIN + stage.width / 2, y: height / 2 },
    key: keyScene([]),
    texts: column.texts,
    rules: column.rules,
    unwritten: [],
    needsMore: false,
  };
}

const withoutPeople = (map: NetworkMap): NetworkMap => ({
  ...map,
  people: {},
  drawings: map.drawings.map((drawing) => ({ ...drawing, places: {}, relations: {}, groups: {} })),
});
