import type { PlacedPerson } from '../geometry/arrangement.ts';
import { mapPoint, type MapPoint } from '../geometry/frame.ts';
import { convexHull, grown } from '../geometry/hull.ts';
import { smoothClosedPath } from '../geometry/paths.ts';
import type { Drawing, GroupId } from '../model/types.ts';
import type { GroupMark } from './types.ts';

const PADDING = 10;

/** Soft outlines round people who belong together, their names included. */
export function groupMarks(
  groups: Drawing['groups'],
  placed: ReadonlyMap<string, PlacedPerson>,
  symbolRadius: number,
): GroupMark[] {
  return Object.entries(groups).flatMap(([id, { label, members }]) => {
    const present = members.flatMap((member) => placed.get(member) ?? []);
    if (present.length === 0) return [];
    const outline = convexHull(
      grown(
        present.flatMap((person) => corners(person, symbolRadius)),
        PADDING,
      ),
    );
    const top = outline.reduce((best, point) => (point.y < best.y ? point : best));
    return [{ id: id as GroupId, label, outline: smoothClosedPath(outline), labelAt: mapPoint(top.x, top.y - 3) }];
  });
}

function corners({ at, label }: PlacedPerson, radius: number): MapPoint[] {
  const disc = [
    mapPoint(at.x - radius, at.y - radius),
    mapPoint(at.x + radius, at.y - radius),
    mapPoint(at.x + radius, at.y + radius),
    mapPoint(at.x - radius, at.y + radius),
  ];
  if (!label) return disc;
  const { x, y, width, height } = label.box;
  return [
    ...disc,
    mapPoint(at.x + x, at.y + y),
    mapPoint(at.x + x + width, at.y + y),
    mapPoint(at.x + x, at.y + y + height),
    mapPoint(at.x + x + width, at.y + y + height),
  ];
}
