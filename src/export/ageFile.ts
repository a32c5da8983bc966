import { armor, Decrypter, Encrypter } from 'age-encryption';
import { plainPassphrase } from '../model/passphrase.ts';

/** The standard program asks for 18; on a tablet that is five seconds, and five words have bits to spare. */
const WORK_FACTOR = 17;
/** A file of somebody else's may ask for this much and no more: each step doubles time and memory. */
const HIGHEST_WORK_FACTOR = 18;

const MAGIC = 'age-encryption.org/v1\n';
/** Only a header with one passphrase: the line of the salt comes first. */
const PASSPHRASE_LINE = /^-> scrypt [A-Za-z0-9+/]{22} ([1-9][0-9]?)\n/;

type Bytes = Uint8Array<ArrayBuffer>;

const beginning = (bytes: Bytes, length: number): string => new TextDecoder('latin1').decode(bytes.subarray(0, length));

/**
 * The text as a file of the age format (https://age-encryption.org/v1), opened by this passphrase alone, of which only what
 * `plainPassphrase` leaves counts: the standard program wants it in small letters. Takes a second or two.
 */
export async function sealAsAge(text: string, passphrase: string): Promise<Blob> {
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(WORK_FACTOR);
  encrypter.setPassphrase(plainPassphrase(passphrase));
  const sealed = await encrypter.encrypt(text);
  return new Blob([new Uint8Array(sealed)], { type: 'application/octet-stream' });
}

export type OpenedAge =
  | { readonly kind: 'opened'; readonly text: string }
  /** The passphrase is wrong, or the file is damaged: nobody can tell which. */
  | { readonly kind: 'refused' }
  /** Not sealed with a passphrase, or made to keep the tablet busy. */
  | { readonly kind: 'foreign' };

function binaryOf(bytes: Bytes): Uint8Array | null {
  if (beginning(bytes, MAGIC.length) === MAGIC) return bytes;
  try {
    return armor.decode(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

/** Opens the whole file or nothing of it, with what was typed as it counts for us, or letter by letter. Never rejects. */
export async function openAge(bytes: Bytes, typed: string): Promise<OpenedAge> {
  const file = binaryOf(bytes);
  if (file === null) return { kind: 'foreign' };
  const line = PASSPHRASE_LINE.exec(beginning(new Uint8Array(file), 200).slice(MAGIC.length));
  if (line === null || Number(line[1]) > HIGHEST_WORK_FACTOR) return { kind: 'foreign' };
  for (const passphrase of new Set([plainPassphrase(typed), typed.trim(), typed])) {
    try {
      const decrypter = new Decrypter();
      decrypter.addPassphrase(passphrase);
      return { kind: 'opened', text: await decrypter.decrypt(file, 'text') };
    } catch {
      // The next one, if there is one.
    }
  }
  return { kind: 'refused' };
}
