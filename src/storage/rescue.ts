import type { IsoDateTime, MapId } from '../model/types.ts';
import { unseal } from './sealedCopy.ts';
import type { Shelf } from './shelf.ts';

/** A map that the second store has, as it may be shown to anyone. */
export type SecondMap = { readonly id: MapId; readonly savedAt: IsoDateTime; readonly passphrase: boolean };

/** What can be had without the database, last saved first. Never rejects. */
export async function secondMaps({ second }: Shelf): Promise<SecondMap[]> {
  const ids = (await second?.ids()) ?? [];
  const copies = await Promise.all(
    ids.map(async (id) => {
      const manifest = (await second?.read(id))?.manifest;
      return manifest ? [{ id, savedAt: manifest.savedAt, passphrase: manifest.key?.kind === 'passphrase' }] : [];
    }),
  );
  return copies.flat().toSorted((a, b) => b.savedAt.localeCompare(a.savedAt));
}

/** The text of a second copy; null when there is none, or it does not open (yet): see `unlock`. Never rejects. */
export async function secondText(shelf: Shelf, id: MapId): Promise<string | null> {
  const copy = await shelf.second?.read(id);
  if (!copy) return null;
  const bytes = await unseal(shelf, id, copy.bytes, copy.manifest.key).catch(() => null);
  return bytes && new TextDecoder().decode(bytes);
}
