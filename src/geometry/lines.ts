import { lineMeetsBox } from './segments.ts';

/** A box as its middle and half its sides, which is what is asked of it here; `Box` elsewhere is its corner and sides. */
export type MiddleBox = readonly [x: number, y: number, halfWidth: number, halfHeight: number];
type Point = { readonly x: number; readonly y: number };

/** Many lines that are asked again and again which of them pass through a box. */
export class Lines {
  /** Four numbers a line: from where to where. */
  readonly #ends: Float64Array;
  /** Four a line: left, right, top, bottom, outward to whole numbers: those are compared without making new ones. */
  readonly #extents: Int32Array;

  constructor(lines: readonly (readonly [from: Point, to: Point])[]) {
    const ends = new Float64Array(4 * lines.length);
    const extents = new Int32Array(4 * lines.length);
    lines.forEach(([from, to], line) => {
      const at = 4 * line;
      ends[at] = from.x;
      ends[at + 1] = from.y;
      ends[at + 2] = to.x;
      ends[at + 3] = to.y;
      extents[at] = Math.floor(Math.min(from.x, to.x));
      extents[at + 1] = Math.ceil(Math.max(from.x, to.x));
      extents[at + 2] = Math.floor(Math.min(from.y, to.y));
      extents[at + 3] = Math.ceil(Math.max(from.y, to.y));
    });
    this.#ends = ends;
    this.#extents = extents;
  }

  meets(line: number, [x, y, halfWidth, halfHeight]: MiddleBox): boolean {
    const ends = this.#ends;
    const at = 4 * line;
    return lineMeetsBox(
      ends[at] as number,
      ends[at + 1] as number,
      ends[at + 2] as number,
      ends[at + 3] as number,
      x,
      y,
      halfWidth,
      halfHeight,
    );
  }

  /** Which of them pass through a box. */
  through(box: MiddleBox): number[] {
    const [x, y, halfWidth, halfHeight] = box;
    const left = Math.floor(x - halfWidth);
    const right = Math.ceil(x + halfWidth);
    const top = Math.floor(y - halfHeight);
    const bottom = Math.ceil(y + halfHeight);
    const extents = this.#extents;
    const found: number[] = [];
    for (let at = 0; at < extents.length; at += 4) {
      if ((extents[at] as number) > right || (extents[at + 1] as number) < left) continue;
      if ((extents[at + 2] as number) > bottom || (extents[at + 3] as number) < top) continue;
      if (this.meets(at / 4, box)) found.push(at / 4);
    }
    return found;
  }
}
