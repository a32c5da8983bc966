import type { SecondStore } from './secondStore.ts';

const FOLDER = 'nettverkskart';

const missing = (error: unknown): boolean => (Object(error) as { readonly name?: unknown }).name === 'NotFoundError';

/** The browser's private files. A stream that is closed takes the place of the file in one step. */
export function opfsStore(storage: Pick<StorageManager, 'getDirectory'> = navigator.storage): SecondStore {
  const folder = async () => (await storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true });
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
      for await (const name of (await folder()).keys()) found.push(decodeURIComponent(name));
      return found;
    },
    remove: async (name) => {
      try {
        await (await folder()).removeEntry(encodeURIComponent(name));
      } catch (error) {
        if (!missing(error)) throw error;
      }
    },
  };
}
