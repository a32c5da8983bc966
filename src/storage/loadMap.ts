import type { MapId } from '../model/types.ts';
import { type Copy, type GoodCopy, goodCopies, readCopies, standsInTheWay } from './copies.ts';
import { type StorageError, toStorageError } from './errors.ts';
import { newest } from './manifest.ts';
import { manifestsOf, remember, type Shelf } from './shelf.ts';

export type LoadedMap =
  | { readonly kind: 'absent' }
  | {
      readonly kind: 'loaded';
      readonly text: string;
      /** The highest revision stored, that of a damaged copy included: the next save takes a higher one. */
      readonly rev: number;
      /** The newest copy is damaged, so this is the one before it, or it can't be told. */
      readonly olderCopyUsed: boolean;
    }
  /** Something is stored, and no copy of it is whole; `raw` is what can be read of the newest. */
  | { readonly kind: 'unreadable'; readonly raw: string }
  /** It is not known what is stored. Trying again may help. */
  | { readonly kind: 'failed'; readonly error: StorageError };

type DamagedCopy = Extract<Copy, { kind: 'damaged' }>;

/** With the byte order mark kept, if there is one: what comes out is what went in. */
const decode = (bytes: Uint8Array, fatal: boolean): string =>
  new TextDecoder('utf-8', { fatal, ignoreBOM: true }).decode(bytes);

const mayBeNewer = (copy: Copy, rev: number): boolean =>
  copy.kind === 'failed' || (copy.kind === 'damaged' && (copy.manifest === null || copy.manifest.rev > rev));

async function rawOf({ seal }: Shelf, id: MapId, copies: readonly Copy[]): Promise<string> {
  const [copy] = copies
    .filter((it): it is DamagedCopy => it.kind === 'damaged' && it.bytes.length > 0)
    .toSorted((a, b) => (b.manifest?.rev ?? -1) - (a.manifest?.rev ?? -1));
  if (copy === undefined) return '';
  const open = await seal.unseal(copy.bytes, { id, rev: copy.manifest?.rev ?? 0 }).catch(() => copy.bytes);
  return decode(open, false);
}

async function readGood(shelf: Shelf, id: MapId, copies: readonly Copy[], good: GoodCopy): Promise<LoadedMap> {
  const { rev } = good.manifest;
  const text = decode(await shelf.seal.unseal(good.bytes, { id, rev }), true);
  remember(shelf, id, copies);
  return {
    kind: 'loaded',
    text,
    rev: newest(manifestsOf(copies))?.rev ?? rev,
    olderCopyUsed: copies.some((copy) => mayBeNewer(copy, rev)),
  };
}

/** Reads a map: the newest copy that is whole. Never rejects, and changes nothing. */
export async function loadMap(shelf: Shelf, id: MapId): Promise<LoadedMap> {
  const copies = await readCopies(shelf.inStore, id, shelf.digest);
  const failed = copies.find((copy) => copy.kind === 'failed');
  const [good] = goodCopies(copies);
  if (good !== undefined && !copies.some(standsInTheWay)) {
    return readGood(shelf, id, copies, good).catch((error: unknown) => ({
      kind: 'failed',
      error: toStorageError(error),
    }));
  }
  if (failed !== undefined) return { kind: 'failed', error: failed.error };
  if (copies.some((copy) => copy.kind === 'damaged')) {
    return { kind: 'unreadable', raw: await rawOf(shelf, id, copies) };
  }
  remember(shelf, id, copies);
  return { kind: 'absent' };
}
