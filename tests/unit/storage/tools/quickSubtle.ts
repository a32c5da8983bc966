import { createCipheriv, createDecipheriv, pbkdf2Sync, randomBytes } from 'node:crypto';
import type { Subtle } from '../../../../src/storage/sealing/cipher.ts';

// WebCrypto by node's own ciphers, answering in the same task, so that a test can tell when everything is at rest.
// sealing.test.ts holds it against the real one.

type QuickKey = { readonly quick: Uint8Array };
const asKey = (quick: Uint8Array) => ({ quick }) as unknown as CryptoKey;
const rawOf = (key: CryptoKey) => (key as unknown as QuickKey).quick;
const TAG = 16;

const bytesOf = (source: unknown): Uint8Array => {
  if (!ArrayBuffer.isView(source)) throw new TypeError('bytes were expected');
  return new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
};
const bufferOf = (...parts: Uint8Array[]): ArrayBuffer => new Uint8Array(Buffer.concat(parts)).buffer;

export const quickSubtle = {
  generateKey: async () => asKey(randomBytes(32)),
  importKey: async (_: 'raw', raw: unknown) => asKey(bytesOf(raw).slice()),
  deriveKey: async ({ salt, iterations }: { salt: unknown; iterations: number }, base: CryptoKey) =>
    asKey(pbkdf2Sync(rawOf(base), bytesOf(salt), Math.min(iterations, 1000), 32, 'sha256')),
  encrypt: async (
    { iv, additionalData }: { iv: Uint8Array; additionalData: Uint8Array },
    key: CryptoKey,
    data: unknown,
  ) => {
    const cipher = createCipheriv('aes-256-gcm', rawOf(key), iv).setAAD(additionalData);
    return bufferOf(cipher.update(bytesOf(data)), cipher.final(), cipher.getAuthTag());
  },
  decrypt: async (
    { iv, additionalData }: { iv: Uint8Array; additionalData: Uint8Array },
    key: CryptoKey,
    data: unknown,
  ) => {
    const sealed = bytesOf(data);
    const cipher = createDecipheriv('aes-256-gcm', rawOf(key), iv).setAAD(additionalData);
    cipher.setAuthTag(sealed.subarray(sealed.length - TAG));
    return bufferOf(cipher.update(sealed.subarray(0, sealed.length - TAG)), cipher.final());
  },
} as unknown as Subtle;

/** Nothing can be kept beside the database. */
export const noSpareKeys = { make: () => null, read: () => null, putBack: () => undefined, drop: () => false };
