export type StorageErrorKind =
  /** No storage here: blocked by the browser or a setting, written by a newer program, or the page is going away. */
  | 'unavailable'
  /** No answer in time. A write may still have been made: ask again with the same revision. */
  | 'timeout'
  | 'aborted'
  /** Quota or disk. Browsers say it in many ways, so `unknown` may be the same thing. */
  | 'full'
  /** The connection is gone, and opening again did not help. */
  | 'lost'
  /** Something else is stored than what this page built upon; nothing was written. */
  | 'conflict'
  /** It needs a passphrase that has not been given, or its key is lost. */
  | 'sealed'
  | 'unknown';

/** A failed read or write. Whatever the kind: a write that ended so counts as not saved. */
export class StorageError extends Error {
  readonly kind: StorageErrorKind;

  constructor(kind: StorageErrorKind, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'StorageError';
    this.kind = kind;
  }
}

const KIND_BY_NAME: Readonly<Record<string, StorageErrorKind>> = {
  AbortError: 'aborted',
  InvalidStateError: 'lost',
  NotAllowedError: 'unavailable',
  NotFoundError: 'unavailable',
  QuotaExceededError: 'full',
  ReferenceError: 'unavailable',
  SecurityError: 'unavailable',
  TimeoutError: 'timeout',
  VersionError: 'unavailable',
};

/** What Chromium and Safari put into an UnknownError. */
const FULL = /NO_SPACE|disk full|full disk|quota/i;
const LOST = /connection.*(lost|clos)|(lost|clos).*connection/i;

/** Names any thrown or rejected value; `null` is what an aborted transaction has for an error. */
export function toStorageError(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  if (error === null || error === undefined) return new StorageError('aborted', 'The transaction was aborted', error);
  const { name, message } = Object(error) as { readonly name?: unknown; readonly message?: unknown };
  const text = `${String(name)}: ${String(message)}`;
  const known = KIND_BY_NAME[String(name)];
  if (known !== undefined) return new StorageError(known, text, error);
  if (FULL.test(text)) return new StorageError('full', text, error);
  return new StorageError(LOST.test(text) ? 'lost' : 'unknown', text, error);
}
