import type { MapId } from '../model/types.ts';
import { ask } from './ask.ts';
import { type Bytes, cut } from './chunks.ts';
import { StorageError, toStorageError } from './errors.ts';
import { deviceKeyKey, type Manifest, writeManifest } from './manifest.ts';
import { boundTo, decrypt, encrypt, type Purpose } from './sealing/cipher.ts';
import type { KeyHeader } from './sealing/keyHeader.ts';
import type { OpenKey } from './sealing/keyring.ts';
import type { Shelf, StoredCopy } from './shelf.ts';

/** A copy as it will be stored, and the key that opens it. */
export type Sealed = StoredCopy & { readonly key: OpenKey };

/**
 * The key for what stands under this header. Rejects with a StorageError: `sealed` when a passphrase is needed first or the
 * key is lost, another one when it could not be asked for.
 */
export async function openKeyOf(shelf: Shelf, id: MapId, header: KeyHeader): Promise<OpenKey> {
  const opened = shelf.keys.opened(header);
  if (opened !== null) return opened;
  if (header.kind === 'passphrase') throw new StorageError('sealed', 'The passphrase has not been given');
  let problem = new StorageError('sealed', 'The key of the map is lost');
  const deviceKey = await shelf
    .inStore('readonly', (store) => ask<unknown>(() => store.get(deviceKeyKey(id, header.keyId))))
    // Where the database does not answer, the spare key may still open it.
    .catch((error: unknown) => {
      problem = toStorageError(error);
      return undefined;
    });
  const key = await shelf.keys.openOnDevice(id, header, deviceKey);
  if (key === null) throw problem;
  return key;
}

/** What was stored, opened; as it is when it was never sealed. Rejects with a StorageError. */
export async function unseal(
  shelf: Shelf,
  id: MapId,
  bytes: Bytes,
  header: KeyHeader | null,
  purpose: Purpose = 'map',
): Promise<Bytes> {
  if (header === null) return bytes;
  const { dataKey } = await openKeyOf(shelf, id, header);
  return decrypt(shelf.subtle, dataKey, bytes, boundTo(id, purpose)).catch((error: unknown) => {
    throw new StorageError('sealed', 'The key does not fit', error);
  });
}

/** Sealed with a fresh nonce, bound to the map and to what the piece is; see `boundTo`. */
const seal = (
  { subtle }: Shelf,
  id: MapId,
  bytes: Bytes,
  { dataKey }: OpenKey,
  purpose: Purpose = 'map',
): Promise<Bytes> => encrypt(subtle, dataKey, bytes, boundTo(id, purpose));

/** One generation, ready to be written. */
export async function sealCopy(
  shelf: Shelf,
  id: MapId,
  plain: Bytes,
  { rev, createdAt, savedAt, writer }: Pick<Manifest, 'rev' | 'createdAt' | 'savedAt' | 'writer'>,
  key: OpenKey,
): Promise<Sealed> {
  const bytes = await seal(shelf, id, plain, key);
  const chunks = cut(bytes);
  const header = { rev, createdAt, savedAt, writer, chunks: chunks.length, length: bytes.length, key: key.header };
  return { manifest: await writeManifest(header, bytes, shelf.digest), chunks, key };
}

/** The key that the next save of a map uses; made here when it has none, or none that the device could open again. */
export async function keyToSaveWith(shelf: Shelf, id: MapId): Promise<OpenKey> {
  const key = shelf.keys.current(id);
  if (key !== null && (key.header.kind === 'passphrase' || key.deviceKey !== null)) return key;
  const made = await shelf.keys.makeForDevice(id);
  // Two at once would make two: the first counts.
  const now = shelf.keys.current(id);
  if (now !== key && now !== null) return now;
  shelf.keys.use(id, made);
  return made;
}
