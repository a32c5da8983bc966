import type { MapId } from '../model/types.ts';
import type { Bytes } from './chunks.ts';
import { fromBase64, toBase64 } from './sealing/base64.ts';
import { boundTo, decrypt, encrypt, KEY_BYTES, randomBytes, type Subtle } from './sealing/cipher.ts';
import { type KeyHeader, readKeyHeader } from './sealing/keyHeader.ts';
import type { OpenKey } from './sealing/keyring.ts';
import { type SmallStorage, smallEntry } from './smallStore.ts';

/** XChaCha20-Poly1305: WebCrypto answers later, and a page that is going away has no later. */
type QuickCipher = (
  key: Bytes,
  nonce: Bytes,
  bound: Bytes,
) => { readonly encrypt: (plain: Uint8Array) => Uint8Array; readonly decrypt: (sealed: Uint8Array) => Uint8Array };

const NONCE_BYTES = 24;

/** What a page left behind that it could not save any more. */
export type JournalEntry = {
  readonly rev: number;
  readonly header: KeyHeader;
  readonly wrapped: Bytes;
  readonly sealed: Bytes;
};

export type Journal = {
  /** Makes a key for `leave`, sealed by the data key, so that it is at hand when there is no time. */
  readonly prepare: (id: MapId, key: OpenKey) => Promise<void>;
  /** Writes it down, at once; false when it could not. */
  readonly leave: (id: MapId, text: string, rev: number) => boolean;
  readonly read: (id: MapId) => JournalEntry | null;
  /** The text of an entry; rejects when the key does not fit. */
  readonly open: (id: MapId, entry: JournalEntry, dataKey: CryptoKey) => Promise<string>;
  readonly drop: (id: MapId) => boolean;
  /** No key of the map is left here. */
  readonly forget: (id: MapId) => void;
};

type Ports = {
  readonly subtle: Subtle;
  readonly storage?: () => SmallStorage;
  readonly load?: () => Promise<QuickCipher>;
};
type Prepared = {
  readonly header: KeyHeader;
  readonly key: Bytes;
  readonly wrapped: string;
  readonly cipher: QuickCipher;
};

const device = (): SmallStorage => localStorage;
/** Loaded after the first picture: nothing is lost before there is something to lose. */
const loadCipher = async (): Promise<QuickCipher> => (await import('@noble/ciphers/chacha.js')).xchacha20poly1305;

function readEntry(text: string | null): JournalEntry | null {
  try {
    const { rev, header, wrapped, sealed } = Object(JSON.parse(text ?? 'null')) as Readonly<Record<string, unknown>>;
    const known = readKeyHeader(header);
    const [key, bytes] = [wrapped, sealed].map((it) => (typeof it === 'string' ? fromBase64(it) : null));
    return Number.isSafeInteger(rev) && known && key && bytes
      ? { rev: Number(rev), header: known, wrapped: key, sealed: bytes }
      : null;
  } catch {
    return null;
  }
}

/** A place in localStorage for the last edit, when a page goes away before it was saved. */
export function createJournal({ subtle, storage = device, load = loadCipher }: Ports): Journal {
  const prepared = new Map<MapId, Prepared>();
  const entry = (id: MapId) => smallEntry(storage, `nettverkskart-journal-${id}`);
  return {
    prepare: async (id, { header, dataKey }) => {
      if (prepared.get(id)?.header.wrapped === header.wrapped) return;
      const key = randomBytes(KEY_BYTES);
      const [wrapped, cipher] = await Promise.all([encrypt(subtle, dataKey, key, boundTo(id, 'journal')), load()]);
      prepared.set(id, { header, key, wrapped: toBase64(wrapped), cipher });
    },
    leave: (id, text, rev) => {
      const mine = prepared.get(id);
      if (mine === undefined) return false;
      const nonce = randomBytes(NONCE_BYTES);
      const sealed = mine.cipher(mine.key, nonce, boundTo(id, 'journal')).encrypt(new TextEncoder().encode(text));
      const whole = new Uint8Array(NONCE_BYTES + sealed.length);
      whole.set(nonce);
      whole.set(sealed, NONCE_BYTES);
      const { header, wrapped } = mine;
      return entry(id).write(JSON.stringify({ rev, header, wrapped, sealed: toBase64(whole) }));
    },
    read: (id) => readEntry(entry(id).read()),
    open: async (id, { wrapped, sealed }, dataKey) => {
      const key = await decrypt(subtle, dataKey, wrapped, boundTo(id, 'journal'));
      const cipher = await load();
      const plain = cipher(key, sealed.slice(0, NONCE_BYTES), boundTo(id, 'journal')).decrypt(
        sealed.slice(NONCE_BYTES),
      );
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(plain);
    },
    drop: (id) => entry(id).write(null),
    forget: (id) => void prepared.delete(id),
  };
}
