import { mapPoint } from '../../geometry/frame.ts';
import type { GroupId, PersonId, RelationId, SectorId } from '../../model/types.ts';
import type { MapColours } from '../../scene/colours.ts';
import { drawTie } from '../../scene/ties.ts';
import type { GroupMark, MapScene, PersonMark, RelationMark } from '../../scene/types.ts';
import type { KeySign } from './keySigns.ts';

export type PlacedSign = { readonly sign: KeySign; readonly x: number; readonly y: number };

/** The room a sign has to the left of its word. */
export const SIGN_WIDTH = 44;
const RADIUS = 8;

/** A picture that holds only the signs, so that the key is drawn by the very code that draws the map. */
export function keyScene(signs: readonly PlacedSign[]): MapScene {
  return {
    frame: { ax: 1, ay: 1, radii: [], outside: [0, 0], sectors: [], halfWidth: 0, halfHeight: 0 },
    sectors: [],
    rings: [],
    ringsShown: false,
    groups: signs.flatMap(({ sign, x, y }, at) => (sign.of === 'group' ? [groupMark(at, x, y)] : [])),
    relations: signs.flatMap(({ sign, x, y }, at) => (sign.of === 'tie' ? [tieMark(sign, at, x, y)] : [])),
    people: signs.flatMap(({ sign, x, y }, at) => (sign.of === 'person' ? [personMark(sign, at, x, y)] : [])),
    ego: { name: '', radius: 0, nameSize: 10, spoken: '' },
    symbolRadius: RADIUS,
  };
}

/** No sector's hue: a sign stands for anybody. */
export const keyColours = (colours: MapColours): MapColours => ({
  ...colours,
  bands: ['#ffffff', '#ffffff', '#ffffff', '#ffffff'],
  hues: { 0: GREY, 1: GREY, 2: GREY, 3: GREY, 4: GREY, 5: GREY, 6: GREY, 7: GREY },
});
const GREY = '#5b5344';

function tieMark({ kind, support }: Extract<KeySign, { of: 'tie' }>, at: number, x: number, y: number): RelationMark {
  const curve = { from: mapPoint(x, y), to: mapPoint(x + SIGN_WIDTH, y), control: null };
  return {
    id: `key-${at}` as RelationId,
    from: 'key' as PersonId,
    to: 'ego',
    kind,
    support,
    curve,
    ...drawTie(curve, kind, support),
    spoken: '',
  };
}

const personMark = ({ look }: Extract<KeySign, { of: 'person' }>, at: number, x: number, y: number): PersonMark => ({
  id: `key-${at}` as PersonId,
  name: '',
  at: mapPoint(x + SIGN_WIDTH / 2, y),
  kind: 'person',
  shape: 'neutral',
  deceased: false,
  hue: 0,
  sector: 'key' as SectorId,
  ring: 0,
  wish: null,
  label: look.deceased ? DAGGER : null,
  spoken: '',
  ...look,
});

const DAGGER: PersonMark['label'] = {
  side: 'right',
  anchor: 'start',
  lines: [{ text: '†', weight: 'name', size: 12, dx: 11, dy: 4 }],
  box: { x: 0, y: 0, width: 0, height: 0 },
  shortened: false,
};

function groupMark(at: number, x: number, y: number): GroupMark {
  const [left, right] = [x + 12, x + SIGN_WIDTH - 12];
  return {
    id: `key-${at}` as GroupId,
    label: '',
    outline: `M${left} ${y - 8}H${right}A8 8 0 0 1 ${right} ${y + 8}H${left}A8 8 0 0 1 ${left} ${y - 8}Z`,
    labelAt: mapPoint(x, y),
  };
}
