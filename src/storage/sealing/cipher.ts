import type { MapId } from '../../model/types.ts';
import type { Bytes } from '../chunks.ts';

/** WebCrypto, as far as it is used; handed in, so that tests can answer in the same task. */
export type Subtle = Pick<SubtleCrypto, 'encrypt' | 'decrypt' | 'importKey' | 'generateKey' | 'deriveKey'>;

/** The version of everything sealed; bound into each sealed piece. */
const SEAL_VERSION = 1;
const NONCE_BYTES = 12;
export const KEY_BYTES = 32;

/** What a sealed piece is; bound in, so that one can't be put in the place of another. */
export type Purpose = 'map' | 'key' | 'journal';

/** The additional data of AES-GCM: UTF-8 of the JSON `["nettverkskart", version, map id, purpose]`. */
export const boundTo = (id: MapId, purpose: Purpose): Bytes =>
  new TextEncoder().encode(JSON.stringify(['nettverkskart', SEAL_VERSION, id, purpose]));

/** So many bytes from the browser's own source for keys (`crypto.getRandomValues`). */
export const randomBytes = (count: number): Bytes => crypto.getRandomValues(new Uint8Array(count));

/** AES-256-GCM with a fresh random nonce: 12 bytes of nonce, the ciphertext, 16 bytes of tag. */
export async function encrypt(subtle: Subtle, key: CryptoKey, bytes: Bytes, bound: Bytes): Promise<Bytes> {
  const iv = randomBytes(NONCE_BYTES);
  const sealed = new Uint8Array(await subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bound }, key, bytes));
  const whole = new Uint8Array(NONCE_BYTES + sealed.length);
  whole.set(iv);
  whole.set(sealed, NONCE_BYTES);
  return whole;
}

/** Rejects when the key or what it is bound to does not fit, or a single bit has changed. */
export async function decrypt(subtle: Subtle, key: CryptoKey, sealed: Bytes, bound: Bytes): Promise<Bytes> {
  const iv = sealed.slice(0, NONCE_BYTES);
  const opened = await subtle.decrypt({ name: 'AES-GCM', iv, additionalData: bound }, key, sealed.slice(NONCE_BYTES));
  return new Uint8Array(opened);
}

/** Usable, and never to be had as bytes again. */
export const importKey = (subtle: Subtle, raw: Bytes): Promise<CryptoKey> =>
  subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
