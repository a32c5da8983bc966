import { plainPassphrase } from '../../model/passphrase.ts';
import type { Bytes } from '../chunks.ts';
import type { Subtle } from './cipher.ts';

/** PBKDF2-SHA-256 of the plain passphrase in UTF-8, for AES-256-GCM. Takes a few tenths of a second, as it should. */
export async function passphraseKey(
  subtle: Subtle,
  typed: string,
  { salt, iterations }: { readonly salt: Bytes; readonly iterations: number },
): Promise<CryptoKey> {
  const secret = new TextEncoder().encode(plainPassphrase(typed));
  const base = await subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return subtle.deriveKey(how, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}
