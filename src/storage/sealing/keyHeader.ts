import { fromBase64 } from './base64.ts';

/**
 * What stands beside everything sealed and says how its data key is found. `wrapped` and `spare` are that key, sealed by
 * another one (`encrypt` in cipher.ts, purpose "key"), in base64.
 */
export type KeyHeader =
  | {
      readonly kind: 'device';
      /** The device key, a record of the same map; it goes with the map. */
      readonly keyId: string;
      readonly wrapped: string;
      /** Once more, for the key outside the database: else a lost database would take the second copy with it. */
      readonly spare: string | null;
    }
  | {
      readonly kind: 'passphrase';
      readonly kdf: 'PBKDF2-SHA-256';
      readonly iterations: number;
      readonly salt: string;
      readonly wrapped: string;
    };

/** OWASP's floor, and how much longer a header may keep a tablet busy. */
export const ITERATIONS = { floor: 600_000, ceiling: 5_000_000 } as const;
export const SALT_BYTES = 16;
/** Nonce, key and tag. */
const WRAPPED_BYTES = 12 + 32 + 16;

const holds = (value: unknown, bytes: number): value is string =>
  typeof value === 'string' && value.length < 200 && fromBase64(value)?.length === bytes;
const isIterations = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= ITERATIONS.floor && Number(value) <= ITERATIONS.ceiling;

/** A stored value as a header, its fields in one order; null for everything else, whatever it would cost to try it. */
export function readKeyHeader(value: unknown): KeyHeader | null {
  if (typeof value !== 'object' || value === null) return null;
  const { kind, keyId, wrapped, spare, kdf, iterations, salt } = value as Readonly<Record<string, unknown>>;
  if (!holds(wrapped, WRAPPED_BYTES)) return null;
  if (kind === 'device') {
    const known = typeof keyId === 'string' && keyId.length <= 64;
    return known && (spare === null || holds(spare, WRAPPED_BYTES)) ? { kind, keyId, wrapped, spare } : null;
  }
  const passphrase = kind === 'passphrase' && kdf === 'PBKDF2-SHA-256' && isIterations(iterations);
  return passphrase && holds(salt, SALT_BYTES) ? { kind, kdf, iterations, salt, wrapped } : null;
}
