import type { Box } from '../geometry/arrangement.ts';
import type { Frame } from '../geometry/frame.ts';
import { Buckets } from './buckets.ts';

/** The names on the rim and on the rings, letter by letter, found without looking at all of them. */
export class Obstacles {
  readonly boxes: readonly Box[];
  readonly buckets: Buckets;

  constructor({ halfWidth, halfHeight }: Frame, boxes: readonly Box[]) {
    this.boxes = boxes;
    this.buckets = new Buckets(halfWidth, halfHeight, boxes.length);
    boxes.forEach(({ x, y, width, height }, at) => {
      this.buckets.add(at, { left: x, right: x + width, top: y, bottom: y + height });
    });
  }

  meet(left: number, right: number, top: number, bottom: number): boolean {
    const count = this.buckets.find(left, right, top, bottom);
    for (let at = 0; at < count; at++) {
      const box = this.boxes[this.buckets.found[at] ?? 0];
      if (!box) continue;
      if (left < box.x + box.width && right > box.x && top < box.y + box.height && bottom > box.y) return true;
    }
    return false;
  }
}

/** Does a disc reach into a box? */
export const discMeetsBox = (
  x: number,
  y: number,
  reach: number,
  left: number,
  right: number,
  top: number,
  bottom: number,
): boolean => {
  const dx = x < left ? left - x : x > right ? x - right : 0;
  const dy = y < top ? top - y : y > bottom ? y - bottom : 0;
  return dx * dx + dy * dy < reach * reach;
};
