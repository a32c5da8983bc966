import type { IsoDateTime, MapId } from '../model/types.ts';
import { type Bytes, type Digest, join } from './chunks.ts';
import { type KeyHeader, readKeyHeader } from './sealing/keyHeader.ts';

/** Every map has room for two, written in turn: what is being written never takes the place of the only good one. */
export const GENERATIONS = [0, 1] as const;
export type Generation = (typeof GENERATIONS)[number];
/** A restore point: a generation that is kept, named by when it was saved. */
export type PointSlot = `point ${string}`;
export type Slot = Generation | PointSlot;

/** What stands beside the chunks of one generation. No title and no name: it is read before anybody has asked for the map. */
export type Manifest = {
  readonly rev: number;
  readonly createdAt: IsoDateTime;
  readonly savedAt: IsoDateTime;
  /** Which page wrote it: a random word per start. */
  readonly writer: string;
  readonly chunks: number;
  /** Bytes, as stored. */
  readonly length: number;
  /** How the key of the bytes is found; null for text that lies open, as the app's first versions wrote it. */
  readonly key: KeyHeader | null;
  /** Of everything above and the stored bytes. */
  readonly sha256: string;
};

type Header = Omit<Manifest, 'sha256'>;

const PREFIX = 'map';
const MANIFEST = 'manifest';
const KEY = 'key';

/** Everything of one map lies in one range of keys, so that deleting it can't miss anything. */
export const mapRange = (id: MapId): IDBKeyRange => IDBKeyRange.bound([PREFIX, id], [PREFIX, id, []]);
export const manifestKey = (id: MapId, generation: Slot): IDBValidKey => [PREFIX, id, generation, MANIFEST];
export const chunkKey = (id: MapId, generation: Slot, index: number): IDBValidKey => [PREFIX, id, generation, index];
export const chunkRange = (id: MapId, generation: Slot): IDBKeyRange =>
  IDBKeyRange.bound(chunkKey(id, generation, 0), chunkKey(id, generation, Infinity));

/** Every key of every restore point of a map. */
export const pointRange = (id: MapId): IDBKeyRange =>
  IDBKeyRange.bound([PREFIX, id, 'point '], [PREFIX, id, 'point ~', []]);
/** Is this the key of a restore point's manifest? Each point has one. */
export function isPointManifest(key: IDBValidKey): boolean {
  const [, , slot, part] = Array.isArray(key) ? key : [];
  return typeof slot === 'string' && slot.startsWith('point ') && part === MANIFEST;
}

/** The restore point that a key in `pointRange` is of. */
export const pointOfKey = (key: IDBValidKey): PointSlot => (key as readonly unknown[])[2] as PointSlot;
export const pointSlot = ({ savedAt, rev }: Pick<Manifest, 'savedAt' | 'rev'>): PointSlot => `point ${savedAt} ${rev}`;

/** The device key of a map that has no passphrase: a key that can be used and not read. */
export const deviceKeyKey = (id: MapId, keyId: string): IDBValidKey => [PREFIX, id, KEY, keyId];

/** The map that a key belongs to, or null for a key of something else. */
export function mapOfKey(key: IDBValidKey): MapId | null {
  return Array.isArray(key) && key[0] === PREFIX && typeof key[1] === 'string' ? (key[1] as MapId) : null;
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
const isText = (value: unknown): value is string => typeof value === 'string';
const isTime = (value: unknown): value is IsoDateTime => isText(value) && !Number.isNaN(Date.parse(value));

/** A stored value as a manifest, or null when it is none (or damaged). */
export function readManifest(value: unknown): Manifest | null {
  if (typeof value !== 'object' || value === null) return null;
  const found = value as Partial<Record<keyof Manifest, unknown>>;
  const { rev, createdAt, savedAt, writer, chunks, length, sha256 } = found;
  const open = found.key === undefined || found.key === null;
  const key = open ? null : readKeyHeader(found.key);
  return isCount(rev) &&
    isTime(createdAt) &&
    isTime(savedAt) &&
    isText(writer) &&
    isCount(chunks) &&
    isCount(length) &&
    isText(sha256) &&
    (open || key !== null)
    ? { rev, createdAt, savedAt, writer, chunks, length, key, sha256 }
    : null;
}

async function hashOf(header: Header, bytes: Bytes, digest: Digest): Promise<string> {
  const { rev, createdAt, savedAt, writer, chunks, length, key } = header;
  const said = [rev, createdAt, savedAt, writer, chunks, length, ...(key === null ? [] : [key])];
  const told = new TextEncoder().encode(JSON.stringify(said));
  return digest(join([told, bytes]));
}

/** The manifest of these bytes, sealed by a SHA-256 of the header and of them. Rejects when `digest` does. */
export async function writeManifest(header: Header, bytes: Bytes, digest: Digest): Promise<Manifest> {
  return { ...header, sha256: await hashOf(header, bytes, digest) };
}

/** Are these the bytes, all of them, that the manifest was written for? */
export async function fits(manifest: Manifest, bytes: Bytes, digest: Digest): Promise<boolean> {
  return manifest.sha256 === (await hashOf(manifest, bytes, digest));
}

/** The manifest with the highest revision; revisions order copies, clocks don't. */
export function newest<T extends { readonly rev: number }>(manifests: readonly (T | null)[]): T | null {
  return manifests.reduce((best, it) => (it !== null && (best === null || it.rev > best.rev) ? it : best), null);
}
