import type { MapId } from '../model/types.ts';
import { type Copy, type GoodCopy, goodCopies, readCopies, standsInTheWay } from './copies.ts';
import { type StorageError, toStorageError } from './errors.ts';
import { newest } from './manifest.ts';
import { openKeyOf, unseal } from './sealedCopy.ts';
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
  /** Whole, and its passphrase has not been given. */
  | { readonly kind: 'locked' }
  /** It is not known what is stored. Trying again may help. */
  | { readonly kind: 'failed'; readonly error: StorageError };

type DamagedCopy = Extract<Copy, { kind: 'damaged' }>;

/** With the byte order mark kept, if there is one: what comes out is what went in. */
const decode = (bytes: Uint8Array, fatal: boolean): string =>
  new TextDecoder('utf-8', { fatal, ignoreBOM: true }).decode(bytes);

const mayBeNewer = (copy: Copy, rev: number): boolean =>
  copy.kind === 'failed' || (copy.kind === 'damaged' && (copy.manifest === null || copy.manifest.rev > rev));

/** What was sealed can be read whole or not at all: of such a copy only the manifest may be damaged. */
async function rawOf(shelf: Shelf, id: MapId, copies: readonly Copy[]): Promise<string> {
  const [copy] = copies
    .filter((it): it is DamagedCopy => it.kind === 'damaged' && it.bytes.length > 0)
    .toSorted((a, b) => (b.manifest?.rev ?? -1) - (a.manifest?.rev ?? -1));
  if (copy === undefined) return '';
  if (copy.manifest?.key === null) return decode(copy.bytes, false);
  for (const manifest of manifestsOf(copies)) {
    const key = manifest?.key ?? null;
    const open = key && (await unseal(shelf, id, copy.bytes, key).catch(() => null));
    if (open !== null) return decode(open, false);
  }
  return isText(copy.bytes) ? decode(copy.bytes, false) : '';
}

/** What lies open is JSON; ciphertext of which nothing is known is not worth a file. */
const isText = (bytes: Uint8Array): boolean => !decode(bytes.slice(0, 1000), false).slice(0, -2).includes('\uFFFD');

async function readGood(shelf: Shelf, id: MapId, copies: readonly Copy[], good: GoodCopy): Promise<LoadedMap> {
  const { rev, key } = good.manifest;
  const text = decode(await unseal(shelf, id, good.bytes, key), true);
  if (key !== null) shelf.keys.use(id, await openKeyOf(shelf, id, key));
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
    return readGood(shelf, id, copies, good).catch((error: unknown) => {
      const needed = good.manifest.key?.kind === 'passphrase' && shelf.keys.opened(good.manifest.key) === null;
      return needed ? { kind: 'locked' } : { kind: 'failed', error: toStorageError(error) };
    });
  }
  if (failed !== undefined) return { kind: 'failed', error: failed.error };
  if (copies.some((copy) => copy.kind === 'damaged')) {
    return { kind: 'unreadable', raw: await rawOf(shelf, id, copies) };
  }
  remember(shelf, id, copies);
  return { kind: 'absent' };
}
