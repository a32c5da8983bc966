/**
 * Bytes. Chromium keeps values over 64 kB as separate files, which get lost.
 * @internal
 */
export const CHUNK_BYTES = 32 * 1024;

export type Bytes = Uint8Array<ArrayBuffer>;

/** Each chunk owns its memory: a view would be stored together with the whole buffer behind it. */
export function cut(bytes: Bytes): Bytes[] {
  const count = Math.ceil(bytes.length / CHUNK_BYTES);
  return Array.from({ length: count }, (_, index) => bytes.slice(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES));
}

/** Puts together what is stored; anything that is not bytes is left out, and the hash will tell. */
export function join(chunks: readonly unknown[]): Bytes {
  const parts = chunks.filter((chunk) => ArrayBuffer.isView(chunk));
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += part.byteLength;
  }
  return bytes;
}

/** Lower-case hex of the SHA-256 of the bytes. */
export type Digest = (bytes: Bytes) => Promise<string>;

export const sha256: Digest = async (bytes) => hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));

/** 32 hex digits. */
export const randomToken = (): string => hex(crypto.getRandomValues(new Uint8Array(16)));

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
