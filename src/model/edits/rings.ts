import { produce } from 'immer';
import { SMALLEST_WIDTH } from '../limits.ts';
import { MAX_RINGS, MIN_RINGS, type NetworkMap } from '../types.ts';

export function renameRing(map: NetworkMap, index: number, name: string | null): NetworkMap {
  return produce(map, (draft) => {
    const ring = draft.rings[index];
    if (ring) ring.name = name === '' ? null : name;
  });
}

/** A further ring at the outer rim; everybody keeps their ring. */
export function addRing(map: NetworkMap): NetworkMap {
  if (map.rings.length >= MAX_RINGS) return map;
  return produce(map, (draft) => {
    const count = draft.rings.length + 1;
    for (const ring of draft.rings) ring.width *= (count - 1) / count;
    draft.rings.push({ name: null, width: 1 / count });
    if (draft.rings.some(({ width }) => width < SMALLEST_WIDTH)) for (const ring of draft.rings) ring.width = 1 / count;
  });
}

/** Removes a ring; its people go to the next one in or out, as the user says, and those further out move in by one. */
export function removeRing(map: NetworkMap, index: number, to: 'inner' | 'outer'): NetworkMap {
  if (map.rings.length <= MIN_RINGS || !map.rings[index]) return map;
  const goInner = index === map.rings.length - 1 || (to === 'inner' && index > 0);
  return produce(map, (draft) => {
    const [gone] = draft.rings.splice(index, 1);
    const left = 1 - (gone?.width ?? 0);
    for (const ring of draft.rings) ring.width /= left;
    for (const drawing of draft.drawings) {
      if (drawing.frozen) continue;
      for (const place of Object.values(drawing.places)) {
        if (place === 'tray' || place.ring === 'outside' || place.ring < index) continue;
        if (place.ring === index) place.spot = null;
        if (place.ring > index || goInner) place.ring -= 1;
      }
    }
  });
}

const NARROWEST = 0.12;

/** Moves the border between a ring and the next one out by a share of the whole distance. */
export function moveRingBorder(map: NetworkMap, index: number, share: number): NetworkMap {
  if (Number.isNaN(share)) return map;
  return produce(map, (draft) => {
    const ring = draft.rings[index];
    const next = draft.rings[index + 1];
    if (!ring || !next) return;
    const both = ring.width + next.width;
    const width = Math.min(both - NARROWEST, Math.max(NARROWEST, ring.width + share));
    if (both < 2 * NARROWEST || width === ring.width) return;
    ring.width = width;
    next.width = both - width;
    draft.widths = 'user';
  });
}
