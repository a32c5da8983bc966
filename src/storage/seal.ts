import type { MapId } from '../model/types.ts';

/** What the bytes belong to; encryption binds it in, so that documents and revisions can't be swapped. */
export type SealedAs = { readonly id: MapId; readonly rev: number };

/**
 * The seam for encryption: the whole document goes through here before it is cut into chunks and after it is put together.
 * `unseal` rejects when the key does not fit; hashes cover the sealed bytes, so that damage is found without any key.
 */
export type Seal = {
  readonly seal: (bytes: Uint8Array<ArrayBuffer>, as: SealedAs) => Promise<Uint8Array<ArrayBuffer>>;
  readonly unseal: (bytes: Uint8Array<ArrayBuffer>, as: SealedAs) => Promise<Uint8Array<ArrayBuffer>>;
};

/** Stores the document as it is. */
export const noSeal: Seal = { seal: async (bytes) => bytes, unseal: async (bytes) => bytes };
