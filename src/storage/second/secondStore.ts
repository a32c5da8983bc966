import type { Bytes } from '../chunks.ts';

/** Another kind of storage than the database, for one file a map. Everything may reject. */
export type SecondStore = {
  /** Whole or not at all: a file that is there already stays until the new one is. */
  readonly put: (name: string, bytes: Bytes) => Promise<void>;
  readonly get: (name: string) => Promise<Bytes | null>;
  readonly names: () => Promise<readonly string[]>;
  /** Also when there is no such file. */
  readonly remove: (name: string) => Promise<void>;
};

/** One or several of them; each may have another file of the same name. */
export type SecondStores = Omit<SecondStore, 'get'> & {
  readonly getAll: (name: string) => Promise<readonly Bytes[]>;
};
