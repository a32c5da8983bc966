import type { MapId } from '../model/types.ts';
import { ask } from './ask.ts';
import { deviceKeyKey } from './manifest.ts';
import type { KeyHeader } from './sealing/keyHeader.ts';
import type { OpenKey } from './sealing/keyring.ts';

/** Stores the device key where it is not there, and drops those that open nothing any more. */
export async function tidyKeys(
  store: IDBObjectStore,
  id: MapId,
  { before, after, key }: { before: readonly (KeyHeader | null)[]; after: readonly (KeyHeader | null)[]; key: OpenKey },
): Promise<void> {
  const needed = new Set(after.map(keyIdOf));
  for (const keyId of before.map(keyIdOf)) {
    if (keyId !== null && !needed.has(keyId)) store.delete(deviceKeyKey(id, keyId));
  }
  const keyId = keyIdOf(key.header);
  if (keyId === null || key.deviceKey === null) return;
  const at = deviceKeyKey(id, keyId);
  if ((await ask(() => store.get(at))) === undefined) store.put(key.deviceKey, at);
}

const keyIdOf = (header: KeyHeader | null): string | null => (header?.kind === 'device' ? header.keyId : null);
