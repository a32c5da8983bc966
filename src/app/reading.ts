import { MAX_FILE } from '../document/parseText.ts';
import type { ReadMap } from '../document/readMapFile.ts';
import type { Result } from '../document/result.ts';
import type { PlainKey } from '../i18n/translate.ts';
import type { MapId, NetworkMap } from '../model/types.ts';
import type { SavedMaps } from '../storage/savedMaps.ts';
import { FAILURE_WORDS } from '../ui/shell/failureWords.ts';
import { newId } from './newId.ts';
import { NO_NOTES, type OpenNotes } from './openedMap.ts';

/** The readers come when the first file or stored map is opened: whoever begins a new map never waits for them. */

export type Read = { readonly map: NetworkMap; readonly notes: OpenNotes };

/** What is read from outside becomes a map of its own: it can never take the place of one that is here. */
const asNew = (map: NetworkMap): NetworkMap => ({ ...map, id: newId('m') as MapId });

const failed = (failure: PlainKey) => ({ ok: false, failure }) as const;

/** What a file that somebody chose says, once it has been read. */
export type ChosenFile = Promise<Result<Read, PlainKey> | { readonly sealed: SealedFile }>;

/** A file that somebody chose: ours, or of a tool we know. `sealed`: it asks for its passphrase first. */
export async function readChosenFile(file: File): ChosenFile {
  // Before a byte is read: a film chosen by mistake must not fill the memory.
  if (file.size > MAX_FILE) return failed(FAILURE_WORDS.tooLarge);
  const bytes = await file.arrayBuffer().catch(() => null);
  if (bytes === null) return failed('failure.unreadableFile');
  const first = new TextDecoder('latin1').decode(new Uint8Array(bytes, 0, Math.min(bytes.byteLength, 100)));
  if (AGE.test(first)) return { sealed: { bytes: new Uint8Array(bytes) } };
  return readText(new TextDecoder().decode(bytes));
}

/** How a file of the age format begins; its reader is loaded when one comes. */
const AGE = /^(age-encryption\.org\/v1\n|\s*-----BEGIN AGE ENCRYPTED FILE-----)/;

/** A file that only a passphrase opens. */
export type SealedFile = { readonly bytes: Uint8Array<ArrayBuffer> };

/** `refused`: the passphrase is wrong or the file damaged, and it may be tried again. */
export async function openSealedFile(
  { bytes }: SealedFile,
  typed: string,
): Promise<Result<Read, PlainKey> | 'refused'> {
  const { openAge } = await import('../export/ageFile.ts');
  const opened = await openAge(bytes, typed);
  if (opened.kind === 'refused') return 'refused';
  return opened.kind === 'foreign' ? failed('guard.file.foreign') : readText(opened.text);
}

async function readText(text: string): Promise<Result<Read, PlainKey>> {
  const { readAnyFile } = await import('../document/readAnyFile.ts');
  const read = readAnyFile(text, { newId, now: new Date() });
  if (!read.ok) return failed(FAILURE_WORDS[read.failure.kind]);
  const { map, repairs, notCarriedOver } = read.value;
  return { ok: true, value: { map: asNew(map), notes: { ...NO_NOTES, repairs, notCarriedOver } } };
}

/** Text of our own that is not to be written over: an earlier copy, opened to look at. */
export async function readCopy(text: string): Promise<Read | null> {
  const read = await readOwn(text);
  return read.ok ? { map: asNew(read.value.map), notes: { ...NO_NOTES, olderCopyUsed: true } } : null;
}

async function readOwn(text: string): Promise<Result<ReadMap, { readonly kind: keyof typeof FAILURE_WORDS }>> {
  const { readMapFile } = await import('../document/readMapFile.ts');
  return readMapFile(text);
}

type Loaded = Extract<Awaited<ReturnType<SavedMaps['load']>>, { kind: 'loaded' }>;

/** Why a stored map can't be shown; `raw` is what can be saved as a file, '' when there is nothing. */
export type StoredTrouble = {
  readonly failure: PlainKey;
  readonly raw: string;
  readonly mayHelpToRetry: boolean;
  /** Nothing is wrong: it needs its passphrase. */
  readonly locked: boolean;
};

export async function readStored(
  id: MapId,
  savedMaps: Pick<SavedMaps, 'load'>,
): Promise<Result<Read & Pick<Loaded, 'rev' | 'from'>, StoredTrouble>> {
  const trouble = (failure: PlainKey, raw: string, mayHelpToRetry: boolean) =>
    ({ ok: false, failure: { failure, raw, mayHelpToRetry, locked: false } }) as const;
  const loaded = await savedMaps.load(id);
  if (loaded.kind === 'absent') return trouble('failure.stored.absent', '', false);
  if (loaded.kind === 'locked') {
    return { ok: false, failure: { failure: 'guard.locked.title', raw: '', mayHelpToRetry: true, locked: true } };
  }
  if (loaded.kind === 'failed') return trouble('failure.stored.failed', '', true);
  if (loaded.kind === 'unreadable') return trouble('failure.stored.unreadable', loaded.raw, false);
  const read = await readOwn(loaded.text);
  if (!read.ok) {
    const newer = read.failure.kind === 'fromNewerApp';
    return trouble(newer ? 'failure.stored.newer' : 'failure.stored.unreadable', loaded.text, newer);
  }
  const { map, repairs } = read.value;
  const { rev, from, olderCopyUsed } = loaded;
  const notes = { ...NO_NOTES, repairs, olderCopyUsed, restored: from === 'second' };
  return { ok: true, value: { map: { ...map, id }, rev, from, notes } };
}
