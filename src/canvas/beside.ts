import { mapPoint, type MapPoint } from '../geometry/frame.ts';
import type { PersonId } from '../model/types.ts';
import type { MapScene } from '../scene/types.ts';
import { placeAt } from './target.ts';

/** Between two discs that stand beside each other. */
const GAP = 3;
const TURNS = [0, 1, -1, 2, -2, 3, -3, 4].map((eighths) => (eighths * Math.PI) / 4);

/**
 * Where somebody comes to stand who is let go right on top of another: beside them, in the cell that was meant. Two discs
 * must never look like one. Anybody else stands exactly where the finger was.
 */
export function besideOthers(
  { people, symbolRadius, frame }: Pick<MapScene, 'people' | 'symbolRadius' | 'frame'>,
  id: PersonId,
  at: MapPoint,
): MapPoint {
  const others = people.filter((person) => person.id !== id).map((person) => person.at);
  const apart = (a: MapPoint, b: MapPoint) => Math.hypot(a.x - b.x, a.y - b.y);
  const under = others.find((other) => apart(other, at) < symbolRadius);
  if (!under) return at;
  const meant = placeAt(frame, at);
  const away = Math.atan2(at.y - under.y, at.x - under.x);
  const distance = 2 * symbolRadius + GAP;
  const isFree = (point: MapPoint) => {
    const place = placeAt(frame, point);
    const isMeant = place !== null && place.sector === meant?.sector && place.ring === meant.ring;
    return isMeant && others.every((other) => apart(other, point) >= 2 * symbolRadius);
  };
  return (
    TURNS.map((turn) =>
      mapPoint(under.x + distance * Math.cos(away + turn), under.y + distance * Math.sin(away + turn)),
    ).find(isFree) ?? at
  );
}
