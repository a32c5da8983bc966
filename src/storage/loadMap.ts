import type { MapId } from '../model/types.ts';
import { type Copy, type GoodCopy, goodCopies, readCopies, standsInTheWay } from './copies.ts';
import { type StorageError, toStorageError } from './errors.ts';
import { newest } from './manifest.ts';
import { openKeyOf, unseal } from './sealedCopy.ts';
import { cut } from './chunks.ts';
import type { JournalEntry } from './journal.ts';
import { beginHistory, writePoint } from './points.ts';
import type { KeyHeader } from './sealing/keyHeader.ts';
import { manifestsOf, remember, type Shelf } from './shelf.ts';

/** The database, the second store, or what a page left behind on going away. */
export type Source = 'store' | 'second' | 'journal';

export type LoadedMap =
  | { readonly kind: 'absent' }
  | {
      readonly kind: 'loaded';
      readonly text: string;
      /** The highest revision stored, that of a damaged copy included: the next save takes a higher one. */
      readonly rev: number;
      /** The newest copy is damaged, so this is the one before it, or it can't be told. */
      readonly olderCopyUsed: boolean;
      /** Anything but the store itself is to be saved there now, under a higher revision. */
      readonly from: Source;
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

/** One copy that may be the newest, and how its text is had. */
type Candidate = {
  readonly from: Source;
  readonly rev: number;
  readonly header: KeyHeader | null;
  readonly text: () => Promise<string>;
  readonly stored: Pick<GoodCopy, 'manifest' | 'bytes'> | null;
};

const ORDER: readonly Source[] = ['store', 'second', 'journal'];

async function candidatesFor(shelf: Shelf, id: MapId, copies: readonly Copy[]): Promise<Candidate[]> {
  const inStore = goodCopies(copies).map((copy) => ofCopy(shelf, id, 'store', copy));
  const second = await shelf.second?.read(id);
  const left = shelf.journal?.read(id) ?? null;
  const journal: Candidate[] = left === null ? [] : [ofJournal(shelf, id, left)];
  // At the same revision it is the same text, and what is in the database needs no mending.
  return [...inStore, ...(second ? [ofCopy(shelf, id, 'second', second)] : []), ...journal].toSorted(
    (a, b) => b.rev - a.rev || ORDER.indexOf(a.from) - ORDER.indexOf(b.from),
  );
}

function ofCopy(shelf: Shelf, id: MapId, from: Source, stored: Pick<GoodCopy, 'manifest' | 'bytes'>): Candidate {
  const { rev, key: header } = stored.manifest;
  const text = async () => decode(await unseal(shelf, id, stored.bytes, header), true);
  return { from, rev, header, text, stored };
}

function ofJournal(shelf: Shelf, id: MapId, entry: JournalEntry): Candidate {
  const text = async () => {
    const { dataKey } = await openKeyOf(shelf, id, entry.header);
    return (await shelf.journal?.open(id, entry, dataKey)) ?? '';
  };
  return { from: 'journal', rev: entry.rev, header: entry.header, text, stored: null };
}

/** Of a copy that needs a passphrase which nobody has given, nothing can be said yet. */
const isLocked = (shelf: Shelf, { header }: Candidate): boolean =>
  header?.kind === 'passphrase' && shelf.keys.opened(header) === null;

async function take(
  shelf: Shelf,
  id: MapId,
  copies: readonly Copy[],
  won: Candidate,
  text: string,
): Promise<LoadedMap> {
  if (won.header !== null) {
    const key = await openKeyOf(shelf, id, won.header);
    shelf.keys.use(id, key);
    // Without it only an edit made in the very moment of leaving is at risk.
    shelf.journal?.prepare(id, key).catch(() => undefined);
  }
  remember(shelf, id, copies, won.stored?.manifest.createdAt ?? null);
  const [inStore] = goodCopies(copies);
  const before = won.stored ?? inStore;
  if (before) beginHistory(shelf, id, before);
  // The one that is not used is kept, as it is.
  if (won.from === 'second' && inStore) {
    await writePoint(shelf, id, { manifest: inStore.manifest, chunks: cut(inStore.bytes) }, true).catch(
      () => undefined,
    );
  }
  return {
    kind: 'loaded',
    text,
    rev: Math.max(won.rev, newest(manifestsOf(copies))?.rev ?? 0),
    olderCopyUsed: copies.some((copy) => mayBeNewer(copy, won.rev)),
    from: won.from,
  };
}

/** Reads a map: the newest copy that is whole, wherever it lies. Never rejects, and changes nothing but restore points. */
export async function loadMap(shelf: Shelf, id: MapId): Promise<LoadedMap> {
  const copies = await readCopies(shelf.inStore, id, shelf.digest);
  const failed = copies.find((copy) => copy.kind === 'failed');
  if (failed !== undefined && standsInTheWay(failed)) return { kind: 'failed', error: failed.error };
  let problem: StorageError | null = null;
  for (const candidate of await candidatesFor(shelf, id, copies)) {
    if (isLocked(shelf, candidate)) return { kind: 'locked' };
    try {
      return await take(shelf, id, copies, candidate, await candidate.text());
    } catch (error) {
      problem ??= toStorageError(error);
    }
  }
  const error = failed?.error ?? problem;
  if (error !== null) return { kind: 'failed', error };
  if (copies.some((copy) => copy.kind === 'damaged')) {
    return { kind: 'unreadable', raw: await rawOf(shelf, id, copies) };
  }
  remember(shelf, id, copies);
  return { kind: 'absent' };
}
