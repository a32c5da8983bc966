import { type StorageError, toStorageError } from './errors.ts';
import { browserTimers, type Timers } from './timers.ts';

/** `off`: nothing is saved from here any more. */
export type SaveState = 'saving' | 'saved' | 'failed' | 'off';

/** A write without an answer for this long is shown as failed, although it may still succeed. */
const SLOW_MS = 2000;
/** From the start of one try to the next; the last holds for all that follow. */
const RETRY_MS = [1000, 2000, 5000] as const;

type Options = {
  /** Resolves when the text is kept for certain. Must answer at some time: the next write waits for it. */
  readonly write: (text: string, rev: number) => Promise<void>;
  /** Every change of state; with `failed` also why, as far as it is known: null while there is only no answer yet. */
  readonly onState: (state: SaveState, error: StorageError | null) => void;
  readonly timers?: Timers;
};

type Edit = { readonly text: string | (() => string); readonly rev: number };

export type Autosave = {
  /** Saves at once, or as soon as the write under way has ended. A function is called when its turn comes. */
  readonly push: (text: string | (() => string), rev: number) => void;
  /** Tries again now what could not be saved. */
  readonly retryNow: () => void;
  /** Resolves when all that was pushed is saved, or saving is off. While writes fail it waits. */
  readonly idle: () => Promise<void>;
  /** The newest edit of which it is not known that it is saved; null when there is none, or saving is off. */
  readonly unsaved: () => { readonly text: string; readonly rev: number } | null;
  /** Gives up what is waiting and never starts another write: another page has taken over, or the map is deleted. */
  readonly turnOff: () => void;
};

/** Tells what is new, once: a retry that fails as the one before it is not news. */
function createDisplay(onState: Options['onState']) {
  let state: SaveState | null = null;
  let reason: StorageError | null = null;
  return {
    shows: (it: SaveState): boolean => state === it,
    show: (next: SaveState, error: StorageError | null = null): void => {
      if (state === 'off' || (state === next && (error === null || error.kind === reason?.kind))) return;
      state = next;
      reason = error;
      onState(next, error);
    },
  };
}

const textOf = ({ text }: Edit): string => (typeof text === 'string' ? text : text());

/** Also a text that can't be made is a failed write. */
async function attempt(write: Options['write'], edit: Edit): Promise<void> {
  await write(textOf(edit), edit.rev);
}

/** At most one write at a time, the newest edit last, and one that failed is kept and tried again until it is saved. */
export function createAutosave({ write, onState, timers = browserTimers }: Options): Autosave {
  const { show, shows } = createDisplay(onState);
  let waiting: Edit | null = null;
  let underWay: Edit | null = null;
  let failures = 0;
  let callOffRetry = (): void => undefined;
  const atRest: (() => void)[] = [];

  const rest = (): void => atRest.splice(0).forEach((resolve) => resolve());
  const succeed = (): void => {
    failures = 0;
    show(waiting === null ? 'saved' : 'saving');
    start();
    if (underWay === null) rest();
  };
  const fail = (edit: Edit, error: unknown, begun: number): void => {
    waiting ??= edit;
    const pause = RETRY_MS[Math.min(failures, RETRY_MS.length - 1)] ?? 0;
    failures += 1;
    show('failed', toStorageError(error));
    // Counted from the start of the try: one that was long without an answer has done its waiting.
    callOffRetry = timers.set(start, Math.max(0, begun + pause - timers.now()));
  };
  const start = (): void => {
    if (underWay !== null || waiting === null) return;
    callOffRetry();
    const edit = waiting;
    waiting = null;
    underWay = edit;
    const begun = timers.now();
    const callOffSlow = timers.set(() => show('failed'), SLOW_MS);
    const end = (settle: () => void): void => {
      callOffSlow();
      underWay = null;
      if (shows('off')) rest();
      else settle();
    };
    attempt(write, edit).then(
      () => end(succeed),
      (error: unknown) => end(() => fail(edit, error, begun)),
    );
  };

  return {
    push: (text, rev) => {
      if (shows('off')) return;
      waiting = { text, rev };
      if (!shows('failed')) show('saving');
      start();
    },
    retryNow: start,
    idle: () =>
      waiting === null && underWay === null ? Promise.resolve() : new Promise((resolve) => atRest.push(resolve)),
    unsaved: () => {
      const edit = shows('off') ? null : (waiting ?? underWay);
      return edit && { text: textOf(edit), rev: edit.rev };
    },
    turnOff: () => {
      callOffRetry();
      waiting = null;
      show('off');
      if (underWay === null) rest();
    },
  };
}
