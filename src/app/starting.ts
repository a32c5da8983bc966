import { boot } from './boot.ts';

/** Begun before React is evaluated, which takes longer than anything else here: the words and the storage answer meanwhile. */
export const starting = boot();
