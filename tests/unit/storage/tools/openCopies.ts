import type { IDBFactory } from 'fake-indexeddb';
import type { MapId } from '../../../../src/model/types.ts';
import { createDatabase } from '../../../../src/storage/database.ts';
import { digest } from './testMaps.ts';

/**
 * Writes a generation as the app's first versions did: the text lies open. Frozen here, because no code in src writes it
 * any more and tablets still hold it.
 */
export async function writeOpen(
  factory: IDBFactory,
  id: MapId,
  { generation, rev, text }: { readonly generation: 0 | 1; readonly rev: number; readonly text: string },
): Promise<void> {
  const bytes = new TextEncoder().encode(text);
  const chunks = Array.from({ length: Math.ceil(bytes.length / 32_768) }, (_, at) =>
    bytes.slice(at * 32_768, (at + 1) * 32_768),
  );
  const createdAt = '2026-11-01T10:00:00.000Z';
  const savedAt = `2026-11-0${rev}T10:00:00.000Z`;
  const said = [rev, createdAt, savedAt, 'an earlier page', chunks.length, bytes.length];
  const sha256 = await digest(new Uint8Array(Buffer.concat([Buffer.from(JSON.stringify(said)), bytes])));
  const manifest = {
    rev,
    createdAt,
    savedAt,
    writer: 'an earlier page',
    chunks: chunks.length,
    length: bytes.length,
    sha256,
  };
  const { useStore: inStore, close } = createDatabase({ factory: () => factory });
  await inStore('readwrite', (store) => {
    for (const [index, chunk] of chunks.entries()) store.put(chunk, ['map', id, generation, index]);
    store.put(manifest, ['map', id, generation, 'manifest']);
  });
  close();
}
