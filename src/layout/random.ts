/**
 * A reproducible stream of numbers in [0, 1): a Weyl sequence through a multiply-and-shift scrambler, 32 bits wide.
 * The layout must give the same picture on every machine, so nothing here looks at the clock or at `Math.random`.
 */
export function createRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let bits = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
    return ((bits ^ (bits >>> 15)) >>> 0) / 0x100000000;
  };
}

/** A whole number from 0 up to (not including) `count`. */
export const randomIndex = (random: () => number, count: number): number => Math.floor(random() * count);
