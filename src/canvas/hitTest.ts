import type { Box } from '../geometry/arrangement.ts';
import { less, type MapPoint } from '../geometry/frame.ts';
import { along } from '../geometry/paths.ts';
import { distanceToLine2 } from '../geometry/segments.ts';
import type { GroupId, PersonId, RelationId, SectorId } from '../model/types.ts';
import type { MapScene } from '../scene/types.ts';
import { TOUCH_RADIUS } from './drawPeople.ts';

/** What lies under a finger. */
export type Hit =
  | { readonly kind: 'person'; readonly id: PersonId }
  | { readonly kind: 'relation'; readonly id: RelationId }
  | { readonly kind: 'border'; readonly sector: SectorId }
  | { readonly kind: 'group'; readonly id: GroupId }
  | { readonly kind: 'ego' }
  | { readonly kind: 'empty' };

/** How near a tie a finger must be, in pixels: they are many, and what stands at their ends goes before them. */
const TIE_REACH = 11;

/** The nearest thing within reach; `zoom` keeps the reach a finger's width on every zoom. */
export function hitTest(scene: MapScene, point: MapPoint, zoom: number): Hit {
  const person = nearestPerson(scene, point, zoom);
  // Whoever stands close to the centre has room for a finger on the other side: its disc is its own, but for a disc upon it.
  const onEgo = Math.hypot(point.x, point.y) <= scene.ego.radius;
  if (person && !(onEgo && person.distance > scene.symbolRadius)) return { kind: 'person', id: person.id };
  const finger = TOUCH_RADIUS / zoom;
  if (onEgo) return { kind: 'ego' };
  const border = scene.sectors.find(({ border: { to } }) => isWithin(less(point, to), finger));
  if (border && scene.sectors.length > 1) return { kind: 'border', sector: border.id };
  const tie = nearestTie(scene, point, zoom);
  if (tie) return { kind: 'relation', id: tie };
  // Zoomed far out, the centre too is smaller than a finger: what is nearer goes first.
  if (isWithin(point, finger)) return { kind: 'ego' };
  const group = scene.groups.find(
    ({ label, labelAt: { x, y } }) =>
      Math.abs(point.x - x) < Math.max(label.length * 4 + 14, finger) &&
      Math.abs(point.y - y + 4) < Math.max(16, finger),
  );
  return group ? { kind: 'group', id: group.id } : { kind: 'empty' };
}

/** In the square that a finger needs, corners too. */
const isWithin = ({ x, y }: MapPoint, reach: number): boolean => Math.max(Math.abs(x), Math.abs(y)) <= reach;

/** Whose disc is nearest, within a finger's reach; else whose name is touched. */
function nearestPerson(
  { people, symbolRadius }: MapScene,
  point: MapPoint,
  zoom: number,
): { id: PersonId; distance: number } | null {
  let best: PersonId | null = null;
  let named: { id: PersonId; distance: number } | null = null;
  let least = Infinity;
  const finger = TOUCH_RADIUS / zoom;
  for (const { id, at, label } of people) {
    const dx = point.x - at.x;
    const dy = point.y - at.y;
    const distance = Math.hypot(dx, dy);
    if (distance < least && (distance <= symbolRadius || isWithin(less(point, at), finger))) {
      least = distance;
      best = id;
    }
    if (label && isInBox(label.box, dx, dy)) named = { id, distance };
  }
  // A finger on a name means its person, though somebody else's disc be within reach: unless it is on that disc.
  const nearest = best === null ? null : { id: best, distance: least };
  return nearest && least <= symbolRadius ? nearest : (named ?? nearest);
}

const isInBox = ({ x, y, width, height }: Box, dx: number, dy: number): boolean =>
  dx >= x && dx <= x + width && dy >= y && dy <= y + height;

function nearestTie(scene: MapScene, point: MapPoint, zoom: number): RelationId | null {
  let best: RelationId | null = null;
  let least2 = (TIE_REACH / zoom) ** 2;
  for (const { id, curve } of scene.relations) {
    for (let step = 0; step < 16; step += 1) {
      const a = along(curve.from, curve.control, curve.to, step / 16);
      const b = along(curve.from, curve.control, curve.to, (step + 1) / 16);
      const distance2 = distanceToLine2(point.x, point.y, a.x, a.y, b.x, b.y);
      if (distance2 < least2) {
        least2 = distance2;
        best = id;
      }
    }
  }
  return best;
}
