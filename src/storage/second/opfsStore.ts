import type { SecondStore } from './secondStore.ts';

export const OPFS_FOLDER = 'nettverkskart';

/** What Chromium writes to until the stream is closed: `<file>.crswap`, `<file>.1.crswap`. A page that is killed leaves it behind. */
const LEFT_OVER = /(\.\d+)?\.crswap$/;

const missing = (error: unknown): boolean => (Object(error) as { readonly name?: unknown }).name === 'NotFoundError';

/** The browser's private files. A stream that is closed takes the place of the file in one step. */
export function opfsStore(storage: Pick<StorageManager, 'getDirectory'> = navigator.storage): SecondStore {
  const folder = async () => (await storage.getDirectory()).getDirectoryHandle(OPFS_FOLDER, { create: true });
  return {
    put: async (name, bytes) => {
      const file = await (await folder()).getFileHandle(encodeURIComponent(name), { create: true });
      const stream = await file.createWritable();
      await stream.write(bytes);
      await stream.close();
    },
    get: async (name) => {
      try {
        const handle = await (await folder()).getFileHandle(encodeURIComponent(name));
        return new Uint8Array(await (await handle.getFile()).arrayBuffer());
      } catch (error) {
        if (missing(error)) return null;
        throw error;
      }
    },
    names: async () => {
      const found: string[] = [];
      for await (const name of (await folder()).keys()) if (!LEFT_OVER.test(name)) found.push(decodeURIComponent(name));
      return found;
    },
    remove: async (name) => {
      const inFolder = await folder();
      const file = encodeURIComponent(name);
      const parts: string[] = [];
      for await (const part of inFolder.keys()) if (part.replace(LEFT_OVER, '') === file) parts.push(part);
      for (const part of parts) {
        await inFolder.removeEntry(part).catch((error: unknown) => {
          if (!missing(error)) throw error;
        });
      }
    },
  };
}
