import type { MapId } from '../../model/types.ts';
import { type Bytes, randomToken } from '../chunks.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { boundTo, decrypt, encrypt, importKey, KEY_BYTES, randomBytes, type Subtle } from './cipher.ts';
import { ITERATIONS, type KeyHeader, SALT_BYTES } from './keyHeader.ts';
import { passphraseKey } from './passphraseKey.ts';
import type { SpareKeys } from './spareKeys.ts';

/** A data key in use. `deviceKey` is to be stored beside what it opens; null with a passphrase, or where it is lost. */
export type OpenKey = {
  readonly header: KeyHeader;
  readonly dataKey: CryptoKey;
  readonly deviceKey: CryptoKey | null;
};

export type Keyring = {
  /** The key that the map is sealed with from now on. */
  readonly current: (id: MapId) => OpenKey | null;
  readonly use: (id: MapId, key: OpenKey) => void;
  /** A key that was opened before, by its header. */
  readonly opened: (header: KeyHeader) => OpenKey | null;
  /** A new key that this device opens by itself. */
  readonly makeForDevice: (id: MapId) => Promise<OpenKey>;
  /** A new key that only the passphrase opens. */
  readonly makeForPassphrase: (id: MapId, passphrase: string) => Promise<OpenKey>;
  /** Null when the device key is not there or does not fit, and the spare one neither. */
  readonly openOnDevice: (id: MapId, header: KeyHeader, deviceKey: unknown) => Promise<OpenKey | null>;
  /** Null when the passphrase is wrong. */
  readonly openWithPassphrase: (id: MapId, header: KeyHeader, passphrase: string) => Promise<OpenKey | null>;
  /** Locks: no key of the map is left in this page. */
  readonly forget: (id: MapId) => void;
};

type Ports = { readonly subtle: Subtle; readonly spareKeys: SpareKeys };

async function wrap(subtle: Subtle, key: CryptoKey, raw: Bytes, id: MapId): Promise<string> {
  return toBase64(await encrypt(subtle, key, raw, boundTo(id, 'key')));
}

async function unwrap(subtle: Subtle, key: CryptoKey, wrapped: string, id: MapId): Promise<CryptoKey | null> {
  const sealed = fromBase64(wrapped);
  if (sealed === null) return null;
  const raw = await decrypt(subtle, key, sealed, boundTo(id, 'key')).catch(() => null);
  return raw === null ? null : importKey(subtle, raw);
}

async function makeForDevice({ subtle, spareKeys }: Ports, id: MapId): Promise<OpenKey> {
  const raw = randomBytes(KEY_BYTES);
  const deviceKey = await subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const spareKey = spareKeys.make(id);
  const spare = spareKey && (await wrap(subtle, await importKey(subtle, spareKey), raw, id));
  const wrapped = await wrap(subtle, deviceKey, raw, id);
  const header: KeyHeader = { kind: 'device', keyId: randomToken(), wrapped, spare };
  return { header, dataKey: await importKey(subtle, raw), deviceKey };
}

async function makeForPassphrase({ subtle }: Ports, id: MapId, passphrase: string): Promise<OpenKey> {
  const raw = randomBytes(KEY_BYTES);
  const salt = randomBytes(SALT_BYTES);
  const iterations = ITERATIONS.floor;
  const wrapped = await wrap(subtle, await passphraseKey(subtle, passphrase, { salt, iterations }), raw, id);
  const header: KeyHeader = { kind: 'passphrase', kdf: 'PBKDF2-SHA-256', iterations, salt: toBase64(salt), wrapped };
  return { header, dataKey: await importKey(subtle, raw), deviceKey: null };
}

async function openOnDevice(
  { subtle, spareKeys }: Ports,
  id: MapId,
  header: KeyHeader,
  found: unknown,
): Promise<OpenKey | null> {
  if (header.kind !== 'device') return null;
  const deviceKey = found === undefined ? null : (found as CryptoKey);
  const dataKey = deviceKey && (await unwrap(subtle, deviceKey, header.wrapped, id).catch(() => null));
  if (dataKey !== null) return { header, dataKey, deviceKey };
  const spareKey = spareKeys.read(id);
  if (spareKey === null || header.spare === null) return null;
  const spared = await unwrap(subtle, await importKey(subtle, spareKey), header.spare, id);
  return spared && { header, dataKey: spared, deviceKey: null };
}

async function openWithPassphrase(
  { subtle }: Ports,
  id: MapId,
  header: KeyHeader,
  passphrase: string,
): Promise<OpenKey | null> {
  const salt = header.kind === 'passphrase' ? fromBase64(header.salt) : null;
  if (header.kind !== 'passphrase' || salt === null) return null;
  const key = await passphraseKey(subtle, passphrase, { salt, iterations: header.iterations });
  const dataKey = await unwrap(subtle, key, header.wrapped, id);
  return dataKey && { header, dataKey, deviceKey: null };
}

/** The keys that this page has open. What is sealed is found by its header, so old and new may stand side by side. */
export function createKeyring(ports: Ports): Keyring {
  const inUse = new Map<MapId, OpenKey>();
  const known = new Map<string, { readonly id: MapId; readonly key: OpenKey }>();
  const learn = (id: MapId, key: OpenKey | null): OpenKey | null => {
    if (key !== null) known.set(key.header.wrapped, { id, key });
    return key;
  };
  return {
    current: (id) => inUse.get(id) ?? null,
    use: (id, key) => {
      learn(id, key);
      inUse.set(id, key);
    },
    opened: ({ wrapped }) => known.get(wrapped)?.key ?? null,
    makeForDevice: (id) => makeForDevice(ports, id),
    makeForPassphrase: (id, passphrase) => makeForPassphrase(ports, id, passphrase),
    openOnDevice: async (id, header, deviceKey) => learn(id, await openOnDevice(ports, id, header, deviceKey)),
    openWithPassphrase: async (id, header, passphrase) =>
      learn(id, await openWithPassphrase(ports, id, header, passphrase)),
    forget: (id) => {
      inUse.delete(id);
      for (const [wrapped, it] of known) if (it.id === id) known.delete(wrapped);
    },
  };
}
