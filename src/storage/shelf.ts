import type { UseStore } from 'idb-keyval';
import type { IsoDateTime, MapId } from '../model/types.ts';
import type { Bytes, Digest } from './chunks.ts';
import { type Copy, goodCopies } from './copies.ts';
import type { Journal } from './journal.ts';
import { type Manifest, newest } from './manifest.ts';
import type { NotesOfMaps } from './mapNotes.ts';
import type { Subtle } from './sealing/cipher.ts';
import type { Keyring } from './sealing/keyring.ts';
import type { SecondCopies } from './second/secondCopies.ts';
import type { SpareKeys } from './sealing/spareKeys.ts';
import type { Known } from './turn.ts';

/** What reading and writing of the stored maps share, for the life of a page. */
export type Shelf = {
  readonly inStore: UseStore;
  readonly digest: Digest;
  readonly subtle: Subtle;
  readonly keys: Keyring;
  readonly spareKeys: SpareKeys;
  /** Null where there is no second store to be used. */
  readonly second: SecondCopies | null;
  readonly journal: Journal | null;
  readonly notes: NotesOfMaps;
  /** The last copy of a map that is stored, and when its last restore point was made. */
  readonly history: Map<MapId, { readonly last: StoredCopy; readonly pointAt: number }>;
  readonly now: () => IsoDateTime;
  /** A random word of this page. */
  readonly writer: string;
  readonly known: Map<MapId, Remembered>;
  /** The end of the last write of a map: writes of one page follow one another. */
  readonly line: Map<MapId, Promise<unknown>>;
  /** Writes without a known end, to be recognised should they have gone through. */
  readonly trying: Map<MapId, { readonly rev: number; readonly text: string }>;
  /** Stored alone at this revision (*Fjern overalt*): nothing older is kept as a restore point any more. */
  readonly since: Map<MapId, number>;
  /** Deleted here: a late retry must not bring them back. */
  readonly removed: Set<MapId>;
};

/** Runs `work` when the writes of the map before it have ended, however they did. */
export function inLine<T>({ line }: Shelf, id: MapId, work: () => Promise<T>): Promise<T> {
  const before = line.get(id) ?? Promise.resolve();
  const mine = before.then(work, work);
  line.set(id, mine);
  const leave = (): void => {
    if (line.get(id) === mine) line.delete(id);
  };
  mine.then(leave, leave);
  return mine;
}

export type StoredCopy = { readonly manifest: Manifest; readonly chunks: readonly Bytes[] };

export type Remembered = Known & { readonly createdAt: IsoDateTime | null };

/** The manifests that could be read, of whole and of damaged copies. */
export function manifestsOf(copies: readonly Copy[]): (Manifest | null)[] {
  return copies.map((copy) => (copy.kind === 'good' || copy.kind === 'damaged' ? copy.manifest : null));
}

/** What to build upon from now on, given what was read: nothing at all, or at least one good copy. */
export function remember(
  shelf: Shelf,
  id: MapId,
  copies: readonly Copy[],
  createdAt: IsoDateTime | null = null,
): Remembered {
  const good = goodCopies(copies)[0];
  const top = newest(manifestsOf(copies));
  const remembered: Remembered = {
    good: good?.generation ?? null,
    newest: top,
    createdAt: good?.manifest.createdAt ?? createdAt,
  };
  shelf.known.set(id, remembered);
  return remembered;
}
