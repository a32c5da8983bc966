import { expect, test } from 'vitest';
import { opfsStore } from '../../../src/storage/second/opfsStore.ts';

/** A folder of the browser's private files, as far as names go. */
function folderOf(...files: string[]) {
  const names = new Set(files);
  const folder = {
    getDirectoryHandle: async () => folder,
    keys: async function* () {
      yield* names;
    },
    removeEntry: async (name: string) => {
      if (!names.delete(name)) throw new DOMException('', 'NotFoundError');
    },
  };
  const getDirectory = async () => folder as unknown as FileSystemDirectoryHandle;
  return { names, store: opfsStore({ getDirectory }) };
}

// Seen after 1 of 60 SIGKILLs: the map stood there twice, and the browser was said to have lost it.
test('what a killed page left half written is no map of its own', async () => {
  const { store } = folderOf('m-1', 'm-1.crswap', 'm-1.1.crswap', 'm-2');
  expect(await store.names()).toEqual(['m-1', 'm-2']);
});

test('and goes with the map that it was to become', async () => {
  const { names, store } = folderOf('m-1', 'm-1.crswap', 'm-1.12.crswap', 'm-10.crswap', 'm-2');
  await store.remove('m-1');
  await store.remove('m-3');
  expect([...names]).toEqual(['m-10.crswap', 'm-2']);
});
