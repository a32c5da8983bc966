import { createDecipheriv, pbkdf2Sync } from 'node:crypto';

// Opens what the app has sealed with a passphrase, by node's ciphers and from the description alone: nothing of the app is
// used here. nonce (12 bytes), ciphertext, tag (16); additional data ["nettverkskart",1,id,purpose].

export type SealedVector = {
  readonly id: string;
  readonly passphrase: string;
  readonly header: { readonly iterations: number; readonly salt: string; readonly wrapped: string };
  readonly sealed: string;
};

function open(key: Uint8Array, sealed: Buffer, id: string, purpose: string): Buffer {
  const cipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
  cipher.setAAD(Buffer.from(JSON.stringify(['nettverkskart', 1, id, purpose])));
  cipher.setAuthTag(sealed.subarray(-16));
  return Buffer.concat([cipher.update(sealed.subarray(12, -16)), cipher.final()]);
}

export function openByNode({ id, passphrase, header, sealed }: SealedVector): string {
  const salt = Buffer.from(header.salt, 'base64');
  const secret = Buffer.from(passphrase.trim().toLowerCase());
  const keyOfKeys = pbkdf2Sync(secret, salt, header.iterations, 32, 'sha256');
  const dataKey = open(keyOfKeys, Buffer.from(header.wrapped, 'base64'), id, 'key');
  return open(dataKey, Buffer.from(sealed, 'base64'), id, 'map').toString();
}
