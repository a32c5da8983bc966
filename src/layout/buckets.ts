/** A box, in map units. */
export type Bounds = { left: number; right: number; top: number; bottom: number };

/** The box round several; round none it is inside out, and meets nothing. */
export const boundsOf = (boxes: readonly Readonly<Bounds>[]): Bounds => ({
  left: Math.min(...boxes.map(({ left }) => left)),
  right: Math.max(...boxes.map(({ right }) => right)),
  top: Math.min(...boxes.map(({ top }) => top)),
  bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
});

const SIDE = 64;

/** What stands where, so that a question about one spot looks at its neighbours only: a plain grid of lists. */
export class Buckets {
  readonly #columns: number;
  readonly #rows: number;
  readonly #shiftX: number;
  readonly #shiftY: number;
  readonly #lists: number[][];
  readonly #seen: Int32Array;
  #round = 0;
  /** The answer to the last `find`: as many of these as it said. */
  readonly found: Int32Array;

  constructor(halfWidth: number, halfHeight: number, count: number) {
    this.#shiftX = Math.ceil(halfWidth / SIDE) + 1;
    this.#shiftY = Math.ceil(halfHeight / SIDE) + 1;
    this.#columns = 2 * this.#shiftX + 1;
    this.#rows = 2 * this.#shiftY + 1;
    this.#lists = Array.from({ length: this.#columns * this.#rows }, () => []);
    this.#seen = new Int32Array(count);
    this.found = new Int32Array(count);
  }

  #column(x: number): number {
    return Math.max(0, Math.min(this.#columns - 1, Math.floor(x / SIDE) + this.#shiftX));
  }

  #row(y: number): number {
    return Math.max(0, Math.min(this.#rows - 1, Math.floor(y / SIDE) + this.#shiftY));
  }

  add(item: number, bounds: Bounds): void {
    this.#visit(bounds, (list) => list.push(item));
  }

  remove(item: number, bounds: Bounds): void {
    this.#visit(bounds, (list) => {
      const at = list.indexOf(item);
      if (at < 0) return;
      const last = list.pop();
      if (last !== undefined && at < list.length) list[at] = last;
    });
  }

  #visit({ left, right, top, bottom }: Bounds, action: (list: number[]) => void): void {
    const lastRow = this.#row(bottom);
    const lastColumn = this.#column(right);
    for (let row = this.#row(top); row <= lastRow; row++) {
      for (let column = this.#column(left); column <= lastColumn; column++) {
        const list = this.#lists[row * this.#columns + column];
        if (list) action(list);
      }
    }
  }

  /** How many items may touch these bounds; they stand in `found`, each once. */
  find(left: number, right: number, top: number, bottom: number): number {
    this.#round += 1;
    const lastRow = this.#row(bottom);
    const firstColumn = this.#column(left);
    const lastColumn = this.#column(right);
    let count = 0;
    for (let row = this.#row(top); row <= lastRow; row++) {
      for (let column = firstColumn; column <= lastColumn; column++) {
        const list = this.#lists[row * this.#columns + column];
        if (!list) continue;
        for (const item of list) {
          if (this.#seen[item] === this.#round) continue;
          this.#seen[item] = this.#round;
          this.found[count] = item;
          count += 1;
        }
      }
    }
    return count;
  }
}
